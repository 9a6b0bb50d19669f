// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { walkingIndexes } from '../platform/db/driver.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import { notSpared } from './feeds.ts';

/** A place shows no higher number. */
export const MOST_UNREAD = 99;
/** Of one audience in one place; so the cost follows the number of places and never that of posts. */
const MOST_LOOKED_AT = 200;

/**
 * Rows of places where the member is: what is new there since they read its feed, or since they joined. Places that they want to hear
 * nothing of have nothing new. From when on is found first and by itself: behind a lock `coalesce` is not trusted, and no index would
 * be asked for what is newer.
 */
function placesOf(member: Pick<Member, 'actorId' | 'audiences'>): RawBuilder<unknown> {
  const me = sql`${member.actorId}::uuid`;
  return sql`
    select place.id, place.kind, place.members_audience_id, place.staff_members_audience_id,
      coalesce(r.published_at, m.created_at) as since, coalesce(r.post_id, '00000000-0000-0000-0000-000000000000') as since_id
    from membership m
    join place on place.id = m.place_id and place.deleted_at is null
    left join read_marker r on r.owner_id = ${me} and r.scope = place.kind || ':' || place.id
    where m.member_id = ${me} and m.state = 'active' and m.members_audience_id = any(${[...member.audiences]}::bigint[])
      and not exists (select from place_level l where l.owner_id = ${me} and l.place_id = m.place_id and l.level = 'none')`;
}

/** Of one audience in one place: each kind of place has an index of its own. */
function newestIn(place: RawBuilder<unknown>, me: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
          select post.id, post.published_at, post.author_id from post
          where ${place} and post.audience_id = audience.id and post.in_reply_to is null and post.deleted_at is null and post.withheld is null
            and (post.published_at, post.id) > (place.since, place.since_id)
            and post.author_id <> ${me}
          order by post.published_at desc, post.id desc
          limit ${MOST_LOOKED_AT})`;
}

/** Not opened, not silenced, and by nobody whom the member is spared. Of rows of `id` and `author_id`. */
export function stillNew(member: Pick<Member, 'actorId'>, row: string): RawBuilder<unknown> {
  const me = sql`${member.actorId}::uuid`;
  return sql`not exists (select from thread_read t where t.owner_id = ${me} and t.root_id = ${sql.ref(`${row}.id`)})
    and not exists (select from thread_level l where l.owner_id = ${me} and l.root_id = ${sql.ref(`${row}.id`)} and l.level = 'none')
    and ${notSpared(member, sql.ref(`${row}.author_id`))}`;
}

/** Rows of `id`, `published_at` and `author_id`: what is new in `place`, a row of {@link placesOf}. */
function newIn(member: Pick<Member, 'actorId' | 'audiences'>): RawBuilder<unknown> {
  const me = sql`${member.actorId}::uuid`;
  const general = member.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
  return sql`
        select newest.*
        from unnest(${general}::bigint[] || array[place.members_audience_id, place.staff_members_audience_id]) as audience (id)
        cross join lateral (${newestIn(sql`place.kind = 'building' and post.place_id = place.id and post.group_id is null`, me)} union all ${newestIn(sql`place.kind = 'group' and post.group_id = place.id`, me)}) newest
        where audience.id = any(${[...member.audiences]}::bigint[]) and ${stillNew(member, 'newest')}`;
}

/** How many posts of each place are new to the viewer; {@link MOST_UNREAD} at most. The same number wherever a place is named. */
export async function unreadCounts(trx: Trx, viewer: Viewer, places: readonly { id: string }[]): Promise<ReadonlyMap<string, number>> {
  if (viewer.actorId === null || places.length === 0) return new Map();
  await trx.executeQuery(walkingIndexes);
  const { rows } = await sql<{ id: string; unread: number }>`
    with mine as materialized (${placesOf(viewer)} and m.place_id = any(${places.map((place) => place.id)}::uuid[]))
    select place.id, unread.number as unread
    from mine as place
    cross join lateral (select count(*)::integer as number from (${newIn(viewer)} limit ${MOST_UNREAD}) capped) unread`.execute(trx);
  return new Map(rows.map((row) => [row.id, row.unread]));
}

export interface UnreadPlace {
  placeId: string;
  unread: number;
  newestId: string;
  newestAt: Date;
  /** The newest, without those that are shown elsewhere. */
  postIds: string[];
}

const SHOWN_PER_PLACE = 3;
const MOST_PLACES = 200;

/** The places with something new, the latest first. @param except threads that are shown elsewhere; they count */
export async function unreadPlaces(trx: Trx, member: Member, except: readonly string[]): Promise<UnreadPlace[]> {
  await trx.executeQuery(walkingIndexes);
  const { rows } = await sql<UnreadPlace>`
    with mine as materialized (${placesOf(member)})
    select place.id as "placeId", least(found.number, ${MOST_UNREAD}::integer) as unread, found.newest_id as "newestId", found.newest_at as "newestAt", coalesce(found.ids, '{}') as "postIds"
    from mine as place
    cross join lateral (
      select count(*)::integer as number, max(n.published_at) as newest_at, (array_agg(n.id order by n.published_at desc, n.id desc))[1] as newest_id,
        (array_agg(n.id order by n.published_at desc, n.id desc) filter (where n.id <> all (${[...except]}::uuid[])))[1:${sql.lit(SHOWN_PER_PLACE)}] as ids
      from (${newIn(member)}) n) found
    where found.number > 0
    order by found.newest_at desc, place.id limit ${MOST_PLACES}`.execute(trx);
  return rows;
}
