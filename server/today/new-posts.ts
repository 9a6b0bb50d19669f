// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import { type PlaceRef, placeUrl } from '../buildings/public.ts';
import { type ActorRef, actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { type PostKind, postUrl, stillNew } from '../posts/public.ts';
import type { NewPostSchema, OnSquareSchema } from './schemas.ts';

type NewPost = Static<typeof NewPostSchema>;
export type OnSquare = Static<typeof OnSquareSchema>;

const EXCERPT_LENGTH = 240;
export const MOST_ON_SQUARE = 5;
/** Of the newest in public, whatever their number; most of it may be in one's own places. */
const MOST_LOOKED_AT = 200;
/** Who never was on the square finds what happened in the week before they came. */
const BEFORE_FIRST = sql`interval '7 days'`;

interface Row {
  id: string;
  kind: PostKind;
  title: string | null;
  excerpt: string;
  author: ActorRef | null;
  published_at: Date;
  reply_count: number;
  place: Omit<PlaceRef, 'url'> & { building: string | null };
}

/** The columns of {@link toNewPost}, of `post`. */
const columns = (member: Member): RawBuilder<unknown> => sql`
  post.id, post.kind, nullif(post.title, '') as title, left(post.text, ${EXCERPT_LENGTH}) as excerpt, ${actorRef(member, 'post.author_id')} as author, post.published_at, post.reply_count,
  (select json_build_object('id', l.id, 'slug', l.slug, 'name', pa.name, 'access', l.access, 'building', inside.slug)
    from place l join actor pa on pa.id = l.id left join place inside on inside.id = l.parent_id where l.id = coalesce(post.group_id, post.place_id)) as place`;

function toNewPost({ place: { building, ...place }, published_at, reply_count, ...post }: Row): NewPost {
  return { ...post, url: postUrl(post.id, null), publishedAt: published_at.toISOString(), replyCount: reply_count, place: { ...place, url: placeUrl(place.slug, building) } };
}

/** By id; what is gone since is left out. */
export async function newPosts(trx: Trx, member: Member, ids: readonly string[]): Promise<Map<string, NewPost>> {
  const { rows } = await sql<Row | (Row & { place: null })>`
    select ${columns(member)} from post
    where post.id = any (${[...ids]}::uuid[]) and post.audience_id = any (${[...member.audiences]}::bigint[]) and post.deleted_at is null`.execute(trx);
  return new Map(rows.filter((row): row is Row => row.place !== null).map((row) => [row.id, toNewPost(row)]));
}

/** From when on the square is new to the member. */
const sinceSquare = (member: Member): RawBuilder<unknown> => sql`coalesce(
  (select r.published_at from read_marker r where r.owner_id = ${member.actorId}::uuid and r.scope = 'square'),
  (select a.created_at - ${BEFORE_FIRST} from actor a where a.id = ${member.actorId}::uuid))`;

/** Newest first: what was written for everybody (or for all civil servants) outside the member's places, and buildings that opened. @param except threads that are shown elsewhere */
export async function newOnSquare(trx: Trx, member: Member, except: readonly string[]): Promise<OnSquare[]> {
  const me = sql`${member.actorId}::uuid`;
  const general = member.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
  const posts = await sql<Row>`
    with since as materialized (select ${sinceSquare(member)} as moment),
    mine as materialized (select m.place_id from membership m where m.member_id = ${me} and m.state = 'active')
    select ${columns(member)}
    from (
      select newest.* from since, unnest(${general}::bigint[]) as audience (id)
      cross join lateral (
        select post.id, post.published_at, post.author_id, coalesce(post.group_id, post.place_id) as place_id from post
        where post.audience_id = audience.id and post.in_reply_to is null and post.deleted_at is null and post.withheld is null and post.published_at > since.moment
        order by post.published_at desc, post.id desc limit ${MOST_LOOKED_AT}) newest
      where newest.place_id not in (select place_id from mine) and newest.author_id <> ${me} and newest.id <> all (${[...except]}::uuid[]) and ${stillNew(member, 'newest')}
      order by newest.published_at desc, newest.id desc limit ${MOST_ON_SQUARE}) found
    join post on post.id = found.id
    order by post.published_at desc, post.id desc`.execute(trx);
  const buildings = await sql<{ created_at: Date; building: Omit<PlaceRef, 'url'> & { summary: string } }>`
    with since as materialized (select ${sinceSquare(member)} as moment)
    select p.created_at, json_build_object('id', p.id, 'slug', p.slug, 'name', pa.name, 'access', p.access, 'summary', pa.summary) as building
    from since, place p join actor pa on pa.id = p.id
    where p.kind = 'building' and p.deleted_at is null and p.created_at > since.moment and p.audience_id = any (${[...member.audiences]}::bigint[])
      and not exists (select from membership m where m.place_id = p.id and m.member_id = ${me})
    order by p.created_at desc, p.id desc limit ${MOST_ON_SQUARE}`.execute(trx);
  return [
    ...posts.rows.filter((row) => row.place !== null).map((row): OnSquare => ({ id: row.id, at: row.published_at.toISOString(), post: toNewPost(row), building: null })),
    ...buildings.rows.map(({ created_at, building }): OnSquare => ({ id: building.id, at: created_at.toISOString(), post: null, building: { ...building, url: placeUrl(building.slug, null) } })),
  ]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST_ON_SQUARE);
}

export interface ToVisit extends PlaceRef {
  summary: string;
  memberCount: number;
}

const SHOWN_TO_VISIT = 3;

/** Open buildings where the member is not, the liveliest first. */
export async function placesToVisit(trx: Trx, member: Member): Promise<ToVisit[]> {
  const { rows } = await sql<Omit<ToVisit, 'url'>>`
    select p.id, p.slug, pa.name, p.access, pa.summary, p.member_count as "memberCount"
    from place p join actor pa on pa.id = p.id
    where p.kind = 'building' and p.deleted_at is null and p.access = 'open' and p.audience_id = any (${[...member.audiences]}::bigint[])
      and not exists (select from membership m where m.place_id = p.id and m.member_id = ${member.actorId}::uuid)
    order by p.public_activity_at desc, p.id desc limit ${SHOWN_TO_VISIT}`.execute(trx);
  return rows.map((row) => ({ ...row, url: placeUrl(row.slug, null) }));
}
