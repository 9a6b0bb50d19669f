// SPDX-License-Identifier: EUPL-1.2
import { navigate } from './router.ts'
import { keysEnabled } from './state/preferences.ts'
import { me } from './state/session.ts'

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))

/** The box of the search page, wherever one is. */
async function goSearch(): Promise<void> {
  const box = document.querySelector<HTMLElement>('main plein-search-box')
  if (box) box.focus()
  else await navigate('/search?focus=box')
}

/** The box of the page, or that of the square. */
export async function goWrite(): Promise<void> {
  const box = document.querySelector<HTMLElement>('main plein-composer')
  if (box) box.focus()
  else await navigate(me.value ? '/?write=1' : '/sign-in')
}

let afterG = 0

async function onKey(event: KeyboardEvent): Promise<void> {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysEnabled()) return
  if (document.querySelector('dialog[open]')) return
  const second = event.timeStamp - afterG < 1500
  afterG = event.key === 'g' ? event.timeStamp : 0
  const goal = second ? { t: '/today', p: '/', v: '/mine', n: '/notifications' }[event.key] : undefined
  if (goal) {
    event.preventDefault()
    await navigate(goal)
  } else if (event.key === '/') {
    event.preventDefault()
    await goSearch()
  } else if (event.key === '?') {
    event.preventDefault()
    const { showKeys } = await import('./components/dialog/keys-dialog.ts')
    await showKeys()
  } else if (event.key === 'c' && me.value) {
    event.preventDefault()
    await goWrite()
  }
}

export function startKeys(): void {
  document.addEventListener('keydown', (event) => void onKey(event))
}
