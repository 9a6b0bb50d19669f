// SPDX-License-Identifier: EUPL-1.2
import { createStore } from '../state/store.ts'

/** A new version stands ready; the reader says when. */
export const newVersion = createStore(false)

/** How often a page that stays open asks whether there is a new version. */
const LOOK_AGAIN_MS = 3_600_000

/** Absent where a page is served over plain http on a municipality's network: everything else works all the same. */
const workers = (): ServiceWorkerContainer | null => ('serviceWorker' in navigator && window.isSecureContext ? navigator.serviceWorker : null)

let waiting: ServiceWorker | null = null
let asked = false

export async function startWorker(): Promise<void> {
  const container = workers()
  if (!container) return
  const registration = await container.register('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  const ready = (worker: ServiceWorker | null): void => {
    // The first one takes nobody's place.
    if (!worker || !registration.active) return
    waiting = worker
    newVersion.set(true)
  }
  ready(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') ready(installing)
    })
  })
  container.addEventListener('controllerchange', () => {
    if (asked) location.reload()
  })
  let lastLook = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lastLook < LOOK_AGAIN_MS) return
    lastLook = Date.now()
    void registration.update().catch(() => undefined)
  })
  // Emptied when somebody signed out; what is put back is nobody's.
  registration.active?.postMessage({ type: 'keep-shell' })
}

/** The reader pressed "refresh": the new version takes over, and this page is loaded anew. */
export function takeNewVersion(): void {
  asked = true
  if (waiting?.state === 'installed') waiting.postMessage({ type: 'take-over' })
  else location.reload()
}

/** Whoever signs out leaves nothing on the device, not even what anybody may have. */
export async function emptyCaches(): Promise<void> {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) await caches.delete(name)
}

export const registration = async (): Promise<ServiceWorkerRegistration | null> => (await workers()?.getRegistration('/')) ?? null
