// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { publish } from '../platform/outbox/publish.ts';
import { managedMembership } from './change-membership.ts';
import type { MembershipEnded, MembershipRefused } from './events.ts';
import { lockPlaceForViewer } from './find-place.ts';
import { changeMemberCount, rememberRemoval, revokeInvitationsBy, secureSuccession } from './memberships.ts';

/**
 * Leaves or takes back one's own request; or, for those who manage: removes a member, refuses a request, lifts a ban.
 * One's own ban is not one's own to lift.
 */
export async function endMembership(trx: Trx, clock: Clock, viewer: Member, slug: string, id: string, successor: string | undefined): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  const mine = place.myMembership;
  const own = mine !== null && mine.id === id && mine.state !== 'banned';
  const target = own ? { id, memberId: viewer.actorId, role: mine.role, state: mine.state } : await managedMembership(trx, viewer, place, id);

  await secureSuccession(trx, place, target, successor, viewer.actorId);
  await trx.deleteFrom('membership').where('id', '=', target.id).execute();
  const about = { placeId: place.id, memberId: target.memberId, byId: viewer.actorId };
  if (target.state === 'active') {
    await changeMemberCount(trx, place.id, -1);
    const now = clock.now();
    await revokeInvitationsBy(trx, place.id, target.memberId, null, now);
    if (!own) await rememberRemoval(trx, place.id, target.memberId, now);
    await publish<MembershipEnded>(trx, { type: 'MembershipEnded', ...about, reason: own ? 'left' : 'removed' });
  } else if (target.state === 'requested' && !own) {
    await publish<MembershipRefused>(trx, { type: 'MembershipRefused', ...about });
  }
}
