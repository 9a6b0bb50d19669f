// SPDX-License-Identifier: EUPL-1.2
import { badge, icon } from './shell-cache.ts'

declare const self: ServiceWorkerGlobalScope

/** As the server sends it (server/push/words.ts). */
type Message = { title: string; body: string; tag: string; url: string; locale: string }

/** A later one about the same takes the place of the earlier, and may sound again. */
export async function show(data: PushMessageData | null): Promise<void> {
  const { title, body, tag, url, locale } = data?.json() as Message
  const options: NotificationOptions & { renotify: boolean } = { body, tag, data: { url }, icon, badge, lang: locale, renotify: true }
  await self.registration.showNotification(title, options)
}

/** In the tab that is open, or a new one. */
export async function openFrom(notification: Notification): Promise<void> {
  notification.close()
  const { url } = (notification.data ?? {}) as { url?: string }
  // Never elsewhere, whatever was sent.
  const path = url?.startsWith('/') && !url.startsWith('//') ? url : '/notifications'
  const open = (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) as readonly WindowClient[]
  const tab = open.find(({ focused }) => focused) ?? open.find(({ visibilityState }) => visibilityState === 'visible') ?? open[0]
  if (!tab) return void (await self.clients.openWindow(path))
  await tab.focus().catch(() => undefined)
  tab.postMessage({ type: 'open', url: path })
}

interface Changed extends ExtendableEvent {
  readonly oldSubscription?: PushSubscription
  readonly newSubscription?: PushSubscription
}

/** The browser gave the device another address: the server hears of it. */
export async function tellChange({ oldSubscription, newSubscription }: Changed): Promise<void> {
  const subscription = newSubscription ?? (oldSubscription ? await self.registration.pushManager.subscribe(oldSubscription.options) : null)
  if (!subscription) return
  const { endpoint, keys } = subscription.toJSON()
  await fetch('/api/v1/push/subscriptions', { method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'same-origin', body: JSON.stringify({ endpoint, keys }) })
}
