// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { pushLive } from '../platform/live/push-live.ts';
import { bundleKey, countUnread } from './queries.ts';

export type WhatIsRead = { ids: readonly string[] } | { upTo: string };

/**
 * Marks lines of the viewer's list as read, with everything that was bundled behind them, or all up to one of them.
 * What came in after a line was shown stays unread. Ids of somebody else's do nothing.
 * @returns how many lines are left unread; the viewer's other screens are told too.
 */
export async function markRead(trx: Trx, member: Member, what: WhatIsRead, now: Date): Promise<number> {
  // What was read with all the rest is read by itself from now on: taking that back leaves it (see read-all.ts).
  const mine = sql`n.recipient_id = ${member.actorId} and (n.read_at is null or n.read_batch is not null)`;
  const { numAffectedRows } =
    'ids' in what
      ? await sql`
          update notification n set read_at = coalesce(n.read_at, ${now}), read_batch = null
          from (select ${bundleKey} as bundle, n.created_at, n.id from notification n where n.recipient_id = ${member.actorId} and n.id = any (${[...what.ids]}::uuid[])) shown
          where ${mine} and ${bundleKey} = shown.bundle and (n.created_at, n.id) <= (shown.created_at, shown.id)`.execute(trx)
      : await sql`
          update notification n set read_at = coalesce(n.read_at, ${now}), read_batch = null
          from (select n.created_at, n.id from notification n where n.recipient_id = ${member.actorId} and n.id = ${what.upTo}) shown
          where ${mine} and (n.created_at, n.id) <= (shown.created_at, shown.id)`.execute(trx);
  const unread = await countUnread(trx, member);
  if ((numAffectedRows ?? 0n) > 0n) await pushLive(trx, [{ topic: 'me', event: 'counters', data: { unread }, recipientId: member.actorId }]);
  return unread;
}
