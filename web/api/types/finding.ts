// SPDX-License-Identifier: EUPL-1.2
// Searching.
import type { ActorRef, List, PlaceRef, PostKind } from './words.ts'

export type HitType = 'post' | 'person' | 'building' | 'group' | 'tag'
/** A piece of text, and whether it is what was looked for. */
export type TextPart = { text: string; hit: boolean }
export type Hit = {
  id: string
  type: HitType
  url: string
  title: TextPart[]
  snippet: TextPart[]
  kind: PostKind | null
  isReply: boolean
  author: ActorRef | null
  person: ActorRef | null
  building: PlaceRef | null
  publishedAt: string | null
  count: number | null
}
export type Facet = { type: HitType; count: number; more: boolean }
export type Found = List<Hit> & { facets: Facet[]; didYouMean: string | null }
export type Suggestion = { type: HitType; text: TextPart[]; url: string; note: string | null }
export type SavedSearch = { id: string; name: string; q: string; type?: HitType; building?: string; author?: string; kind?: PostKind; notify: boolean; url: string; createdAt: string }
