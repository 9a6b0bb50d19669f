// SPDX-License-Identifier: EUPL-1.2
import type { Role } from './policy.ts';

/** What this room tells the others. Ids and plain words, never content. */

export interface BuildingFounded { type: 'BuildingFounded'; placeId: string; founderId: string }
export interface PlaceAccessChanged { type: 'PlaceAccessChanged'; placeId: string; byId: string; before: string; after: string }
export interface PlaceDeleted { type: 'PlaceDeleted'; placeId: string; byId: string }
export interface PlaceRestored { type: 'PlaceRestored'; placeId: string; byId: string }

export interface MembershipJoined { type: 'MembershipJoined'; placeId: string; membershipId: string; memberId: string }
export interface MembershipRequested { type: 'MembershipRequested'; placeId: string; membershipId: string; memberId: string }
export interface MembershipApproved { type: 'MembershipApproved'; placeId: string; membershipId: string; memberId: string; byId: string }
export interface MembershipRefused { type: 'MembershipRefused'; placeId: string; memberId: string; byId: string }
/** Of an active membership; after it, what the member received from the place must go and sockets must close. */
export interface MembershipEnded { type: 'MembershipEnded'; placeId: string; memberId: string; byId: string; reason: 'left' | 'removed' | 'banned' }
/** `bySuccession`: the last admin left or stepped down and named this member. */
export interface RoleChanged { type: 'RoleChanged'; placeId: string; membershipId: string; memberId: string; byId: string; role: Role; bySuccession: boolean }

/** `memberId`: the person with that address, where there is one; null otherwise and for links. */
export interface MemberInvited { type: 'MemberInvited'; placeId: string; invitationId: string; byId: string; memberId: string | null }

export type BuildingEvent =
  | BuildingFounded | PlaceAccessChanged | PlaceDeleted | PlaceRestored
  | MembershipJoined | MembershipRequested | MembershipApproved | MembershipRefused | MembershipEnded | RoleChanged
  | MemberInvited;
