// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { mayConcern } from './may-concern.ts'

test('a change that names no building may be about this one', () => {
  expect(mayConcern({ event: 'membership.changed', data: {} }, 'here')).toBe(true)
  expect(mayConcern({ event: 'reset', data: {} }, 'here')).toBe(true)
})

test('a change elsewhere, or of something else, is not', () => {
  expect(mayConcern({ event: 'membership.changed', data: { placeId: 'here' } }, 'here')).toBe(true)
  expect(mayConcern({ event: 'membership.changed', data: { placeId: 'there' } }, 'here')).toBe(false)
  expect(mayConcern({ event: 'counters', data: {} }, 'here')).toBe(false)
})
