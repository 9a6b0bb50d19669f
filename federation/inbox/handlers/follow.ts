// SPDX-License-Identifier: EUPL-1.2
import { thoseWhoBlock } from '../../../server/people/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { newActivityId, send } from '../../delivery/send.ts';
import { idOf } from '../../translate/read-json.ts';
import { withContext } from '../../translate/vocabulary.ts';
import type { Handler, Received } from '../handler.ts';
import { done, type Ours, oursNamed, refused } from './find.ts';

/**
 * Somebody elsewhere wants to hear of a person or an open place of ours: at once. To follow is no membership: nobody is in the list of members who
 * only reads along. Not who was put out of the place, nor whom that person blocks. What is not open is asked for elsewhere (federation/places).
 */
export const follow: Handler = {
  types: ['Follow'],
  async handle(trx, deps, received) {
    const uri = idOf(received.json['object']);
    const target = uri === null ? null : await oursNamed(trx, deps, uri);
    if (target === null || received.announcedBy !== null) return refused('unknown-target');
    if (target.type !== 'person' && target.access !== 'open') return refused('unknown-target');
    if (!(await isWelcome(trx, target, received.actor.id))) {
      await answer(trx, deps, received, target, 'Reject');
      return refused('not-allowed');
    }
    const row = { follow_uri: received.uri };
    await trx.insertInto('follower').values({ ...row, follower_id: received.actor.id, target_id: target.id, created_at: deps.clock.now() }).onConflict((clash) => clash.columns(['target_id', 'follower_id']).doUpdateSet(row)).execute();
    await answer(trx, deps, received, target, 'Accept');
    return done;
  },
};

/** Whom that person blocks, and who was put out of the place or the building around it, is not. */
export async function isWelcome(trx: Trx, target: Pick<Ours, 'id' | 'type'>, followerId: string): Promise<boolean> {
  if (target.type === 'person') return (await thoseWhoBlock(trx, followerId, [target.id])).size === 0;
  const banned = await trx
    .selectFrom('membership as m')
    .innerJoin('place as p', (join) => join.on((on) => on.or([on('p.id', '=', on.ref('m.place_id')), on('p.parent_id', '=', on.ref('m.place_id'))])))
    .select('m.id')
    .where('p.id', '=', target.id)
    .where('m.member_id', '=', followerId)
    .where('m.state', '=', 'banned')
    .executeTakeFirst();
  return banned === undefined;
}

async function answer(trx: Trx, deps: Deps, { actor, uri }: Received, target: Ours, type: 'Accept' | 'Reject'): Promise<void> {
  await send(trx, deps, {
    dedupeKey: `${uri} ${type}`,
    type,
    senderId: target.id,
    activity: withContext({ id: newActivityId(deps).uri, type, actor: target.uri, to: [actor.uri], object: { id: uri, type: 'Follow', actor: actor.uri, object: target.uri } }),
    orderingKey: `${actor.uri}>${target.uri}`,
    to: [{ host: actor.host, inbox: actor.inbox }],
  });
}
