// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';

/** How far a thread was read before it was read with all the rest; nulls when it was not. */
export interface ThreadBefore {
  rootId: string;
  postId: string | null;
  publishedAt: string | null;
}

/**
 * Reads all that the viewer was told until a moment, and the threads it was about, as one batch that {@link unreadBatch} takes back.
 * What came later stays unread. Telling the viewer's screens is for who asked for it.
 */
export async function readAllUpTo(trx: Trx, member: Member, { upTo, batch, now }: { upTo: Date; batch: string; now: Date }): Promise<ThreadBefore[]> {
  const me = sql`${member.actorId}::uuid`;
  const { rows } = await sql<{ root_id: string | null }>`
    update notification n set read_at = ${now}, read_batch = ${batch}::uuid
    where n.recipient_id = ${me} and n.audience_id = any (${[...member.audiences]}::bigint[]) and n.read_at is null and n.created_at <= ${upTo}::timestamptz
    returning case when n.kind <> 'search-hit' then n.root_id end as root_id`.execute(trx);
  const roots = [...new Set(rows.flatMap((row) => row.root_id ?? []))];
  if (roots.length === 0) return [];
  // So that none of them moves between looking and writing.
  await sql`select from thread_read t where t.owner_id = ${me} and t.root_id = any (${roots}::uuid[]) for update`.execute(trx);
  const threads = await sql<{ rootId: string; postId: string | null; publishedAt: Date | null }>`
    with seen as materialized (
      select root.id as root_id, newest.id as post_id, newest.published_at
      from unnest(${roots}::uuid[]) as root (id)
      cross join lateral (
        select p.id, p.published_at from (
          (select r.id, r.published_at from post r where r.root_id = root.id and r.deleted_at is null and r.published_at <= ${upTo}::timestamptz order by r.published_at desc, r.id desc limit 1)
          union all select o.id, o.published_at from post o where o.id = root.id and o.published_at <= ${upTo}::timestamptz) p
        order by p.published_at desc, p.id desc limit 1) newest),
    before as materialized (select s.root_id, t.post_id, t.published_at from seen s left join thread_read t on t.owner_id = ${me} and t.root_id = s.root_id),
    moved as (
      insert into thread_read (owner_id, root_id, post_id, published_at, updated_at)
      select ${me}, root_id, post_id, published_at, ${now}::timestamptz from seen
      on conflict (owner_id, root_id) do update set post_id = excluded.post_id, published_at = excluded.published_at, updated_at = excluded.updated_at
      where (excluded.published_at, excluded.post_id) > (thread_read.published_at, thread_read.post_id)
      returning root_id)
    select b.root_id as "rootId", b.post_id as "postId", b.published_at as "publishedAt" from before b join moved using (root_id)`.execute(trx);
  return threads.rows.map(({ rootId, postId, publishedAt }) => ({ rootId, postId, publishedAt: publishedAt?.toISOString() ?? null }));
}

/** Takes {@link readAllUpTo} back, but for what was read by itself since. @param at the `now` of then */
export async function unreadBatch(trx: Trx, member: Member, batch: string, threads: readonly ThreadBefore[], at: Date): Promise<void> {
  const me = sql`${member.actorId}::uuid`;
  await sql`update notification n set read_at = null, read_batch = null where n.recipient_id = ${me} and n.read_batch = ${batch}::uuid`.execute(trx);
  if (threads.length === 0) return;
  const untouched = sql`t.owner_id = ${me} and t.updated_at = ${at}::timestamptz`;
  const before = sql`jsonb_to_recordset(${JSON.stringify(threads)}::jsonb) as b ("rootId" uuid, "postId" uuid, "publishedAt" timestamptz)`;
  await sql`update thread_read t set post_id = b."postId", published_at = b."publishedAt" from ${before} where ${untouched} and t.root_id = b."rootId" and b."postId" is not null`.execute(trx);
  await sql`delete from thread_read t using ${before} where ${untouched} and t.root_id = b."rootId" and b."postId" is null`.execute(trx);
}
