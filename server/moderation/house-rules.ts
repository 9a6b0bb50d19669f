// SPDX-License-Identifier: EUPL-1.2
import { isAdminOf, lockPlaceForViewer, placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { Conflict, Forbidden } from '../platform/http/problem.ts';
import { readBody } from '../posts/public.ts';

export interface HouseRules {
  /** 0 while there are none. */
  version: number;
  source: string;
  html: string;
  writtenAt: string | null;
  can: { edit: boolean };
}

/** The rules on the door: for whoever may know of the place. */
export async function houseRulesOf(trx: Trx, viewer: Viewer, slug: string): Promise<HouseRules> {
  const place = await placeForViewer(trx, viewer, slug);
  const row = await trx
    .selectFrom('house_rules')
    .select(['version', 'source', 'html', 'written_at'])
    .where('place_id', '=', place.id)
    .where('audience_id', 'in', [...viewer.audiences])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const can = { edit: isAdminOf(place.myMembership) };
  return row === undefined ? { version: 0, source: '', html: '', writtenAt: null, can } : { version: row.version, source: row.source, html: row.html, writtenAt: row.written_at.toISOString(), can };
}

/**
 * A new version; the ones before stay, because decisions were made under them. Empty takes them off the door.
 * @param basedOn the version that was edited
 */
export async function writeHouseRules(trx: Trx, now: Date, viewer: Member, slug: string, source: string, basedOn: number | undefined): Promise<HouseRules> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  if (!isAdminOf(place.myMembership)) throw new Forbidden();
  const before = await houseRulesOf(trx, viewer, slug);
  if (basedOn !== undefined && basedOn !== before.version) throw new Conflict('rules-changed', { nl: 'Iemand anders heeft de huisregels net gewijzigd. Bekijk eerst de nieuwe tekst.', en: 'Somebody else just changed the house rules. Look at the new text first.' });
  if (before.source === source) return before;
  const html = source.trim() === '' ? '' : readBody(source, 'markdown').html;
  await trx.insertInto('house_rules').values({ place_id: place.id, version: before.version + 1, audience_id: place.audienceId, source, html, written_by: viewer.actorId, written_at: now }).execute();
  return houseRulesOf(trx, viewer, slug);
}
