// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Asker } from './topic-resolver.ts';

/** How long updates are kept for clients that were away. */
export const KEPT_MS = 24 * 3_600_000;
/** Cursors nearer to the end than this may lose updates while they are being read. */
const MARGIN_MS = 60_000;
export const MOST_CAUGHT_UP = 200;

export interface CaughtUp {
  items: { topic: string; event: string; data: Record<string, unknown>; cursor: string }[];
  /** Ask again from here until `items` is empty. */
  next: string;
  /** The cursor is too old to catch up from: load everything afresh. */
  reset: boolean;
}

/** What the viewer may hear of these topics since a cursor, oldest first: their own `me`, and what their audiences may hear at this moment. */
export async function updatesSince(trx: Trx, viewer: Asker, after: string, topics: readonly string[], now: Date): Promise<CaughtUp> {
  if (cursorMoment(after).getTime() < now.getTime() - KEPT_MS + MARGIN_MS) return { items: [], next: await currentCursor(trx), reset: true };
  const rows = await trx
    .selectFrom('live_update')
    .select(['id', 'topic', 'event', 'data'])
    .where('id', '>', after)
    .where('topic', 'in', [...topics])
    .where((where) => where.or([where('audience_id', 'is', null), where('audience_id', 'in', [...viewer.audiences])]))
    .where((where) => where.or([where('recipient_id', 'is', null), where('recipient_id', '=', viewer.actorId)]))
    .orderBy('id')
    .limit(MOST_CAUGHT_UP)
    .execute();
  const items = rows.map(({ id, topic, event, data }) => ({ topic, event, data: data as Record<string, unknown>, cursor: id }));
  return { items, next: items.at(-1)?.cursor ?? after, reset: false };
}

/** A cursor after everything that is committed, once what is being pushed now has been. */
export async function currentCursor(trx: Trx): Promise<string> {
  // One statement, so that the lock is held until the cursor is made, also where there is no transaction around it.
  const { rows } = await sql<{ cursor: string }>`
    with held as materialized (select pg_advisory_xact_lock_shared(hashtext('plein_live')))
    select live_cursor(0) as cursor from held`.execute(trx);
  return rows[0]?.cursor ?? '';
}

/** The moment that a UUIDv7 holds (RFC 9562, 5.7). */
function cursorMoment(cursor: string): Date {
  return new Date(Number.parseInt(cursor.replaceAll('-', '').slice(0, 12), 16));
}
