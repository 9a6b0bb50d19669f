// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../web/i18n/en.ts'
import type { Message } from '../../web/i18n/messages.ts'
import { nl } from '../../web/i18n/nl.ts'

const holes = (message: Message): string[] => {
  const texts = typeof message === 'string' ? [message] : [message.one, message.other]
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')))].sort()
}

test('both languages fill in the same things', () => {
  for (const [key, message] of Object.entries(nl)) expect([key, holes(en[key as keyof typeof nl])]).toEqual([key, holes(message)])
})

test('no word is left that no screen uses', () => {
  const root = join(import.meta.dirname, '../../web')
  const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('i18n/nl') && !name.startsWith('i18n/en') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n')
  const built = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map((found) => found[1] ?? '')
  const unused = Object.keys(nl).filter((key) => !code.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)))
  expect(unused).toEqual([])
})
