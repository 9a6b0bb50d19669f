// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { pushLive } from '../platform/live/push-live.ts';
import { threadOfPost, type ThreadOfPost, unreadCounts } from '../posts/public.ts';
import { countUnread } from './queries.ts';

export interface ReadThread {
  /** Lines of the list of notifications that are left unread. */
  unread: number;
  placeId: string;
  /** Posts of the place that are left unread. */
  placeUnread: number;
}

/**
 * Somebody opened a thread: it is read, with what they were told of it, and no other screen of theirs says otherwise.
 * @throws {NotFound} when the viewer may not read it.
 */
export async function readThread(trx: Trx, member: Member, postId: string, now: Date): Promise<ReadThread> {
  const thread = await threadOfPost(trx, member, postId);
  const opened = await markThreadRead(trx, member, thread, now);
  const settled = await trx
    .updateTable('notification')
    .set({ read_at: now, read_batch: null })
    .where('recipient_id', '=', member.actorId)
    .where('root_id', '=', thread.rootId)
    .where((where) => where.or([where('read_at', 'is', null), where('read_batch', 'is not', null)]))
    .executeTakeFirst();
  const unread = await countUnread(trx, member);
  const placeUnread = (await unreadCounts(trx, member, [{ id: thread.placeId }])).get(thread.placeId) ?? 0;
  if (opened || settled.numUpdatedRows > 0n) await pushLive(trx, [{ topic: 'me', event: 'counters', data: { unread, placeId: thread.placeId, placeUnread }, recipientId: member.actorId, audienceId: thread.placeAudienceId, placeId: thread.placeId }]);
  return { unread, placeId: thread.placeId, placeUnread };
}

/** Everything in it is read until now. Only forward. @returns whether there was anything new in it. */
async function markThreadRead(trx: Trx, viewer: Member, { rootId }: ThreadOfPost, now: Date): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    with before as materialized (select post_id from thread_read where owner_id = ${viewer.actorId}::uuid and root_id = ${rootId}::uuid)
    insert into thread_read as r (owner_id, root_id, post_id, published_at, updated_at)
    select ${viewer.actorId}::uuid, ${rootId}::uuid, newest.id, newest.published_at, ${now}
    from (
      (select id, published_at from post where root_id = ${rootId}::uuid and audience_id = any(${[...viewer.audiences]}::bigint[]) order by published_at desc, id desc limit 1)
      union all
      select id, published_at from post where id = ${rootId}::uuid) newest
    order by newest.published_at desc, newest.id desc limit 1
    on conflict (owner_id, root_id) do update
    set (post_id, published_at) = (select f.post_id, f.published_at from (values (excluded.post_id, excluded.published_at), (r.post_id, r.published_at)) as f (post_id, published_at) order by f.published_at desc, f.post_id desc limit 1),
      -- Also where it was read already: so that taking back a press on "all" leaves what was opened since.
      updated_at = excluded.updated_at
    returning r.post_id is distinct from (select post_id from before) as moved`.execute(trx);
  return rows[0]?.moved ?? false;
}
