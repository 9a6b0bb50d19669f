// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { Problem } from '../platform/http/problem.ts';
import { hashSecret, newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipJoined } from './events.ts';
import { lockPlace, type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { NoGuests } from './join-building.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { isActive, isTurnedAway } from './policy.ts';

/** One answer for every reason, so that a token tells nothing: unknown, expired, revoked, used, for somebody else, banned, put out since, the inviter suspended. */
export class InvitationUnusable extends Problem {
  constructor() {
    super(404, 'invitation-unusable', { nl: 'Deze uitnodiging werkt niet (meer). Vraag een nieuwe aan wie je uitnodigde.', en: 'This invitation does not work (any more). Ask the one who invited you for a new one.' });
  }
}

/** Where an invitation led: a building, and the group in it that it was for. */
interface Entered {
  building: PlaceForViewer;
  group: PlaceForViewer | null;
}

/** Becomes a member, as often asked as you like: the second time by the same person changes nothing. */
export async function acceptInvitation(trx: Trx, clock: Clock, viewer: Member, token: string): Promise<Entered> {
  // As the system: the invited do not know of the building yet.
  return withSystem(trx, async () => {
    const hash = hashSecret(token);
    const found = await trx.selectFrom('invitation').select('place_id').where('token_hash', '=', hash).executeTakeFirst();
    if (found === undefined) throw new InvitationUnusable();
    await lockPlace(trx, found.place_id);
    const invitation = await usableInvitations(trx, clock.now()).where('i.token_hash', '=', hash).forUpdate('i').executeTakeFirst();
    if (invitation === undefined || (invitation.email !== null && invitation.email.toLowerCase() !== viewer.email.toLowerCase())) throw new InvitationUnusable();
    const place = await placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, invitation.members_audience_id] }, invitation.place_id);
    if (place.myMembership?.state === 'active') return entered(trx, viewer, place);
    await enterBuilding(trx, clock, viewer, place, invitation);
    if ((await isPutOut(trx, viewer, invitation)) || invitation.uses >= invitation.max_uses) throw new InvitationUnusable();
    if (isTurnedAway(viewer, place)) throw new NoGuests();
    await useInvitation(trx, viewer, invitation.id, clock.now());
    await enter(trx, viewer, place, invitation, clock.now());
    await enterGroups(trx, viewer, invitation, clock.now());
    return entered(trx, viewer, place);
  });
}

/** As they are now, for the one who came in. */
async function entered(trx: Trx, viewer: Member, { id, membersAudienceId, building }: PlaceForViewer): Promise<Entered> {
  const insider = { ...viewer, audiences: [...viewer.audiences, membersAudienceId, ...(building === null ? [] : [building.membersAudienceId])] };
  const place = await placeForViewerById(trx, insider, id);
  return building === null ? { building: place, group: null } : { building: await placeForViewerById(trx, insider, building.id), group: place };
}

/**
 * Into a group one comes through its building: that is open, or the inviter may let people in there too. All in one transaction,
 * so that who cannot use the invitation after all did not come into the building either.
 */
async function enterBuilding(trx: Trx, clock: Clock, viewer: Member, { building }: PlaceForViewer, invitation: Invitation & { created_at: Date }): Promise<void> {
  if (building === null || isActive(building.standing)) return;
  if (await isPutOut(trx, viewer, { place_id: building.id, created_at: invitation.created_at })) throw new InvitationUnusable();
  const inviter = await trx.selectFrom('membership').select('id').where('place_id', '=', building.id).where('member_id', '=', invitation.invited_by).where('state', '=', 'active').where('role', '!=', 'member').executeTakeFirst();
  if (building.access !== 'open' && inviter === undefined) throw new InvitationUnusable();
  const place = await placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, building.membersAudienceId] }, building.id);
  if (isTurnedAway(viewer, place)) throw new NoGuests();
  await enter(trx, viewer, place, { ...invitation, role: 'member' }, clock.now());
}

/** The groups that a list named beside the building. Who was put out of one of them does not come back in with it, and a guest comes into none without guests. */
async function enterGroups(trx: Trx, viewer: Member, invitation: Invitation & { created_at: Date }, now: Date): Promise<void> {
  const groups = await trx
    .selectFrom('invitation_group as ig')
    .innerJoin('place as p', 'p.id', 'ig.group_id')
    .select(['p.id', 'p.members_audience_id'])
    .where('ig.invitation_id', '=', invitation.id)
    .where('p.deleted_at', 'is', null)
    .orderBy('p.id')
    .execute();
  for (const { id, members_audience_id: audience } of groups) {
    const group = await placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, audience] }, id);
    if (isActive(group.myMembership) || isTurnedAway(viewer, group) || (await isPutOut(trx, viewer, { place_id: id, created_at: invitation.created_at }))) continue;
    await enter(trx, viewer, group, { ...invitation, role: 'member' }, now);
  }
}

interface Invitation {
  id: string;
  email: string | null;
  import_id: string | null;
  role: string;
  invited_by: string | null;
}

/** Banned, or removed after the invitation was made: only what is made since counts. */
async function isPutOut(trx: Trx, viewer: Pick<Viewer, 'actorId'>, invitation: { place_id: string; created_at: Date }): Promise<boolean> {
  if (viewer.actorId === null) return false;
  const banned = await trx.selectFrom('membership').select('id').where('place_id', '=', invitation.place_id).where('member_id', '=', viewer.actorId).where('state', '=', 'banned').executeTakeFirst();
  if (banned !== undefined) return true;
  const removed = await trx
    .selectFrom('membership_end')
    .select('ended_at')
    .where('place_id', '=', invitation.place_id)
    .where('member_id', '=', viewer.actorId)
    .where('by_self', '=', false)
    .where('ended_at', '>=', invitation.created_at)
    .executeTakeFirst();
  return removed !== undefined;
}

/** @throws {InvitationUnusable} when this person used it before and is no member any more: an old link is no way back in. */
async function useInvitation(trx: Trx, viewer: Member, id: string, now: Date): Promise<void> {
  const use = await trx
    .insertInto('invitation_use')
    .values({ invitation_id: id, member_id: viewer.actorId, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitation_id')
    .executeTakeFirst();
  if (use === undefined) throw new InvitationUnusable();
  await trx.updateTable('invitation').set(({ eb }) => ({ uses: eb('uses', '+', 1) })).where('id', '=', id).execute();
}

async function enter(trx: Trx, viewer: Member, place: PlaceForViewer, invitation: Invitation, now: Date): Promise<void> {
  const id = place.myMembership?.id ?? newId();
  const joinedThrough = invitation.import_id !== null ? 'import' : invitation.email === null ? 'link' : 'mail';
  const values = { role: invitation.role, state: 'active', joined_through: joinedThrough, invitation_id: invitation.id, note: '', audience_id: membershipAudience(place, 'active'), decided_by: invitation.invited_by, decided_at: now };
  await trx
    .insertInto('membership')
    .values({ ...values, id, member_id: viewer.actorId, place_id: place.id, created_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'place_id']).doUpdateSet(values))
    .execute();
  await changeMemberCount(trx, place.id, 1);
  await publish<MembershipJoined>(trx, { type: 'MembershipJoined', placeId: place.id, membershipId: id, memberId: viewer.actorId });
}

export interface InvitationFound {
  building: { name: string; summary: string };
  invitedBy: string | null;
  email: string | null;
}

/** What the page of an invitation shows before the one press; to who was put out, nothing. Changes nothing: mail scanners open links. */
export async function lookUpInvitation(trx: Trx, clock: Clock, viewer: Pick<Viewer, 'actorId'>, token: string): Promise<InvitationFound> {
  const row = await usableInvitations(trx, clock.now())
    .innerJoin('actor as pa', 'pa.id', 'i.place_id')
    .leftJoin('actor as inviter', 'inviter.id', 'i.invited_by')
    .where('i.token_hash', '=', hashSecret(token))
    .whereRef('i.uses', '<', 'i.max_uses')
    .select(['pa.name', 'pa.summary', 'inviter.name as invited_by_name'])
    .executeTakeFirst();
  if (row === undefined || (await isPutOut(trx, viewer, row))) throw new InvitationUnusable();
  return { building: { name: row.name, summary: row.summary }, invitedBy: row.invited_by_name, email: row.email };
}

function usableInvitations(trx: Trx, now: Date) {
  return trx
    .selectFrom('invitation as i')
    .innerJoin('place as p', 'p.id', 'i.place_id')
    .select(['i.id', 'i.place_id', 'i.email', 'i.import_id', 'i.role', 'i.uses', 'i.max_uses', 'i.invited_by', 'i.created_at', 'p.members_audience_id'])
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('p.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('account as c').select('c.id').whereRef('c.actor_id', '=', 'i.invited_by').where('c.suspended_at', 'is not', null))))
    // Who may do nothing in a place for a while lets nobody in there either.
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('membership as m').select('m.id').whereRef('m.member_id', '=', 'i.invited_by').where(sql<boolean>`m.place_id in (p.id, p.parent_id)`).where('m.suspended_until', 'is not', null))),
    );
}
