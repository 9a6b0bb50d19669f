// SPDX-License-Identifier: EUPL-1.2
// What is new, and how one hears of it.
import type { ActorRef, PlaceRef, PostKind } from './words.ts'

export type NotificationKind =
  | 'reply' | 'mention' | 'watched' | 'request' | 'approved' | 'refused' | 'invited' | 'added' | 'removed' | 'role' | 'successor' | 'by-rule' | 'rule-ended' | 'search-hit' | 'asked'
  | 'reported' | 'report-acted' | 'report-dismissed' | 'moderated' | 'appeal-decided' | 'term-ended' | 'merge-proposed' | 'merged' | 'merge-undone' | 'not-taken'
export type Notification = {
  id: string
  kind: NotificationKind
  actor: ActorRef | null
  post: { id: string; rootId: string; url: string; title: string | null; excerpt?: string | null } | null
  building: PlaceRef | null
  /** What was said with the answer to a request to join. */
  word: string | null
  /** A kept search that something new fits. */
  search: { id: string; name: string } | null
  /** How many are bundled in this line, and from how many people. */
  count: number
  actorCount: number
  createdAt: string
  readAt: string | null
}
/** A post in a line: enough to know whether to open it. */
export type PostLine = { id: string; url: string; kind: PostKind; title: string | null; excerpt: string; author: ActorRef | null; place: PlaceRef; publishedAt: string; replyCount: number }
/** Something that waits for my answer; `isNew` until I read of it. */
export type Ask = {
  id: string
  kind: 'requests' | 'question' | 'reports' | 'invitation' | 'merge'
  url: string
  count: number
  actor: ActorRef | null
  place: PlaceRef | null
  from: PlaceRef | null
  theme: string | null
  post: { id: string; title: string | null; excerpt: string } | null
  at: string
  isNew: boolean
  notificationIds: string[]
}
export type TodayLine = Notification & { answers: number; notificationIds: string[] }
export type NewInPlace = { place: PlaceRef; inside: PlaceRef | null; unread: number; newestPostId: string; posts: PostLine[] }
export type OnSquare = { id: string; at: string; post: PostLine | null; building: (PlaceRef & { summary: string }) | null }
/** What is new to me, in order of meaning. What came after `upTo` is not in it. */
export type Today = {
  upTo: string
  unreadNotifications: number
  asks: Ask[]
  forMe: TodayLine[]
  threads: TodayLine[]
  more: boolean
  places: NewInPlace[]
  square: OnSquare[]
  ahead: { nextDigestAt: string | null; timeZone: string; isMember: boolean; toVisit: (PlaceRef & { summary: string; memberCount: number })[] }
}
export type Reading = { id: string; undoUntil: string; unreadNotifications: number }
/** Of a place or thread; see "hear." in the words. */
export type HearLevel = 'all' | 'mentions' | 'digest' | 'none'
export type MyLevel = { level: HearLevel; chosen: HearLevel | null }
export type DigestRhythm = 'workdays' | 'weekly' | 'never'
export type HeardPlace = MyLevel & { place: PlaceRef; building: { name: string } | null }
export type HeardThread = { post: { id: string; url: string; title: string }; place: { name: string }; level: HearLevel }
export type HearingSettings = {
  digest: { rhythm: DigestRhythm; hour: number; weekday: number }
  nextDigestAt: string | null
  timeZone: string
  quietHours: { from: number; until: number } | null
  channels: { mail: boolean; push: boolean }
  places: HeardPlace[]
  threads: HeardThread[]
}
/** A browser that takes pushes. */
export type PushDevice = { id: string; device: string; current: boolean; reached: boolean; createdAt: string; lastUsedAt: string | null }
