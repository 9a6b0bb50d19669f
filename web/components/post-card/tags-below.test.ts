// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { tagsBelow } from './tags-below.ts'

const post = { tags: ['woo', 'café'], html: '<p>Over <a href="/tags/woo" rel="tag" class="tag">#Woo</a> en woorden</p>' }

test('a tag that stands in the text is not named again below it', () => {
  expect(tagsBelow(post, false)).toEqual(['café'])
  expect(tagsBelow({ ...post, html: '<a href="/tags/caf%C3%A9" rel="tag" class="tag">#café</a> <a href="/tags/woo-verzoek" rel="tag" class="tag">#woo-verzoek</a>' }, false)).toEqual(['woo'])
})

test('below a text that is cut off every tag is named', () => {
  expect(tagsBelow(post, true)).toEqual(['woo', 'café'])
})
