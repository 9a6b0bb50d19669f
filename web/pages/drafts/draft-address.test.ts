// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { draftAddress, excerptOf } from './draft-address.ts'

test('a draft is gone on with where it was begun', () => {
  expect(draftAddress({ id: 'd', kind: 'message', buildingSlug: 'wmo' })).toBe('/buildings/wmo?draft=d')
  expect(draftAddress({ id: 'd', kind: 'message', buildingSlug: 'wmo', inReplyTo: 'p' })).toBe('/posts/p?draft=d')
  expect(draftAddress({ id: 'd', kind: 'article', buildingSlug: 'wmo' })).toBe('/write?draft=d')
})

test('a draft whose building is gone opens where another can be chosen', () => {
  expect(draftAddress({ id: 'd', kind: 'question', buildingSlug: null })).toBe('/write?draft=d')
})

test('an excerpt ends at a word', () => {
  const body = `${'woord '.repeat(20)}`
  expect(excerptOf({ body, format: 'markdown' })).toMatch(/^(woord )+woord…$/)
})
