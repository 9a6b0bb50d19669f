// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { ALIKE, likeness, LIKELY_THE_SAME } from './likeness.ts';
import { isSlip, stem } from './words.ts';

const named = (name: string, summary = '') => ({ name, summary });

test.each([
  ['wijken', 'wijk'], ['scholen', 'school'], ['huizen', 'huis'], ['brieven', 'brief'], ['plannen', 'plan'], ['gemeentes', 'gemeente'], ['gemeenten', 'gemeente'], ['daken', 'dak'], ['teams', 'team'],
])('%s and %s are one word', (plural, singular) => {
  expect(stem(plural)).toBe(stem(singular));
});

test.each([['2026', '2027'], ['oost', 'west'], ['wmo', 'woo'], ['jeugd', 'jeuk']])('%s is no slip of the pen for %s', (one, other) => {
  expect(isSlip(one, other)).toBe(false);
});

test('is the same both ways, and whole for itself', () => {
  expect(likeness(named('Zorg/WMO'), named('WMO-zorg'))).toBe(1);
  expect(likeness(named('WMO-zorg'), named('Zorg/WMO'))).toBe(1);
  expect(likeness(named('Één plein'), named('een PLEIN'))).toBe(1);
});

test('an addition that says little keeps two names likely the same, one that says much does not', () => {
  expect(likeness(named('Inkoop'), named('Netwerk inkoop'))).toBeGreaterThanOrEqual(LIKELY_THE_SAME);
  expect(likeness(named('Inkoop'), named('Inkoop sociaal domein'))).toBeLessThan(LIKELY_THE_SAME);
});

test('a word that is being typed is taken for the beginning of one, a finished one is not', () => {
  expect(likeness(named('Statieg'), named('Statiegeldacties'), true)).toBeGreaterThanOrEqual(ALIKE);
  expect(likeness(named('Statieg'), named('Statiegeldacties'))).toBeLessThan(ALIKE);
});

test('names without a word that counts are like nothing', () => {
  expect(likeness(named('!!!'), named('Zorg'))).toBe(0);
  expect(likeness(named(''), named(''))).toBe(0);
});
