// SPDX-License-Identifier: EUPL-1.2

export type Scheme = 'system' | 'light' | 'dark'

function read(name: string): string | null {
  try {
    return localStorage.getItem(`plein.${name}`)
  } catch {
    return null
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`plein.${name}`)
    else localStorage.setItem(`plein.${name}`, value)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function scheme(): Scheme {
  const value = read('scheme')
  return value === 'light' || value === 'dark' ? value : 'system'
}

export function setScheme(value: Scheme): void {
  write('scheme', value === 'system' ? null : value)
  if (value === 'system') delete document.documentElement.dataset['scheme']
  else document.documentElement.dataset['scheme'] = value
}

export const keysEnabled = (): boolean => read('keys') !== 'off'
export const setKeysEnabled = (on: boolean): void => write('keys', on ? null : 'off')

/** A guest's language; a member's is kept with the account. */
export const guestLanguage = (): string | null => read('language')
export const setGuestLanguage = (language: string): void => write('language', language)

/** The last building written in, proposed again next time. */
export const lastBuilding = (): string | null => read('lastBuilding')
export const setLastBuilding = (slug: string): void => write('lastBuilding', slug)

/** Where somebody was going when they signed up; the mail's link opens another tab. */
export const setWanted = (path: string | null): void => write('wanted', path)

export function takeWanted(): string | null {
  const path = read('wanted')
  write('wanted', null)
  return path
}

/** Who chose to write articles in Markdown gets it again. */
export const prefersMarkdown = (): boolean => read('editor') === 'markdown'
export const setPrefersMarkdown = (on: boolean): void => write('editor', on ? 'markdown' : null)
