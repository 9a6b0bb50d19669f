// SPDX-License-Identifier: EUPL-1.2
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { Conflict, Forbidden } from '../platform/http/problem.ts';
import { readBody } from '../posts/public.ts';
import { thresholds } from './trust.ts';

export interface HouseRules {
  /** 0 while there are none. */
  version: number;
  source: string;
  html: string;
  writtenAt: string | null;
  /** Who asks is a member who has hardly written here yet. */
  newcomer: boolean;
  can: { edit: boolean };
}

/** The rules on the door: for whoever may know of the place. */
export async function houseRulesOf(trx: Trx, viewer: Viewer, address: PlaceAddress): Promise<HouseRules> {
  const place = await placeForViewer(trx, viewer, address);
  const row = await trx
    .selectFrom('house_rules')
    .select(['version', 'source', 'html', 'written_at'])
    .where('place_id', '=', place.id)
    .where('audience_id', 'in', [...viewer.audiences])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const about = { newcomer: await isNewHere(trx, viewer, place), can: { edit: place.can.edit } };
  return row === undefined ? { version: 0, source: '', html: '', writtenAt: null, ...about } : { version: row.version, source: row.source, html: row.html, writtenAt: row.written_at.toISOString(), ...about };
}

/** Civil servants too: that somebody is trusted with links does not mean that they read the door. */
async function isNewHere(trx: Trx, viewer: Viewer, place: PlaceForViewer): Promise<boolean> {
  if (!place.can.post || place.can.moderate) return false;
  const written = await trx
    .selectFrom('post')
    .select('id')
    .where('author_id', '=', viewer.actorId)
    .where('audience_id', 'in', [...viewer.audiences])
    .where(place.building === null ? 'place_id' : 'group_id', '=', place.id)
    .where('deleted_at', 'is', null)
    .limit(thresholds.acceptedPosts)
    .execute();
  return written.length < thresholds.acceptedPosts;
}

/**
 * A new version; the ones before stay, because decisions were made under them. Empty takes them off the door.
 * @param basedOn the version that was edited
 */
export async function writeHouseRules(trx: Trx, now: Date, viewer: Member, address: PlaceAddress, source: string, basedOn: number | undefined): Promise<HouseRules> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  if (!place.can.edit) throw new Forbidden();
  const before = await houseRulesOf(trx, viewer, address);
  if (basedOn !== undefined && basedOn !== before.version) throw new Conflict('rules-changed', { nl: 'Iemand anders heeft de huisregels net gewijzigd. Bekijk eerst de nieuwe tekst.', en: 'Somebody else just changed the house rules. Look at the new text first.' });
  if (before.source === source) return before;
  const html = source.trim() === '' ? '' : readBody(source, 'markdown').html;
  await trx.insertInto('house_rules').values({ place_id: place.id, version: before.version + 1, audience_id: place.audienceId, source, html, written_by: viewer.actorId, written_at: now }).execute();
  return houseRulesOf(trx, viewer, address);
}
