// SPDX-License-Identifier: EUPL-1.2
import { me } from '../../state/session.ts'

/** As long as the server takes it back. */
const lastsMs = 10 * 60_000
const kept = 'plein.reading'

/** The press that marked as read, in this window: it can be taken back when the toast has gone, also after a reload. */
export function rememberReading(id: string): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify([id, me.value?.id, Date.now()]))
  } catch {
    // Without storage the toast is what there is.
  }
}

export function forgetReading(): void {
  try {
    sessionStorage.removeItem(kept)
  } catch {
    // Nothing was kept.
  }
}

/** @returns its id while who is here can take it back */
export function lastReading(): string | null {
  try {
    const [id, by, at]: unknown[] = JSON.parse(sessionStorage.getItem(kept) ?? '[]')
    return typeof id === 'string' && by === me.value?.id && typeof at === 'number' && Date.now() - at < lastsMs ? id : null
  } catch {
    return null
  }
}
