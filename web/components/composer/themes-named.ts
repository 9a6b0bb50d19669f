// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from '../../api/types.ts'

const plain = (text: string): string => ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** Themes that a text names, by any of their names and as whole words; the longest name says most. */
export function themesNamed(text: string, themes: readonly Theme[]): Theme[] {
  const words = plain(text)
  const named = themes.flatMap((theme) => {
    const length = Math.max(0, ...[theme.name, ...theme.synonyms].map(plain).filter((name) => name.trim().length > 1 && words.includes(name)).map((name) => name.length))
    return length ? [{ theme, length }] : []
  })
  return named.sort((one, other) => other.length - one.length).map(({ theme }) => theme)
}
