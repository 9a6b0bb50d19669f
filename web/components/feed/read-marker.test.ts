// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { lineIndex, newestOf } from './read-marker.ts'

const posts = ['2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z', '2026-11-20T08:00:00Z'].map((publishedAt, index) => ({ id: `p${index}`, publishedAt }))

test('the line stands above the first post that was seen before', () => {
  expect(lineIndex(posts, { postId: 'p1', publishedAt: '2026-11-20T09:00:00Z' })).toBe(1)
})

test('the line finds its place when the marked post is gone', () => {
  expect(lineIndex(posts, { postId: 'gone', publishedAt: '2026-11-20T08:30:00Z' })).toBe(2)
})

test('the newest counts as seen, pinned or not', () => {
  const pinnedNew = { id: 'new', publishedAt: '2026-11-20T11:00:00Z' }
  const pinnedOld = { id: 'old', publishedAt: '2026-11-19T11:00:00Z' }
  expect(newestOf([pinnedOld, pinnedNew, ...posts])?.id).toBe('new')
  expect(newestOf([pinnedOld, ...posts])?.id).toBe('p0')
  expect(newestOf([])).toBeUndefined()
})

test('there is no line without news, nor without a marker', () => {
  expect(lineIndex(posts, { postId: 'p0', publishedAt: '2026-11-20T10:00:00Z' })).toBe(-1)
  expect(lineIndex(posts, null)).toBe(-1)
  expect(lineIndex(posts, { postId: null, publishedAt: null })).toBe(-1)
})
