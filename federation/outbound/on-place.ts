// SPDX-License-Identifier: EUPL-1.2
import type { PlaceAccessChanged, PlaceDeleted } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { actorUri, followersUri, PUBLIC } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { CONTEXT } from '../translate/vocabulary.ts';
import { withProof } from '../wire/proof.ts';
import { tellOfChangedActor } from './on-actor.ts';
import { targetsOf } from './targets.ts';
import { takeBackPost } from './tell-post.ts';

/** What a place of ours told everybody is to be taken back, from `after` on, and its followers are let go. */
interface PublicCopiesOutdated { type: 'PublicCopiesOutdated'; placeId: string; after: string; key: string; deleted: boolean }

const FIRST = '00000000-0000-0000-0000-000000000000';
const AT_ONCE = 50;

/** An open place that closes: others hear that it did, what it said to everybody is taken back, and who followed it does so no more. */
export const tellOfAccess = subscriber<PlaceAccessChanged>({
  name: 'tell-elsewhere-of-access',
  queue: 'federate',
  types: ['PlaceAccessChanged'],
  async deliver({ placeId, before }, stored, deps) {
    if (await isOurs(deps, placeId)) await tellOfChangedActor(deps, placeId, stored.id);
    if (before === 'open') await deps.database.asSystem((trx) => outdate(trx, placeId, stored.id, false));
  },
});

/** A place that is no more. It can come back within thirty days; then it is found and followed anew. */
export const tellOfEnd = subscriber<PlaceDeleted>({
  name: 'tell-elsewhere-of-end',
  queue: 'federate',
  types: ['PlaceDeleted'],
  async deliver({ placeId }, stored, deps) {
    await deps.database.asSystem((trx) => outdate(trx, placeId, stored.id, true));
  },
});

async function isOurs({ database }: Deps, placeId: string): Promise<boolean> {
  return (await database.asSystem((trx) => trx.selectFrom('place').select('id').where('id', '=', placeId).where('host', 'is', null).executeTakeFirst())) !== undefined;
}

/** The walk goes on as an event of its own, in small steps. It may be begun twice: a step that finds nothing does nothing. */
async function outdate(trx: Trx, placeId: string, key: string, deleted: boolean): Promise<void> {
  const ours = await trx.selectFrom('place').select('id').where('id', '=', placeId).where('host', 'is', null).executeTakeFirst();
  if (ours !== undefined) await publish<PublicCopiesOutdated>(trx, { type: 'PublicCopiesOutdated', placeId, after: FIRST, key, deleted });
}

export const takeBackCopies = subscriber<PublicCopiesOutdated>({
  name: 'take-back-public-copies',
  queue: 'federate',
  types: ['PublicCopiesOutdated'],
  async deliver({ placeId, after, key, deleted }, _stored, deps) {
    // Opened again meanwhile: what is public now stays; what is not, is taken back all the same.
    const ids = await deps.database.asSystem(async (trx) => {
      const rows = await trx
        .selectFrom('told_post as t')
        .innerJoin('post as p', 'p.id', 't.post_id')
        .select('t.post_id')
        .where('t.place_id', '=', placeId)
        .where('t.post_id', '>', after)
        .where((where) => where.or([where('t.is_public', '=', true), where.lit(deleted)]))
        .where('p.audience_id', '!=', PUBLIC_AUDIENCE)
        .orderBy('t.post_id')
        .limit(AT_ONCE)
        .execute();
      return rows.map((row) => row.post_id);
    });
    for (const id of ids) await takeBackPost(deps, id, key);
    const last = ids.at(-1);
    if (ids.length === AT_ONCE && last !== undefined) await deps.database.asSystem((trx) => publish<PublicCopiesOutdated>(trx, { type: 'PublicCopiesOutdated', placeId, after: last, key, deleted }));
    else await letGo(deps, placeId, key, deleted);
  },
});

/** Last: who followed it heard of all that before. */
async function letGo(deps: Deps, placeId: string, key: string, deleted: boolean): Promise<void> {
  const uri = actorUri(deps.config, placeId);
  const end = deleted ? await withProof(deps, placeId, { '@context': CONTEXT, id: newActivityId(deps).uri, type: 'Delete', actor: uri, to: [PUBLIC], cc: [followersUri(deps.config, placeId)], object: uri }) : null;
  for (let left = true; left; ) {
    left = await deps.database.asSystem(async (trx) => {
      const place = await trx.selectFrom('place').select(['access', 'deleted_at']).where('id', '=', placeId).forShare().executeTakeFirst();
      if (place === undefined || (place.access === 'open' && place.deleted_at === null)) return false;
      if (end !== null) {
        const targets = await targetsOf(trx, { place_id: placeId, audience_id: PUBLIC_AUDIENCE, members_audience_id: -1 });
        await send(trx, deps, { dedupeKey: `${key} end`, type: 'Delete', senderId: placeId, activity: end, orderingKey: uri, to: targets?.to ?? [] });
        await trx.deleteFrom('follower').where('target_id', '=', placeId).execute();
        return false;
      }
      return (await rejectFollowers(trx, deps, placeId, key)) === AT_ONCE;
    });
  }
}

/** They asked to be told, and will not be: that is an answer to what they asked. @returns how many. */
async function rejectFollowers(trx: Trx, deps: Deps, placeId: string, key: string): Promise<number> {
  const some = await trx.selectFrom('follower as f').innerJoin('actor as a', 'a.id', 'f.follower_id').innerJoin('remote_actor as r', 'r.actor_id', 'a.id')
    .select(['f.follower_id', 'f.follow_uri', 'a.uri', 'r.host', 'r.inbox']).where('f.target_id', '=', placeId).orderBy('f.follower_id').limit(AT_ONCE).execute();
  if (some.length > 0) await trx.deleteFrom('follower').where('target_id', '=', placeId).where('follower_id', 'in', some.map((each) => each.follower_id)).execute();
  const actor = actorUri(deps.config, placeId);
  for (const { follow_uri: id, uri, host, inbox } of some) {
    const activity = { '@context': CONTEXT, id: newActivityId(deps).uri, type: 'Reject', actor, to: [uri], object: { id, type: 'Follow', actor: uri, object: actor } };
    await send(trx, deps, { dedupeKey: `${key} let-go ${uri}`, type: 'Reject', senderId: placeId, activity, orderingKey: `${uri}>${actor}`, to: [{ host, inbox }] });
  }
  return some.length;
}
