// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Pool } from '../platform/db/pool.ts';
import { type Locale, type Member, NOBODY, type Scope } from '../platform/db/viewer.ts';

/** A row of the viewer_of_… functions (see migrations): who somebody is and which audiences are theirs, in one round trip. */
export interface ViewerRow {
  account_id: string;
  actor_id: string;
  handle: string;
  name: string;
  email: string;
  locale: Locale;
  role: 'member' | 'administrator';
  is_staff: boolean;
  audiences: (number | string)[];
}

export function toMember(row: ViewerRow, by: { scopes: readonly Scope[] | null; sessionId: string | null } = { scopes: null, sessionId: null }): Member {
  return {
    actorId: row.actor_id,
    accountId: row.account_id,
    handle: row.handle,
    name: row.name,
    email: row.email,
    locale: row.locale,
    isStaff: row.is_staff,
    isAdministrator: row.role === 'administrator',
    // The driver leaves the elements of a bigint[] as text.
    audiences: row.audiences.map(Number),
    ...by,
  };
}

/** For acting as somebody who just signed in. Null when suspended or gone. */
export async function memberOfAccount(pool: Pool, accountId: string): Promise<Member | null> {
  const { rows } = await pool.query<ViewerRow>('select * from viewer_of_account($1)', [accountId]);
  return rows[0] === undefined ? null : toMember(rows[0]);
}

/** For work that reads as somebody, a recipient of a notification, say. Null when they have no account here, or a suspended one. */
export async function memberOfActor(pool: Pool, actorId: string): Promise<Member | null> {
  const { rows } = await pool.query<ViewerRow>('select * from viewer_of_actor($1)', [actorId]);
  return rows[0] === undefined ? null : toMember(rows[0]);
}

/**
 * Somebody of another instance, as whom what came from them is carried out by the same commands and policies as what people here do:
 * no civil servant here, no account, and of the places those that let them in. Null when unknown or gone.
 */
export async function remoteMember(trx: Trx, actorId: string): Promise<Member | null> {
  return (await remoteMembers(trx, [actorId])).get(actorId) ?? null;
}

/** As {@link remoteMember}, of several, by their ids. */
export async function remoteMembers(trx: Trx, actorIds: readonly string[]): Promise<Map<string, Member>> {
  const { rows } = await sql<{ actor_id: string; handle: string; name: string; audiences: (number | string)[] }>`
    select v.* from unnest(${[...new Set(actorIds)]}::uuid[]) id cross join lateral viewer_of_remote_actor(id) v`.execute(trx);
  return new Map(rows.map((row) => [row.actor_id, {
    actorId: row.actor_id, accountId: NOBODY, handle: row.handle, name: row.name, email: '', locale: 'nl', isStaff: false, isAdministrator: false,
    audiences: row.audiences.map(Number), scopes: null, sessionId: null, isRemote: true,
  }]));
}
