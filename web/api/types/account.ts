// SPDX-License-Identifier: EUPL-1.2
// Who is signed in, and the square.
import type { Language, PlaceRef, Role } from './words.ts'

export type MyPlace = PlaceRef & { role: Role; unread: number; guestCount: number | null }
export type MyBuilding = MyPlace & { groups: MyPlace[] }
export type Me = {
  id: string
  handle: string
  name: string
  email: string
  locale: Language
  role: 'member' | 'administrator'
  isStaff: boolean
  organisation: { id: string; name: string } | null
  jobTitle: string | null
  about: string | null
  photo?: string | null
  welcomed?: boolean
  buildings: MyBuilding[]
  unreadNotifications: number
  mailPaused?: { reason: 'bounced' | 'complained'; since: string } | null
  createdAt: string
  pendingRequests?: number
}
export type DemoSignIn = { label: string; email: string; password: string }
export type Instance = {
  name: string
  tagline: string
  locale: Language
  demo: { signIns: DemoSignIn[] } | null
  residentsMayStartBuildings: boolean
  counts: { buildings: number; people: number; posts: number }
  neighbours: { host: string; name: string }[]
  version: string
}
export type Session = { id: string; current: boolean; userAgent: string; createdAt: string; lastSeenAt: string }
export type Scope = 'read' | 'write' | 'admin'
export type Token = { id: string; name: string; scopes: Scope[]; createdAt: string; lastUsedAt: string | null; expiresAt: string | null }
export type NewToken = Token & { token: string }
export type Organisation = { id: string; name: string; domains: string[]; memberCount: number }
