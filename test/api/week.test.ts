// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { judge, tableOf } from '../support/week/judge.ts';
import { liveAWeek } from '../support/week/scenario.ts';

// WEEK_SEED repeats a week, WEEK_TABLE names a file for the table of what was told. The whole week: week.long.ts.

const seed = Number(process.env['WEEK_SEED'] ?? 20261122);

test(`a week in the life is told as it ought to be: each thing once, where and when somebody wants it (WEEK_SEED=${seed})`, { timeout: 600_000 }, async () => {
  const week = await liveAWeek({ people: 30, groups: 5, posts: 200 }, seed);
  console.log(JSON.stringify({ ...week.counts, tellings: week.seen.length, ...week.unsaid }));
  const file = process.env['WEEK_TABLE'];
  if (file !== undefined) await writeFile(file, tableOf(week));
  expect(judge(week)).toEqual({ toldTwice: [], toldWrongly: [], missed: [], unexpected: [], lopsided: [] });
  // Too little would prove nothing.
  expect(week.seen.filter(({ by }) => by === 'mail').length).toBeGreaterThan(40);
  expect(week.seen.filter(({ by }) => by === 'digest').length).toBeGreaterThan(150);
});
