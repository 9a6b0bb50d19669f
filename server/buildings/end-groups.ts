// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import type { MembershipEnded } from './events.ts';
import { lockInOrder } from './find-place.ts';
import { changeMemberCount, revokeInvitationsBy } from './memberships.ts';

/**
 * Who is no longer a member of a building is none of its groups either: memberships and requests end, bans stay. The caller holds
 * the lock on the building, which everything that changes a membership of a group holds too.
 */
export async function endGroupsOf(trx: Trx, buildingId: string, memberId: string, byId: string | null, now: Date): Promise<void> {
  // As the system: there may be hidden groups among them, of which who removes somebody does not know.
  await withSystem(trx, async () => {
    const inGroups = await trx
      .selectFrom('membership')
      .select(['id', 'place_id', 'state'])
      .where('building_id', '=', buildingId)
      .where('member_id', '=', memberId)
      .where('place_id', '!=', buildingId)
      .where('state', '!=', 'banned')
      .orderBy('place_id')
      .execute();
    if (inGroups.length === 0) return;
    await lockInOrder(trx).where('id', 'in', inGroups.map((each) => each.place_id)).execute();
    await trx.deleteFrom('membership').where('id', 'in', inGroups.map((each) => each.id)).execute();
    const active = inGroups.filter((each) => each.state === 'active');
    for (const { place_id: placeId } of active) {
      await changeMemberCount(trx, placeId, -1);
      await revokeInvitationsBy(trx, placeId, memberId, null, now);
    }
    await publishAll<MembershipEnded>(trx, active.map(({ place_id: placeId }) => ({ type: 'MembershipEnded', placeId, memberId, byId, reason: 'building' })));
  });
}
