// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type ActorRef, actorRef } from '../people/public.ts';
import { placeJson, type PlaceRef } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { postUrl } from '../posts/public.ts';
import type { Kind } from './kinds.ts';

/** Older ones are reachable by nobody's patience; the bound keeps the cost of bundling flat. */
const MOST_BUNDLED = 1_000;
const EXCERPT_LENGTH = 200;

/** What one line of the list stands for: answers and mentions by thread, requests by place, the rest each alone. Of `notification n`. */
export const bundleKey = sql`n.kind || ' ' || coalesce(case when n.kind in ('request', 'reported') then n.place_id when n.kind = 'search-hit' then n.search_id else n.root_id end, n.id)::text`;

/** Nothing of what somebody wrote whom the recipient muted or blocked, also from before they did. Of `notification n`. */
export const notOfSpared = sql`(n.post_id is null or not exists (select from person_tie tie where tie.owner_id = n.recipient_id and tie.person_id = n.actor_id))`;

export interface NotificationItem {
  id: string;
  kind: Kind;
  actor: ActorRef | null;
  post: { id: string; rootId: string; url: string; title: string | null; excerpt: string } | null;
  building: PlaceRef | null;
  word: string | null;
  search: { id: string; name: string } | null;
  count: number;
  actorCount: number;
  createdAt: string;
  readAt: string | null;
}

interface Row {
  id: string;
  kind: Kind;
  actor: ActorRef | null;
  post: { id: string; rootId: string | null; title: string | null; excerpt: string } | null;
  building: PlaceRef | null;
  word: string | null;
  search: { id: string; name: string } | null;
  count: number;
  actorCount: number;
  created_at: Date;
  read_at: Date | null;
}

/** The viewer's notifications, newest first. `count` tells how many (1 and up) are behind a line; the line shows the newest. `ids`: of these only. */
export async function notificationsOf(trx: Trx, member: Member, { unread, limit, cursor, ids }: { unread: boolean; limit: number; cursor: string | undefined; ids?: readonly string[] }): Promise<{ items: NotificationItem[]; next: string | null }> {
  const from = decodeMomentCursor(cursor);
  const { rows } = await sql<Row>`
    with mine as (
      select n.*, ${bundleKey} || case when n.read_at is null then '' else ' read' end as bundle
      from notification n
      where n.recipient_id = ${member.actorId} and n.audience_id = any (${[...member.audiences]}::bigint[])
        ${unread ? sql`and n.read_at is null` : sql``}
        ${ids === undefined ? sql`` : sql`and n.id = any (${[...ids]}::uuid[])`}
        and (n.post_id is null or exists (select from post p where p.id = n.post_id and p.deleted_at is null)) and ${notOfSpared}
      order by n.created_at desc, n.id desc limit ${MOST_BUNDLED}),
    bundles as (
      select distinct on (bundle) mine.*, count(*) over (partition by bundle) as size
      from mine order by bundle, created_at desc, id desc)
    select b.id, b.kind, b.size as count, (select count(distinct m.actor_id) from mine m where m.bundle = b.bundle) as "actorCount", b.created_at, b.read_at, ${actorRef(member, 'b.actor_id')} as actor,
      (select json_build_object('id', p.id, 'rootId', p.root_id, 'title', coalesce(nullif(p.title, ''), nullif(root.title, ''), left(root.text, ${EXCERPT_LENGTH})), 'excerpt', left(p.text, ${EXCERPT_LENGTH}))
        from post p left join post root on root.id = p.root_id where p.id = b.post_id) as post,
      ${placeJson('b.place_id')} as building,
      coalesce(b.word, (select nullif(w.word, '') from membership_answer w
        where b.kind in ('approved', 'refused') and w.place_id = b.place_id and w.member_id = b.recipient_id and w.outcome = b.kind and w.answered_at <= b.created_at
        order by w.answered_at desc limit 1)) as word,
      (select json_build_object('id', s.id, 'name', s.name) from saved_search s where s.id = b.search_id) as search
    from bundles b
    where ${from === null ? sql`true` : sql`(b.created_at, b.id) < (${from.moment}::timestamptz, ${from.id}::uuid)`}
    order by b.created_at desc, b.id desc limit ${limit + 1}`.execute(trx);
  return pageOf(rows, limit, toItem, (row) => [row.created_at.toISOString(), row.id]);
}

function toItem({ created_at, read_at, post, ...row }: Row): NotificationItem {
  const shown = post === null ? null : { id: post.id, rootId: post.rootId ?? post.id, url: postUrl(post.id, post.rootId), title: post.title, excerpt: post.excerpt };
  return { ...row, post: shown, createdAt: created_at.toISOString(), readAt: read_at?.toISOString() ?? null };
}

/** How many lines of the viewer's list are unread. */
export async function countUnread(trx: Trx, member: Member): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(distinct ${bundleKey}) as unread from notification n
    where n.recipient_id = ${member.actorId} and n.audience_id = any (${[...member.audiences]}::bigint[]) and n.read_at is null and ${notOfSpared}`.execute(trx);
  return rows[0]?.unread ?? 0;
}
