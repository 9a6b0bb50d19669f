// SPDX-License-Identifier: EUPL-1.2
import { endInReplica, type MembershipEnded, type MembershipRequested, type RequestWithdrawn } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { actorUri } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { withContext } from '../translate/vocabulary.ts';
import { isBlocked } from '../wire/blocks.ts';
import { type Replica, replicaById } from './place-rows.ts';

/**
 * Somebody here wants to be a member of a place elsewhere: its home decides. A Plein is asked with Join, which tells membership from
 * reading along; all others know Follow.
 */
export const askHome = subscriber<MembershipRequested>({
  name: 'ask-home-to-join',
  queue: 'federate',
  types: ['MembershipRequested'],
  async handle(trx, { placeId, membershipId, memberId }, stored, deps) {
    const replica = await replicaById(trx, placeId);
    const asked = await trx.selectFrom('membership').select('note').where('id', '=', membershipId).where('state', '=', 'requested').executeTakeFirst();
    // Of ours, or taken back meanwhile.
    if (replica === null || asked === undefined) return;
    // Nothing goes there: nobody is left waiting for an answer that cannot come.
    if (await isBlocked(trx, replica.host)) {
      await endInReplica(trx, placeId, memberId);
      return;
    }
    const { uri } = newActivityId(deps);
    const type = replica.speaksPlein ? 'Join' : 'Follow';
    const row = { join_uri: uri, join_type: type, host: replica.host };
    await trx.insertInto('remote_membership').values({ ...row, member_id: memberId, place_id: placeId }).onConflict((clash) => clash.columns(['place_id', 'member_id']).doUpdateSet(row)).execute();
    const words = asked.note === '' ? {} : { content: asked.note };
    await tell(trx, deps, replica, memberId, `join ${stored.id}`, { id: uri, type, object: replica.uri, ...words });
  },
});

/** Who leaves, or does not ask any more, says so to the home of the place. */
export const leaveHome = subscriber<MembershipEnded | RequestWithdrawn>({
  name: 'tell-home-of-leaving',
  queue: 'federate',
  types: ['MembershipEnded', 'RequestWithdrawn'],
  async handle(trx, event, stored, deps) {
    const { placeId, memberId } = event;
    const replica = await replicaById(trx, placeId);
    if (replica === null) return;
    // Who came back, or asked again, in the meantime has their own.
    const again = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).executeTakeFirst();
    if (again !== undefined) return;
    const asked = await trx.deleteFrom('remote_membership').where('place_id', '=', placeId).where('member_id', '=', memberId).returning(['join_uri', 'join_type']).executeTakeFirst();
    // Its home put them out, and knows.
    if (event.type === 'MembershipEnded' && event.byId === placeId) return;
    await sayLeave(trx, deps, replica, memberId, `leave ${stored.id}`, asked ?? null);
  },
});

/** @param asked how they came in, where that is known: with Follow, it is that which is undone */
export async function sayLeave(trx: Trx, deps: Deps, replica: Replica, memberId: string, dedupeKey: string, asked: { join_uri: string; join_type: string } | null): Promise<void> {
  const { uri } = newActivityId(deps);
  const follow = asked?.join_type === 'Follow' ? { id: asked.join_uri, type: 'Follow', actor: actorUri(deps.config, memberId), object: replica.uri } : null;
  await tell(trx, deps, replica, memberId, dedupeKey, follow === null ? { id: uri, type: 'Leave', object: replica.uri } : { id: uri, type: 'Undo', object: follow });
}

async function tell(trx: Trx, deps: Deps, replica: Replica, memberId: string, dedupeKey: string, activity: { id: string; type: string } & Record<string, unknown>): Promise<void> {
  const actor = actorUri(deps.config, memberId);
  await send(trx, deps, {
    dedupeKey,
    type: activity.type,
    senderId: memberId,
    activity: withContext({ ...activity, actor, to: [replica.uri] }),
    orderingKey: `${actor}>${replica.uri}`,
    to: [{ host: replica.host, inbox: replica.inbox }],
  });
}
