// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';
import { type LiveUpdate, pushLive } from '../platform/live/push-live.ts';
import { type Circumstances, type Kind, mannerOf } from './kinds.ts';
import { hearingOf } from './levels.ts';
import { dueMoment } from './moments.ts';
import { bundleKey, notOfSpared } from './queries.ts';

export interface Telling extends Circumstances {
  /** Actor id; those without an account here, and those who may not read `audienceId` now, are left out. */
  recipientId: string;
  kind: Kind;
  /** Who did it; is never told of it. */
  actorId: string | null;
  postId?: string;
  rootId?: string;
  /** Null for what is of no place, or may name none. */
  placeId: string | null;
  /** Of a search that they keep; what fits it is one line. */
  searchId?: string;
  audienceId: number;
  /** What was said with it. */
  word?: string;
  /** The same for a recipient is told once. */
  dedupeKey: string;
}

/**
 * Writes notifications for who wants to hear of it, and tells their sockets; what is told outside the application waits for whoever
 * takes what is due. `trx` is the system's; do this last in it.
 * @returns who was told now.
 */
export async function tell(trx: Trx, tellings: readonly Telling[], now: Date): Promise<string[]> {
  const allowed = await thoseWhoMayRead(trx, tellings.filter((each) => each.recipientId !== each.actorId));
  if (allowed.length === 0) return [];
  const hearing = await hearingOf(trx, allowed);
  const settled = allowed.flatMap((each, index): Settled[] => {
    const how = hearing[index];
    const manner = how === undefined ? 'not' : mannerOf(each.kind, how.level, each);
    return how === undefined || manner === 'not' ? [] : [{ ...each, dueAt: manner === 'at-once' ? dueMoment(how, now) : null, byLetter: manner === 'letter' }];
  });
  return writeTellings(trx, settled, now);
}

/** A telling of which everything was looked up that decides whether and how it is told. */
export interface Settled extends Telling {
  /** From when on it is told outside the application; null for not at once. */
  dueAt: Date | null;
  /** A mail of its own tells it. */
  byLetter: boolean;
}

/**
 * Writes them and tells the sockets; where they are many, that there is something, and whoever listens asks how much.
 * @returns who was told now.
 */
export async function writeTellings(trx: Trx, tellings: readonly Settled[], now: Date): Promise<string[]> {
  if (tellings.length === 0) return [];
  const rows = tellings.map((each) => ({
    id: newId(),
    recipient_id: each.recipientId,
    kind: each.kind,
    actor_id: each.actorId,
    post_id: each.postId ?? null,
    root_id: each.rootId ?? null,
    place_id: each.placeId,
    search_id: each.searchId ?? null,
    word: each.word ?? null,
    audience_id: each.audienceId,
    dedupe_key: each.dedupeKey,
    created_at: now,
    due_at: each.dueAt,
    told_at: each.byLetter ? now : null,
    told_by: each.byLetter ? 'letter' : null,
  }));
  const columns = sql`id, recipient_id, kind, actor_id, post_id, root_id, place_id, search_id, word, audience_id, dedupe_key, created_at, due_at, told_at, told_by`;
  // One parameter however many: the statement is read and planned once.
  const { rows: written } = await sql<{ id: string; recipient_id: string; kind: string; audience_id: number; place_id: string | null }>`
    insert into notification (${columns}, read_at)
    select ${columns}, case when ${alreadySeen} then created_at end from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, recipient_id uuid, kind text, actor_id uuid, post_id uuid, root_id uuid,
      place_id uuid, search_id uuid, word text, audience_id bigint, dedupe_key text, created_at timestamptz, due_at timestamptz, told_at timestamptz, told_by text)
    on conflict (recipient_id, dedupe_key) do nothing
    returning id, recipient_id, kind, audience_id, place_id`.execute(trx);
  const unread = written.length > MOST_COUNTED ? null : await unreadOf(trx, written.map((row) => row.recipient_id));
  await pushLive(
    trx,
    written.map((row): LiveUpdate => ({
      topic: 'me',
      event: 'notification',
      data: { notificationId: row.id, kind: row.kind, ...(unread === null ? {} : { unread: unread.get(row.recipient_id) ?? 0 }) },
      recipientId: row.recipient_id,
      audienceId: row.audience_id,
      ...(row.place_id === null ? {} : { placeId: row.place_id }),
    })),
  );
  return written.map((row) => row.recipient_id);
}

/** The recipient had the thread before them when the post came in, and it was shown there: it is told, as read. Of a row `r`. */
const alreadySeen = sql`r.kind in ('mention', 'reply', 'watched') and exists (
      select from thread_read t join post p on p.id = r.post_id
      where t.owner_id = r.recipient_id and t.root_id = r.root_id and (t.published_at, t.post_id) >= (p.published_at, p.id))`;

/** More than so many are not counted for: each count asks who somebody is. */
const MOST_COUNTED = 50;

/** Tells the sockets of these people how many unread notifications they have; where they are many, that it changed. Last in a transaction. */
export async function pushCounters(trx: Trx, recipientIds: readonly string[]): Promise<void> {
  const people = [...new Set(recipientIds)];
  const unread = people.length > MOST_COUNTED ? null : await unreadOf(trx, people);
  await pushLive(trx, people.map((recipientId): LiveUpdate => ({ topic: 'me', event: 'counters', data: unread === null ? {} : { unread: unread.get(recipientId) ?? 0 }, recipientId })));
}

/** The right to read at this moment, not at that of the event: posts move and people leave while work is queued. */
async function thoseWhoMayRead(trx: Trx, tellings: readonly Telling[]): Promise<Telling[]> {
  if (tellings.length === 0) return [];
  const { rows } = await sql<{ audience_id: number; actor_id: string }>`
    select audience_id, actor_id from may_read_now(${tellings.map((each) => each.audienceId)}::bigint[], ${tellings.map((each) => each.recipientId)}::uuid[])`.execute(trx);
  const granted = new Set(rows.map((row) => `${row.audience_id} ${row.actor_id}`));
  return tellings.filter((each) => granted.has(`${each.audienceId} ${each.recipientId}`));
}

/** Bundles, as the list shows them, of what each may read now. As the system. */
async function unreadOf(trx: Trx, recipientIds: readonly string[]): Promise<Map<string, number>> {
  if (recipientIds.length === 0) return new Map();
  const { rows } = await sql<{ recipient_id: string; unread: number }>`
    select asked.id as recipient_id, (
      select count(distinct ${bundleKey}) from notification n
      where n.recipient_id = asked.id and n.read_at is null and n.audience_id = any (v.audiences) and ${notOfSpared}) as unread
    from unnest(${[...new Set(recipientIds)]}::uuid[]) as asked(id) cross join lateral viewer_of_actor(asked.id) v`.execute(trx);
  return new Map(rows.map((row) => [row.recipient_id, row.unread]));
}
