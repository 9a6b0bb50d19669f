// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { Post } from '../../api/types.ts'
import { strandsOf } from './thread-order.ts'

// Only these two fields are looked at.
const reply = (id: string, inReplyTo: string | null): Post => ({ id, inReplyTo }) as Post
const shape = (replies: Post[]): [string, string[]][] => strandsOf(replies, 'root').map((strand) => [strand.reply.id, strand.answers.map((one) => one.id)])

test('answers stand below the reply they began at, however deep, in the order of writing', () => {
  expect(shape([reply('a', 'root'), reply('b', 'root'), reply('a1', 'a'), reply('b1', 'b'), reply('a2', 'a1')])).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ])
})

test('an answer to what is not here stands on its own', () => {
  expect(shape([reply('x', 'gone'), reply('y', 'x')])).toEqual([['x', ['y']]])
})

test('replies that answer each other in a ring do not hang the page', () => {
  expect(shape([reply('a', 'b'), reply('b', 'a')]).flatMap(([top, answers]) => [top, ...answers]).sort()).toEqual(['a', 'b'])
})
