// SPDX-License-Identifier: EUPL-1.2
import { expect, test, vi } from 'vitest'
import type { Me, Post } from '../../api/types.ts'

vi.stubGlobal('customElements', { define: () => undefined, get: () => undefined })
vi.stubGlobal('HTMLElement', class {})
const { reach } = await import('./reactions.ts')

const post = (access: string, react: boolean): Post => ({ can: { react }, building: { slug: 'haven', access } }) as unknown as Post
const person = (...slugs: string[]): Me => ({ buildings: slugs.map((slug) => ({ slug })) }) as unknown as Me

test('who reads along in an open building may join to react', () => {
  expect(reach(post('open', false), person('elders'))).toBe('joins')
})

test('guests and readers of closed buildings are not offered it', () => {
  expect(reach(post('open', false), null)).toBe('reads')
  expect(reach(post('closed', false), person())).toBe('reads')
})

test('members react, also when the post was fetched before they joined', () => {
  expect(reach(post('open', true), person('haven'))).toBe('reacts')
  expect(reach(post('open', false), person('haven'))).toBe('reacts')
})
