// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { Post } from '../../api/types.ts'
import { dropKept, keepFeed, lookAgain, replaceKept, takeFeed } from './feed-memory.ts'

const post = (id: string, replyCount = 0): Post => ({ id, replyCount }) as Post
const state = (...items: Post[]) => ({ items, next: null, automatic: 0, marker: null })

test('a feed is given back once, and only to the step of the history that it was left at', () => {
  keepFeed('0 /', state(post('a')))
  expect(takeFeed('1 /')).toBeNull()
  expect(takeFeed('0 /')?.items).toEqual([post('a')])
  expect(takeFeed('0 /')).toBeNull()
})

test('no more than ten are kept', () => {
  for (let step = 0; step < 12; step += 1) keepFeed(`${step} /`, state())
  expect(takeFeed('1 /')).toBeNull()
  expect(takeFeed('2 /')).not.toBeNull()
})

test('a post that was changed or deleted elsewhere is so in a feed that waits', () => {
  keepFeed('0 /', state(post('a'), post('b')))
  replaceKept(post('a', 3))
  dropKept(post('b'))
  expect(takeFeed('0 /')?.items).toEqual([post('a', 3)])
})

test('looking again takes over what changed, leaves out what is gone, and tells what is new', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => post(id))
  expect(lookAgain(items, [post('new'), post('a', 2), post('c')])).toEqual({ items: [post('a', 2), post('c'), post('d')], fresh: ['new'] })
  expect(lookAgain(items, [post('x'), post('y')])).toBeNull()
  expect(lookAgain(items, [])).toBeNull()
})
