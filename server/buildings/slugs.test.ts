// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { isReserved, SLUG_MAX, SLUG_PATTERN, slugOf } from './slugs.ts';

test.each([
  ['Jeugd & Gezin (regio)', 'jeugd-gezin-regio'],
  ['  Omgevingswet  ', 'omgevingswet'],
  ['Coördinatie Één loket', 'coordinatie-een-loket'],
  ["Foto's van 's-Hertogenbosch", 'fotos-van-s-hertogenbosch'],
  ['!!!', ''],
  ['Работа', ''],
  ['Werkgroep duurzame schoolgebouwen en sportvoorzieningen', 'werkgroep-duurzame-schoolgebouwen-en'],
  [`${'a'.repeat(SLUG_MAX + 3)} b`, 'a'.repeat(SLUG_MAX)],
  [`${'a'.repeat(SLUG_MAX - 1)} b`, 'a'.repeat(SLUG_MAX - 1)],
])('the address of %j is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  if (slug !== '') expect(slug).toMatch(new RegExp(SLUG_PATTERN));
});

test.each(['new', 'api', 'ap', 'admin', 'slug-proposals', 'similar'])('%s is reserved', (slug) => {
  expect(isReserved(slug)).toBe(true);
});
