// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { draftPlace } from './draft-place.ts'

test('each box keeps its own text: the square, a building, a thread and each answer in it', () => {
  const root = { id: 'r' }
  const places = [draftPlace(null, null), draftPlace(null, { slug: 'haven' }), draftPlace({ root, inReplyTo: null }, null), draftPlace({ root, inReplyTo: 'a' }, null), draftPlace({ root, inReplyTo: 'b' }, null)]
  expect(new Set(places).size).toBe(5)
  expect(draftPlace({ root, inReplyTo: 'r' }, null)).toBe(draftPlace({ root, inReplyTo: null }, null))
})
