// SPDX-License-Identifier: EUPL-1.2

/** The name being typed after an @ that begins a word, and where it begins; null when there is none. */
export function mentionAt(text: string, caret: number): { query: string; start: number } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]{1,40})$/u.exec(text.slice(0, caret))
  return found?.[1] ? { query: found[1], start: caret - found[1].length - 1 } : null
}
