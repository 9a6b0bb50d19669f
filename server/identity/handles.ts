// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';

const LONGEST = 30;

/** People, buildings and groups share one namespace, and pages and mail programs know these names already. */
const reserved = new Set([
  'abuse', 'admin', 'administratie', 'administration', 'administrator', 'ap', 'api', 'assets', 'beheer', 'beheerder', 'help', 'hostmaster',
  'info', 'instance', 'me', 'mij', 'moderatie', 'moderator', 'new', 'nieuw', 'nobody', 'noreply', 'plein', 'postmaster', 'root', 'security',
  'support', 'system', 'webmaster',
]);

export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle.toLowerCase());
}

/** "Naïma el Idrissi" → "naima-el-idrissi". Names in another script, of which nothing is left, become "lid". */
export function handleFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug.length < 2 ? 'lid' : slug;
}

/** The handle, or the handle with the first free number behind it. The transaction is the system's: hidden places take names too. */
export async function freeHandle(trx: Trx, name: string): Promise<string> {
  const base = handleFrom(name);
  const rows = await trx
    .selectFrom('actor')
    .select(sql<string>`lower(handle::text)`.as('handle'))
    .where('domain', 'is', null)
    .where(sql<boolean>`(handle = ${base} or handle ~ ${`^${base}-[0-9]{1,9}$`}::citext)`)
    .execute();
  const taken = new Set(rows.map((row) => row.handle));
  if (!reserved.has(base) && !taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const candidate = `${base}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
