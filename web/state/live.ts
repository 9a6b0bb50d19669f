// SPDX-License-Identifier: EUPL-1.2
import { get, apiRoot } from '../api/request.ts'
import { me } from './session.ts'

export type LiveEvent = {
  topic: string
  event: 'subscribed' | 'post.published' | 'post.changed' | 'reply.published' | 'reactions.changed' | 'notification' | 'counters' | 'membership.changed'
  data: { postId?: string; rootId?: string; unread?: number; [name: string]: unknown }
  cursor: string
}
type Listener = (event: LiveEvent) => void

const listeners = new Map<string, Set<Listener>>()
let socket: WebSocket | null = null
let cursor: string | null = null
let attempts = 0
let timer: ReturnType<typeof setTimeout> | undefined

function emit(event: LiveEvent): void {
  if (event.cursor) cursor = event.cursor
  if (event.event === 'subscribed') return
  for (const listener of [...(listeners.get(event.topic) ?? [])]) listener(event)
}

function send(message: { subscribe: string } | { unsubscribe: string }): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
}

/** Fetches what was missed while the line was down; page by page, in order. */
async function catchUp(): Promise<void> {
  const topics = [...listeners.keys()].join(',')
  for (let after = cursor; after && topics; ) {
    const page = await get<{ items: LiveEvent[]; next: string | null }>('/updates', { after, topics })
    for (const event of page.items) emit(event)
    if (!page.items.length || !page.next || page.next === after) return
    after = page.next
    cursor = after
  }
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
  line.onopen = () => {
    const returning = attempts > 0 || cursor !== null
    attempts = 0
    for (const topic of listeners.keys()) send({ subscribe: topic })
    if (returning) void catchUp().catch(() => line.close())
  }
  line.onmessage = (message: MessageEvent<string>) => {
    // The server writes only these two shapes (types of /live).
    const event = JSON.parse(message.data) as LiveEvent | { topic: string; error: string }
    if ('event' in event) emit(event)
  }
  line.onclose = () => {
    if (socket === line) socket = null
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
