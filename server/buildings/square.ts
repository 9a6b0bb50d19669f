// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placesForViewer, toPlaceForViewer, uncountedGuests } from './find-place.ts';
import { SQUARE_SLUG } from './place-ref.ts';

type Asker = Pick<Viewer, 'actorId' | 'audiences' | 'isStaff' | 'isAdministrator'>;

/** The square as a place in which posts stand. It is in no list of buildings, has no members, and never closes. */
export async function squarePlace(trx: Trx, viewer: Asker): Promise<PlaceForViewer> {
  const row = await placesForViewer(trx, viewer).where('p.kind', '=', 'square').where('p.slug_key', '=', SQUARE_SLUG).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toPlaceForViewer(viewer, row);
}

/** As {@link lockPlaceForViewer}, for the place in which a post stands. The square needs no lock: it does not close. */
export function lockPlaceOfPost(trx: Trx, viewer: Asker, address: PlaceAddress): Promise<PlaceForViewer> {
  return address === SQUARE_SLUG ? squarePlace(trx, viewer) : lockPlaceForViewer(trx, viewer, address, uncountedGuests);
}
