// SPDX-License-Identifier: EUPL-1.2
import type { Pool } from '../platform/db/pool.ts';
import type { Locale, Member, Scope } from '../platform/db/viewer.ts';

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
