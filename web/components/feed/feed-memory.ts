// SPDX-License-Identifier: EUPL-1.2
import type { Post, ReadMarker } from '../../api/types.ts'

/** How a feed stood when it was left. */
export type FeedState = { items: Post[]; next: string | null; automatic: number; marker: ReadMarker | null }

const mostFeeds = 10
const kept = new Map<string, FeedState>()

/** Keeps a feed for who comes back to it; the oldest is forgotten first. */
export function keepFeed(key: string, state: FeedState): void {
  kept.delete(key)
  kept.set(key, state)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostFeeds) break
    kept.delete(oldest)
  }
}

/** The feed as it stood, once. */
export function takeFeed(key: string): FeedState | null {
  const state = kept.get(key) ?? null
  kept.delete(key)
  return state
}

function changeAll(change: (items: Post[]) => Post[]): void {
  for (const state of kept.values()) state.items = change(state.items)
}

/** What was changed elsewhere in the meantime is changed in the feeds that wait. */
export const replaceKept = (post: Post): void => changeAll((items) => items.map((one) => (one.id === post.id ? post : one)))
export const dropKept = (post: Post): void => changeAll((items) => items.filter((one) => one.id !== post.id))

/**
 * The kept items after looking again at the first page: what stands in it is taken from it, and what should stand in it but
 * does not is gone. `fresh` is what came in since, or null when nothing of the kept items is in it: then too much is new.
 */
export function lookAgain(items: Post[], page: Post[]): { items: Post[]; fresh: string[] } | null {
  const known = new Set(items.map((post) => post.id))
  const now = new Map(page.map((post) => [post.id, post]))
  const last = items.findLastIndex((post) => now.has(post.id))
  if (last === -1) return null
  return {
    items: items.flatMap((post, index) => (index > last ? [post] : (now.get(post.id) ?? []))),
    fresh: page.filter((post) => !known.has(post.id)).map((post) => post.id),
  }
}
