// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Conflict } from '../platform/http/problem.ts';
import { changeAccess } from './change-access.ts';
import { lockPlace, placeForViewerById } from './find-place.ts';

/**
 * An administrator of the instance closes the open door of a place: what was for everybody is from then on for its members. The
 * caller has settled that they may; the place goes on, and its admins can open it again. As the system.
 * @throws {NotFound} {@link Conflict} when its door is not open any more
 */
export async function closePlace(trx: Trx, clock: Clock, administrator: Member, id: string): Promise<void> {
  await lockPlace(trx, id);
  const place = await placeForViewerById(trx, administrator, id);
  if (place.access !== 'open') throw new Conflict('not-open', { nl: 'Deze plek is niet meer open.', en: 'This place is not open any more.' });
  await changeAccess(trx, clock, administrator, place, 'closed');
}
