// SPDX-License-Identifier: EUPL-1.2

/** "fy" becomes "Fries", in the language of the screen. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([document.documentElement.lang || 'nl'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
