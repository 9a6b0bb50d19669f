// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../api/types.ts'
import { createStore } from '../state/store.ts'
import type { MessageKey, Messages } from './messages.ts'

type Params = Record<string, string | number>

/** The language the page now speaks. */
export const language = createStore<Language>('nl')

let messages: Partial<Messages> = {}
let plurals = new Intl.PluralRules('nl')
let numbers = new Intl.NumberFormat('nl')

/** Only the chosen language is fetched. */
export async function setLanguage(next: Language): Promise<void> {
  messages = next === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl
  plurals = new Intl.PluralRules(next)
  numbers = new Intl.NumberFormat(next)
  document.documentElement.lang = next
  language.set(next)
}

export const formatNumber = (value: number): string => numbers.format(value)

/** The sentence for a key in the current language. */
export function t(key: MessageKey, params: Params = {}): string {
  const message = messages[key]
  if (message === undefined) return key
  const text = typeof message === 'string' ? message : plurals.select(Number(params['count'] ?? 0)) === 'one' ? message.one : message.other
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value) : value
  })
}
