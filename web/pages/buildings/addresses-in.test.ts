// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { addressesIn } from './addresses-in.ts'

test('addresses are found however they were pasted, each once', () => {
  expect(addressesIn('a@x.example, "Bep" <B@x.example>;\nc@y.example a@X.example.')).toEqual({ addresses: ['a@x.example', 'b@x.example', 'c@y.example'], others: [] })
  expect(addressesIn('"Jansen, Bep" <b@x.example>\nJan de Vries <j@x.example>; <k@x.example>')).toEqual({ addresses: ['b@x.example', 'j@x.example', 'k@x.example'], others: [] })
})

test('what is no address is told as it was written', () => {
  expect(addressesIn('a@x.example\nbep@gemeente, jan.x.example; <piet>')).toEqual({ addresses: ['a@x.example'], others: ['bep@gemeente', 'jan.x.example', 'piet'] })
  expect(addressesIn('a@@x.example')).toEqual({ addresses: [], others: ['a@@x.example'] })
})

test('an empty text gives nothing', () => {
  expect(addressesIn(' \n,')).toEqual({ addresses: [], others: [] })
})
