// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { publish } from '../platform/outbox/publish.ts';
import { managedMembership } from './change-membership.ts';
import type { MembershipEnded, MembershipRefused, RequestWithdrawn } from './events.ts';
import { endGroupsOf } from './end-groups.ts';
import { lockPlaceForViewer, type PlaceAddress } from './find-place.ts';
import { changeMemberCount, rememberRemoval, revokeInvitationsBy, secureSuccession } from './memberships.ts';
import { rememberAnswer } from './requests.ts';

/**
 * Leaves or takes back one's own request; or, for those who manage: removes a member, refuses a request, lifts a ban.
 * One's own ban is not one's own to lift. With the membership of a building end those of its groups.
 */
export async function endMembership(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, id: string, successor: string | undefined, word = ''): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const mine = place.myMembership;
  const own = mine !== null && mine.id === id && mine.state !== 'banned';
  const target = own ? { id, memberId: viewer.actorId, role: mine.role, state: mine.state } : await managedMembership(trx, viewer, place, id);

  await secureSuccession(trx, place, target, successor, viewer.actorId);
  const answerId = target.state === 'requested' && !own ? await rememberAnswer(trx, clock.now(), viewer, place, { membershipId: target.id, memberId: target.memberId, outcome: 'refused', word }) : undefined;
  await trx.deleteFrom('membership').where('id', '=', target.id).execute();
  const about = { placeId: place.id, memberId: target.memberId, byId: viewer.actorId };
  if (target.state === 'active') {
    await changeMemberCount(trx, place.id, -1);
    const now = clock.now();
    await revokeInvitationsBy(trx, place.id, target.memberId, null, now);
    await rememberRemoval(trx, place.id, target.memberId, now, own);
    if (place.building === null) await endGroupsOf(trx, place.id, target.memberId, viewer.actorId, now);
    await publish<MembershipEnded>(trx, { type: 'MembershipEnded', ...about, reason: own ? 'left' : 'removed' });
  } else if (target.state === 'requested' && !own) {
    await publish<MembershipRefused>(trx, { type: 'MembershipRefused', ...about, ...(answerId === undefined ? {} : { answerId }) });
  } else if (target.state === 'requested') {
    await publish<RequestWithdrawn>(trx, { type: 'RequestWithdrawn', placeId: place.id, memberId: target.memberId });
  }
}
