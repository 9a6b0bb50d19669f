// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type ContentAudience, membershipsAround, type PlaceRef, type PlaceRefRow, placeUrl, toPlaceRef } from '../buildings/public.ts';
import { type ActorRef, actorRef } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { standingOf } from './lock-post.ts';
import { type PostFacts, postCan } from './policy.ts';
import type { Post, PostKind, ReactionName } from './schemas.ts';

export type Asker = Pick<Viewer, 'actorId' | 'audiences' | 'standsIn'>;

/** What {@link toPost} makes a post of. */
interface PostRow extends PlaceRefRow {
  id: string;
  uri: string;
  kind: string;
  title: string | null;
  html: string;
  text: string;
  language: string;
  audience_id: number;
  author_id: string;
  in_reply_to: string | null;
  root_id: string | null;
  reply_count: number;
  share_count: number;
  revision_count: number;
  pinned_at: Date | null;
  published_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  source: string;
  format: string;
  staff_members_audience_id: number;
  my_role: string | null;
  my_state: string | null;
  my_suspended: boolean | null;
  withheld: Post['withheld'];
  group: Omit<PlaceRef, 'url'> | null;
  /** In the building, of a post in a group. */
  my_building_role: string | null;
  my_building_state: string | null;
  my_building_suspended: boolean | null;
  author: ActorRef | null;
  elsewhere: Post['elsewhere'];
  tags: string[];
  reactions: Partial<Record<ReactionName, number>>;
  my_reactions: ReactionName[];
  bookmarked: boolean;
}

/**
 * Posts with everything that is shown of them, in one statement however many.
 * @param keys rows of `id`, `moment` and `found`, in any order; a post that is not for this viewer gives a row of nulls
 */
function postRows(viewer: Asker, keys: RawBuilder<unknown>, direction: RawBuilder<unknown>): RawBuilder<PostRow & { key_id: string; key_moment: Date; found: number }> {
  const me = viewer.actorId;
  // Guests have done nothing that could be looked up.
  const mine =
    me === null
      ? sql`null::text as my_role, null::text as my_state, null::boolean as my_suspended, null::text as my_building_role, null::text as my_building_state, null::boolean as my_building_suspended, false as bookmarked`
      : sql`mine.role as my_role, mine.state as my_state, mine.suspended_until is not null as my_suspended,
          there.role as my_building_role, there.state as my_building_state, there.suspended_until is not null as my_building_suspended,
          exists (select from bookmark b where b.post_id = post.id and b.owner_id = ${me}::uuid) as bookmarked`;
  const myPlace = me === null ? sql`` : sql`
    left join ${membershipsAround(viewer)} mine on mine.place_id = coalesce(g.id, p.id) and mine.member_id = ${me}::uuid
    left join ${membershipsAround(viewer)} there on g.id is not null and there.place_id = p.id and there.member_id = ${me}::uuid`;
  const myName = me === null ? sql`null::text` : sql`case when bool_or(r.actor_id = ${me}::uuid) then r.name end`;
  return sql`
    select key.id as key_id, key.moment as key_moment, key.found,
      post.id, post.uri, post.kind, post.title, post.html, post.text, post.language, post.audience_id, post.author_id, post.in_reply_to, post.root_id,
      post.reply_count, post.share_count, post.revision_count, post.pinned_at, post.published_at, post.edited_at, post.deleted_at, post.source, post.format, post.withheld,
      coalesce(g.staff_members_audience_id, p.staff_members_audience_id) as staff_members_audience_id,
      case when g.id is not null then json_build_object('id', g.id, 'slug', g.slug, 'name', ga.name, 'access', g.access) end as "group",
      p.id as place_id, p.slug as place_slug, pa.name as place_name, p.access as place_access,
      ${actorRef(viewer, 'post.author_id')} as author,
      case when p.host is not null then (select json_build_object('host', abroad.host, 'url', abroad.url, 'state', abroad.state) from remote_post abroad where abroad.post_id = post.id) end as elsewhere,
      array(select t.tag from post_tag t where t.post_id = post.id order by t.tag) as tags,
      coalesce(reacted.numbers, '{}') as reactions, coalesce(reacted.mine, '{}') as my_reactions, ${mine}
    from (${keys}) key
    left join post on post.id = key.id and post.audience_id = any(${bigints(viewer.audiences)})
    left join place p on p.id = post.place_id
    left join actor pa on pa.id = p.id
    left join place g on g.id = post.group_id
    left join actor ga on ga.id = g.id
    left join lateral (
      select jsonb_object_agg(c.name, c.number) as numbers, array_agg(c.mine order by c.mine) filter (where c.mine is not null) as mine
      from (select r.name, count(*) as number, ${myName} as mine from reaction r where r.post_id = post.id group by r.name) c) reacted on true
    ${myPlace}
    order by key.moment ${direction}, key.id ${direction}`;
}

/** Which end of the time a list begins at. */
export type Order = 'oldest first' | 'newest first';

export function directionOf(order: Order): RawBuilder<unknown> {
  return order === 'oldest first' ? sql`asc` : sql`desc`;
}

/** Outer joins leave nulls where the post, or its place, is not for this viewer. */
function isShown(row: { id: string | null; place_id: string | null }): boolean {
  return row.id !== null && row.place_id !== null;
}

export function bigints(values: readonly number[]): RawBuilder<unknown> {
  return sql`${[...values]}::bigint[]`;
}

interface Keyed {
  /** In the order of the keys; what is gone or not for this viewer is left out. */
  posts: Post[];
  /** Of the last key, whether its post is shown or not. */
  last: { id: string; moment: Date } | null;
  /** There were more keys than `limit`. */
  more: boolean;
}

/** The posts of up to `limit` keys, in one statement. @param keys rows of `id` and `moment`, one more than `limit` where there are more */
export async function postsByKeys(db: Trx, viewer: Asker, limit: number, order: Order, keys: RawBuilder<unknown>): Promise<Keyed> {
  const direction = directionOf(order);
  const counted = sql`
    select wanted.id, wanted.moment, (count(*) over ())::int as found from (${keys}) wanted
    order by wanted.moment ${direction}, wanted.id ${direction} limit ${sql.lit(limit)}`;
  const { rows } = await postRows(viewer, counted, direction).execute(db);
  const last = rows.at(-1);
  return {
    posts: rows.flatMap((row) => (isShown(row) ? toPost(viewer, row) : [])),
    last: last === undefined ? null : { id: last.key_id, moment: last.key_moment },
    more: (last?.found ?? 0) > limit,
  };
}

/**
 * One post, or its tombstone where something living hangs under it. Its author finds what was typed in `source`.
 * @throws {NotFound} when absent, hidden from the viewer, or deleted without replies.
 */
export async function postForViewer(db: Trx, viewer: Asker, id: string): Promise<Post> {
  const { rows } = await postRows(viewer, sql`select ${id}::uuid as id, null::timestamptz as moment, 1 as found`, sql`desc`).execute(db);
  const row = rows[0];
  if (row === undefined || !isShown(row) || (row.deleted_at !== null && row.reply_count === 0)) throw new NotFound();
  const post = toPost(viewer, row);
  // A check constraint keeps the format to these words.
  return post.can.edit ? { ...post, source: { body: row.source, format: row.format as 'markdown' | 'html' } } : post;
}

/** One's own post while it is held back: read as the system, and by its author alone. @throws {NotFound} */
export async function ownPost(trx: Trx, author: Member, id: string): Promise<Post> {
  return withSystem(trx, async () => {
    const row = await trx.selectFrom('post').select('audience_id').where('id', '=', id).where('author_id', '=', author.actorId).executeTakeFirst();
    if (row === undefined) throw new NotFound();
    return postForViewer(trx, { actorId: author.actorId, audiences: [...author.audiences, row.audience_id] }, id);
  });
}

export function postUrl(id: string, rootId: string | null): string {
  return rootId === null ? `/posts/${id}` : `/posts/${rootId}#post-${id}`;
}

/** In words; what is for the civil servants among the members is for civil servants. */
function audienceName(audienceId: number, place: { staff_members_audience_id: number }): ContentAudience {
  if (audienceId === PUBLIC_AUDIENCE) return 'public';
  return audienceId === STAFF_AUDIENCE || audienceId === place.staff_members_audience_id ? 'staff' : 'members';
}

function toPost(viewer: Asker, row: PostRow): Post {
  const building = toPlaceRef(row);
  const deleted = row.deleted_at !== null;
  const facts: PostFacts = { authorId: row.author_id, deleted, isReply: row.root_id !== null, withheld: row.withheld !== null, isPublic: row.audience_id === PUBLIC_AUDIENCE };
  const standing = standingOf(row.my_role, row.my_state, row.my_suspended === true);
  const group = row.group === null ? null : { ...row.group, url: placeUrl(row.group.slug, building.slug) };
  const there = standingOf(row.my_building_role, row.my_building_state, row.my_building_suspended === true);
  const place = group === null ? building : { access: group.access, building: { access: building.access, standing: there } };
  // A check constraint keeps the kind to these words.
  return {
    id: row.id,
    uri: row.uri,
    url: postUrl(row.id, row.root_id),
    kind: row.kind as PostKind,
    title: row.title,
    html: row.html,
    text: row.text,
    author: deleted ? null : row.author,
    building,
    group,
    audience: audienceName(row.audience_id, row),
    tags: row.tags,
    language: row.language,
    publishedAt: row.published_at.toISOString(),
    editedAt: deleted ? null : (row.edited_at?.toISOString() ?? null),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    replyCount: row.reply_count,
    ...(row.share_count === 0 || deleted ? {} : { shareCount: row.share_count }),
    reactions: row.reactions,
    myReactions: row.my_reactions,
    bookmarked: row.bookmarked && !deleted,
    pinned: row.pinned_at !== null,
    inReplyTo: row.in_reply_to,
    root: row.root_id,
    revisionCount: row.revision_count,
    withheld: row.withheld,
    elsewhere: row.elsewhere,
    can: postCan(viewer, facts, place, standing),
  };
}
