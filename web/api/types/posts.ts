// SPDX-License-Identifier: EUPL-1.2
// Posts, their threads and drafts.
import type { ActorRef, Audience, BodyFormat, PlaceRef, PostKind, ReactionName } from './words.ts'

export type Reactions = Partial<Record<ReactionName, number>>
export type ReactionState = { reactions: Reactions; myReactions: ReactionName[] }
export type PostCan = { edit: boolean; delete: boolean; reply: boolean; react: boolean; pin: boolean; bookmark: boolean }
export type Post = ReactionState & {
  id: string
  uri: string
  url: string
  kind: PostKind
  title: string | null
  html: string
  text: string
  /** null on a tombstone */
  author: ActorRef | null
  building: PlaceRef
  group: PlaceRef | null
  audience: Audience
  tags: string[]
  publishedAt: string
  editedAt: string | null
  deletedAt: string | null
  replyCount: number
  /** How often people elsewhere passed it on; left out where nobody did. */
  shareCount?: number
  bookmarked: boolean
  pinned: boolean
  inReplyTo: string | null
  root: string | null
  revisionCount: number
  /** Hidden or waiting: read by moderators, and by its author in the answer to publishing it. */
  withheld: 'hidden' | 'waiting' | 'with-root' | null
  /** Of a post in a place of another instance. */
  elsewhere: { host: string; url: string | null; state: 'kept' | 'sent' | 'taken' | 'refused' } | null
  source?: { body: string; format: BodyFormat }
  can: PostCan
}
export type NewPost = { kind: PostKind; title?: string; body: string; format: BodyFormat; audience: Audience; tags?: string[] }
export type Revision = { id: string; title: string | null; html: string; editedAt: string; editor: ActorRef | null }
export type Reactor = { name: ReactionName; actor: ActorRef }
export type ReadMarker = { postId: string | null; publishedAt: string | null }
export type Draft = {
  id: string
  buildingSlug?: string | null
  /** As the server shows it; what is saved names it by its slug. */
  building?: PlaceRef | null
  groupSlug?: string | null
  group?: PlaceRef | null
  inReplyTo?: string | null
  kind: PostKind
  title?: string | null
  body: string
  format: BodyFormat
  audience?: Audience | null
  tags?: string[]
  updatedAt?: string
}
export type MentionOption = { type: 'person' | 'building'; handle: string; name: string; organisation?: string | null; isGuest?: boolean }
export type TagCount = { name: string; count: number }
export type SimilarQuestion = { id: string; url: string; title: string; building: PlaceRef | null; answers: number; publishedAt: string | null }
