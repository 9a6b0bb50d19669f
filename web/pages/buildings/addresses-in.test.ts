// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { addressesIn } from './addresses-in.ts'

test('addresses are found however they were pasted, each once', () => {
  expect(addressesIn('a@x.example, "Bep" <B@x.example>;\nc@y.example a@X.example.')).toEqual(['a@x.example', 'b@x.example', 'c@y.example'])
})

test('a text without an address gives none', () => {
  expect(addressesIn('Bep en Jan')).toEqual([])
})
