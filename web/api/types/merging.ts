// SPDX-License-Identifier: EUPL-1.2
// Places that may be the same, and what becomes one.
import type { PlaceRef } from './words.ts'

/** Two places that may be the same thing. */
export type Duplicate = {
  one: PlaceRef & { summary: string; memberCount: number }
  other: PlaceRef & { summary: string; memberCount: number }
  score: number
  sharedWords: string[]
  sharedTags: string[]
  sharedMembers: number | null
}
export type MergeState = 'proposed' | 'ended' | 'moving' | 'done' | 'undoing' | 'undone'
export type Merge = {
  id: string
  state: MergeState
  source: PlaceRef
  target: PlaceRef
  sourceAgreed: boolean
  targetAgreed: boolean
  proposedByMe: boolean
  posts: number
  moved: number
  createdAt: string
  doneAt: string | null
  undoneAt: string | null
  undoUntil: string | null
  can: { agree: boolean; end: boolean; undo: boolean }
}
export type MergePreview = {
  source: PlaceRef
  target: PlaceRef
  posts: number | null
  long: boolean | null
  narrowed: 'nothing' | 'public becomes members'
  newReadersOfSource: number | null
  newReadersOfTarget: number | null
  sourceMembers: number
  targetMembers: number
  targetOpen: boolean
  banned: number | null
  requests: number
  groups: number
  rules: number
  asksSource: boolean
  asksTarget: boolean
}
export type MergedHere = { name: string; slug: string; mergedAt: string }
