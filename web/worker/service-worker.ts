// SPDX-License-Identifier: EUPL-1.2
import { outboxChannel, outboxSync, sendWaiting } from '../offline/outbox.ts'
import { openFrom, show, tellChange } from './pushed.ts'
import { keepShell, fromShell, offlinePage, withoutOldShells } from './shell-cache.ts'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => event.waitUntil(keepShell()))

self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await withoutOldShells()
      // The page is asked for while the worker still starts.
      await self.registration.navigationPreload?.enable()
      await self.clients.claim()
    })(),
  ),
)

/** Pages come from the server, always, and are never kept; what is kept is the same for everybody. The API and its answers pass by here. */
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromShell(request, url.pathname))
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(pageOf(event))
})

async function pageOf(event: FetchEvent): Promise<Response> {
  try {
    const preloaded = (await event.preloadResponse) as Response | undefined
    return preloaded ?? (await fetch(event.request))
  } catch (error) {
    const kept = await offlinePage()
    if (kept === undefined) throw error
    return kept
  }
}

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string }
  // Asked by the reader, or by a page that is of the new version itself.
  if (type === 'take-over') event.waitUntil(self.skipWaiting())
  // After somebody signed out the whole cache was thrown away; what is put back is nobody's.
  if (type === 'keep-shell') event.waitUntil(keepShell())
})

/** The browser wakes the worker when the line is back (Background Sync). What fails is tried again by the browser, a few times. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

self.addEventListener('sync', ((event: SyncEvent) => {
  if (event.tag === outboxSync) event.waitUntil(sendAll())
}) as EventListener)

async function sendAll(): Promise<void> {
  const round = await sendWaiting()
  if (round.sent.length || round.refused.length) new BroadcastChannel(outboxChannel).postMessage({ round })
  if (round.left) throw new Error('not everything could be sent')
}

self.addEventListener('push', (event) => event.waitUntil(show(event.data)))
self.addEventListener('notificationclick', (event) => event.waitUntil(openFrom(event.notification)))
self.addEventListener('pushsubscriptionchange', (event) => (event as ExtendableEvent).waitUntil(tellChange(event as ExtendableEvent)))
