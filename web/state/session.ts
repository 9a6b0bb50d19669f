// SPDX-License-Identifier: EUPL-1.2
import { isStatus, OfflineError } from '../api/problem.ts'
import { get, request, unauthorised } from '../api/request.ts'
import type { Instance, Me } from '../api/types.ts'
import { remember, remembered } from '../offline/who.ts'
import { safeNext } from '../router.ts'
import { createStore } from './store.ts'

/** null is a guest. */
export const me = createStore<Me | null>(null)
/** Who is signed in, whatever they look as. */
let own: Me | null = null
let shownAs: 'outsider' | 'member' | null = null

/** Takes in who is signed in. */
export function know(mine: Me | null): Me | null {
  if (mine !== own || mine === null) remember(mine, instance.value)
  own = mine
  me.set(mine === null || shownAs === null ? mine : shownAs === 'outsider' ? null : { ...mine, role: 'member' })
  return me.value
}

/** Whether what is shown is shown as to somebody else. */
export const looksAsAnother = (): boolean => shownAs !== null

/** For who looks at a place as another does: the pages then show what they show that one. Null is oneself again. */
export function showMeAs(kind: typeof shownAs): void {
  shownAs = kind
  know(own)
}

export const instance = createStore<Instance | null>(null)

type Boot = { me?: Me | null; instance?: Instance }

/** What the server already put in the document, so that the first page needs no round trip for it. */
function bootData(): Boot {
  const text = document.getElementById('plein-boot')?.textContent
  return text ? (JSON.parse(text) as Boot) : {}
}

export async function refreshMe(): Promise<Me | null> {
  try {
    know(await get<Me>('/me'))
  } catch (error) {
    if (!isStatus(error, 401)) throw error
    know(null)
  }
  return me.value
}

export async function startSession(): Promise<void> {
  const boot = bootData()
  if (boot.instance) instance.set(boot.instance)
  try {
    await Promise.all([boot.me === undefined ? refreshMe() : know(boot.me), boot.instance ? undefined : get<Instance>('/instance').then((value) => instance.set(value))])
  } catch (error) {
    const kept = error instanceof OfflineError ? await remembered() : null
    if (!kept) throw error
    own = kept.me
    me.set(own)
    instance.set(instance.value ?? kept.instance)
  }
}

/** Ends the session and leaves for the square with a fresh document: nothing read as a member stays in memory, or on this device. */
export async function signOut(): Promise<void> {
  await request('DELETE', '/sessions/current')
  const { forgetDevice } = await import('../offline/forget.ts')
  await forgetDevice()
  location.assign('/')
}

/** Where one comes in: the page that was wanted, or what is new today. Who comes for the first time is asked a few things on the square. */
export const landing = (next: string | null): string => (next === null ? (me.value?.welcomed === false ? '/' : '/today') : safeNext(next))

/** Changes what is known of me without asking the server, for counters that arrive live. */
export function updateMe(change: Partial<Me>): void {
  if (own) know({ ...own, ...change })
}

/** What is unread, as an answer or a live event tells it: lines of the bell, posts of one place, or both. */
export function recount({ unread, placeId, placeUnread }: { unread?: unknown; placeId?: unknown; placeUnread?: unknown }): void {
  if (!own) return
  const counted = <P extends { id: string; unread: number }>(place: P): P => (place.id === placeId && typeof placeUnread === 'number' ? { ...place, unread: placeUnread } : place)
  updateMe({
    ...(typeof unread === 'number' ? { unreadNotifications: unread } : {}),
    buildings: own.buildings.map((building) => ({ ...counted(building), groups: building.groups.map(counted) })),
  })
}

export const mayStartBuilding = (): boolean => !!me.value && (me.value.isStaff || me.value.role === 'administrator' || !!instance.value?.residentsMayStartBuildings)

/** When the server refuses a member, the session may have ended elsewhere: asks once, and tells when it has. */
export function watchSession(ended: () => void): void {
  let asking = false
  window.addEventListener(unauthorised, () => {
    if (!me.value || asking) return
    asking = true
    void refreshMe()
      .then((still) => {
        if (!still) ended()
      })
      .catch(() => undefined)
      .finally(() => (asking = false))
  })
}
