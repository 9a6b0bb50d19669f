// SPDX-License-Identifier: EUPL-1.2

import type { MessageKey } from './messages.ts'
import { t } from './t.ts'

/** Spoken here, and without a name in many browsers. */
const named: Record<string, MessageKey> = { li: 'language.li', pap: 'language.pap', fy: 'language.fy' }

/** "fy" becomes "Fries", in the language of the screen. */
export function languageName(code: string): string {
  const known = named[code]
  if (known) return t(known)
  try {
    return new Intl.DisplayNames([document.documentElement.lang || 'nl'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
