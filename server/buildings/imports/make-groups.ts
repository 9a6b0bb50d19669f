// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import type { Deps } from '../../platform/deps.ts';
import { BadInput } from '../../platform/http/problem.ts';
import { publish } from '../../platform/outbox/publish.ts';
import type { GroupFounded } from '../events.ts';
import type { PlaceForViewer } from '../find-place.ts';
import { foundPlace } from '../found-place.ts';
import { proposeGroupSlug } from '../slugs.ts';

/** As many as somebody may start in an hour. */
const MOST_AT_ONCE = 20;
const LONGEST_NAME = 80;

/** Names that a group can have; the others stay faults of their lines. */
export const isGroupName = (name: string): boolean => name.length <= LONGEST_NAME && /[\p{L}\p{N}]/u.test(name);

/** @throws {BadInput} */
export function requireFewGroups(names: readonly string[]): void {
  if (names.length > MOST_AT_ONCE) throw new BadInput('createGroups', { nl: `Maak hoogstens ${MOST_AT_ONCE} groepen in één keer.`, en: `Make at most ${MOST_AT_ONCE} groups at once.` });
}

/**
 * Makes the groups that a list names, as open as their building; into those of a closed one its members come at once. The transaction
 * must be the system's, and the building locked.
 */
export async function makeGroups(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, viewer: Member, building: PlaceForViewer, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const wanted = { slug: await proposeGroupSlug(trx, building, name), name, summary: '', access: building.access, membersMayJoin: building.access === 'closed' };
    const group = await foundPlace(trx, deps, viewer, wanted, building);
    await publish<GroupFounded>(trx, { type: 'GroupFounded', placeId: group.id, buildingId: building.id, founderId: viewer.actorId });
  }
}
