// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { BuildingFounded } from './events.ts';
import type { PlaceForViewer } from './find-place.ts';
import { foundPlace, type NewPlace } from './found-place.ts';
import { canStartBuilding } from './policy.ts';

/** The one who starts a building is its first admin. */
export async function startBuilding(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, viewer: Member, wanted: NewPlace): Promise<PlaceForViewer> {
  await requireMayStart(trx, viewer);
  // As the system: nobody is a member yet, so a hidden building would be out of its founder's sight.
  return withSystem(trx, async () => {
    const place = await foundPlace(trx, deps, viewer, wanted, null);
    await publish<BuildingFounded>(trx, { type: 'BuildingFounded', placeId: place.id, founderId: viewer.actorId });
    return place;
  });
}

export async function requireMayStart(trx: Trx, viewer: Member): Promise<void> {
  const instance = await trx.selectFrom('instance').select('residents_may_start_buildings').executeTakeFirstOrThrow();
  if (canStartBuilding(viewer, instance.residents_may_start_buildings)) return;
  throw new Forbidden({ nl: 'Op dit plein starten alleen ambtenaren een gebouw.', en: 'On this square only civil servants start buildings.' });
}
