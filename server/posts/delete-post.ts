// SPDX-License-Identifier: EUPL-1.2
import { countPost, lockPlaceOfPost } from '../buildings/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { forgetAnswers } from '../platform/http/command.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PostDeleted } from './events.ts';
import { placeAddressOf } from './in-place.ts';
import { type LockedPost, lockPost } from './lock-post.ts';
import { canDeletePost } from './policy.ts';
import { lockForModeration } from './withhold-post.ts';

/**
 * Deletes a post: of what was written nothing is kept, neither its versions, tags, reactions nor who was named. The row
 * stays, as a tombstone for those who read the answers to it, and so that nothing with its id can come back.
 */
export async function deletePost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string): Promise<void> {
  const heldBack = await ownHeldBack(trx, viewer, id);
  if (heldBack === null) return carryOut(trx, deps, viewer, id);
  // As the system: what is hidden or waits is the moderators' to read, and still its author's to take back.
  return withSystem(trx, () => carryOut(trx, deps, { ...viewer, audiences: [...viewer.audiences, heldBack] }, id));
}

/** The audience of one's own post that moderators hold back; null for every other post. */
async function ownHeldBack(trx: Trx, viewer: Member, id: string): Promise<number | null> {
  const row = await withSystem(trx, () => trx.selectFrom('post').select('audience_id').where('id', '=', id).where('author_id', '=', viewer.actorId).where('withheld', 'is not', null).executeTakeFirst());
  return row?.audience_id ?? null;
}

async function carryOut(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string): Promise<void> {
  // Place, root, post: the order in which replies lock, so that the two wait for each other.
  const found = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .leftJoin('place as group', 'group.id', 'post.group_id')
    .select(['place.slug', 'group.slug as group_slug', 'post.root_id'])
    .where('post.id', '=', id)
    .where('post.audience_id', 'in', [...viewer.audiences])
    .executeTakeFirst();
  if (found === undefined) throw new NotFound();
  await lockPlaceOfPost(trx, viewer, placeAddressOf(found));
  if (found.root_id !== null) await trx.selectFrom('post').select('id').where('id', '=', found.root_id).forNoKeyUpdate().execute();
  const { post, facts, place, standing } = await lockPost(trx, viewer, id);
  if (!canDeletePost(viewer, facts, place, standing)) throw new Forbidden();

  await erase(trx, post, viewer.actorId, deps.clock.now());
}

/** As a moderator decided. The transaction is the system's. @throws {NotFound} when it is gone. */
export async function removePost(trx: Trx, id: string, byId: string, now: Date): Promise<void> {
  await erase(trx, await lockForModeration(trx, id), byId, now, true);
}

type Erased = Pick<LockedPost['post'], 'id' | 'place_id' | 'group_id' | 'audience_id' | 'root_id' | 'in_reply_to' | 'reply_count' | 'withheld'>;

async function erase(trx: Trx, post: Erased, byId: string, now: Date, byDecision = false): Promise<void> {
  const { id } = post;
  await trx
    .updateTable('post')
    .set({ title: null, html: '', text: '', source: '', pinned_at: null, edited_at: null, revision_count: 0, deleted_at: now })
    .where('id', '=', id)
    .execute();
  for (const table of ['post_revision', 'post_tag', 'mention', 'reaction'] as const) await trx.deleteFrom(table).where('post_id', '=', id).execute();
  await forgetAnswers(trx, id);
  // As the system: bookmarks are their owners' own, and would lead nowhere.
  await withSystem(trx, () => trx.deleteFrom('bookmark').where('post_id', '=', id).execute());
  // What is hidden or waits is in no count.
  if (post.withheld === null || post.withheld === 'with-root') {
    if (post.root_id === null) await countPost(trx, post.group_id ?? post.place_id, post.audience_id, -1, null);
    else await countReplyGone(trx, post.root_id, post.in_reply_to, post.reply_count);
  }
  await publish<PostDeleted>(trx, { type: 'PostDeleted', postId: id, rootId: post.root_id, placeId: post.place_id, byId, ...(byDecision ? { byDecision } : {}) });
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
