// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Member } from '../../../server/platform/db/viewer.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import type { Text } from '../../../server/platform/http/problem.ts';
import { newActivityId, send } from '../../delivery/send.ts';
import { reasonIn } from '../../translate/reason-given.ts';
import { withContext } from '../../translate/vocabulary.ts';
import type { Received } from '../handler.ts';
import type { Ours, PostHere } from './find.ts';

/** Why something that was written elsewhere does not stand here, where no rule of the place says it in words of its own. */
export const whyNot = {
  public: { nl: 'Hier schrijf je alleen voor de leden, en dit was voor iedereen.', en: 'Here you write for the members only, and this was for everybody.' },
  narrower: { nl: 'Dit was niet voor iedereen die het gesprek leest.', en: 'This was not for everybody who reads the thread.' },
  empty: { nl: 'Er stond geen tekst in die we hier kunnen laten zien.', en: 'There was no text in it that we can show here.' },
  gone: { nl: 'Het gesprek of de plek is er niet meer.', en: 'The thread or the place is no longer there.' },
} satisfies Record<string, Text>;

/** Where something written elsewhere wants to stand. */
export interface Where {
  place: Ours;
  answers: PostHere | null;
}

/**
 * Whose instance shows it to its author already is to know that it stands nowhere else; others would not understand. Of what they may not read
 * they hear nothing: whoever wrote there learns no more than of what is not there.
 */
export async function rejectWritten(trx: Trx, deps: Deps, { actor, uri }: Received, author: Member, { place, answers }: Where, why: Text): Promise<void> {
  const peer = await trx.selectFrom('peer').select('closed_places').where('host', '=', actor.host).executeTakeFirst();
  if (peer?.closed_places !== true || !(answers === null ? place.access === 'open' || (await isMember(trx, place.id, actor.id)) : await mayRead(trx, author, answers))) return;
  await send(trx, deps, {
    dedupeKey: `${uri} Reject`, type: 'Reject', senderId: place.id, orderingKey: uri, to: [{ host: actor.host, inbox: actor.inbox }],
    activity: withContext({ id: newActivityId(deps).uri, type: 'Reject', actor: place.uri, to: [actor.uri], object: uri, ...reasonIn(why) }),
  });
}

/** Also what is hidden since they were told of it. */
async function mayRead(trx: Trx, { audiences }: Member, { id, audience_id: audience, withheld, withheld_audience_id: before }: PostHere): Promise<boolean> {
  if (withheld === null) return audiences.includes(audience);
  const told = await trx.selectFrom('told_post').select('post_id').where('post_id', '=', id).union(trx.selectFrom('taken_back_post').select('post_id').where('post_id', '=', id)).executeTakeFirst();
  return told !== undefined && before !== null && audiences.includes(before);
}

async function isMember(trx: Trx, placeId: string, memberId: string): Promise<boolean> {
  return (await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', '=', 'active').executeTakeFirst()) !== undefined;
}
