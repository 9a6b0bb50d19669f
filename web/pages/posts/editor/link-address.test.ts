// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { addressOf } from './link-address.ts'

test('an address without a scheme is meant as https', () => {
  expect(addressOf(' plein.example/x ')).toBe('https://plein.example/x')
  expect(addressOf('post@plein.example')).toBe('mailto:post@plein.example')
  expect(addressOf('http://plein.example')).toBe('http://plein.example')
  expect(addressOf('/buildings')).toBe('/buildings')
})

test('a scheme that runs code is refused', () => {
  expect(addressOf('javascript:alert(1)')).toBeNull()
  expect(addressOf('data:text/html,x')).toBeNull()
})
