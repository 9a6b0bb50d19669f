// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { countPost } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import { attached } from './audience-moves.ts';
import type { PostPublished, PostReleased, PostWithheld } from './events.ts';

/**
 * Posts that moderators hold back. A post that is hidden, or waits, moves to the audience of the moderators of its place and remembers
 * the one it had; with the root of a thread go its answers. All that hangs on it goes along. Who may do this is for the room of
 * moderation to say: every transaction here is the system's.
 */

/** From one audience to another; rooms to the right move what they keep about these posts. */
export interface PostsMoved {
  postIds: readonly string[];
  placeId: string;
  /** `back`: each to the audience that its post has now. */
  direction: 'away' | 'back';
}

type Mover = (trx: Trx, move: PostsMoved) => Promise<void>;
const movers = new Map<string, Mover>();

/** A room to the right that keeps rows about posts registers here, once, by its name. */
export function onPostsMoved(room: string, mover: Mover): void {
  movers.set(room, mover);
}

interface Held {
  id: string;
  place_id: string;
  group_id: string | null;
  author_id: string;
  root_id: string | null;
  in_reply_to: string | null;
  audience_id: number;
  reply_count: number;
  withheld: string | null;
  withheld_audience_id: number | null;
  published_at: Date;
}

/** Place, root, post: the order in which everybody locks. @throws {NotFound} when the post is gone. */
export async function lockForModeration(trx: Trx, postId: string): Promise<Held> {
  const found = await trx.selectFrom('post').select(['place_id', 'group_id', 'root_id']).where('id', '=', postId).executeTakeFirst();
  if (found === undefined) throw new NotFound();
  await trx.selectFrom('place').select('id').where('id', 'in', found.group_id === null ? [found.place_id] : [found.place_id, found.group_id]).orderBy('id').forNoKeyUpdate().execute();
  if (found.root_id !== null) await trx.selectFrom('post').select('id').where('id', '=', found.root_id).forNoKeyUpdate().execute();
  const post = await trx
    .selectFrom('post')
    .select(['id', 'place_id', 'group_id', 'author_id', 'root_id', 'in_reply_to', 'audience_id', 'reply_count', 'withheld', 'withheld_audience_id', 'published_at'])
    .where('id', '=', postId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (post === undefined) throw new NotFound();
  return post;
}

/**
 * Hides a post from all but the moderators, or lets it wait for them. Doing so twice changes nothing.
 * @returns false when it was hidden, or waiting, already.
 */
export async function withholdPost(trx: Trx, postId: string, why: 'hidden' | 'waiting', now: Date): Promise<boolean> {
  const post = await lockForModeration(trx, postId);
  if (post.withheld === why || (post.withheld === 'hidden' && why === 'waiting')) return false;
  if (post.withheld !== null) {
    // Out of sight already: waiting, or along with its root.
    await trx.updateTable('post').set({ withheld: why, withheld_at: now }).where('id', '=', postId).execute();
    if (post.withheld === 'with-root') await recountThread(trx, post);
    return true;
  }
  const { moderators_audience_id: moderators } = await trx.selectFrom('place').select('moderators_audience_id').where('id', '=', post.group_id ?? post.place_id).executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: string }>`
    update post set withheld = case when id = ${postId}::uuid then ${why} else 'with-root' end, withheld_audience_id = audience_id, withheld_at = ${now}, audience_id = ${moderators}::bigint
    where withheld is null and (id = ${postId}::uuid or root_id = ${postId}::uuid) returning id`.execute(trx);
  const postIds = rows.map((row) => row.id);
  await moveAttached(trx, { postIds, placeId: post.place_id, direction: 'away' });
  if (post.root_id === null) await countRoot(trx, post, post.audience_id, -1, null);
  else await recountThread(trx, post);
  await publish<PostWithheld>(trx, { type: 'PostWithheld', postId, rootId: post.root_id, placeId: post.place_id, authorId: post.author_id, why });
  return true;
}

/**
 * Gives a post back to those who might read it, or who may now: a place that closed meanwhile took the memory along, and an answer
 * goes where its root is.
 * @param asNew it was never to be seen: it is published at this moment, and told of as new
 * @returns false when nothing held it back.
 */
export async function releasePost(trx: Trx, postId: string, asNew: boolean, now: Date): Promise<boolean> {
  const post = await lockForModeration(trx, postId);
  if (post.withheld === null || post.withheld === 'with-root') return false;
  const moment = asNew ? { published_at: now } : {};
  if (asNew) await trx.updateTable('post_tag').set(moment).where('post_id', '=', postId).execute();
  const root = post.root_id === null ? null : await trx.selectFrom('post').select(['audience_id', 'withheld', 'withheld_audience_id']).where('id', '=', post.root_id).executeTakeFirstOrThrow();
  if (root !== null && root.withheld !== null) {
    await trx.updateTable('post').set({ ...moment, withheld: 'with-root', withheld_audience_id: within(root.withheld_audience_id, post) }).where('id', '=', postId).execute();
    await recountThread(trx, post);
    return true;
  }
  const audience = root === null ? post.withheld_audience_id : within(root.audience_id, post);
  if (audience === null) throw new Error('a post that is held back remembers no audience');
  const nothing = { withheld: null, withheld_audience_id: null, withheld_at: null };
  await trx.updateTable('post').set({ ...nothing, ...moment, audience_id: audience }).where('id', '=', postId).execute();
  const { rows } = await sql<{ id: string }>`
    update post set audience_id = withheld_audience_id, withheld = null, withheld_audience_id = null, withheld_at = null
    where root_id = ${postId}::uuid and withheld = 'with-root' returning id`.execute(trx);
  await moveAttached(trx, { postIds: [postId, ...rows.map((row) => row.id)], placeId: post.place_id, direction: 'back' });
  if (post.root_id === null) await countRoot(trx, post, audience, 1, asNew ? now : post.published_at);
  else await recountThread(trx, post);
  const about = { postId, rootId: post.root_id, placeId: post.place_id, authorId: post.author_id };
  if (asNew) await publish<PostPublished>(trx, { type: 'PostPublished', ...about });
  else await publish<PostReleased>(trx, { type: 'PostReleased', ...about });
  return true;
}

/** Where the root is; but an answer that was written behind a door, under what is for more again, stays with those it was for. */
function within(rootAudience: number | null, { withheld_audience_id: own }: Held): number | null {
  return rootAudience === PUBLIC_AUDIENCE || rootAudience === STAFF_AUDIENCE ? own : rootAudience;
}

/** What hangs on posts, and what rooms to the right keep about them, goes to the audience that each post has. */
export async function moveAttached(trx: Trx, move: PostsMoved): Promise<void> {
  for (const table of attached) {
    await sql`
      update ${sql.table(table)} as child set audience_id = post.audience_id from post
      where child.post_id = post.id and post.id = any(${[...move.postIds]}::uuid[]) and child.audience_id <> post.audience_id`.execute(trx);
  }
  for (const mover of movers.values()) await mover(trx, move);
}

/** Where it stands; see in-place.ts. */
async function countRoot(trx: Trx, post: Held, audienceId: number, delta: 1 | -1, at: Date | null): Promise<void> {
  await countPost(trx, post.group_id ?? post.place_id, audienceId, delta, at);
}

/** As the counts are kept one by one elsewhere (see delete-post.ts), made anew for the root and for what stands above a reply. */
export async function recountThread(trx: Trx, { root_id: rootId, in_reply_to: parent }: Pick<Held, 'root_id' | 'in_reply_to'>): Promise<void> {
  if (rootId === null) return;
  await sql`
    update post set reply_count = (
      select count(*) from post r where r.root_id = ${rootId}::uuid and r.deleted_at is null and (r.withheld is null or r.withheld = 'with-root'))
    where id = ${rootId}::uuid`.execute(trx);
  let id = parent;
  while (id !== null && id !== rootId) {
    const { rows } = await sql<{ in_reply_to: string | null; deleted_at: Date | null }>`
      update post set reply_count = (
        select count(*) from post r where r.in_reply_to = ${id}::uuid and (r.deleted_at is null or r.reply_count > 0) and (r.withheld is null or r.withheld = 'with-root'))
      where id = ${id}::uuid returning in_reply_to, deleted_at`.execute(trx);
    // What lives is shown whatever hangs under it: those above it count no other number.
    id = rows[0] === undefined || rows[0].deleted_at === null ? null : rows[0].in_reply_to;
  }
}
