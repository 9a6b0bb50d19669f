// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { domainsIn } from './domains-in.ts'

test('domains may be written with or without what stands before the @', () => {
  expect(domainsIn('Zuiderdam.nl, @raad.zuiderdam.nl info@zuiderdam.nl')).toEqual(['zuiderdam.nl', 'raad.zuiderdam.nl'])
})
