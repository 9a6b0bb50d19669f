// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { Additions, exactly, withTheme } from './theme-choice.ts'

const theme = (id: string, ...synonyms: string[]) => ({ id, slug: id, name: id, synonyms, url: '' })

test('a theme too many is refused and replaces nothing', () => {
  const two = [theme('wonen'), theme('water')]
  expect(withTheme(two, theme('zorg'), 3)?.map(({ id }) => id)).toEqual(['wonen', 'water', 'zorg'])
  expect(withTheme(two, theme('zorg'), 2)).toBeNull()
  expect(withTheme(two, theme('water'), 2)).toHaveLength(2)
})

test('a field for one theme takes the new one', () => {
  expect(withTheme([theme('wonen')], theme('zorg'), 1)?.map(({ id }) => id)).toEqual(['zorg'])
})

test('typed text is a known theme when it is its name or another name of it, and no other', () => {
  const known = [theme('Omgevingswet', 'omgevingsplan'), theme('Wonen')]
  expect([exactly(known, ' wonen '), exactly(known, 'Omgevingsplan'), exactly(known, 'Won')].map((one) => one?.id)).toEqual(['Wonen', 'Omgevingswet', undefined])
})

test('sending waits for each addition, adds no text twice, and hears of one that failed', async () => {
  const additions = new Additions()
  let arrive = (_well: boolean): void => undefined
  let asked = 0
  const add = (): Promise<boolean> => (asked++, new Promise((resolve) => (arrive = resolve)))
  const both = [additions.once('zorg', add), additions.once('zorg', add)]
  let waited = false
  const sent = additions.arrived().then((well) => ((waited = true), well))
  await Promise.resolve()
  expect([asked, waited]).toEqual([1, false])
  arrive(false)
  expect([await sent, ...(await Promise.all(both))]).toEqual([false, false, false])
  expect(await additions.arrived()).toBe(true)
})
