// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/** The PostgreSQL channel on which web processes hear what to tell their sockets. */
export const LIVE_CHANNEL = 'plein_live';
/** PostgreSQL carries at most 8,000 bytes in a notice. */
const MOST_BYTES = 7_000;
/** Row numbers within one statement have twelve bits in the cursor. */
const MOST_AT_ONCE = 4_000;

/** Something to tell those who listen to a topic. Ids and counts only: the client fetches what it may read. */
export interface LiveUpdate {
  /** `square`, `building:{slug}`, `post:{id}`, or `me` together with a recipient. */
  topic: string;
  event: string;
  data: Record<string, string | number | boolean | null | Record<string, number>>;
  /** Who may hear of it; checked again for every socket at delivery. */
  audienceId?: number;
  recipientId?: string;
  /** Whose it is, so that it goes when that place becomes less open. */
  placeId?: string;
}

/**
 * Keeps the updates for clients that were away and tells every web process, both with the commit of `trx`.
 *
 * Do this last in a transaction: pushes wait for each other until the commit, so that cursors have the order of commits
 * and a client that catches up from a cursor can miss nothing.
 */
export async function pushLive(trx: Trx, updates: readonly LiveUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtext('plein_live'))`.execute(trx);
  for (let start = 0; start < updates.length; start += MOST_AT_ONCE) await pushBatch(trx, updates.slice(start, start + MOST_AT_ONCE));
}

async function pushBatch(trx: Trx, updates: readonly LiveUpdate[]): Promise<void> {
  const rows = updates.map(({ topic, event, data, audienceId, recipientId, placeId }) => {
    const row = { topic, event, data, audience_id: audienceId ?? null, recipient_id: recipientId ?? null, place_id: placeId ?? null };
    if (Buffer.byteLength(JSON.stringify(row)) > MOST_BYTES) throw new RangeError(`a live update for ${topic} is too large: send ids, not content`);
    return row;
  });
  await sql`
    with added as (
      insert into live_update (id, topic, audience_id, recipient_id, place_id, event, data)
      select live_cursor(u.ordinality), u.topic, u.audience_id, u.recipient_id, u.place_id, u.event, u.data
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (topic text, audience_id bigint, recipient_id uuid, place_id uuid, event text, data jsonb)) with ordinality as u
      order by u.ordinality
      returning id, topic, audience_id, recipient_id, event, data)
    select pg_notify(${LIVE_CHANNEL}, json_build_object('id', id, 'topic', topic, 'audienceId', audience_id,
      'recipientId', recipient_id, 'event', event, 'data', data)::text)
    from added`.execute(trx);
}

/** Which sockets must show again what they may hear: somebody's, those at a place, or all. After a removal, a suspension, an access change. */
export type Recheck = { actorId: string } | { placeId: string } | { everyone: true };

export async function recheckLive(trx: Trx, recheck: Recheck): Promise<void> {
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify({ recheck })})`.execute(trx);
}

/** What travels on the channel. */
export type LiveNotice =
  | { recheck: Recheck }
  | { id: string; topic: string; audienceId: number | null; recipientId: string | null; event: string; data: Record<string, unknown> };
