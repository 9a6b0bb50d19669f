// SPDX-License-Identifier: EUPL-1.2

/** "plein.example" is meant as https; an address with another scheme than http, https or mailto is refused. */
export function addressOf(text: string): string | null {
  const typed = text.trim()
  if (!typed) return null
  if (/^(https?:\/\/|mailto:|\/)/i.test(typed)) return typed
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return null
  return typed.includes('@') ? `mailto:${typed}` : `https://${typed}`
}
