// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipApproved, MembershipEnded, MembershipRefused } from './events.ts';
import { endGroupsOf } from './end-groups.ts';
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer } from './find-place.ts';
import { NoGuests } from './join-building.ts';
import { changeMemberCount, membershipAudience, membershipIn, type MembershipRow, rememberRemoval, revokeInvitationsBy, secureSuccession, setRole } from './memberships.ts';
import { canAdminister, canManage, canSeeMembers, isActive, type Role } from './policy.ts';
import { rememberAnswer } from './requests.ts';

export interface MembershipChange {
  role?: Role;
  state?: 'active' | 'banned';
  /** To who asked, with the answer. */
  word?: string;
  /** A membership; needed when the last admin steps down. */
  successor?: string;
}

/** Approves a request, gives a role, bans, or takes a banned member back. */
export async function changeMembership(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, id: string, change: MembershipChange): Promise<MembershipRow> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const target = await managedMembership(trx, viewer, place, id);
  if (change.role !== undefined && change.role !== target.role && !canAdminister(place, place.myMembership)) throw new Forbidden();
  if (change.state === 'banned' && change.role !== undefined) throw new BadInput('role', { nl: 'Wie geblokkeerd wordt, heeft geen rol.', en: 'Somebody who is banned has no role.' });
  if (change.state === 'banned') await ban(trx, clock, viewer, place, target, change.successor);
  if (change.state === 'active' && target.state !== 'active') await approve(trx, clock, viewer, place, target, change.word ?? '');
  if (change.role !== undefined) await giveRole(trx, clock, viewer, place, await membershipIn(trx, place.id, id), change.role, change.successor);
  return membershipIn(trx, place.id, id);
}

/** @throws {NotFound} where the viewer may not know who is a member, {@link Forbidden} where they may but do not manage. */
export async function managedMembership(trx: Trx, viewer: Member, place: PlaceForViewer, id: string): Promise<MembershipRow> {
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!place.can.manageMembers) throw new Forbidden();
  const target = await membershipIn(trx, place.id, id);
  if (!canManage(place, place.myMembership, target)) throw new Forbidden();
  return target;
}

async function approve(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, target: MembershipRow, word: string): Promise<void> {
  await requireInBuilding(trx, place, target);
  const asked = target.state === 'requested';
  if (asked && !place.guestsWelcome) await refuseGuest(trx, target.memberId);
  const answerId = asked ? await rememberAnswer(trx, clock.now(), viewer, place, { membershipId: target.id, memberId: target.memberId, outcome: 'approved', word }) : undefined;
  await trx
    .updateTable('membership')
    .set({ state: 'active', ...(asked ? { joined_through: 'request' } : {}), audience_id: membershipAudience(place, 'active'), decided_by: viewer.actorId, decided_at: clock.now(), banned_until: null })
    .where('id', '=', target.id)
    .execute();
  await changeMemberCount(trx, place.id, 1);
  await publish<MembershipApproved>(trx, { type: 'MembershipApproved', placeId: place.id, membershipId: target.id, memberId: target.memberId, byId: viewer.actorId, ...(answerId === undefined ? {} : { answerId }) });
}

/** They asked before the place decided to have no guests. */
async function refuseGuest(trx: Trx, memberId: string): Promise<void> {
  // As the system: accounts are nobody's to read.
  const account = await withSystem(trx, () => trx.selectFrom('account').select('is_staff').where('actor_id', '=', memberId).executeTakeFirst());
  if (account?.is_staff !== true) throw new NoGuests();
}

/** Of a group: somebody who was banned may have left the building since. */
async function requireInBuilding(trx: Trx, { building }: PlaceForViewer, target: MembershipRow): Promise<void> {
  if (building === null) return;
  // As the system: who administers a building's groups need not be told who its members are.
  const inside = await withSystem(trx, () => trx.selectFrom('membership').select('id').where('place_id', '=', building.id).where('member_id', '=', target.memberId).where('state', '=', 'active').executeTakeFirst());
  if (inside === undefined) throw new BadInput('state', { nl: 'Deze persoon is geen lid van het gebouw van deze groep.', en: 'This person is no member of the building of this group.' });
}

async function ban(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, target: MembershipRow, successor: string | undefined): Promise<void> {
  if (target.state === 'banned') return;
  if (target.memberId === viewer.actorId) throw new Forbidden({ nl: 'Jezelf blokkeren kan niet. Je kunt wel vertrekken.', en: 'You cannot ban yourself. You can leave.' });
  await secureSuccession(trx, place, target, successor, viewer.actorId);
  const now = clock.now();
  await trx
    .updateTable('membership')
    .set({ state: 'banned', role: 'member', note: '', audience_id: membershipAudience(place, 'banned'), decided_by: viewer.actorId, decided_at: now })
    .where('id', '=', target.id)
    .execute();
  await revokeInvitationsBy(trx, place.id, target.memberId, null, now);
  await rememberRemoval(trx, place.id, target.memberId, now);
  if (target.state !== 'active') {
    await publish<MembershipRefused>(trx, { type: 'MembershipRefused', placeId: place.id, memberId: target.memberId, byId: viewer.actorId });
    return;
  }
  await changeMemberCount(trx, place.id, -1);
  if (place.building === null) await endGroupsOf(trx, place.id, target.memberId, viewer.actorId, now);
  await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId: place.id, memberId: target.memberId, byId: viewer.actorId, reason: 'banned' });
}

async function giveRole(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, target: MembershipRow, role: Role, successor: string | undefined): Promise<void> {
  if (target.role === role) return;
  if (!isActive(target)) throw new BadInput('role', { nl: 'Laat deze persoon eerst toe als lid.', en: 'Let this person in as a member first.' });
  if (role !== 'member') await requireAtHome(trx, target.memberId);
  await secureSuccession(trx, place, target, successor, viewer.actorId);
  await setRole(trx, place.id, target, role, viewer.actorId);
  await revokeInvitationsBy(trx, place.id, target.memberId, role, clock.now());
}

/** A place is moderated and administered where it stands: on their own instance somebody of elsewhere would find nothing to do it with. */
async function requireAtHome(trx: Trx, memberId: string): Promise<void> {
  // As the system: accounts are nobody's to read.
  const account = await withSystem(trx, () => trx.selectFrom('account').select('id').where('actor_id', '=', memberId).executeTakeFirst());
  if (account === undefined) throw new BadInput('role', { nl: 'Alleen wie op dit plein een account heeft, kan moderator of beheerder worden.', en: 'Only somebody with an account on this square can become moderator or admin.' });
}
