// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { NotFound } from '../platform/http/problem.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';

export interface AccountItem {
  /** Of the person. */
  id: string;
  handle: string;
  name: string;
  email: string;
  isStaff: boolean;
  role: 'member' | 'administrator';
  organisation: string | null;
  createdAt: string;
  lastSeenAt: string | null;
  suspendedAt: string | null;
  suspendedUntil: string | null;
}

function accountQuery(trx: Trx) {
  return trx
    .selectFrom('account as c')
    .innerJoin('actor as a', 'a.id', 'c.actor_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['a.id', 'a.handle', 'a.name', 'c.email', 'c.is_staff', 'c.role', 'o.name as organisation', 'c.created_at', 'c.last_seen_at', 'c.suspended_at', 'c.suspended_until']);
}

/** Newest first; the transaction is the system's, as accounts are nobody's to see. */
export async function listAccounts(trx: Trx, search: { q?: string; limit?: number; cursor?: string }): Promise<{ items: AccountItem[]; next: string | null }> {
  const limit = search.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(search.cursor);
  const q = search.q?.trim() ?? '';
  let query = accountQuery(trx).orderBy('c.created_at', 'desc').orderBy('a.id', 'desc').limit(limit + 1);
  if (q !== '') {
    const within = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(a.name ilike ${within} or ${q} <% a.name or c.email::text ilike ${within} or a.handle::text ilike ${within} or o.name ilike ${within})`);
  }
  if (after !== null) query = query.where(sql<boolean>`(c.created_at, a.id) < (${after.moment}, ${after.id}::uuid)`);
  return pageOf(await query.execute(), limit, toItem, (row) => [row.created_at.toISOString(), row.id]);
}

export async function accountOf(trx: Trx, actorId: string): Promise<AccountItem> {
  const row = await accountQuery(trx).where('a.id', '=', actorId).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toItem(row);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountQuery>['execute']>>[number];

function toItem(row: AccountRow): AccountItem {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    email: row.email,
    isStaff: row.is_staff,
    role: row.role === 'administrator' ? 'administrator' : 'member',
    organisation: row.organisation,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    suspendedAt: row.suspended_at?.toISOString() ?? null,
    suspendedUntil: row.suspended_until?.toISOString() ?? null,
  };
}
