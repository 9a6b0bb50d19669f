// SPDX-License-Identifier: EUPL-1.2
import { get, apiRoot } from '../api/request.ts'
import { looksAsAnother, me, refreshMe } from './session.ts'

export type LiveEvent = {
  topic: string
  /** `reset`: away for so long that everything shown may be old. */
  event: 'subscribed' | 'reset' | 'post.published' | 'post.changed' | 'reply.published' | 'reactions.changed' | 'notification' | 'counters' | 'read.changed' | 'membership.changed' | 'import.progress' | 'place.merged'
  data: { postId?: string; rootId?: string; unread?: number; [name: string]: unknown }
  cursor: string
}
/** Close code of a session that ended elsewhere. */
const SIGNED_OUT = 4401
type Listener = (event: LiveEvent) => void

const listeners = new Map<string, Set<Listener>>()
let socket: WebSocket | null = null
/** Everything up to here was told. */
let cursor: string | null = null
let newest: string | null = null
/** From a reconnection until what was missed has been fetched. */
let behind = false
let attempts = 0
let timer: ReturnType<typeof setTimeout> | undefined

function emit(event: LiveEvent): void {
  if (event.cursor) newest = event.cursor
  // While catching up the cursor stays where it was: if the line breaks again, that is where we go on from.
  // A new subscription says from where it listens, which tells nothing of the others.
  if (!behind && event.cursor && (event.event !== 'subscribed' || cursor === null)) cursor = event.cursor
  if (event.event === 'subscribed') return
  // What an admin hears of a place is not what is shown to the one as whom they look.
  if (looksAsAnother() && event.topic !== 'me') return
  for (const listener of [...(listeners.get(event.topic) ?? [])]) listener(event)
}

function send(message: { subscribe: string } | { unsubscribe: string }): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
}

/** Fetches what was missed while the line was down; page by page, in order. What also came over the line is told twice, which hurts nobody. */
async function catchUp(): Promise<void> {
  const topics = [...listeners.keys()].join(',')
  for (let after = cursor; after && topics; ) {
    const page = await get<{ items: LiveEvent[]; next: string; reset: boolean }>('/updates', { after, topics })
    if (page.reset) for (const topic of listeners.keys()) emit({ topic, event: 'reset', data: {}, cursor: page.next })
    for (const event of page.items) emit(event)
    cursor = page.next
    if (!page.items.length) break
    after = page.next
  }
  behind = false
  // Cursors sort by the moment they were made.
  if (newest !== null && (cursor === null || newest > cursor)) cursor = newest
}

/** Waits 1 s, 2 s, 4 s … at most 30 s, with a quarter of chance so that all clients do not return at once. */
function reconnectLater(): void {
  const delay = Math.min(30_000, 1000 * 2 ** attempts) * (0.75 + Math.random() / 2)
  attempts += 1
  clearTimeout(timer)
  timer = setTimeout(connect, delay)
}

function connect(): void {
  clearTimeout(timer)
  if (socket || !listeners.size || !me.value) return
  const url = new URL(`${apiRoot}/live`, location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const line = new WebSocket(url)
  socket = line
  const unanswered = new Set<string>()
  line.onopen = () => {
    attempts = 0
    behind = cursor !== null
    for (const topic of listeners.keys()) {
      unanswered.add(topic)
      send({ subscribe: topic })
    }
  }
  line.onmessage = (message: MessageEvent<string>) => {
    // The server writes only these two shapes (types of /live).
    const event = JSON.parse(message.data) as LiveEvent | { topic: string; error: string }
    if ('event' in event) emit(event)
    // Only once the line listens: what happens between asking and listening would be lost.
    if (unanswered.delete(event.topic) && !unanswered.size && behind) void catchUp().catch(() => line.close())
  }
  line.onclose = ({ code }) => {
    if (socket === line) socket = null
    if (code === SIGNED_OUT) void refreshMe().catch(() => undefined)
    if (listeners.size) reconnectLater()
  }
}

/** Listens to a topic until the returned function is called. Guests get nothing: they see news on their next visit. */
export function listen(topic: string, listener: Listener): () => void {
  const known = listeners.get(topic) ?? new Set()
  known.add(listener)
  if (known.size === 1) {
    listeners.set(topic, known)
    send({ subscribe: topic })
  }
  connect()
  return () => {
    known.delete(listener)
    if (known.size) return
    listeners.delete(topic)
    send({ unsubscribe: topic })
  }
}

/** Once at start: comes back at once when the machine wakes or the network returns. */
export function watchConnection(): void {
  const again = (): void => {
    attempts = 0
    connect()
  }
  window.addEventListener('online', again)
  me.subscribe(connect)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') again()
  })
}
