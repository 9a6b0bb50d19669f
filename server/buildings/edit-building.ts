// SPDX-License-Identifier: EUPL-1.2
import { cleanName } from '../identity/public.ts';
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { changeAccess } from './change-access.ts';
import { lockPlaceForViewer, type PlaceForViewer, placeForViewerById } from './find-place.ts';
import type { PlaceAccess } from './place-ref.ts';

export interface BuildingChange {
  name?: string;
  summary?: string;
  access?: PlaceAccess;
}

export async function editBuilding(trx: Trx, clock: Clock, viewer: Member, slug: string, change: BuildingChange): Promise<PlaceForViewer> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  if (!place.can.edit) throw new Forbidden();
  const texts = {
    ...(change.name === undefined ? {} : { name: cleanName(change.name) }),
    ...(change.summary === undefined ? {} : { summary: change.summary.trim() }),
  };
  if (Object.keys(texts).length > 0) await trx.updateTable('actor').set(texts).where('id', '=', place.id).execute();
  if (change.access !== undefined && change.access !== place.access) await changeAccess(trx, clock, viewer, place, change.access);
  return placeForViewerById(trx, viewer, place.id);
}
