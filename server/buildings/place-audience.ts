// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { BadInput } from '../platform/http/problem.ts';
import { insideAudience } from './memberships.ts';
import type { PlaceAccess } from './place-ref.ts';

interface Audiences {
  membersAudienceId: number;
  knowingAudienceId: number | null;
}

interface BuildingOf {
  access: PlaceAccess;
  membersAudienceId: number;
}

/**
 * Who may know that a place is there. Of a building everybody, or of a hidden one its members. Of a group whoever may read in the
 * building, or of a hidden one who knows it from the inside.
 */
export function knownTo(place: Audiences & { access: PlaceAccess; building: BuildingOf | null }): number {
  if (place.access === 'hidden') return insideAudience(place);
  return place.building === null || place.building.access === 'open' ? PUBLIC_AUDIENCE : place.building.membersAudienceId;
}

/** A group is never wider than its building. @throws {BadInput} naming `access` or `membersMayJoin` */
export function requireWithin(building: { access: PlaceAccess }, access: PlaceAccess, membersMayJoin: boolean): void {
  if (access === 'open' && building.access !== 'open') {
    throw new BadInput('access', { nl: 'Dit gebouw is niet open. Een groep erin is besloten of verborgen.', en: 'This building is not open. A group in it is closed or hidden.' });
  }
  if (!membersMayJoin) return;
  if (access !== 'closed') throw new BadInput('membersMayJoin', { nl: 'Dit kan alleen bij een besloten groep.', en: 'Only a closed group can do this.' });
  // Everybody comes into an open building at once, so the group would be closed in name only.
  if (building.access === 'open') throw new BadInput('membersMayJoin', { nl: 'Dit gebouw is open: maak de groep open, of laat mensen vragen.', en: 'This building is open: open the group, or let people ask.' });
}
