// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import type { PlaceAccess } from './place-ref.ts';

export const roles = ['member', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
export const membershipStates = ['active', 'requested', 'invited', 'banned'] as const;
export type MembershipState = (typeof membershipStates)[number];
export const contentAudiences = ['public', 'staff', 'members'] as const;
export type ContentAudience = (typeof contentAudiences)[number];

/** Somebody's tie to a place; null is none. */
export type Standing = { role: Role; state: MembershipState } | null;
type Asker = Pick<Viewer, 'actorId' | 'isStaff' | 'isAdministrator'>;
type Place = { access: PlaceAccess };

/** Every question below is about a place that the asker may know of; {@link placeForViewer} sees to that. */
export function isActive(standing: Standing): boolean {
  return standing !== null && standing.state === 'active';
}

/** May read what is written for the members of the place, or for everybody in an open one. */
export function canRead(place: Place, standing: Standing): boolean {
  return place.access === 'open' || isActive(standing);
}

export function canPost(_place: Place, standing: Standing): boolean {
  return isActive(standing);
}

/** Pins, removes what breaks the rules, answers requests, removes and bans ordinary members. */
export function canModerate(_place: Place, standing: Standing): boolean {
  return isAdmin(standing) || (standing !== null && isActive(standing) && standing.role === 'moderator');
}

/** Settings, roles, access, the end of the place. */
export function isAdmin(standing: Standing): boolean {
  return standing !== null && isActive(standing) && standing.role === 'admin';
}

export function canJoin(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && place.access === 'open' && !isActive(standing) && standing?.state !== 'banned';
}

export function canAsk(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && place.access === 'closed' && standing === null;
}

/** The names of an open place's members are for those who are signed in; of others for the members. */
export function canSeeMembers(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && canRead(place, standing);
}

/** A moderator invites ordinary members only: nobody hands out more than they may give. */
export function canInviteAs(place: Place, standing: Standing, role: Role): boolean {
  return isAdmin(standing) || (canModerate(place, standing) && role === 'member');
}

/** Approve or refuse a request, remove, ban, or lift a ban: moderators over ordinary members, admins over all. */
export function canManage(place: Place, standing: Standing, target: { role: Role }): boolean {
  return isAdmin(standing) || (canModerate(place, standing) && target.role === 'member');
}

/** Staff and administrators always; residents where the instance lets them. */
export function canStartBuilding(asker: Asker, residentsMayStartBuildings: boolean): boolean {
  return asker.actorId !== null && (asker.isStaff || asker.isAdministrator || residentsMayStartBuildings);
}

/** What content in a place may be at its widest: never wider than the place itself. */
export function audiencesIn(place: Place): readonly ContentAudience[] {
  return place.access === 'open' ? contentAudiences : ['members'];
}

/** @returns the audience's id, or null where the place does not allow content that wide. */
export function audienceIdIn(place: Place & { membersAudienceId: number }, audience: ContentAudience): number | null {
  if (!audiencesIn(place).includes(audience)) return null;
  if (audience === 'members') return place.membersAudienceId;
  return audience === 'public' ? PUBLIC_AUDIENCE : STAFF_AUDIENCE;
}

export interface BuildingCan {
  read: boolean;
  post: boolean;
  join: boolean;
  ask: boolean;
  leave: boolean;
  invite: boolean;
  manageMembers: boolean;
  edit: boolean;
  delete: boolean;
  moderate: boolean;
}

/** What the client may offer; the commands ask again. */
export function buildingCan(asker: Asker, place: Place, standing: Standing): BuildingCan {
  const moderates = canModerate(place, standing);
  return {
    read: canRead(place, standing),
    post: canPost(place, standing),
    join: canJoin(asker, place, standing),
    ask: canAsk(asker, place, standing),
    leave: isActive(standing),
    invite: canInviteAs(place, standing, 'member'),
    manageMembers: moderates,
    edit: isAdmin(standing),
    delete: isAdmin(standing),
    moderate: moderates,
  };
}
