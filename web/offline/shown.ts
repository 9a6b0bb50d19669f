// SPDX-License-Identifier: EUPL-1.2
import { get } from '../api/request.ts'
import type { List, Notification as Told } from '../api/types.ts'
import { navigate } from '../router.ts'
import { listen } from '../state/live.ts'
import { me } from '../state/session.ts'
import { registration } from './worker.ts'

/** As the server names what it pushes (server/push/words.ts). */
export function tagOf({ kind, post, building, id }: Told): string {
  if (post) return `thread ${/\/posts\/([0-9a-f-]{36})/.exec(post.url)?.[1] ?? post.id}`
  return building ? `${kind} ${building.id}` : `one ${id}`
}

const WAIT_MS = 500
let timer: ReturnType<typeof setTimeout> | undefined

/** What was read, here or on another device, goes from the screen of this one. */
async function closeRead(): Promise<void> {
  const shown = (await (await registration())?.getNotifications()) ?? []
  if (!shown.length || !me.value) return
  const unread = new Set((await get<List<Told>>('/notifications', { unread: true, limit: 100 })).items.map(tagOf))
  for (const notification of shown) if (!unread.has(notification.tag)) notification.close()
}

const soon = (): void => {
  clearTimeout(timer)
  timer = setTimeout(() => void closeRead().catch(() => undefined), WAIT_MS)
}

/** Once at start. */
export function startShown(): void {
  if (!('serviceWorker' in navigator)) return
  // A press on a notification comes to the tab that is open.
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ type?: string; url?: string }>) => {
    if (data.type === 'open' && data.url?.startsWith('/')) void navigate(data.url)
  })
  let stop: (() => void) | null = null
  const hear = (): void => {
    stop?.()
    stop = me.value ? listen('me', ({ event }) => (event === 'counters' || event === 'read.changed' ? soon() : undefined)) : null
  }
  let owner = me.value?.id
  me.subscribe(() => {
    if (me.value?.id === owner) return
    owner = me.value?.id
    hear()
  })
  hear()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') soon()
  })
  soon()
}
