// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { markPublished, type Trx } from '../db/database.ts';
import { newId } from '../ids.ts';

/** Something that happened, told to the rest of the house. Fields are ids and plain words, never content. */
export interface DomainEvent {
  type: string;
}

/** Writes an event to the outbox, in the transaction of the change it tells of. @returns its id. */
export async function publish<E extends DomainEvent>(trx: Trx, event: E): Promise<string> {
  const row = toRow(event);
  await trx.insertInto('event').values(row).execute();
  markPublished(trx);
  return row.id;
}

const ROWS_AT_ONCE = 1_000;

/** As {@link publish}, for a change that many are to be told of: a statement for a thousand, not one for each. */
export async function publishAll<E extends DomainEvent>(trx: Trx, events: readonly E[]): Promise<void> {
  for (let start = 0; start < events.length; start += ROWS_AT_ONCE) {
    const rows = events.slice(start, start + ROWS_AT_ONCE).map(toRow);
    // One text however many there are, so that PostgreSQL keeps its plan.
    await sql`insert into event (id, type, payload) select e.id, e.type, e.payload::jsonb from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ type }) => type)}::text[], ${rows.map(({ payload }) => payload)}::text[]) e (id, type, payload)`.execute(trx);
  }
  if (events.length > 0) markPublished(trx);
}

function toRow(event: DomainEvent): { id: string; type: string; payload: string } {
  const { type, ...payload } = event;
  return { id: newId(), type, payload: JSON.stringify(payload) };
}
