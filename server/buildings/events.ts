// SPDX-License-Identifier: EUPL-1.2
import type { Role } from './policy.ts';

/** What this room tells the others. Ids and plain words, never content. */

export interface BuildingFounded { type: 'BuildingFounded'; placeId: string; founderId: string }
export interface GroupFounded { type: 'GroupFounded'; placeId: string; buildingId: string; founderId: string }
/** Also of each group whose access, or whose outsiders, changed because its building did. */
export interface PlaceAccessChanged { type: 'PlaceAccessChanged'; placeId: string; byId: string; before: string; after: string }
export interface PlaceDeleted { type: 'PlaceDeleted'; placeId: string; byId: string }
export interface PlaceRestored { type: 'PlaceRestored'; placeId: string; byId: string }

/** What was kept of a place elsewhere, or of what was for its members there, is gone from here. */
export interface PlaceForgotten { type: 'PlaceForgotten'; placeId: string }

/** `byRule`: a rule of the place let them in. */
export interface MembershipJoined { type: 'MembershipJoined'; placeId: string; membershipId: string; memberId: string; byRule?: true }
/** Somebody was brought in without asking: they are told, and can leave with one press. Comes beside {@link MembershipJoined}. */
export interface MemberAdded { type: 'MemberAdded'; placeId: string; membershipId: string; memberId: string; byId: string }
export interface MembershipRulesChanged { type: 'MembershipRulesChanged'; placeId: string; byId: string | null }
export interface MembershipRequested { type: 'MembershipRequested'; placeId: string; membershipId: string; memberId: string }
/** Who asked does not ask any more. */
export interface RequestWithdrawn { type: 'RequestWithdrawn'; placeId: string; memberId: string }
export interface MembershipApproved { type: 'MembershipApproved'; placeId: string; membershipId: string; memberId: string; byId: string; answerId?: string }
/** `answerId`: what was asked and answered, where somebody answered it. `word`: what the home of a place elsewhere said with its no. */
export interface MembershipRefused { type: 'MembershipRefused'; placeId: string; memberId: string; byId: string; answerId?: string; word?: string }
/** `building`: of a group, together with the membership of its building. `rule`: a rule of the place let them in, and holds no longer. */
export type MembershipEndReason = 'left' | 'removed' | 'banned' | 'building' | 'rule';
/** Of an active membership; after it, what the member received from the place must go and sockets must close. */
export interface MembershipEnded { type: 'MembershipEnded'; placeId: string; memberId: string; byId: string | null; reason: MembershipEndReason; /** By the room of moderation, which wrote it down already. */ byDecision?: boolean }
/** Reads and does not write, until the term or until it is lifted. */
export interface MembershipSuspended { type: 'MembershipSuspended'; placeId: string; memberId: string; byId: string }
/** A suspension or a ban ended by itself. */
export interface MembershipTermEnded { type: 'MembershipTermEnded'; placeId: string; memberId: string; measure: 'suspended' | 'banned' }
/** `bySuccession`: the last admin left or stepped down and named this member. */
export interface RoleChanged { type: 'RoleChanged'; placeId: string; membershipId: string; memberId: string; byId: string; role: Role; bySuccession: boolean }

/** A list of people was handed in. */
export interface ImportStarted { type: 'ImportStarted'; importId: string; placeId: string; byId: string }
/** The members of a place were taken out as a list. */
export interface MembersExported { type: 'MembersExported'; placeId: string; exportId: string; byId: string }

/** `memberId`: the person with that address, where there is one; null otherwise and for links. */
export interface MemberInvited { type: 'MemberInvited'; placeId: string; invitationId: string; byId: string; memberId: string | null }

/** A merge waits for a word of the other side. */
export interface MergeProposed { type: 'MergeProposed'; mergeId: string; sourceId: string; targetId: string; byId: string }
/** Work for the background: there or back. */
export interface MergeStarted { type: 'MergeStarted'; mergeId: string }
/** `placeId` is gone, and its address leads to `intoId`. */
export interface PlaceMerged { type: 'PlaceMerged'; mergeId: string; placeId: string; intoId: string }
/** `placeId` is back where it was. */
export interface PlacesParted { type: 'PlacesParted'; mergeId: string; placeId: string; fromId: string }

export type BuildingEvent =
  | BuildingFounded | GroupFounded | MembershipRulesChanged | PlaceAccessChanged | PlaceDeleted | PlaceRestored | PlaceForgotten
  | MembershipJoined | MemberAdded | MembershipRequested | RequestWithdrawn | MembershipApproved | MembershipRefused | MembershipEnded | MembershipSuspended | MembershipTermEnded | RoleChanged
  | MemberInvited | ImportStarted | MembersExported
  | MergeProposed | MergeStarted | PlaceMerged | PlacesParted;
