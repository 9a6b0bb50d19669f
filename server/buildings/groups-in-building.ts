// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { type PlaceForViewer, placeForViewer } from './find-place.ts';
import { type DirectoryOptions, placesInDirectory } from './queries.ts';

/** Those that the viewer may know of. @throws {NotFound} for outsiders of a closed building, as if it held none. */
export async function groupsInBuilding(trx: Trx, viewer: Viewer, slug: string, options: Omit<DirectoryOptions, 'within'>): Promise<{ items: PlaceForViewer[]; next: string | null }> {
  const building = await readableBuilding(trx, viewer, slug);
  return placesInDirectory(trx, viewer, { ...options, within: building.id });
}

export async function readableBuilding(trx: Trx, viewer: Viewer, slug: string): Promise<PlaceForViewer> {
  const building = await placeForViewer(trx, viewer, slug);
  if (!building.can.read) throw new NotFound();
  return building;
}
