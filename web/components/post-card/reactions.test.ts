// SPDX-License-Identifier: EUPL-1.2
import { expect, test, vi } from 'vitest'
import type { Me, Post } from '../../api/types.ts'

vi.stubGlobal('customElements', { define: () => undefined, get: () => undefined })
vi.stubGlobal('HTMLElement', class {})
const { mayJoinToReact } = await import('./reactions.ts')

const post = (access: string, react: boolean): Post => ({ can: { react }, building: { slug: 'haven', access } }) as unknown as Post
const person = (...slugs: string[]): Me => ({ buildings: slugs.map((slug) => ({ slug })) }) as unknown as Me

test('who reads along in an open building may join to react', () => {
  expect(mayJoinToReact(post('open', false), person('elders'))).toBe(true)
})

test('guests, members and readers of closed buildings are not offered it', () => {
  expect(mayJoinToReact(post('open', false), null)).toBe(false)
  expect(mayJoinToReact(post('open', false), person('haven'))).toBe(false)
  expect(mayJoinToReact(post('open', true), person('haven'))).toBe(false)
  expect(mayJoinToReact(post('closed', false), person())).toBe(false)
})
