// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { GroupFounded } from './events.ts';
import { lockPlaceForViewer, type PlaceForViewer } from './find-place.ts';
import { foundPlace, type NewPlace } from './found-place.ts';
import { requireWithin } from './place-audience.ts';

/** The one who starts a group is its first admin. @throws {BadInput} naming what is wider than the building */
export async function startGroup(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, viewer: Member, buildingSlug: string, wanted: NewPlace & { membersMayJoin: boolean }): Promise<PlaceForViewer> {
  const building = await lockPlaceForViewer(trx, viewer, buildingSlug);
  requireMayStartGroup(building);
  requireWithin(building, wanted.access, wanted.membersMayJoin);
  // As the system: nobody is a member yet, so a hidden group would be out of its founder's sight.
  return withSystem(trx, async () => {
    const place = await foundPlace(trx, deps, viewer, wanted, building);
    await publish<GroupFounded>(trx, { type: 'GroupFounded', placeId: place.id, buildingId: building.id, founderId: viewer.actorId });
    return place;
  });
}

/** To outsiders of a closed building it is as if there were no groups. */
export function requireMayStartGroup(building: PlaceForViewer): void {
  if (!building.can.read) throw new NotFound();
  if (!building.can.startGroup) throw new Forbidden({ nl: 'In dit gebouw starten ambtenaren die lid zijn een groep, en de moderatoren en beheerders.', en: 'In this building groups are started by civil servants who are members, and by its moderators and admins.' });
}
