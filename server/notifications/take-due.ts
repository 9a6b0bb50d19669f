// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Locale } from '../platform/db/viewer.ts';
import type { Kind } from './kinds.ts';
import { afterQuietHours } from './moments.ts';

/** What is told to one person in one go: of one thread, or of one place and kind. */
export interface DueBundle {
  recipientId: string;
  kinds: Kind[];
  /** Oldest first. */
  notificationIds: string[];
  rootId: string | null;
  placeId: string | null;
  settings: { mailAtOnce: boolean; pushAtOnce: boolean; locale: Locale };
}

interface Taken {
  owner_id: string;
  mail_at_once: boolean;
  push_at_once: boolean;
  time_zone: string;
  quiet_from: number | null;
  quiet_until: number | null;
  locale: Locale | null;
}

/**
 * Takes what is to be told now to at most `limit` people, with everything that waits of the same thread. The people stay locked until
 * the end of the transaction, in which each bundle must be settled ({@link settleTold}, {@link leaveForDigest}): any number of workers
 * may do this, killed at any moment. What was read is not among it. As the system.
 */
export async function takeDue(trx: Trx, now: Date, limit: number): Promise<DueBundle[]> {
  const { rows: people } = await sql<Taken>`
    select s.owner_id, s.mail_at_once, s.push_at_once, s.time_zone, s.quiet_from, s.quiet_until, c.locale
    from notification_setting s
    join (select distinct recipient_id from notification where due_at <= ${now} and told_at is null and read_at is null) due on due.recipient_id = s.owner_id
    left join account c on c.actor_id = s.owner_id and c.suspended_at is null and c.confirmed_at is not null
    limit ${sql.lit(limit)} for update of s skip locked`.execute(trx);
  if (people.length === 0) return [];
  const waiting = await trx
    .selectFrom('notification')
    .select(['id', 'recipient_id', 'kind', 'root_id', 'place_id', 'due_at'])
    .where('recipient_id', 'in', people.map((each) => each.owner_id))
    .where('due_at', 'is not', null)
    .where('told_at', 'is', null)
    .where('read_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const bundles: DueBundle[] = [];
  for (const person of people) {
    const theirs = waiting.filter((each) => each.recipient_id === person.owner_id);
    const { locale } = person;
    // Nobody to tell: a suspended account finds it in the list when it is back.
    if (locale === null) {
      await leaveForDigest(trx, theirs.map((each) => each.id));
      continue;
    }
    const moment = afterQuietHours({ timeZone: person.time_zone, quietFrom: person.quiet_from, quietUntil: person.quiet_until }, now);
    if (moment > now) {
      // Quiet hours that were chosen since it was written.
      await trx.updateTable('notification').set({ due_at: moment }).where('id', 'in', theirs.map((each) => each.id)).where('due_at', '<=', moment).execute();
      continue;
    }
    const byKey = Map.groupBy(theirs, (each) => each.root_id ?? `${each.kind} ${each.place_id}`);
    for (const rows of byKey.values()) {
      const [first] = rows;
      if (first === undefined || !rows.some((each) => each.due_at !== null && each.due_at <= now)) continue;
      bundles.push({
        recipientId: person.owner_id,
        // Only `tell` writes kinds.
        kinds: [...new Set(rows.map((each) => each.kind as Kind))],
        notificationIds: rows.map((each) => each.id),
        rootId: first.root_id,
        placeId: first.place_id,
        settings: { mailAtOnce: person.mail_at_once, pushAtOnce: person.push_at_once, locale },
      });
    }
  }
  return bundles;
}

/** Notes how they were told outside the application; what was told before keeps how. @returns those that were not told before. */
export async function settleTold(trx: Trx, notificationIds: readonly string[], by: 'mail' | 'push' | 'digest' | 'letter', now: Date, mailId: string | null = null): Promise<string[]> {
  if (notificationIds.length === 0) return [];
  const rows = await trx
    .updateTable('notification')
    .set({ told_at: now, told_by: by, told_mail_id: mailId })
    .where('id', 'in', [...notificationIds])
    .where('told_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

const LONGEST_WAIT_MS = 48 * 3_600_000;

/** How many mails at once told these people something since. As the system. */
export async function mailedSince(trx: Trx, recipientIds: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('notification')
    .select(({ fn }) => ['recipient_id', fn.count<number>('told_mail_id').distinct().as('mails')])
    .where('recipient_id', 'in', [...recipientIds])
    .where('told_by', '=', 'mail')
    .where('told_at', '>', since)
    // Found by index; nothing at once waits for longer.
    .where('created_at', '>', new Date(since.getTime() - LONGEST_WAIT_MS))
    .groupBy('recipient_id')
    .execute();
  return new Map(rows.map((row) => [row.recipient_id, Number(row.mails)]));
}

/** A mail that told this never arrived: while unread they go with the next digest. */
export async function takeBack(trx: Trx, mailId: string): Promise<void> {
  await trx.updateTable('notification').set({ due_at: null, told_at: null, told_by: null, told_mail_id: null }).where('told_mail_id', '=', mailId).execute();
}

/** Not at once after all: while unread they go with the next digest. */
export async function leaveForDigest(trx: Trx, notificationIds: readonly string[]): Promise<void> {
  if (notificationIds.length === 0) return;
  await trx.updateTable('notification').set({ due_at: null }).where('id', 'in', [...notificationIds]).where('told_at', 'is', null).execute();
}
