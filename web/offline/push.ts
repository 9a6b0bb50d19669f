// SPDX-License-Identifier: EUPL-1.2
import { get, post, remove } from '../api/request.ts'
import type { List, PushDevice } from '../api/types.ts'
import { me } from '../state/session.ts'
import { getOne, putOne } from './store.ts'
import { registration } from './worker.ts'

/** `install`: this browser takes pushes only for what stands on the home screen. */
export type PushState = 'unsupported' | 'install' | 'denied' | 'off' | 'on'

/** Where it is switched on and off. */
export const pushSettings = '/settings/notifications'

/** Whose the subscription of this browser is. */
type Owner = { name: 'push'; owner: string }

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches || 'standalone' in navigator

const ownSubscription = async (): Promise<PushSubscription | null> => (await registration())?.pushManager?.getSubscription() ?? null

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return 'unsupported'
  if (!('PushManager' in window) || !('Notification' in window)) return /iPhone|iPad/.test(navigator.userAgent) && !isInstalled() ? 'install' : 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const owner = await getOne<Owner>('who', 'push').catch(() => undefined)
  return Notification.permission === 'granted' && owner?.owner === me.value?.id && (await ownSubscription()) ? 'on' : 'off'
}

export const devices = async (): Promise<PushDevice[]> => (await get<List<PushDevice>>('/push/subscriptions')).items
export const dropDevice = (id: string): Promise<void> => remove(`/push/subscriptions/${id}`)
export const testDevice = (id: string): Promise<void> => post(`/push/subscriptions/${id}/tests`)

function tell(subscription: PushSubscription): Promise<PushDevice> {
  const { endpoint, keys } = subscription.toJSON()
  return post<PushDevice>('/push/subscriptions', { endpoint, keys })
}

/** After a press only: the browser asks. @returns what it is now. */
export async function switchOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState()
  const owner = me.value?.id
  const worker = await navigator.serviceWorker.ready
  const { publicKey } = await get<{ publicKey: string }>('/push/key')
  const before = await worker.pushManager.getSubscription()
  // Of somebody else, or for another key: that one is over.
  if (before) await before.unsubscribe()
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  try {
    await tell(subscription)
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
  if (owner) await putOne('who', { name: 'push', owner } satisfies Owner).catch(() => undefined)
  return pushState()
}

export async function switchOff(): Promise<PushState> {
  const current = (await devices()).find((device) => device.current)
  if (current) await dropDevice(current.id)
  await (await ownSubscription())?.unsubscribe()
  return pushState()
}

/** At every start: the server hears that this device is still there. What was somebody else's here ends. */
export async function keepPush(): Promise<void> {
  const subscription = await ownSubscription()
  const owner = me.value?.id
  if (!subscription || !owner) return
  const kept = await getOne<Owner>('who', 'push')
  if (kept?.owner === owner) await tell(subscription)
  else await subscription.unsubscribe()
}
