// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { toMarkdown, type RichNode } from './to-markdown.ts'

const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const text = (value: string, ...marks: string[]): RichNode => ({ type: 'text', text: value, marks: marks.map((type) => ({ type })) })
const document = (...content: RichNode[]): RichNode => ({ type: 'doc', content })

test('headings, paragraphs and marks become their Markdown signs', () => {
  const doc = document({ type: 'heading', attrs: { level: 2 }, content: [text('Waarom')] }, paragraph(text('Dit is '), text('belangrijk', 'bold'), text(' en '), text('mooi', 'italic'), text('.')))
  expect(toMarkdown(doc)).toBe('## Waarom\n\nDit is **belangrijk** en *mooi*.')
})

test('signs stay against the word when a space was marked with it', () => {
  expect(toMarkdown(document(paragraph(text('Zeer ', 'bold'), text('groot'))))).toBe('**Zeer** groot')
})

test('a list within a list is indented below its item', () => {
  const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content })
  const doc = document({ type: 'orderedList', attrs: { start: 1 }, content: [item(paragraph(text('een')), { type: 'bulletList', content: [item(paragraph(text('a')))] }), item(paragraph(text('twee')))] })
  expect(toMarkdown(doc)).toBe('1. een\n   - a\n2. twee')
})

test('a quote of two paragraphs stays one quote', () => {
  expect(toMarkdown(document({ type: 'blockquote', content: [paragraph(text('een')), paragraph(text('twee'))] }))).toBe('> een\n> \n> twee')
})

test('what looks like Markdown but is not, is escaped', () => {
  expect(toMarkdown(document(paragraph(text('1. geen lijst, 2*3 en [haakjes]'))))).toBe('\\1. geen lijst, 2\\*3 en \\[haakjes\\]')
})

test('links keep their address', () => {
  const link: RichNode = { type: 'text', text: 'Plein', marks: [{ type: 'link', attrs: { href: 'https://plein.example/' } }] }
  expect(toMarkdown(document(paragraph(link)))).toBe('[Plein](https://plein.example/)')
})
