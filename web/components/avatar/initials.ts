// SPDX-License-Identifier: EUPL-1.2

/** "Sanne van Voorbeeld" gives SV: first and last word, small words in between do not count. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
