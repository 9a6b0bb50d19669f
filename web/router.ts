// SPDX-License-Identifier: EUPL-1.2
import { createStore } from './state/store.ts'

export type Route = {
  /** "/buildings/:slug": a name after a colon takes one segment. */
  path: string
  tag: string
  load: () => Promise<unknown>
  /** Who may open it; others are sent to sign in, or see that it is not for them. Who is in passes the door of a guest. */
  for?: 'member' | 'administrator' | 'guest'
}
export type Match = { route: Route; params: Record<string, string> }
/** `returned`: by a step back or forward in the history. */
export type Location = { path: string; search: URLSearchParams; hash: string; match: Match | null; scrollTo: number; first: boolean; returned: boolean }

type Kept = { index: number; scroll: number }

let routes: Route[] = []
let index = 0
let guard: (() => Promise<boolean>) | null = null
let isDirty: (() => boolean) | null = null
let returning = false

/** Slashes at the end mean nothing. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/')
  while (segments.length > 1 && segments.at(-1) === '') segments.pop()
  return segments
}

function matchPath(pathname: string): Match | null {
  const parts = segmentsOf(pathname)
  for (const route of routes) {
    const wanted = segmentsOf(route.path)
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((segment, i) => {
      const part = parts[i] ?? ''
      if (!segment.startsWith(':')) return segment === part
      try {
        params[segment.slice(1)] = decodeURIComponent(part)
      } catch {
        return false
      }
      return part !== ''
    })
    if (fits) return { route, params }
  }
  return null
}

function read(scrollTo: number, { first = false, returned = false } = {}): Location {
  return { path: location.pathname, search: new URLSearchParams(location.search), hash: location.hash, match: matchPath(location.pathname), scrollTo, first, returned }
}

export const current = createStore<Location>({ path: '/', search: new URLSearchParams(), hash: '', match: null, scrollTo: 0, first: true, returned: false })

/** The step in the history that is in sight. */
export const entryIndex = (): number => index

/** The state of an entry of the history: its place in the row and how far it was scrolled. */
const kept = (): Kept => ({ index, scroll: window.scrollY })

/** Goes to an address of this site. `replace` leaves no step back. */
export async function navigate(to: string, options: { replace?: boolean } = {}): Promise<void> {
  const url = new URL(to, location.href)
  if (url.origin !== location.origin || !matchPath(url.pathname)) {
    location.assign(url)
    return
  }
  const samePage = url.pathname === location.pathname
  if (!samePage && guard && !(await guard())) return
  if (!samePage) clearGuard()
  if (options.replace) history.replaceState({ index, scroll: 0 } satisfies Kept, '', url)
  else {
    history.replaceState(kept(), '')
    index += 1
    history.pushState({ index, scroll: 0 } satisfies Kept, '', url)
  }
  current.set(read(samePage && options.replace ? window.scrollY : 0))
}

/** Changes only the query of the current address, for filters; no new step in the history. */
export function setQuery(change: Record<string, string | null>): void {
  const url = new URL(location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
  }
  void navigate(url.href, { replace: true })
}

/** While `dirty` says yes, leaving first calls `ask`; the browser asks itself when the tab closes. */
export function setGuard(dirty: () => boolean, ask: () => Promise<boolean>): void {
  isDirty = dirty
  guard = async () => !dirty() || (await ask())
}

export function clearGuard(): void {
  guard = null
  isDirty = null
}

async function onPopState(event: PopStateEvent): Promise<void> {
  // Our own entries carry Kept; one that a hash link made carries nothing.
  const state = event.state as Kept | null
  if (!state) {
    history.replaceState(kept(), '')
    return
  }
  const target = state.index
  if (returning) {
    returning = false
    return
  }
  if (isDirty?.() && target !== index) {
    const steps = target - index
    returning = true
    history.go(-steps)
    if (guard && !(await guard())) return
    clearGuard()
    history.go(steps)
    return
  }
  index = target
  current.set(read(state.scroll, { returned: true }))
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.hasAttribute('href'))
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (link.pathname === location.pathname && link.hash && link.search === location.search) return
  if (!matchPath(link.pathname)) return
  event.preventDefault()
  void navigate(link.href)
}

export function startRouter(table: Route[]): void {
  routes = table
  history.scrollRestoration = 'manual'
  const state = history.state as Kept | null
  index = state?.index ?? 0
  history.replaceState({ index, scroll: state?.scroll ?? 0 } satisfies Kept, '')
  current.set(read(state?.scroll ?? 0, { first: true }))
  window.addEventListener('popstate', (event) => void onPopState(event))
  window.addEventListener('pagehide', () => history.replaceState(kept(), ''))
  window.addEventListener('beforeunload', (event) => {
    if (isDirty?.()) event.preventDefault()
  })
  document.addEventListener('click', onClick)
}

/** An address within this site to return to after signing in, or the square; never another site. */
export function safeNext(next: string | null): string {
  // Read as the browser will: it drops tabs and line ends, and takes a backslash for a slash.
  const here = 'https://here.invalid'
  try {
    const url = new URL(next ?? '', here)
    if (next?.startsWith('/') && url.origin === here) return url.pathname + url.search + url.hash
  } catch {
    // Not an address at all.
  }
  return '/'
}
