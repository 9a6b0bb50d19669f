// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import type { Role } from './policy.ts';

/**
 * Keeps the counts and the moments of the last activity of a place, in the transaction that writes or removes a post.
 * What is public is kept apart: to those who are no members the rest must not show, not even as a number.
 * @param audienceId of the post
 * @param delta 1 for a new post, -1 for a removed one, 0 for activity that is no post of its own (a reply)
 * @param at the moment of what was written; null when something went away, which is no activity
 */
export async function countPost(trx: Trx, placeId: string, audienceId: number, delta: -1 | 0 | 1, at: Date | null): Promise<void> {
  await trx
    .updateTable('place')
    .set({
      post_count: sql<number>`greatest(post_count + ${delta}, 0)`,
      ...(at === null ? {} : { last_activity_at: sql<Date>`greatest(last_activity_at, ${at}::timestamptz)` }),
      ...(audienceId !== PUBLIC_AUDIENCE ? {} : { public_post_count: sql<number>`greatest(public_post_count + ${delta}, 0)` }),
      ...(audienceId !== PUBLIC_AUDIENCE || at === null ? {} : { public_activity_at: sql<Date>`greatest(public_activity_at, ${at}::timestamptz)` }),
    })
    .where('id', '=', placeId)
    .execute();
}

/** After posts moved to another audience: how many are public from now on, and when the last of it was written; null for nothing. */
export async function recountPublic(trx: Trx, placeId: string, posts: number, lastAt: Date | null): Promise<void> {
  await trx
    .updateTable('place')
    .set({ public_post_count: posts, public_activity_at: sql<Date>`greatest(created_at, ${lastAt}::timestamptz)` })
    .where('id', '=', placeId)
    .execute();
}

/** After posts of whatever audience were removed for good: how many are left. */
export async function recountAll(trx: Trx, placeId: string, posts: number): Promise<void> {
  await trx.updateTable('place').set({ post_count: posts }).where('id', '=', placeId).execute();
}

/** When what stood in one place stands in another. @param publicToo what was public is so there too */
export async function passPostCounts(trx: Trx, fromId: string, toId: string, publicToo: boolean): Promise<void> {
  await sql`
    update place set post_count = place.post_count + gone.post_count, public_post_count = place.public_post_count + case when ${publicToo} then gone.public_post_count else 0 end
    from place gone where place.id = ${toId}::uuid and gone.id = ${fromId}::uuid`.execute(trx);
}

/** The way back: so many stand in the place again, and no longer in the other. @param publicToo what is public was so there too */
export async function takePostCounts(trx: Trx, placeId: string, fromId: string, counted: { posts: number; publicPosts: number }, publicToo: boolean): Promise<void> {
  await trx.updateTable('place').set({ post_count: counted.posts, public_post_count: counted.publicPosts }).where('id', '=', placeId).execute();
  await sql`
    update place set post_count = greatest(post_count - ${counted.posts}, 0), public_post_count = greatest(public_post_count - ${publicToo ? counted.publicPosts : 0}, 0)
    where id = ${fromId}::uuid`.execute(trx);
}

const MOST_TOLD = 1_000;

/** The active members of a place with one of these roles: actor ids. For subscribers, which run as the system. */
export async function membersToNotify(trx: Trx, placeId: string, roles: readonly Role[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('membership')
    .select('member_id')
    .where('place_id', '=', placeId)
    .where('state', '=', 'active')
    .where('role', 'in', [...roles])
    .orderBy('id')
    .limit(MOST_TOLD)
    .execute();
  return rows.map((row) => row.member_id);
}

type UnreadCounts = (trx: Trx, viewer: Viewer, places: readonly { id: string; slug: string }[]) => Promise<ReadonlyMap<string, number>>;

let unreadCounts: UnreadCounts | null = null;

/** The room of posts tells how many posts of each building (by id) are unread; used in `Me.buildings`. */
export function provideUnreadCounts(counts: UnreadCounts): void {
  unreadCounts = counts;
}

export async function unreadIn(trx: Trx, viewer: Viewer, places: readonly { id: string; slug: string }[]): Promise<ReadonlyMap<string, number>> {
  return unreadCounts === null || places.length === 0 ? new Map() : unreadCounts(trx, viewer, places);
}
