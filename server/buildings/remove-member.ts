// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import { publish } from '../platform/outbox/publish.ts';
import { endGroupsOf } from './end-groups.ts';
import type { MembershipEnded, MembershipRefused } from './events.ts';
import { lockPlace } from './find-place.ts';
import { changeMemberCount, rememberRemoval, revokeInvitationsBy, secureSuccession } from './memberships.ts';
import type { MembershipState, Role } from './policy.ts';

/**
 * Ends a membership, or refuses what was asked, by decision of somebody who may: the caller asked. Nothing for who is neither in nor
 * asks. The transaction is the system's.
 * @throws {LastAdmin}
 */
export async function removeMemberAs(trx: Trx, clock: Clock, { placeId, memberId, byId }: { placeId: string; memberId: string; byId: string }): Promise<void> {
  await lockPlace(trx, placeId);
  const row = await trx.selectFrom('membership').select(['id', 'role', 'state']).where('place_id', '=', placeId).where('member_id', '=', memberId).executeTakeFirst();
  if (row === undefined || row.state === 'banned') return;
  const { parent_id: parentId } = await trx.selectFrom('place').select('parent_id').where('id', '=', placeId).executeTakeFirstOrThrow();
  // Check constraints keep role and state to their words.
  await secureSuccession(trx, { id: placeId, building: parentId === null ? null : { id: parentId } }, { id: row.id, memberId, role: row.role as Role, state: row.state as MembershipState }, undefined, byId);
  await trx.deleteFrom('membership').where('id', '=', row.id).execute();
  if (row.state !== 'active') {
    await publish<MembershipRefused>(trx, { type: 'MembershipRefused', placeId, memberId, byId });
    return;
  }
  const now = clock.now();
  await changeMemberCount(trx, placeId, -1);
  await revokeInvitationsBy(trx, placeId, memberId, null, now);
  await rememberRemoval(trx, placeId, memberId, now);
  if (parentId === null) await endGroupsOf(trx, placeId, memberId, byId, now);
  await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId, memberId, byId, reason: 'removed' });
}
