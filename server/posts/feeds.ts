// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type PlaceForViewer, placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, encodeCursor } from '../platform/http/paging.ts';
import { tagName } from './body/find-words.ts';
import { type Asker, postsByIds } from './read-posts.ts';
import type { Post, PostKind } from './schemas.ts';

export interface Page {
  limit?: number;
  cursor?: string;
}

export interface PostPage {
  items: Post[];
  next: string | null;
}

interface Key {
  id: string;
  moment: Date;
}

/**
 * Every feed has one form: for each audience of the viewer the newest few, straight from an index that starts with that
 * audience, and of those the newest of all. The cost follows the number of audiences, never the number of posts.
 * Two statements a page: which posts, and what is shown of them. Before them the planner is told to walk the index: it takes
 * place and audience for independent, expects a handful of rows, and would fetch and sort everything in a place instead.
 */
async function page(trx: Trx, viewer: Asker, { limit = DEFAULT_LIMIT, cursor }: Page, keysOf: (after: Key | null, count: number) => RawBuilder<Key>): Promise<PostPage> {
  const keys = keysOf(decodeMomentCursor(cursor), limit + 1);
  await sql`set local enable_bitmapscan = off`.execute(trx);
  const { rows } = await keys.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await postsByIds(trx, viewer, shown.map((row) => row.id)),
    next: rows.length > limit && last !== undefined ? encodeCursor([last.moment.toISOString(), last.id]) : null,
  };
}

/** The newest posts of one audience, `audience.id` of the query around it; `from` adds what else must hold. */
function newestOfAudience(after: Key | null, count: number, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select post.id, post.published_at as moment from post
    where post.audience_id = audience.id and post.in_reply_to is null and post.deleted_at is null
      and ${condition} and ${before(after, sql`post.published_at`, sql`post.id`)}
    order by post.published_at desc, post.id desc limit ${count}`;
}

function before(after: Key | null, moment: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`(${moment}, ${id}) < (${after.moment}::timestamptz, ${after.id}::uuid)`;
}

function bigints(values: readonly number[]): RawBuilder<unknown> {
  return sql`${[...values]}::bigint[]`;
}

/** Audiences that belong to no place. */
function generalAudiences(viewer: Asker): number[] {
  return viewer.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
}

/** Everything that the viewer may read. */
export function squareFeed(trx: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select f.id, f.moment
    from unnest(${bigints(viewer.audiences)}) as audience (id)
    cross join lateral (${newestOfAudience(after, count, sql`true`)}) f
    order by f.moment desc, f.id desc limit ${count}`);
}

/** What is new in the places where the viewer is a member. */
export function mineFeed(trx: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select f.id, f.moment
    from membership m
    join place on place.id = m.place_id and place.deleted_at is null
    cross join lateral unnest(${bigints(generalAudiences(viewer))} || array[place.members_audience_id, place.staff_members_audience_id]) as audience (id)
    cross join lateral (${newestOfAudience(after, count, sql`post.place_id = place.id`)}) f
    where m.member_id = ${viewer.actorId}::uuid and m.state = 'active' and audience.id = any(${bigints(viewer.audiences)})
      and place.members_audience_id = any(${bigints(viewer.audiences)})
    order by f.moment desc, f.id desc limit ${count}`);
}

/** @throws {NotFound} when the viewer may not read in the building, as if it were not there. */
export async function buildingFeed(trx: Trx, viewer: Parameters<typeof placeForViewer>[1], slug: string, wanted: Page & { kind?: PostKind; tag?: string; pinned?: boolean }): Promise<PostPage> {
  const place = await placeForViewer(trx, viewer, slug);
  if (!place.can.read) throw new NotFound();
  if (wanted.pinned === true) return pinnedIn(trx, viewer, place, wanted);
  const audiences = audiencesWithin(viewer, place);
  // An empty field of a form is no wish; what cannot be a tag is on no post.
  const wish = wanted.tag === '' ? undefined : wanted.tag;
  const tag = wish === undefined ? null : tagName(wish);
  const condition = sql`post.place_id = ${place.id}::uuid
    and ${wanted.kind === undefined ? sql`true` : sql`post.kind = ${wanted.kind}`}
    and ${wish === undefined ? sql`true` : sql`exists (select from post_tag t where t.post_id = post.id and t.tag = ${tag})`}`;
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select f.id, f.moment
    from unnest(${bigints(audiences)}) as audience (id)
    cross join lateral (${newestOfAudience(after, count, condition)}) f
    order by f.moment desc, f.id desc limit ${count}`);
}

function pinnedIn(trx: Trx, viewer: Asker, place: PlaceForViewer, wanted: Page): Promise<PostPage> {
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select post.id, post.pinned_at as moment from post
    where post.place_id = ${place.id}::uuid and post.pinned_at is not null and post.deleted_at is null
      and post.audience_id = any(${bigints(audiencesWithin(viewer, place))})
      and ${before(after, sql`post.pinned_at`, sql`post.id`)}
    order by post.pinned_at desc, post.id desc limit ${count}`);
}

function audiencesWithin(viewer: Asker, place: PlaceForViewer): number[] {
  const theirs = [PUBLIC_AUDIENCE, STAFF_AUDIENCE, place.membersAudienceId, place.staffMembersAudienceId];
  return viewer.audiences.filter((audience) => theirs.includes(audience));
}

/** @throws {NotFound} when there is no such person. */
export async function personFeed(trx: Trx, viewer: Asker, handle: string, wanted: Page): Promise<PostPage> {
  const author = await trx
    .selectFrom('actor')
    .select('id')
    .where('handle', '=', handle)
    .where('domain', 'is', null)
    .where('type', '=', 'person')
    .where('deleted_at', 'is', null)
    .where('audience_id', 'in', [...viewer.audiences])
    .executeTakeFirst();
  if (author === undefined) throw new NotFound();
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select f.id, f.moment
    from unnest(${bigints(viewer.audiences)}) as audience (id)
    cross join lateral (${newestOfAudience(after, count, sql`post.author_id = ${author.id}::uuid`)}) f
    order by f.moment desc, f.id desc limit ${count}`);
}

/** Threads and replies with a tag; its rows go when their post is deleted. An unknown tag has no posts. */
export async function tagFeed(trx: Trx, viewer: Asker, tag: string, wanted: Page): Promise<PostPage> {
  const name = tagName(tag);
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select f.id, f.moment
    from unnest(${bigints(viewer.audiences)}) as audience (id)
    cross join lateral (
      select t.post_id as id, t.published_at as moment from post_tag t
      where t.tag = ${name} and t.audience_id = audience.id and ${before(after, sql`t.published_at`, sql`t.post_id`)}
      order by t.published_at desc, t.post_id desc limit ${count}) f
    order by f.moment desc, f.id desc limit ${count}`);
}

/** Last kept first; what has become unreadable since is passed over. */
export function bookmarkFeed(trx: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  return page(trx, viewer, wanted, (after, count) => sql<Key>`
    select b.post_id as id, b.created_at as moment
    from bookmark b join post on post.id = b.post_id
    where b.owner_id = ${viewer.actorId}::uuid and post.deleted_at is null and post.audience_id = any(${bigints(viewer.audiences)})
      and ${before(after, sql`b.created_at`, sql`b.post_id`)}
    order by b.created_at desc, b.post_id desc limit ${count}`);
}

/**
 * The whole thread that a post belongs to, without its root, oldest first; answers are told apart by `inReplyTo`.
 * A deleted reply stays as a tombstone while something living hangs under it.
 */
export async function threadOf(trx: Trx, viewer: Asker, post: Pick<Post, 'id' | 'root'>, { limit = DEFAULT_LIMIT, cursor }: Page): Promise<PostPage> {
  const after = decodeMomentCursor(cursor);
  const { rows } = await sql<Key>`
    select post.id, post.published_at as moment from post
    where post.root_id = ${post.root ?? post.id}::uuid and post.audience_id = any(${bigints(viewer.audiences)})
      and (post.deleted_at is null or post.reply_count > 0)
      and ${after === null ? sql`true` : sql`(post.published_at, post.id) > (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by post.published_at, post.id limit ${limit + 1}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await postsByIds(trx, viewer, shown.map((row) => row.id)),
    next: rows.length > limit && last !== undefined ? encodeCursor([last.moment.toISOString(), last.id]) : null,
  };
}
