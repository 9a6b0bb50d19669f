// SPDX-License-Identifier: EUPL-1.2
import { leavePlaceById } from '../../../server/buildings/public.ts';
import { remoteMember } from '../../../server/identity/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { Problem } from '../../../server/platform/http/problem.ts';
import { publish } from '../../../server/platform/outbox/publish.ts';
import { subscriber } from '../../../server/platform/outbox/subscriber.ts';
import { deletePost } from '../../../server/posts/public.ts';
import type { RemoteActor } from '../../actors/remote-actors.ts';
import type { Handled } from '../handler.ts';
import { done } from './find.ts';
import { forgetShares } from './share.ts';

/** Somebody elsewhere is no more: what is left of them here is taken away, step by step. */
interface RemoteActorGone { type: 'RemoteActorGone'; actorId: string }

const AT_ONCE = 50;

export async function forgetActor(trx: Trx, { clock }: Pick<Deps, 'clock'>, actor: Pick<RemoteActor, 'id' | 'type'>): Promise<Handled> {
  await trx.updateTable('remote_actor').set({ gone_at: clock.now() }).where('actor_id', '=', actor.id).execute();
  await trx.deleteFrom('follower').where((where) => where.or([where('follower_id', '=', actor.id), where('target_id', '=', actor.id)])).execute();
  if (actor.type === 'person') await publish<RemoteActorGone>(trx, { type: 'RemoteActorGone', actorId: actor.id });
  return done;
}

/** Their posts, reactions and memberships go; the row stays, nameless, so that threads keep their shape. */
export const eraseGone = subscriber<RemoteActorGone>({
  name: 'erase-remote-actor',
  queue: 'federate',
  types: ['RemoteActorGone'],
  async handle(trx, { actorId }, _stored, deps) {
    const member = await remoteMember(trx, actorId);
    if (member === null) return;
    const posts = await trx.selectFrom('post').innerJoin('place as l', 'l.id', 'post.place_id').select('post.id').where('post.author_id', '=', actorId).where('post.deleted_at', 'is', null).where('l.host', 'is', null).orderBy('post.id').limit(AT_ONCE).execute();
    for (const { id } of posts) await unlessGone(() => deletePost(trx, deps, member, id));
    if (posts.length === AT_ONCE) {
      await publish<RemoteActorGone>(trx, { type: 'RemoteActorGone', actorId });
      return;
    }
    const places = await trx.selectFrom('membership').select('place_id').where('member_id', '=', actorId).where('state', 'in', ['active', 'requested', 'invited']).execute();
    for (const { place_id: placeId } of places) await unlessGone(() => leavePlaceById(trx, deps.clock, member, placeId));
    await trx.deleteFrom('reaction').where('actor_id', '=', actorId).execute();
    await forgetShares(trx, actorId);
    await trx.deleteFrom('remote_membership').where('member_id', '=', actorId).execute();
    await trx.updateTable('actor').set({ name: member.handle, summary: '', deleted_at: deps.clock.now() }).where('id', '=', actorId).execute();
  },
});

/** What another did in the meantime needs not be done. */
async function unlessGone(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
}
