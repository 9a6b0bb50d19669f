// SPDX-License-Identifier: EUPL-1.2
import { isStatus } from '../../api/problem.ts'
import { get, put } from '../../api/request.ts'
import type { Post, ReadMarker } from '../../api/types.ts'
import { me, updateMe } from '../../state/session.ts'

export type MarkerScope = 'square' | 'mine' | `building:${string}` | `group:${string}`

/** Where somebody stopped reading a feed last time. */
export async function readMarker(scope: MarkerScope): Promise<ReadMarker | null> {
  try {
    return await get<ReadMarker>(`/read-markers/${encodeURIComponent(scope)}`)
  } catch (error) {
    if (isStatus(error, 404) || isStatus(error, 401)) return null
    throw error
  }
}

/** Everything up to this post is seen; a building then has nothing unread. */
export async function saveMarker(scope: MarkerScope, post: Post): Promise<void> {
  await put(`/read-markers/${encodeURIComponent(scope)}`, { postId: post.id, publishedAt: post.publishedAt })
  const mine = me.value?.buildings
  if (mine?.some((place) => place.unread && scope === `building:${place.slug}`)) updateMe({ buildings: mine.map((place) => (scope === `building:${place.slug}` ? { ...place, unread: 0 } : place)) })
}

/** The post that was published last; what is pinned stands first whatever its age. */
export const newestOf = <T extends Pick<Post, 'publishedAt'>>(posts: readonly T[]): T | undefined => posts.reduce<T | undefined>((newest, post) => (newest && newest.publishedAt >= post.publishedAt ? newest : post), undefined)

/** The place of the line: before the first post that was already there, and only when something new stands above it. -1 for none. */
export function lineIndex(posts: Pick<Post, 'id' | 'publishedAt'>[], marker: ReadMarker | null): number {
  const publishedAt = marker?.publishedAt
  if (!marker || !publishedAt) return -1
  const index = posts.findIndex((post) => post.id === marker.postId || post.publishedAt < publishedAt)
  return index > 0 ? index : -1
}
