// SPDX-License-Identifier: EUPL-1.2
// Other instances, and what has its home there.
import type { Access, MembershipState } from './words.ts'

/** Another instance, as its administrator here knows it. */
export type OtherInstance = {
  host: string
  name: string
  software: string
  relation: 'neighbour' | 'known' | 'blocked'
  neighbourSince: string | null
  namesUs: boolean
  keepsClosedPlaces: boolean
  sharesQuestions: boolean
  takesQuestions: boolean
  block: { domain: string; reason: string; since: string } | null
  membersHere: number
  membersThere: number
  listedAt: string | null
  listFault: string
  delivery: { state: 'unused' | 'fine' | 'busy' | 'down' | 'parked'; backlog: number; dropped: number; lastSuccessAt: string | null; lastErrorAt: string | null; lastError: string; nextTryAt: string | null }
}
export type InstanceKey = { id: string; kind: 'rsa' | 'ed25519'; fingerprint: string; createdAt: string; retiredAt: string | null }
export type NeighbourBuilding = { handle: string; name: string; summary: string; memberCount: number; url: string; homeUrl: string }
export type Neighbour = { host: string; name: string; url: string; state: 'waiting' | 'open' | 'down'; sharesQuestions: boolean; buildings: NeighbourBuilding[] }
export type FoundPlace = {
  slug: string
  name: string
  summary: string
  host: string
  hostName: string
  access: Access
  memberCount: number
  url: string
  homeUrl: string | null
  myMembership: { id: string; state: MembershipState } | null
  turnedUsAwayAt: string | null
  can: { join: boolean; ask: boolean }
}
export type ActorHome = { host: string; hostName: string; url: string | null; isNeighbour: boolean; state: 'fine' | 'down' | 'gone' | 'blocked'; turnedUsAwayAt: string | null }
export type ThreadState = { host: string; hostName: string; url: string | null; loaded: number; total: number | null; fetchedAt: string | null }
export type AllowedInstance = { host: string; name: string; keepsClosedPlaces: boolean; members: number; addedAt: string }
