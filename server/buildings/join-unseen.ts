// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Clock } from '../platform/clock.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { endMembership } from './end-membership.ts';
import { lockPlace, type PlaceAddress } from './find-place.ts';
import { askUnseen, type Joined } from './join-building.ts';

/**
 * As joining, of a place by its id, also a hidden one that who asks may not know of: the caller has settled that they may ask. Of
 * such a place it is asked, as of a closed one.
 */
export async function joinPlaceById(trx: Trx, clock: Clock, viewer: Member, placeId: string, note: string): Promise<Joined> {
  // As the system: who asks at a hidden door does not see what is behind it, and what they asked is the place's.
  return withSystem(trx, async () => {
    const { address, insider } = await asInsider(trx, viewer, placeId);
    return askUnseen(trx, clock, insider, address, note);
  });
}

/** Leaves, or takes back what was asked. Nothing where they are neither a member nor asked. */
export async function leavePlaceById(trx: Trx, clock: Clock, viewer: Member, placeId: string): Promise<void> {
  // As the system, for the same reason.
  await withSystem(trx, async () => {
    const { address, insider } = await asInsider(trx, viewer, placeId);
    const mine = await trx.selectFrom('membership').select(['id', 'state']).where('place_id', '=', placeId).where('member_id', '=', viewer.actorId).executeTakeFirst();
    if (mine !== undefined && mine.state !== 'banned') await endMembership(trx, clock, insider, address, mine.id, undefined);
  });
}

/** Who may find the place, for this one step. @throws {NotFound} */
async function asInsider(trx: Trx, viewer: Member, placeId: string): Promise<{ address: PlaceAddress; insider: Member }> {
  await lockPlace(trx, placeId);
  const place = await trx.selectFrom('place as p').leftJoin('place as b', 'b.id', 'p.parent_id').select(['p.slug', 'b.slug as building', 'p.members_audience_id']).where('p.id', '=', placeId).where('p.deleted_at', 'is', null).executeTakeFirst();
  if (place === undefined) throw new NotFound();
  const address = place.building === null ? place.slug : { building: place.building, group: place.slug };
  return { address, insider: { ...viewer, audiences: [...viewer.audiences, place.members_audience_id] } };
}
