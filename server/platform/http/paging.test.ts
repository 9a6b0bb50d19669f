// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { decodeCursor, decodeMomentCursor, encodeCursor, pageOf } from './paging.ts';
import { BadInput } from './problem.ts';

test('a cursor comes back as it went', () => {
  const key = ['2026-11-20T10:00:00.000Z', '0198c3a1-0000-7000-8000-000000000001'] as const;
  expect(decodeCursor(encodeCursor(key), ['moment', 'id'])).toEqual(key);
  expect(decodeMomentCursor(encodeCursor(key))).toEqual({ moment: new Date(key[0]), id: key[1] });
  expect(decodeCursor(undefined, ['text'])).toBeNull();
  expect(decodeCursor('', ['text'])).toBeNull();
});

test.each(['x', 'bnVsbA', encodeCursor(['a']), encodeCursor(['no date', '0198c3a1-0000-7000-8000-000000000001']), encodeCursor(['2026-11-20T10:00:00.000Z', "'; drop table post"]), encodeCursor(['2026-11-20T10:00:00.000Z', '-'.repeat(36)]), encodeCursor(['2026', '0198c3a1-0000-7000-8000-000000000001']), encodeCursor(['2026-02-30T00:00:00.000Z', '0198c3a1-0000-7000-8000-000000000001']), encodeCursor(['0000-01-01T00:00:00.000Z', '0198c3a1-0000-7000-8000-000000000001'])])(
  'a cursor that is not ours is refused: %s',
  (cursor) => expect(() => decodeMomentCursor(cursor)).toThrow(BadInput),
);

test('a page knows whether there is more', () => {
  expect(pageOf([1, 2, 3], 2, String, (row) => [row])).toEqual({ items: ['1', '2'], next: encodeCursor([2]) });
  expect(pageOf([1, 2], 2, String, (row) => [row])).toEqual({ items: ['1', '2'], next: null });
  expect(pageOf([], 2, String, () => [])).toEqual({ items: [], next: null });
});
