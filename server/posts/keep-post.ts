// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PostPinned } from './events.ts';
import { lockPost } from './lock-post.ts';
import { canPin } from './policy.ts';

/** For oneself, to find it again. */
export async function bookmarkPost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string): Promise<void> {
  await lockPost(trx, viewer, id, 'share');
  await trx
    .insertInto('bookmark')
    .values({ owner_id: viewer.actorId, post_id: id, created_at: deps.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Also of a post that can no longer be read: the answer is the same whether there was one. */
export async function dropBookmark(trx: Trx, viewer: Member, id: string): Promise<void> {
  await trx.deleteFrom('bookmark').where('owner_id', '=', viewer.actorId).where('post_id', '=', id).execute();
}

/** For everybody: on top of its building. */
export async function pinPost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string, pinned: boolean): Promise<void> {
  const { post, facts, place, standing } = await lockPost(trx, viewer, id);
  if (!canPin(viewer, facts, place, standing)) throw new Forbidden();
  const changed = await trx
    .updateTable('post')
    .set({ pinned_at: pinned ? deps.clock.now() : null })
    .where('id', '=', id)
    .where('pinned_at', pinned ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (changed !== undefined) await publish<PostPinned>(trx, { type: 'PostPinned', postId: id, rootId: null, placeId: post.place_id, pinned });
}
