// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { withoutSecrets } from '../log.ts';
import { preferredLocale } from './app.ts';

test.each([
  [undefined, 'nl'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
  ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
  ['nl;q=0.5, en;q=0.9', 'en'],
  ['de, fr', 'nl'],
  ['*', 'nl'],
])('who sends Accept-Language %s reads %s', (header, locale) => expect(preferredLocale(header)).toBe(locale));

test('values of query parameters stay out of the log: they may be secrets or what people search for', () => {
  expect(withoutSecrets('/confirm?token=abc&next=/x')).toBe('/confirm?token=…&next=…');
  expect(withoutSecrets('/buildings')).toBe('/buildings');
});
