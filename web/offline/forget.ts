// SPDX-License-Identifier: EUPL-1.2
import { dropAll } from './store.ts'
import { emptyCaches, registration } from './worker.ts'

/** Whoever signs out leaves nothing on this device: no words, no names, no notifications. */
export async function forgetDevice(): Promise<void> {
  const worker = await registration().catch(() => null)
  const shown = (await worker?.getNotifications?.().catch(() => [])) ?? []
  for (const notification of shown) notification.close()
  const subscription = await worker?.pushManager?.getSubscription().catch(() => null)
  await subscription?.unsubscribe().catch(() => undefined)
  await dropAll().catch(() => undefined)
  await emptyCaches().catch(() => undefined)
}
