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

/** The one name of a group among people, buildings and groups (WebFinger): no slug holds a dot. */
export function groupHandle(buildingSlug: string, slug: string): string {
  return `${buildingSlug}.${slug}`;
}

const MOST_NUMBERED = 40;

/** A free address for a name. Must run as the system: addresses of hidden and deleted buildings are taken too. */
export async function proposeSlug(trx: Trx, name: string): Promise<string> {
  const candidates = candidatesFor(slugOf(name), 'gebouw-1');
  const rows = await trx.selectFrom('actor').select('handle_key').where('domain', 'is', null).where('handle_key', 'in', candidates).execute();
  return firstFree(slugOf(name), 'gebouw-1', new Set(rows.map((row) => row.handle_key)));
}

/** A free address in a building for the name of a group. Must run as the system, for the same reason. */
export async function proposeGroupSlug(trx: Trx, building: { id: string }, name: string): Promise<string> {
  const rows = await trx.selectFrom('place').select('slug_key').where('parent_id', '=', building.id).execute();
  return firstFree(slugOf(name), 'groep-1', new Set(rows.map((row) => row.slug_key)));
}

function candidatesFor(wanted: string, otherwise: string): string[] {
  const base = wanted.length < SLUG_MIN ? otherwise : wanted;
  return [base, ...Array.from({ length: MOST_NUMBERED }, (_, index) => `${cut(base, SLUG_MAX - 3)}-${index + 2}`)];
}

function firstFree(wanted: string, otherwise: string, taken: ReadonlySet<string>): string {
  const candidates = candidatesFor(wanted, otherwise);
  const free = candidates.find((candidate) => !taken.has(candidate) && !isReserved(candidate));
  return free ?? `${cut(candidates[0] ?? otherwise, SLUG_MAX - 9)}-${newSecret().toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 8)}`;
}
