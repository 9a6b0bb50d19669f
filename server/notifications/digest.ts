// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { type DigestRhythm, nextDigestMoment, type Rhythm } from './moments.ts';
import { settleTold } from './take-due.ts';

/** What was published at this very moment may not be committed yet: it goes with the next digest. */
const SETTLING_MS = 5_000;

/**
 * Takes at most `limit` people whose digest is to be made now, and notes when their next one is. Whoever never had one gets a moment
 * first. Any number of workers may do this; the people stay locked until the end of the transaction. As the system.
 */
export async function digestsDue(trx: Trx, now: Date, limit: number): Promise<{ ownerId: string }[]> {
  const { rows } = await sql<DigestRhythm & { owner_id: string; due: boolean; usable: boolean }>`
    select s.owner_id, s.digest_rhythm as "digestRhythm", s.digest_hour as "digestHour", s.digest_weekday as "digestWeekday", s.time_zone as "timeZone",
      s.next_digest_at is not null as due, c.actor_id is not null as usable
    from notification_setting s
    left join account c on c.actor_id = s.owner_id and c.suspended_at is null and c.confirmed_at is not null
    where s.digest_rhythm <> 'never' and (s.next_digest_at is null or s.next_digest_at <= ${now})
    order by s.next_digest_at nulls last limit ${sql.lit(limit)} for update of s skip locked`.execute(trx);
  if (rows.length === 0) return [];
  const moments = new Map<string, Date | null>();
  const next = rows.map(({ digestRhythm, digestHour, digestWeekday, timeZone }) => {
    const key = `${digestRhythm} ${digestHour} ${digestWeekday} ${timeZone}`;
    const moment = moments.get(key) ?? nextDigestMoment({ digestRhythm: digestRhythm as Rhythm, digestHour, digestWeekday, timeZone }, now);
    moments.set(key, moment);
    return moment;
  });
  await sql`
    update notification_setting s set next_digest_at = reckoned.moment
    from unnest(${rows.map((row) => row.owner_id)}::uuid[], ${next}::timestamptz[]) as reckoned (owner_id, moment)
    where s.owner_id = reckoned.owner_id`.execute(trx);
  return rows.filter((row) => row.due && row.usable).map((row) => ({ ownerId: row.owner_id }));
}

/** After `from`, until and with `until`. */
export interface DigestWindow {
  ownerId: string;
  from: Date;
  until: Date;
}

/** What the next digest of somebody is about; null where there is nobody. Locks their settings. As the system. */
export async function digestWindow(trx: Trx, ownerId: string, now: Date): Promise<DigestWindow | null> {
  const row = await trx.selectFrom('notification_setting').select('digest_until').where('owner_id', '=', ownerId).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const until = new Date(now.getTime() - SETTLING_MS);
  return { ownerId, from: row.digest_until, until: until > row.digest_until ? until : row.digest_until };
}

/** A digest never arrived: the next begins where it began. */
export async function reopenDigest(trx: Trx, ownerId: string, from: Date): Promise<void> {
  await trx.updateTable('notification_setting').set({ digest_until: from }).where('owner_id', '=', ownerId).where('digest_until', '>', from).execute();
}

/**
 * Notes that a digest was made of this window and tells these notifications; in the transaction that writes its mail.
 * @returns which of them it tells, since others may have been told or read meanwhile; null when the window was told already: write no mail
 */
export async function settleDigest(trx: Trx, { ownerId, from, until }: DigestWindow, notificationIds: readonly string[], now: Date, mailId: string | null): Promise<string[] | null> {
  const { numUpdatedRows } = await trx.updateTable('notification_setting').set({ digest_until: until }).where('owner_id', '=', ownerId).where('digest_until', '=', from).executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  return settleTold(trx, notificationIds, 'digest', now, mailId);
}
