// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { walkingIndexes } from '../platform/db/driver.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import type { DigestWindow } from './digest.ts';
import { aboutPosts, type Kind } from './kinds.ts';

/** More than this nobody reads of one place in a mail; the rest is one press away. */
const MOST_OF_A_PLACE = 50;
const MOST_NOTIFICATIONS = 200;

export interface DigestNotification {
  id: string;
  kind: Kind;
  actorId: string | null;
  postId: string | null;
  rootId: string | null;
  placeId: string | null;
  createdAt: Date;
}

export interface DigestPlace {
  placeId: string;
  /** Newest first. */
  postIds: string[];
  /** There are more new ones than these. */
  more: boolean;
}

export interface DigestContents {
  /** Newest first. */
  notifications: DigestNotification[];
  /** Where the newest is, first. */
  places: DigestPlace[];
}

/**
 * What a digest of this window holds for somebody at this moment: notifications that were neither read nor told, and what is new in
 * their places and not read. Ids only; read as the recipient, both locks. Two statements, whose cost follows the places of the
 * recipient and not the number of posts.
 */
export async function digestContents(db: Trx, member: Member, window: Pick<DigestWindow, 'from' | 'until'>): Promise<DigestContents> {
  const notifications = await waitingNotifications(db, member, sql`n.told_at is null`);
  return { notifications, places: await newInPlaces(db, member, window) };
}

/** Of what a digest or mail was made of: what is still unread and for this person, newest first. Asked again when it is sent. */
export function stillUnread(db: Trx, member: Member, notificationIds: readonly string[]): Promise<DigestNotification[]> {
  return waitingNotifications(db, member, sql`n.id = any(${[...notificationIds]}::uuid[])`);
}

/** Of new posts that a digest was made of: those that the recipient may still read and has not read meanwhile, newest first. */
export async function stillNew(db: Trx, member: Member, postIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select post.id from post
    left join read_marker r on r.owner_id = ${member.actorId}::uuid
      and r.scope = case when post.group_id is null then 'building:' || post.place_id else 'group:' || post.group_id end
    where post.id = any(${[...postIds]}::uuid[]) and post.audience_id = any(${audiencesOf(member)})
      and (r.published_at is null or (post.published_at, post.id) > (r.published_at, r.post_id)) and ${isNews(member)}
    order by post.published_at desc, post.id desc`.execute(db);
  return rows.map((row) => row.id);
}

const audiencesOf = (member: Member) => sql`${[...member.audiences]}::bigint[]`;

/** Of `notification n`, about a request: it still waits, and the recipient still decides there or in the building around it. */
const isMineToAnswer = sql`(
        exists (select from membership asked where asked.place_id = n.place_id and asked.member_id = n.actor_id and asked.state = 'requested')
        and exists (select from place l join membership mine on mine.place_id in (l.id, l.parent_id) where l.id = n.place_id and mine.member_id = n.recipient_id
          and mine.state = 'active' and mine.suspended_until is null and mine.role in ('moderator', 'admin')))`;

async function waitingNotifications(db: Trx, member: Member, which: RawBuilder<unknown>): Promise<DigestNotification[]> {
  const { rows } = await sql<DigestNotification>`
    select n.id, n.kind, n.actor_id as "actorId", n.post_id as "postId", n.root_id as "rootId", n.place_id as "placeId", n.created_at as "createdAt"
    from notification n
    left join place_level p on p.owner_id = n.recipient_id and p.place_id = n.place_id
    left join thread_level t on t.owner_id = n.recipient_id and t.root_id = n.root_id
    where n.recipient_id = ${member.actorId}::uuid and n.read_at is null and ${which} and n.audience_id = any(${audiencesOf(member)})
      and (n.kind <> all(${[...aboutPosts]}) or coalesce(t.level, p.level, '') <> 'none')
      and (n.kind <> 'request' or ${isMineToAnswer})
      and (n.post_id is null or exists (select from post where post.id = n.post_id and post.deleted_at is null and post.withheld is null))
      and not exists (select from person_tie tie where tie.owner_id = n.recipient_id and tie.person_id = n.actor_id)
      and (n.kind <> 'watched' or n.post_id <> n.root_id or not exists (
        select from post join read_marker r on r.owner_id = n.recipient_id and r.scope in ('building:' || n.place_id, 'group:' || n.place_id)
        where post.id = n.post_id and (post.published_at, post.id) <= (r.published_at, r.post_id)))
    order by n.created_at desc, n.id desc limit ${sql.lit(MOST_NOTIFICATIONS)}`.execute(db);
  return rows;
}

/** Of `post`, a first post: not one's own, of nobody one wants to be spared, of no thread that was opened or is not wanted, and never told. */
function isNews({ actorId }: Member): RawBuilder<unknown> {
  const me = sql`${actorId}::uuid`;
  return sql`post.in_reply_to is null and post.deleted_at is null and post.withheld is null and post.author_id <> ${me}
    and not exists (select from person_tie tie where tie.owner_id = ${me} and tie.person_id = post.author_id)
    and not exists (select from thread_read opened where opened.owner_id = ${me} and opened.root_id = post.id)
    and not exists (select from thread_level l where l.owner_id = ${me} and l.root_id = post.id and l.level in ('none', 'mentions'))
    and not exists (select from notification told where told.recipient_id = ${me} and told.post_id = post.id)`;
}

/**
 * From when on is found first and by itself, as for the counts of what is unread: behind a lock no index would be asked for what is
 * newer than something that is reckoned.
 */
async function newInPlaces(db: Trx, member: Member, { from, until }: Pick<DigestWindow, 'from' | 'until'>): Promise<DigestPlace[]> {
  const me = sql`${member.actorId}::uuid`;
  const general = member.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
  const newest = (place: RawBuilder<unknown>) => sql`(
    select post.id, post.published_at from post
    where ${place} and post.audience_id = audience.id
      and (post.published_at, post.id) > (place.since, place.since_id) and post.published_at <= ${until}
      and ${isNews(member)}
    order by post.published_at desc, post.id desc limit ${sql.lit(MOST_OF_A_PLACE + 1)})`;
  await db.executeQuery(walkingIndexes);
  const { rows } = await sql<{ place_id: string; post_id: string }>`
    with heard as materialized (
      select place.id, place.kind, place.members_audience_id, place.staff_members_audience_id,
        case when r.published_at >= ${from} then r.published_at else greatest(${from}::timestamptz, m.created_at) end as since,
        case when r.published_at >= ${from} then r.post_id else 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end as since_id
      from (
        select place_id from membership where member_id = ${me} and state = 'active'
        union
        select place_id from place_level where owner_id = ${me} and level in ('digest', 'all')) listed
      join place on place.id = listed.place_id and place.deleted_at is null
      left join membership m on m.place_id = place.id and m.member_id = ${me} and m.state = 'active'
      left join place_level l on l.place_id = place.id and l.owner_id = ${me}
      left join read_marker r on r.owner_id = ${me} and r.scope = place.kind || ':' || place.id
      where coalesce(l.level, 'digest') in ('digest', 'all'))
    select place.id as place_id, news.id as post_id
    from heard as place
    cross join lateral (
      select found.id, found.published_at
      from unnest(${general}::bigint[] || array[place.members_audience_id, place.staff_members_audience_id]) as audience (id)
      cross join lateral (${newest(sql`place.kind <> 'group' and post.place_id = place.id and post.group_id is null`)} union all ${newest(sql`place.kind = 'group' and post.group_id = place.id`)}) found
      where audience.id = any(${audiencesOf(member)})
      order by found.published_at desc, found.id desc limit ${sql.lit(MOST_OF_A_PLACE + 1)}) news
    order by news.published_at desc, news.id desc`.execute(db);
  return [...Map.groupBy(rows, (row) => row.place_id)].map(([placeId, found]) => ({
    placeId,
    postIds: found.slice(0, MOST_OF_A_PLACE).map((row) => row.post_id),
    more: found.length > MOST_OF_A_PLACE,
  }));
}
