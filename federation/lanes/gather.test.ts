// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

test('asks once for all that come while it is busy, and gives each its own answer', async () => {
  const asked: number[][] = [];
  const double = gather<number, number>(async (list) => {
    asked.push([...list]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return list.map((each) => each * 2);
  }, 3);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

test('fails for those who asked together, and goes on for who comes later', async () => {
  const ask = gather<number, number>(async (list) => {
    if (list.includes(0)) throw new Error('no');
    return list;
  }, 10);
  await expect(Promise.all([ask(0), ask(1)])).rejects.toThrow('no');
  expect(await ask(2)).toBe(2);
});
