// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { writtenOut } from './abbreviations.ts';
import { stemOf } from './stem.ts';

test.each([
  ['huis', 'huizen'], ['brief', 'brieven'], ['vergadering', 'vergaderingen'], ['vergaderen', 'vergadering'], ['gemeente', 'gemeenten'], ['school', 'scholen'], ['plan', 'plannen'], ['stad', 'steden'],
  ['raadslid', 'raadsleden'], ['mogelijkheid', 'mogelijkheden'], ['subsidie', 'subsidies'], ['wethouder', 'wethouders'], ['regel', 'regels'], ['nieuw', 'nieuwe'], ['groot', 'grote'], ['telefoon', 'telefoontjes'], ['boom', 'bomen'],
])('%s and %s are forms of one word', (one, other) => {
  expect(stemOf(other)).toBe(stemOf(one));
});

test('any ending, and any end of a word, has a stem', () => {
  for (const word of ['gebiedtje', 'kaartje', 'pontjes', 'verlichtingen', 'heden', 'categorieen']) {
    for (let at = 0; at < word.length; at++) for (let end = at + 1; end <= word.length; end++) expect(stemOf(word.slice(at, end)).length).toBeGreaterThan(0);
  }
});

test('words that every object knows are words', () => {
  for (const word of ['constructor', 'valueof', 'tostring', '__proto__', 'hasownproperty']) {
    expect(typeof stemOf(word)).toBe('string');
    expect(writtenOut(word)).toEqual([]);
  }
});
