// SPDX-License-Identifier: EUPL-1.2
import type { Theme, ThemeRef } from '../../api/types.ts'

/** The themes with one more; null when there is no room. A field for one theme takes the new one in place of the old. */
export function withTheme(themes: readonly ThemeRef[], { id, slug, name }: ThemeRef, most: number): ThemeRef[] | null {
  if (themes.some((one) => one.id === id)) return [...themes]
  if (most === 1) return [{ id, slug, name }]
  return themes.length < most ? [...themes, { id, slug, name }] : null
}

/** The theme that is called exactly so, by its name or by one of its other names. */
export function exactly(known: readonly Theme[], text: string): Theme | undefined {
  const sought = text.trim().toLocaleLowerCase()
  return known.find(({ name, synonyms }) => [name, ...synonyms].some((one) => one.toLocaleLowerCase() === sought))
}

/** The additions on their way, each text once: who sends the form waits for all of them. */
export class Additions {
  private readonly going = new Map<string, Promise<boolean>>()

  once(text: string, add: () => Promise<boolean>): Promise<boolean> {
    const begun = this.going.get(text)
    if (begun) return begun
    const adding = add().finally(() => this.going.delete(text))
    this.going.set(text, adding)
    return adding
  }

  /** Whether all that was on its way has arrived. */
  async arrived(): Promise<boolean> {
    return (await Promise.all(this.going.values())).every(Boolean)
  }
}
