// SPDX-License-Identifier: EUPL-1.2
import { cutAtHyphen, isReservedHandle } from '../identity/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { newSecret } from '../platform/ids.ts';

/** Letters, digits and single hyphens between them. People, buildings and groups share one namespace (WebFinger). */
export const SLUG_PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';
export const SLUG_MIN = 2;
export const SLUG_MAX = 40;

/** Besides what no handle may be: parts of our own addresses, and names that people would take for the instance speaking. */
const reserved = new Set([
  'about', 'account', 'accounts', 'admin', 'administrator', 'administratie', 'ap', 'api', 'assets', 'beheer', 'beheerder', 'bookmarks', 'building', 'buildings',
  'confirm', 'contact', 'drafts', 'everyone', 'feed', 'gebouw', 'gebouwen', 'group', 'groups', 'healthz', 'help', 'here', 'hier', 'iedereen', 'info', 'instance',
  'invitation', 'invitations', 'live', 'me', 'metrics', 'mine', 'moderator', 'new', 'nieuw', 'nodeinfo', 'notifications', 'operations', 'people', 'plein', 'portal',
  'post', 'posts', 'postmaster', 'privacy', 'readyz', 'root', 'search', 'security', 'settings', 'sign-in', 'sign-up', 'similar', 'slug-proposals', 'square', 'staff',
  'support', 'system', 'tags', 'test', 'today', 'webmaster', 'well-known', 'www', 'zoeken',
]);

export function isReserved(slug: string): boolean {
  return reserved.has(slug) || isReservedHandle(slug);
}

/** "Jeugd & Gezin (regio)" becomes "jeugd-gezin-regio". Empty when nothing of the name can be used. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return cut(plain, SLUG_MAX);
}

/** Of words with single hyphens between them: at most so long, and no half word at its end unless it is one word. */
function cut(slug: string, length: number): string {
  return cutAtHyphen(slug.replace(/^-|-$/g, ''), length);
}

const MOST_NUMBERED = 40;

/** A free address for a name. Must run as the system: addresses of hidden and deleted buildings are taken too. */
export async function proposeSlug(trx: Trx, name: string): Promise<string> {
  const wanted = slugOf(name);
  const base = wanted.length < SLUG_MIN ? 'gebouw-1' : wanted;
  const numbered = Array.from({ length: MOST_NUMBERED }, (_, index) => `${cut(base, SLUG_MAX - 3)}-${index + 2}`);
  const candidates = [base, ...numbered];
  const rows = await trx.selectFrom('actor').select('handle_key').where('domain', 'is', null).where('handle_key', 'in', candidates).execute();
  const taken = new Set(rows.map((row) => row.handle_key));
  const free = candidates.find((candidate) => !taken.has(candidate) && !isReserved(candidate));
  return free ?? `${cut(base, SLUG_MAX - 9)}-${newSecret().toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 8)}`;
}
