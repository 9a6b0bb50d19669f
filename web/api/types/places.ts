// SPDX-License-Identifier: EUPL-1.2
// Buildings, groups, who is in them and how one comes in.
import type { WorkRole } from './people.ts'
import type { Access, ActorRef, MembershipState, PlaceRef, Role } from './words.ts'

export type BuildingCan = {
  read: boolean
  post: boolean
  join: boolean
  ask: boolean
  leave: boolean
  invite: boolean
  manageMembers: boolean
  edit: boolean
  delete: boolean
  moderate: boolean
  startGroup: boolean
}
export type Building = PlaceRef & {
  handle: string
  /** Of a place whose home is another instance: which. */
  host: string | null
  summary: string
  memberCount: number
  guestsWelcome: boolean
  /** Of no organisation that takes part; null for who is no member, and where everybody reads anyway. */
  guestCount: number | null
  /** null for those who may not read what is in it */
  postCount: number | null
  myMembership: { id: string; role: Role; state: MembershipState } | null
  createdAt: string
  lastActivityAt: string | null
  isNew?: boolean
  can: BuildingCan
}
export type Group = Building & {
  building: PlaceRef
  /** The members of its building come in at once. */
  membersMayJoin: boolean
}
export type SimilarBuilding = PlaceRef & { summary: string; memberCount: number; building: PlaceRef | null; myMembership: { state: MembershipState } | null; can: { join: boolean; ask: boolean } }
export type Way = 'unknown' | 'founding' | 'door' | 'request' | 'mail' | 'link' | 'import' | 'rule'
export type Membership = {
  id: string
  member: ActorRef
  role: Role
  state: MembershipState
  note: string | null
  isGuest: boolean
  /** For admins of the place. */
  email: string | null
  /** For those who manage. */
  joinedThrough: { way: Way; source: string } | null
  createdAt: string
}
export type MembershipFacets = { total: number; guests: number; organisations: { id: string; name: string; count: number }[]; groups: { slug: string; name: string; count: number }[] }
export type MyRequest = {
  asked: { id: string; note: string; askedAt: string } | null
  answer: { outcome: 'approved' | 'refused'; word: string; answeredAt: string; mayAskAgainAt: string | null } | null
}
export type AnsweredRequest = { id: string; member: ActorRef | null; outcome: 'approved' | 'refused'; note: string; word: string; askedAt: string; answeredAt: string; answeredBy: ActorRef | null }
export type Source = { way: Way; invitation: { id: string; source: string; uses: number; maxUses: number; expiresAt: string; open: boolean } | null; members: number }
export type InvitationLink = { url: string; source: string; expiresAt: string; building: { name: string; slug: string; access: Access } }
export type ImportFault = { field: 'line' | 'email' | 'name' | 'role' | 'groups'; message: string }
export type ImportOutcome = 'waiting' | 'added' | 'extended' | 'invited' | 'already' | 'faulty'
export type ImportLine = { line: number; email: string; name: string; role: string; groups: string; outcome: ImportOutcome; faults: ImportFault[] }
export type ImportCounts = { added: number; extended: number; invited: number; already: number; faulty: number }
export type Import = { id: string; state: 'running' | 'done'; total: number; done: number; counts: ImportCounts; changes: number; createGroups: boolean; createdAt: string; finishedAt: string | null }
export type PreviewOutcome = 'in' | 'extended' | 'already' | 'faulty'
export type ImportPreview = {
  items: (Omit<ImportLine, 'outcome'> & { outcome: PreviewOutcome })[]
  total: number
  counts: { in: number; extended: number; already: number; faulty: number }
  missingGroups: string[]
  mayCreateGroups: boolean
}
export type Invitation = { id: string; email: string | null; name: string; source: string; sentAt: string | null; role: Role; uses: number; maxUses: number | null; expiresAt: string | null; createdAt: string }
export type InvitationLookup = { building: { name: string; summary: string }; invitedBy: string | null; email?: string | null }
export type AccessChanges = { posts: number; members: number; requests: number; requestsBecome: 'members' | 'waiting' | 'dropped'; groups: number; readersBefore: string; readersAfter: string }
export type DeletedBuilding = PlaceRef & { deletedAt: string; purgeAt: string }
/** Who becomes a member of a place by itself; `people` are those who fit it now. */
export type MembershipRule = { id: string; people: number; organisation: { id: string; name: string } | null; workRole: WorkRole | null; theme: { id: string; name: string } | null; createdAt: string }
export type HouseRules = { version: number; source: string; html: string; writtenAt: string | null; newcomer: boolean; can: { edit: boolean } }
