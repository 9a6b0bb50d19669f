// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { isOnlyAdmin } from './leave-building.ts'

test('only the last admin is asked for a successor at once', () => {
  const mine = { id: 'm', role: 'admin' } as const
  expect(isOnlyAdmin(mine, [{ id: 'm' }])).toBe(true)
  expect(isOnlyAdmin(mine, [{ id: 'm' }, { id: 'n' }])).toBe(false)
  expect(isOnlyAdmin(mine, [])).toBe(false)
  expect(isOnlyAdmin({ id: 'm', role: 'member' }, [{ id: 'm' }])).toBe(false)
})
