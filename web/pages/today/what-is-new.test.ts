// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import type { PostLine, Today } from '../../api/types.ts'
import { allKeys, countFresh, isCaughtUp, readSince } from './what-is-new.ts'

const place = { id: 'p', slug: 'p', name: 'P', access: 'open' as const, url: '/buildings/p' }
const at = (minute: number): string => `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`
const post = (minute: number): PostLine => ({ id: `post-${minute}`, url: '', kind: 'message', title: null, excerpt: '', author: null, place, publishedAt: at(minute), replyCount: 0 })
const empty: Today = { upTo: at(30), unreadNotifications: 0, asks: [], forMe: [], threads: [], more: false, places: [], square: [], ahead: { nextDigestAt: null, timeZone: 'Europe/Amsterdam', isMember: true, toVisit: [] } }
const here = (unread: number, ...minutes: number[]): Today => ({ ...empty, places: [{ place, inside: null, unread, newestPostId: 'x', posts: minutes.map(post) }] })

describe('what is shown', () => {
  test('is read when it is told no more, and not when newer things took its place', () => {
    const shown = here(3, 3, 2, 1)
    expect([...readSince(shown, here(2, 3, 1))]).toEqual(['post post-2'])
    expect([...readSince(shown, here(6, 33, 32, 31))]).toEqual([])
    expect([...readSince(shown, empty)]).toEqual(['place p', 'post post-3', 'post post-2', 'post post-1'])
  })

  test('is behind by what came after it, and not by older things that moved up', () => {
    expect(countFresh(here(5, 3, 2, 1), here(4, 3, 2, 0))).toBe(0)
    expect(countFresh(here(3, 3, 2, 1), here(5, 32, 31, 3))).toBe(2)
  })

  test('leaves somebody up to date when all of it is read, though something waits', () => {
    const shown = here(2, 2, 1)
    expect(isCaughtUp(shown, new Set(['post post-2']))).toBe(false)
    expect(isCaughtUp(shown, new Set(['post post-2', 'post post-1']))).toBe(true)
    expect(isCaughtUp(shown, allKeys(shown))).toBe(true)
    const waits = { ...empty, asks: [{ id: 'a', kind: 'requests' as const, url: '', count: 1, actor: null, place, from: null, theme: null, post: null, at: at(1), isNew: false, notificationIds: [] }] }
    expect(isCaughtUp(waits, new Set())).toBe(true)
  })
})
