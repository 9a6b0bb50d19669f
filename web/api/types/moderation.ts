// SPDX-License-Identifier: EUPL-1.2
// Reports, and what is decided about them.
import type { ActorRef, PlaceRef } from './words.ts'

export type ReportReason = 'spam' | 'abuse' | 'privacy' | 'misleading' | 'copyright' | 'other'
export type DecisionAction = 'hide' | 'restore' | 'warn' | 'remove' | 'suspend' | 'ban' | 'suspend-account' | 'approve' | 'refuse' | 'close-place'
export type ModerationAction = DecisionAction | 'dismiss' | 'uphold' | 'overturn'
export type WithheldState = 'hidden' | 'waiting' | 'with-root'
export type ModerationCase = {
  id: string
  kind: 'report' | 'waiting' | 'appeal'
  state: 'open' | 'closed'
  openedAt: string
  closedAt: string | null
  escalatedAt: string | null
  escalatedWhy: 'late' | 'own-moderator' | null
  place: PlaceRef | null
  subject: {
    kind: 'post' | 'person' | 'place'
    person: ActorRef | null
    post: { id: string; url: string; title: string | null; excerpt: string; publishedAt: string; withheld: WithheldState | null } | null
    building: PlaceRef | null
  }
  reportCount: number
  reports: { id: string; reason: ReportReason; note: string; reporter: ActorRef | null; guest: string | null; earlier: number; earlierRight: number; createdAt: string }[]
  earlier: { action: DecisionAction; reason: string; decidedAt: string; until: string | null; overturned: boolean }[]
  appeal: { note: string; decision: { action: DecisionAction; reason: string; excerpt: string; decidedAt: string } } | null
  can: { act: ModerationAction[]; readContent: boolean }
}
export type LogItem = { id: string; at: string; act: string; by: ActorRef | null; person: ActorRef | null; place: PlaceRef | null; subject: { kind: 'post' | 'person' | 'place'; id: string | null }; reason: string }
export type MyDecision = {
  id: string
  action: DecisionAction
  ground: ReportReason | null
  reason: string
  place: PlaceRef | null
  subject: { kind: 'post' | 'person' | 'place'; excerpt: string }
  until: string | null
  decidedAt: string
  endedAt: string | null
  overturned: boolean
  appealUntil: string
  appeal: { note: string; state: 'open' | 'upheld' | 'overturned'; answer: string | null; decidedAt: string | null } | null
  can: { appeal: boolean }
}
export type HeldPost = { id: string; title: string | null; html: string; withheld: 'hidden' | 'waiting'; withheldAt: string; place: PlaceRef | null }
export type MyReport = { id: string; reason: ReportReason; note: string; outcome: 'acted' | 'dismissed' | null; createdAt: string; answeredAt: string | null }
export type Tie = { person: ActorRef; kind: 'block' | 'mute'; since: string }
