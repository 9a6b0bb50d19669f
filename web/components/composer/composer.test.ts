// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { audiencesFor, inferKind } from './inference.ts'
import { mentionAt } from '../mention-list/mention-at.ts'
import { tagOf } from '../tags-input/tag-of.ts'
import { themesNamed } from './themes-named.ts'
import { initials } from '../avatar/initials.ts'

test('a text that asks is a question', () => {
  expect(inferKind('Wie heeft een verordening?\n\nWij zoeken er een.')).toBe('question')
  expect(inferKind('Wij zoeken een verordening.\n\nWie heeft er een?')).toBe('question')
  expect(inferKind('De offerte is binnen.')).toBe('message')
})

test('outside an open building only its members can be the readers', () => {
  expect(audiencesFor({ access: 'open', slug: 'wmo' }, true)).toEqual(['public', 'staff', 'members'])
  expect(audiencesFor({ access: 'open', slug: 'wmo' }, false)).toEqual(['public', 'members'])
  expect(audiencesFor({ access: 'closed', slug: 'wmo' }, true)).toEqual(['members'])
  expect(audiencesFor({ access: 'hidden', slug: 'wmo' }, true)).toEqual(['members'])
})

test('what is for the civil servants of a square is not offered in a building of another', () => {
  expect(audiencesFor({ access: 'open', slug: 'wmo@plein.voorbeeld.example' }, true)).toEqual(['public', 'members'])
})

test('a name after an @ at the start of a word is proposed, an e-mail address is not', () => {
  expect(mentionAt('Dag @sann', 9)).toEqual({ query: 'sann', start: 4 })
  expect(mentionAt('@raad', 5)).toEqual({ query: 'raad', start: 0 })
  expect(mentionAt('mail mij@sann', 13)).toBeNull()
  expect(mentionAt('Dag @sanne en', 13)).toBeNull()
})

test('what is typed becomes a tag', () => {
  expect(tagOf(' #Wmo & Jeugd ')).toBe('wmo-jeugd')
  expect(tagOf('Coördinatie')).toBe('coördinatie')
  expect(tagOf('##')).toBe('')
})

test('initials are those of the first and the last word', () => {
  expect(initials('Sanne van Voorbeeld')).toBe('SV')
  expect(initials('Pim')).toBe('P')
  expect(initials('  ')).toBe('?')
})

test('a question names a theme by any of its names, as whole words; the longest name comes first', () => {
  const theme = (name: string, ...synonyms: string[]) => ({ id: name, slug: name, name, synonyms, url: '' })
  const all = [theme('Wonen'), theme('Jeugd en gezin', 'Jeugdzorg'), theme('Energietransitie', 'Van gas los'), theme('Woo')]
  const names = (text: string) => themesNamed(text, all).map(({ name }) => name)
  expect(names('Wie kent een regeling voor jeugdzorg, en voor wonen?')).toEqual(['Jeugd en gezin', 'Wonen'])
  expect(names('Hoe gaan jullie “van gas los”?')).toEqual(['Energietransitie'])
  expect(names('Is een woonwagen een woning?')).toEqual([])
  expect(names('WÓÓ: wat publiceren jullie?')).toEqual(['Woo'])
})
