// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type PlaceAddress, type PlaceForViewer, placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { walkingIndexes } from '../platform/db/driver.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { NotFound } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, encodeCursor } from '../platform/http/paging.ts';
import { tagName } from './body/find-words.ts';
import { type Asker, bigints, type Order, postsByKeys } from './read-posts.ts';
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

/** The ends of a page: where the page before it ended, and how many keys tell whether there is another. */
interface Ends {
  after: Key | null;
  count: number;
}

/** Which posts a page holds, and then what is shown of them: one statement. */
async function page(db: Trx, viewer: Asker, { limit = DEFAULT_LIMIT, cursor }: Page, keysOf: (ends: Ends) => RawBuilder<unknown>, order: Order = 'newest first'): Promise<PostPage> {
  const keys = keysOf({ after: decodeMomentCursor(cursor), count: limit + 1 });
  await db.executeQuery(walkingIndexes);
  const { posts, last, more } = await postsByKeys(db, viewer, limit, order, keys);
  return { items: posts, next: more && last !== null ? encodeCursor([last.moment.toISOString(), last.id]) : null };
}

/**
 * The newest of many sources (an audience, or an audience in a place), each straight from an index that begins with it.
 *
 * First only the newest post of each: the page cannot hold anything of a source whose newest is older than that of as many
 * others as the page has room for. Only of the sources that are left as many as the page holds. So the cost follows the number
 * of sources, each of which is looked into once, and never the number of posts.
 * @param sources rows that `newest` refers to as `source`
 * @param newest so many rows of `id` and `moment` of one source, newest first
 */
function newestOf(sources: RawBuilder<unknown>, { count }: Ends, newest: (count: number) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select f.id, f.moment
    from (
      select source.* from (${sources}) source cross join lateral (${newest(1)}) head
      order by head.moment desc, head.id desc limit ${sql.lit(count)}) source
    cross join lateral (${newest(count)}) f
    order by f.moment desc, f.id desc limit ${sql.lit(count)}`;
}

/** Threads of the audience of the source; `condition` adds what else must hold. */
function newestThreads({ after }: Ends, condition: RawBuilder<unknown>) {
  return (count: number): RawBuilder<unknown> => sql`
    select post.id, post.published_at as moment from post
    where post.audience_id = source.audience_id and post.in_reply_to is null and post.deleted_at is null and post.withheld is null
      and ${condition} and ${past(after, sql`post.published_at`, sql`post.id`)}
    order by post.published_at desc, post.id desc limit ${sql.lit(count)}`;
}

function past(after: Key | null, moment: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return after === null ? sql`true` : sql`(${moment}, ${id}) < (${after.moment}::timestamptz, ${after.id}::uuid)`;
}

function audiences(ids: readonly number[]): RawBuilder<unknown> {
  return sql`select audience_id from unnest(${bigints(ids)}) as audience_id`;
}

/** Audiences that belong to no place. */
function generalAudiences(viewer: Asker): number[] {
  return viewer.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
}

/** Not by those whom the viewer muted or blocked. Looked up once for a page, however many posts; most people have nobody there. */
export function notSpared(viewer: Pick<Asker, 'actorId'>, author: RawBuilder<unknown>, kinds: 'all' | 'blocked' = 'all'): RawBuilder<unknown> {
  if (viewer.actorId === null) return sql`true`;
  const which = kinds === 'all' ? sql`true` : sql`t.kind = 'block'`;
  return sql`${author} not in (select t.person_id from person_tie t where t.owner_id = ${viewer.actorId}::uuid and ${which})`;
}

/** Everything that the viewer may read. */
export function squareFeed(db: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  return page(db, viewer, wanted, (ends) => newestOf(audiences(viewer.audiences), ends, newestThreads(ends, notSpared(viewer, sql`post.author_id`))));
}

/** What is new in the places where the viewer is a member: of a building all that everybody may read in it, of a group what is for its members. */
export function mineFeed(db: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  const theirs = bigints(viewer.audiences);
  const sources = sql`
    select m.building_id as place_id, audience.id as audience_id
    from membership m
    cross join lateral unnest(case when m.place_id = m.building_id then ${bigints(generalAudiences(viewer))} else '{}' end || array[m.members_audience_id, m.staff_members_audience_id]) as audience (id)
    where m.member_id = ${viewer.actorId}::uuid and m.state = 'active' and audience.id = any(${theirs}) and m.members_audience_id = any(${theirs})`;
  return page(db, viewer, wanted, (ends) => newestOf(sources, ends, newestThreads(ends, sql`post.place_id = source.place_id and ${notSpared(viewer, sql`post.author_id`)}`)));
}

/**
 * What was written in a building, with what the viewer may read in its groups; or in one group.
 * @throws {NotFound} when the viewer may not read in the place, as if it were not there.
 */
export async function placeFeed(db: Trx, viewer: Parameters<typeof placeForViewer>[1], address: PlaceAddress, wanted: Page & { kind?: PostKind; tag?: string; pinned?: boolean }): Promise<PostPage> {
  const place = await placeForViewer(db, viewer, address);
  if (!place.can.read) throw new NotFound();
  if (wanted.pinned === true) return pinnedIn(db, viewer, place, wanted);
  // An empty field of a form is no wish; what cannot be a tag is on no post.
  const wish = wanted.tag === '' ? undefined : wanted.tag;
  const tag = wish === undefined ? null : tagName(wish);
  const condition = sql`${within(place)} and ${notSpared(viewer, sql`post.author_id`)}
    and ${wanted.kind === undefined ? sql`true` : sql`post.kind = ${wanted.kind}`}
    and ${wish === undefined ? sql`true` : sql`exists (select from post_tag t where t.post_id = post.id and t.tag = ${tag})`}`;
  return page(db, viewer, wanted, (ends) => newestOf(sourcesIn(viewer, place), ends, newestThreads(ends, condition)));
}

function within({ id, building }: PlaceForViewer): RawBuilder<unknown> {
  return building === null ? sql`post.place_id = ${id}::uuid` : sql`post.group_id = ${id}::uuid`;
}

/** The audiences of the place that the viewer holds; of a building those of its groups too. */
function sourcesIn(viewer: Asker, place: PlaceForViewer): RawBuilder<unknown> {
  const own = audiences(audiencesWithin(viewer, place));
  if (place.building !== null) return own;
  return sql`${own} union all
    select theirs.audience_id from place g cross join lateral (values (g.members_audience_id), (g.staff_members_audience_id)) theirs (audience_id)
    where g.parent_id = ${place.id}::uuid and g.deleted_at is null and theirs.audience_id = any(${bigints(viewer.audiences)})`;
}

function pinnedIn(db: Trx, viewer: Asker, place: PlaceForViewer, wanted: Page): Promise<PostPage> {
  return page(db, viewer, wanted, ({ after, count }) => sql`
    select post.id, post.pinned_at as moment from post
    where ${within(place)} ${place.building === null ? sql`and post.group_id is null` : sql``} and post.pinned_at is not null and post.deleted_at is null and post.withheld is null
      and post.audience_id = any(${bigints(audiencesWithin(viewer, place))})
      and ${past(after, sql`post.pinned_at`, sql`post.id`)}
    order by post.pinned_at desc, post.id desc limit ${sql.lit(count)}`);
}

function audiencesWithin(viewer: Asker, place: PlaceForViewer): number[] {
  const theirs = [PUBLIC_AUDIENCE, STAFF_AUDIENCE, place.membersAudienceId, place.staffMembersAudienceId];
  return viewer.audiences.filter((audience) => theirs.includes(audience));
}

/** @throws {NotFound} when there is no such person. */
export async function personFeed(db: Trx, viewer: Asker, handle: string, wanted: Page): Promise<PostPage> {
  const [name = '', host] = handle.replace(/^@/, '').split('@');
  const author = await db
    .selectFrom('actor')
    .select('id')
    .where('handle_key', '=', sameCase(name))
    .where('domain', host === undefined ? 'is' : '=', host?.toLowerCase() ?? null)
    .where('type', '=', 'person')
    .where('deleted_at', 'is', null)
    .where('audience_id', 'in', [...viewer.audiences])
    .executeTakeFirst();
  if (author === undefined) throw new NotFound();
  return page(db, viewer, wanted, (ends) => newestOf(audiences(viewer.audiences), ends, newestThreads(ends, sql`post.author_id = ${author.id}::uuid`)));
}

/** Threads and replies with a tag; its rows go when their post is deleted. An unknown tag has no posts. */
export async function tagFeed(db: Trx, viewer: Asker, tag: string, wanted: Page): Promise<PostPage> {
  const name = tagName(tag);
  return page(db, viewer, wanted, (ends) =>
    newestOf(audiences(viewer.audiences), ends, (count) => sql`
      select t.post_id as id, t.published_at as moment from post_tag t
      where t.tag = ${name} and t.audience_id = source.audience_id
        and ${viewer.actorId === null ? sql`true` : sql`not exists (select from person_tie n join post p on p.author_id = n.person_id where n.owner_id = ${viewer.actorId}::uuid and p.id = t.post_id)`} and ${past(ends.after, sql`t.published_at`, sql`t.post_id`)}
      order by t.published_at desc, t.post_id desc limit ${sql.lit(count)}`));
}

/** Last kept first; what has become unreadable since is passed over. */
export function bookmarkFeed(db: Trx, viewer: Asker, wanted: Page): Promise<PostPage> {
  return page(db, viewer, wanted, ({ after, count }) => sql`
    select b.post_id as id, b.created_at as moment
    from bookmark b join post on post.id = b.post_id
    where b.owner_id = ${viewer.actorId}::uuid and post.deleted_at is null and post.audience_id = any(${bigints(viewer.audiences)})
      and ${past(after, sql`b.created_at`, sql`b.post_id`)}
    order by b.created_at desc, b.post_id desc limit ${sql.lit(count)}`);
}

/**
 * The whole thread that a post belongs to, without its root, oldest first; answers are told apart by `inReplyTo`.
 * A deleted reply stays as a tombstone while something living hangs under it.
 */
export function threadOf(db: Trx, viewer: Asker, post: Pick<Post, 'id' | 'root'>, wanted: Page): Promise<PostPage> {
  const keysOf = ({ after, count }: Ends) => sql`
    select post.id, post.published_at as moment from post
    where post.root_id = ${post.root ?? post.id}::uuid and post.audience_id = any(${bigints(viewer.audiences)})
      and (post.deleted_at is null or post.reply_count > 0)
      and ${notSpared(viewer, sql`post.author_id`, 'blocked')}
      and ${after === null ? sql`true` : sql`(post.published_at, post.id) > (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by post.published_at, post.id limit ${sql.lit(count)}`;
  return page(db, viewer, wanted, keysOf, 'oldest first');
}
