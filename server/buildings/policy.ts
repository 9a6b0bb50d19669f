// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import type { PlaceAccess } from './place-ref.ts';

export const roles = ['member', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
export const membershipStates = ['active', 'requested', 'invited', 'banned'] as const;
export type MembershipState = (typeof membershipStates)[number];
export const contentAudiences = ['public', 'staff', 'members'] as const;
export type ContentAudience = (typeof contentAudiences)[number];

/** Somebody's tie to a place; null is none. Who is suspended reads as before, and does nothing else until the term ends. */
export type Standing = { role: Role; state: MembershipState; suspended?: boolean } | null;
type Asker = Pick<Viewer, 'actorId' | 'isStaff' | 'isAdministrator'>;
export interface PlaceFacts {
  access: PlaceAccess;
  /** Of a place whose home is another instance: which. It is administered there, and who joins from here waits for its answer. */
  host?: string | null;
  /** Of a group: how open its building is, and what the asker is there. Null for a building. */
  building?: { access: PlaceAccess; standing: Standing } | null;
  /** Of a closed group: whoever is a member of the building comes in at once. */
  membersMayJoin?: boolean;
  guestsWelcome?: boolean;
}
type Place = PlaceFacts;

/** Every question below is about a place that the asker may know of; {@link placeForViewer} sees to that. */
export function isActive(standing: Standing): boolean {
  return standing !== null && standing.state === 'active';
}

/** May read what is written for the members of the place, or for everybody in an open one. */
export function canRead(place: Place, standing: Standing): boolean {
  return place.access === 'open' || isActive(standing);
}

export function canPost(place: Place, standing: Standing): boolean {
  return mayActIn(place, standing);
}

/** Who is suspended in a building is so in its groups, also in one that they came into since. */
function mayActIn(place: Place, standing: Standing): boolean {
  return mayAct(standing) && place.building?.standing?.suspended !== true;
}

/** Active, and not suspended. */
function mayAct(standing: Standing): boolean {
  return isActive(standing) && standing?.suspended !== true;
}

/** Pins, removes what breaks the rules, answers requests, removes and bans ordinary members. */
export function canModerate(place: Place, standing: Standing): boolean {
  return canAdminister(place, standing) || (isOurs(place) && mayActIn(place, standing) && standing?.role === 'moderator');
}

/** Settings, roles, access, the end of the place. The admins of a building stand in for those of its groups; they do not read there. */
export function canAdminister(place: Place, standing: Standing): boolean {
  return isOurs(place) && ((mayActIn(place, standing) && standing?.role === 'admin') || isAdmin(place.building?.standing ?? null));
}

function isOurs(place: Place): boolean {
  return place.host == null;
}

export function isAdmin(standing: Standing): boolean {
  return standing !== null && mayAct(standing) && standing.role === 'admin';
}

/** Where no guests come, who is no civil servant does not come in; who is in already stays. Welcome unless the place says no. */
export function isTurnedAway(asker: Pick<Viewer, 'isStaff'>, place: { guestsWelcome?: boolean }): boolean {
  return place.guestsWelcome === false && !asker.isStaff;
}

export function canJoin(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && !isTurnedAway(asker, place) && joinsAtOnce(place) && standsInBuilding(place) && !isActive(standing) && standing?.state !== 'banned';
}

export function canAsk(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && !isTurnedAway(asker, place) && (place.access === 'closed' || !isOurs(place)) && !joinsAtOnce(place) && standsInBuilding(place) && standing === null;
}

function joinsAtOnce(place: Place): boolean {
  return isOurs(place) && (place.access === 'open' || (place.access === 'closed' && place.membersMayJoin === true && isActive(place.building?.standing ?? null)));
}

/** Who joins a group is a member of its building, or becomes one in the same step because it is open. */
function standsInBuilding({ building }: Place): boolean {
  return building == null || isActive(building.standing) || (building.access === 'open' && building.standing?.state !== 'banned');
}

/** The names of an open place's members are for those who are signed in; of others for the members. */
export function canSeeMembers(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && (canRead(place, standing) || canAdminister(place, standing));
}

/** A moderator invites ordinary members only: nobody hands out more than they may give. */
export function canInviteAs(place: Place, standing: Standing, role: Role): boolean {
  return canAdminister(place, standing) || (canModerate(place, standing) && role === 'member');
}

/** Approve or refuse a request, remove, ban, or lift a ban: moderators over ordinary members, admins over all. */
export function canManage(place: Place, standing: Standing, target: { role: Role }): boolean {
  return canAdminister(place, standing) || (canModerate(place, standing) && target.role === 'member');
}

/** In a building where they are a member: civil servants, and those who answer for the building. A group holds no groups. */
export function canStartGroup(asker: Asker, place: Place, standing: Standing): boolean {
  return asker.actorId !== null && isOurs(place) && place.building == null && mayAct(standing) && (asker.isStaff || canModerate(place, standing));
}

/** Staff and administrators always; residents where the instance lets them. */
export function canStartBuilding(asker: Asker, residentsMayStartBuildings: boolean): boolean {
  return asker.actorId !== null && (asker.isStaff || asker.isAdministrator || residentsMayStartBuildings);
}

/** What content in a place may be at its widest: never wider than the place itself. What is for civil servants here goes to no other instance. */
export function audiencesIn(place: Place): readonly ContentAudience[] {
  if (place.access !== 'open') return ['members'];
  return isOurs(place) ? contentAudiences : ['public', 'members'];
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
  startGroup: boolean;
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
    edit: canAdminister(place, standing),
    delete: canAdminister(place, standing),
    moderate: moderates,
    startGroup: canStartGroup(asker, place, standing),
  };
}
