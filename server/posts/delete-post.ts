// SPDX-License-Identifier: EUPL-1.2
import { countPost, lockPlaceForViewer } from '../buildings/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { forgetAnswers } from '../platform/http/command.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PostDeleted } from './events.ts';
import { lockPost } from './lock-post.ts';
import { canDeletePost } from './policy.ts';

/**
 * Deletes a post: of what was written nothing is kept, neither its versions, tags, reactions nor who was named. The row
 * stays, as a tombstone for those who read the answers to it, and so that nothing with its id can come back.
 */
export async function deletePost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string): Promise<void> {
  // Place, root, post: the order in which replies lock, so that the two wait for each other.
  const found = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .select(['place.slug', 'post.root_id'])
    .where('post.id', '=', id)
    .where('post.audience_id', 'in', [...viewer.audiences])
    .executeTakeFirst();
  if (found === undefined) throw new NotFound();
  await lockPlaceForViewer(trx, viewer, found.slug);
  if (found.root_id !== null) await trx.selectFrom('post').select('id').where('id', '=', found.root_id).forNoKeyUpdate().execute();
  const { post, facts, place, standing } = await lockPost(trx, viewer, id);
  if (!canDeletePost(viewer, facts, place, standing)) throw new Forbidden();

  await trx
    .updateTable('post')
    .set({ title: null, html: '', text: '', source: '', pinned_at: null, edited_at: null, revision_count: 0, deleted_at: deps.clock.now() })
    .where('id', '=', id)
    .execute();
  for (const table of ['post_revision', 'post_tag', 'mention', 'reaction'] as const) await trx.deleteFrom(table).where('post_id', '=', id).execute();
  await forgetAnswers(trx, id);
  // As the system: bookmarks are their owners' own, and would lead nowhere.
  await withSystem(trx, () => trx.deleteFrom('bookmark').where('post_id', '=', id).execute());
  if (post.root_id === null) await countPost(trx, post.place_id, post.audience_id, -1, null);
  else await countReplyGone(trx, post.root_id, post.in_reply_to, post.reply_count);
  await publish<PostDeleted>(trx, { type: 'PostDeleted', postId: id, rootId: post.root_id, placeId: post.place_id, byId: viewer.actorId });
}

/**
 * `reply_count` of a root counts the living replies of its thread; of a reply, the answers that are shown under it.
 * A tombstone whose last answer goes is itself no longer shown, and so on upward.
 */
async function countReplyGone(trx: Trx, rootId: string, inReplyTo: string | null, answersLeft: number): Promise<void> {
  const oneLess = (id: string) =>
    trx
      .updateTable('post')
      .set((post) => ({ reply_count: post('reply_count', '-', 1) }))
      .where('id', '=', id)
      .where('reply_count', '>', 0)
      .returning(['reply_count', 'deleted_at', 'in_reply_to'])
      .executeTakeFirst();
  await oneLess(rootId);
  let parentId = answersLeft > 0 ? null : inReplyTo;
  while (parentId !== null && parentId !== rootId) {
    const parent = await oneLess(parentId);
    parentId = parent !== undefined && parent.deleted_at !== null && parent.reply_count === 0 ? parent.in_reply_to : null;
  }
}
