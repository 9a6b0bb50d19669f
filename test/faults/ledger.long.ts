// SPDX-License-Identifier: EUPL-1.2
import { afterAll, describe, expect, inject, test } from 'vitest';
import { chosenSeed, createChance } from './chance.ts';
import { kinds } from './kinds.ts';
import { killMigrations } from './migration-killed.ts';
import { complaints, type Report, tableOf } from './report.ts';
import { runScenario } from './scenario.ts';

const seed = chosenSeed();
/** Of each kind, shared between the queues it is tried with. */
const FAULTS = Number(process.env['FAULTS_EACH'] ?? '20');

describe(`acknowledged writes (FAULTS_SEED=${seed})`, () => {
  const reports: Report[] = [];
  afterAll(() => console.log(tableOf(reports)));

  const runs = kinds.flatMap(({ fault, backends, smallDisk }) => backends.map((backend) => ({ name: fault.name, fault, backend, smallDisk: smallDisk === true, times: Math.ceil(FAULTS / backends.length) })));
  test.each(runs)('are there once, with all that follows from them, after: $name, $backend', async ({ name, fault, backend, smallDisk, times }) => {
    const report = await runScenario({ name, backend, smallDisk, faults: Array.from({ length: times }, () => fault), seed });
    reports.push(report);
    console.log(tableOf([report]));
    expect(complaints(report)).toEqual({});
    expect(report.present).toBe(report.acknowledged);
  });
});

test('a migration that was killed half-way is completed by the next run', async () => {
  const report = await killMigrations({ adminUrl: inject('pgAdminUrl'), socketDir: inject('pgSocketDir') }, FAULTS, createChance(seed));
  console.log(`migration killed: ${report.killed} of ${FAULTS}, ${report.midway} of them in the midst of a statement or transaction; completed and as usual after the next run: ${report.killed - report.different.length}`);
  expect(report).toEqual({ killed: FAULTS, midway: expect.any(Number) as number, different: [] });
  expect(report.midway).toBeGreaterThan(0);
});
