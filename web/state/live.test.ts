// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Me } from '../api/types.ts'

interface Sent {
  subscribe?: string
  unsubscribe?: string
}

/** The other end of the line, in the hands of the test. */
class Line {
  static readonly OPEN = 1
  static all: Line[] = []
  readyState = 0
  readonly sent: Sent[] = []
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor() {
    Line.all.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent)
  }

  open(): void {
    this.readyState = Line.OPEN
    this.onopen?.()
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  close(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code })
  }
}

const newest = (): Line => Line.all.at(-1) as Line
const cursor = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

let pages: { items: object[]; next: string; reset: boolean }[]
let asked: URL[]
let meAsked: number

async function freshModules() {
  vi.resetModules()
  const live = await import('./live.ts')
  const { me } = await import('./session.ts')
  // Only whether somebody is signed in matters here.
  me.set({ id: 'me' } as unknown as Me)
  return live
}

beforeEach(() => {
  vi.useFakeTimers()
  Line.all = []
  pages = []
  asked = []
  meAsked = 0
  vi.stubGlobal('WebSocket', Line)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('location', { href: 'http://plein.test/', origin: 'http://plein.test' })
  vi.stubGlobal('document', { cookie: '', documentElement: { lang: 'nl' } })
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const url = new URL(address instanceof Request ? address.url : String(address), 'http://plein.test/')
    if (url.pathname.endsWith('/me')) {
      meAsked++
      return Response.json({ type: '/problems/sign-in-needed', title: '', status: 401, detail: '' }, { status: 401 })
    }
    asked.push(url)
    return Response.json(pages.shift() ?? { items: [], next: url.searchParams.get('after'), reset: false })
  })
})

describe('the line', () => {
  test('catches up only once it listens, and tells what was missed', async () => {
    const { listen } = await freshModules()
    const heard: string[] = []
    listen('square', ({ event, data }) => heard.push(`${event} ${data.postId}`))
    newest().open()
    newest().says({ topic: 'square', event: 'subscribed', data: {}, cursor: cursor(1) })
    newest().says({ topic: 'square', event: 'post.published', data: { postId: 'a' }, cursor: cursor(2) })
    newest().close()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(Line.all).toHaveLength(2)
    pages = [
      { items: [{ topic: 'square', event: 'post.published', data: { postId: 'b' }, cursor: cursor(3) }], next: cursor(3), reset: false },
      { items: [], next: cursor(3), reset: false },
    ]
    newest().open()
    await vi.advanceTimersByTimeAsync(10)
    expect(asked).toEqual([])
    newest().says({ topic: 'square', event: 'subscribed', data: {}, cursor: cursor(9) })
    await vi.advanceTimersByTimeAsync(10)
    expect(asked.map((url) => url.searchParams.get('after'))).toEqual([cursor(2), cursor(3)])
    expect(heard).toEqual(['post.published a', 'post.published b'])
  })

  test('that breaks again before it has caught up goes on from where it was', async () => {
    const { listen } = await freshModules()
    listen('square', () => undefined)
    newest().open()
    newest().says({ topic: 'square', event: 'subscribed', data: {}, cursor: cursor(1) })
    newest().close()
    await vi.advanceTimersByTimeAsync(3_000)
    newest().open()
    // Live news comes in before the answer to what was missed, which never comes.
    newest().says({ topic: 'square', event: 'post.published', data: { postId: 'z' }, cursor: cursor(8) })
    newest().close()
    await vi.advanceTimersByTimeAsync(5_000)
    newest().open()
    newest().says({ topic: 'square', event: 'subscribed', data: {}, cursor: cursor(9) })
    await vi.advanceTimersByTimeAsync(10)
    expect(asked[0]?.searchParams.get('after')).toBe(cursor(1))
  })

  test('tells every listener to start afresh after too long', async () => {
    const { listen } = await freshModules()
    const heard: string[] = []
    listen('square', ({ event }) => heard.push(`square ${event}`))
    listen('me', ({ event }) => heard.push(`me ${event}`))
    newest().open()
    for (const topic of ['square', 'me']) newest().says({ topic, event: 'subscribed', data: {}, cursor: cursor(1) })
    newest().close()
    await vi.advanceTimersByTimeAsync(3_000)
    pages = [{ items: [], next: cursor(50), reset: true }]
    newest().open()
    for (const topic of ['square', 'me']) newest().says({ topic, event: 'subscribed', data: {}, cursor: cursor(51) })
    await vi.advanceTimersByTimeAsync(10)
    expect(heard).toEqual(['square reset', 'me reset'])
  })

  test('asks who I am when it was closed because the session ended, and stays closed', async () => {
    const { listen } = await freshModules()
    listen('me', () => undefined)
    newest().open()
    newest().close(4401)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(meAsked).toBe(1)
    expect(Line.all).toHaveLength(1)
  })
})
