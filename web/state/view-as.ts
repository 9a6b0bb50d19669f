// SPDX-License-Identifier: EUPL-1.2
import { setViewHeader } from '../api/request.ts'
import type { PlaceRef } from '../api/types.ts'
import { announce } from '../components/toast/toast.ts'
import { t } from '../i18n/t.ts'
import { current } from '../router.ts'
import { showMeAs } from './session.ts'
import { createStore } from './store.ts'

/** As whom an admin looks at a place; the server answers as that viewer, and refuses every change. */
export type Viewing = { kind: 'outsider' | 'member'; name: string; url: string }

/** Null while one looks as oneself. */
export const viewing = createStore<Viewing | null>(null)
/** Of this tab only, so that reloading it shows the same. */
const kept = 'plein-view-as'

/** "haven" or "haven/bestuur", as the header names a place. */
const inHeader = (url: string): string => url.replace('/buildings/', '').replace('/groups/', '/')

const within = (path: string, { url }: Viewing): boolean => `${path.toLowerCase()}/`.startsWith(`${url.toLowerCase()}/`) || path.startsWith('/posts/')

function change(next: Viewing | null): void {
  if (next) sessionStorage.setItem(kept, JSON.stringify(next))
  else sessionStorage.removeItem(kept)
  setViewHeader(next && `${next.kind}; place=${inHeader(next.url)}`)
  showMeAs(next?.kind ?? null)
  viewing.set(next)
}

export function viewAs(kind: Viewing['kind'], { name, url }: Pick<PlaceRef, 'name' | 'url'>): void {
  change({ kind, name, url })
  announce(t(`viewAs.bar.${kind}`, { name }))
}

export function stopViewing(): void {
  if (viewing.value) change(null)
}

/** Once at start, before any page: goes on where the tab was, and ends it for who leaves the place. */
export function startViewing(): void {
  try {
    const before = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Viewing | null
    if (before && within(current.value.path, before)) change(before)
    else sessionStorage.removeItem(kept)
  } catch {
    sessionStorage.removeItem(kept)
  }
  current.subscribe(() => {
    if (viewing.value && !within(current.value.path, viewing.value)) stopViewing()
  })
}
