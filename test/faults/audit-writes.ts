// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Line } from './ledger.ts';

/** What the database holds of the lines of a ledger. */
export interface WritesFound {
  acknowledged: number;
  present: number;
  missing: string[];
  doubled: string[];
  unknown: number;
}

/** By the name a line gives its row: how many rows, and the ids of them. */
type Rows = Map<string, string[]>;

/** Compares lines with rows, as the system: acknowledged exactly once, unknown at most once, never sent not at all. */
export async function auditWrites(trx: Trx, lines: readonly Line[]): Promise<WritesFound> {
  const rows = await rowsByName(trx);
  const found: WritesFound = { acknowledged: 0, present: 0, missing: [], doubled: [], unknown: 0 };
  for (const line of lines) {
    const ids = rows.get(nameOf(line)) ?? [];
    const told = `${line.what} ${nameOf(line)}: ${ids.length} rows`;
    if (ids.length > 1 || (line.outcome === 'never' && ids.length > 0)) found.doubled.push(told);
    if (line.outcome === 'unknown') found.unknown++;
    if (line.outcome !== 'acknowledged') continue;
    found.acknowledged++;
    if (ids.length === 0 || (line.id !== null && !ids.includes(line.id))) found.missing.push(told);
    else found.present++;
  }
  return found;
}

function nameOf({ what, key, writer, about }: Line): string {
  switch (what) {
    case 'post':
    case 'reply':
      return key;
    case 'reaction':
      return `${about.postId} ${writer.actorId} ${about.reaction}`;
    case 'bookmark':
      return `${about.postId} ${writer.actorId}`;
    case 'join':
      return `${about.placeId} ${writer.actorId}`;
    case 'invitation':
      return `${about.email}`;
  }
}

async function rowsByName(trx: Trx): Promise<Rows> {
  const rows: Rows = new Map();
  const add = (name: string, id: string): void => void rows.set(name, [...(rows.get(name) ?? []), id]);
  for (const { id, source } of await trx.selectFrom('post').select(['id', 'source']).execute()) {
    const key = /^Ledger (\S+)/.exec(source)?.[1];
    if (key !== undefined) add(key, id);
  }
  for (const row of await trx.selectFrom('reaction').selectAll().execute()) add(`${row.post_id} ${row.actor_id} ${row.name}`, '');
  for (const row of await trx.selectFrom('bookmark').selectAll().execute()) add(`${row.post_id} ${row.owner_id}`, '');
  for (const row of await trx.selectFrom('membership').select(['id', 'place_id', 'member_id']).execute()) add(`${row.place_id} ${row.member_id}`, row.id);
  for (const row of await trx.selectFrom('invitation').select(['id', 'email']).where('email', 'is not', null).execute()) add(String(row.email), row.id);
  return rows;
}
