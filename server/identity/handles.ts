// SPDX-License-Identifier: EUPL-1.2
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
    .replace(/^-|-$/g, '');
  return slug.length < 2 ? 'lid' : cutAtHyphen(slug, LONGEST);
}

/** Of words with single hyphens between them: what is too long ends where a word ends, unless that leaves less than half. */
export function cutAtHyphen(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const lastHyphen = slug.lastIndexOf('-', longest);
  return slug.slice(0, lastHyphen >= longest / 2 ? lastHyphen : longest).replace(/-$/, '');
}

const TRIED_AT_ONCE = 50;

/** The handle, or the handle with the first free number behind it. The transaction is the system's: hidden places take names too. */
export async function freeHandle(trx: Trx, name: string): Promise<string> {
  const base = handleFrom(name);
  for (let from = 1; ; from += TRIED_AT_ONCE) {
    const numbers = Array.from({ length: TRIED_AT_ONCE }, (_, index) => from + index);
    const candidates = numbers.map((number) => (number === 1 ? base : `${base}-${number}`)).filter((handle) => !reserved.has(handle));
    const rows = await trx.selectFrom('actor').select('handle_key').where('domain', 'is', null).where('handle_key', 'in', candidates).execute();
    const taken = new Set(rows.map((row) => row.handle_key));
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
}
