// SPDX-License-Identifier: EUPL-1.2
import { memberOfActor } from '../identity/public.ts';
import { isUuid } from '../platform/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { firstWords } from './real-text.ts';
import type { Unsubscription } from './unsubscribe.ts';

const LONGEST = 80;

/** Of what a link ends, as its person may read it at this moment; null where it has no name, or none for them. */
export async function nameOf({ database }: Pick<Deps, 'database'>, { person, what, thing }: Unsubscription): Promise<string | null> {
  if ((what !== 'thread' && what !== 'place') || !isUuid(thing)) return null;
  const member = await memberOfActor(database.pool, person);
  if (member === null) return null;
  return database.readAs(member, async (db) => {
    if (what === 'place') {
      const place = await db.selectFrom('place').innerJoin('actor', 'actor.id', 'place.id').select('actor.name').where('place.id', '=', thing).where('place.audience_id', 'in', [...member.audiences]).where('place.deleted_at', 'is', null).executeTakeFirst();
      return place?.name ?? null;
    }
    const post = await db.selectFrom('post').select(['title', 'text']).where('id', '=', thing).where('audience_id', 'in', [...member.audiences]).where('deleted_at', 'is', null).where('withheld', 'is', null).executeTakeFirst();
    return post === undefined ? null : post.title || firstWords(post.text, LONGEST);
  });
}
