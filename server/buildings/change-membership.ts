// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipApproved, MembershipEnded, MembershipRefused } from './events.ts';
import { lockPlaceForViewer, type PlaceForViewer } from './find-place.ts';
import { changeMemberCount, membershipAudience, membershipIn, type MembershipRow, rememberRemoval, revokeInvitationsBy, secureSuccession, setRole } from './memberships.ts';
import { canManage, canSeeMembers, isActive, isAdmin, type Role } from './policy.ts';

export interface MembershipChange {
  role?: Role;
  state?: 'active' | 'banned';
  /** A membership; needed when the last admin steps down. */
  successor?: string;
}

/** Approves a request, gives a role, bans, or takes a banned member back. */
export async function changeMembership(trx: Trx, clock: Clock, viewer: Member, slug: string, id: string, change: MembershipChange): Promise<MembershipRow> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  const target = await managedMembership(trx, viewer, place, id);
  if (change.role !== undefined && change.role !== target.role && !isAdmin(place.myMembership)) throw new Forbidden();
  if (change.state === 'banned' && change.role !== undefined) throw new BadInput('role', { nl: 'Wie geblokkeerd wordt, heeft geen rol.', en: 'Somebody who is banned has no role.' });
  if (change.state === 'banned') await ban(trx, clock, viewer, place, target, change.successor);
  if (change.state === 'active' && target.state !== 'active') await approve(trx, clock, viewer, place, target);
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

async function approve(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, target: MembershipRow): Promise<void> {
  await trx
    .updateTable('membership')
    .set({ state: 'active', audience_id: membershipAudience(place, 'active'), decided_by: viewer.actorId, decided_at: clock.now() })
    .where('id', '=', target.id)
    .execute();
  await changeMemberCount(trx, place.id, 1);
  await publish<MembershipApproved>(trx, { type: 'MembershipApproved', placeId: place.id, membershipId: target.id, memberId: target.memberId, byId: viewer.actorId });
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
  await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId: place.id, memberId: target.memberId, byId: viewer.actorId, reason: 'banned' });
}

async function giveRole(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, target: MembershipRow, role: Role, successor: string | undefined): Promise<void> {
  if (target.role === role) return;
  if (!isActive(target)) throw new BadInput('role', { nl: 'Laat deze persoon eerst toe als lid.', en: 'Let this person in as a member first.' });
  await secureSuccession(trx, place, target, successor, viewer.actorId);
  await setRole(trx, place.id, target, role, viewer.actorId);
  await revokeInvitationsBy(trx, place.id, target.memberId, role, clock.now());
}
