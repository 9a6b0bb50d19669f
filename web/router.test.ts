// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { safeNext } from './router.ts'

test('after signing in one returns to a page of this site', () => {
  expect(safeNext('/buildings/raad?x=1')).toBe('/buildings/raad?x=1')
})

test('an address that leads to another site is dropped', () => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', '/\t\t\\evil.example', '', null]) expect(safeNext(next)).toBe('/')
})
