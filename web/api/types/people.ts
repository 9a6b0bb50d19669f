// SPDX-License-Identifier: EUPL-1.2
// People, what they share, and what they are asked about.
import type { Post } from './posts.ts'
import type { ActorRef, Photo, PlaceRef } from './words.ts'

export type ThemeRef = { id: string; slug: string; name: string }
export type Theme = ThemeRef & { synonyms: string[]; url: string }
export type ThemePage = Theme & { peopleCount: number }
export type ThemeInUse = Theme & { portfolioCount: number; expertiseCount: number }
export type ThemePair = { first: ThemePage; second: ThemePage; likeness: number }
export type WorkRole = 'raadslid' | 'wethouder' | 'burgemeester' | 'griffier' | 'ambtenaar' | 'bestuurder' | 'inwoner' | 'anders'
export type Level = 'public' | 'staff' | 'places' | 'nobody'
export type SharedField = 'photo' | 'jobTitle' | 'workRole' | 'portfolio' | 'expertise' | 'about' | 'region' | 'languages' | 'email' | 'phone' | 'links'
export type OwnProfile = {
  name: string
  jobTitle: string | null
  about: string | null
  workRole: WorkRole | null
  region: string | null
  languages: string[]
  contactEmail: string | null
  phone: string | null
  links: string[]
  portfolio: ThemeRef[]
  expertise: ThemeRef[]
  photo: Photo | null
  sharing: Record<SharedField, Level>
  welcomed: boolean
}
export type PeopleFacets = {
  total: number
  organisations: { id: string; name: string; count: number }[]
  portfolios: (ThemeRef & { count: number })[]
  workRoles: { value: WorkRole; count: number }[]
  regions: { value: string; count: number }[]
  languages: { value: string; count: number }[]
}
export type AskedQuestion = { id: string; post: Post; theme: ThemeRef; organisation: { id: string; name: string } | null; workRole: WorkRole | null; region: string | null; reach: number; askedAt: string }
export type Reach = { people: number; organisations: number; left: number }
export type Person = ActorRef & {
  workRole: WorkRole | null
  region: string | null
  languages: string[]
  portfolio: ThemeRef[]
  expertise: ThemeRef[]
  contact: { email?: string; phone?: string; links: string[] }
  photo: Photo | null
  jobTitle: string | null
  about: string | null
  joinedAt: string
  buildings: PlaceRef[]
  can: { edit: boolean }
}
