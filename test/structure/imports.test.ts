// SPDX-License-Identifier: EUPL-1.2
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

async function violations(folders: string[]): Promise<{ names: string[]; modules: number }> {
  const { forbidden, options } = configuration as { forbidden: []; options: object };
  const { output } = await cruise(folders, { ...options, validate: true, ruleSet: { forbidden } });
  const result = output as ICruiseResult;
  return { names: result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`), modules: result.summary.totalCruised };
}

test('imports go from right to left, through the public doors only', async () => {
  const { names, modules } = await violations(['server', 'migrations', 'scripts', 'web', 'federation']);
  expect(names).toEqual([]);
  // A parser that understands nothing finds no violations either.
  expect(modules).toBeGreaterThan(100);
});

test('the rules still bite: each violation in the canary folder is found', async () => {
  const { names } = await violations(['test/structure/canary']);
  expect(names).toEqual(
    expect.arrayContaining([
      'nothing-to-the-right-of-people: test/structure/canary/server/people/looks-right.ts',
      'only-the-public-door: test/structure/canary/server/notifications/by-the-window.ts',
      'web-stands-alone: test/structure/canary/web/reaches-in.ts',
    ]),
  );
});
