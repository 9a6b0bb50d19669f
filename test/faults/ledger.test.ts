// SPDX-License-Identifier: EUPL-1.2
import { afterAll, describe, expect, inject, test } from 'vitest';
import { backends } from '../support/queues.ts';
import { chosenSeed, createChance } from './chance.ts';
import { kinds } from './kinds.ts';
import { killMigrations } from './migration-killed.ts';
import { complaints, type Report, tableOf } from './report.ts';
import { runScenario, type Scenario } from './scenario.ts';

// One or two faults of each kind, one after the other on the same installation. Twenty of each, and more writers: ledger.long.ts.

const writers = 6;

const seed = chosenSeed();

describe(`acknowledged writes (FAULTS_SEED=${seed})`, { timeout: 600_000 }, () => {
  const reports: Report[] = [];
  afterAll(() => console.log(tableOf(reports)));

  async function survives(scenario: Scenario): Promise<void> {
    const report = await runScenario(scenario);
    reports.push(report);
    expect(complaints(report)).toEqual({});
    expect(report.present).toBe(report.acknowledged);
    // Too few would prove nothing.
    expect(report.acknowledged).toBeGreaterThan(50);
  }

  test.each(backends)('are there once, with all that follows from them, whatever was killed, flushed, slow or late, with queues in %s', async (backend) => {
    const possible = kinds.filter((kind) => kind.backends.includes(backend) && kind.smallDisk !== true).map(({ fault }) => fault);
    await survives({ name: 'one of each', backend, faults: createChance(seed).shuffled(possible), writers, seed });
  });

  test('are there once after the disk was full', async () => {
    const full = kinds.filter(({ smallDisk }) => smallDisk === true).map(({ fault }) => fault);
    await survives({ name: 'disk full', backend: 'PostgreSQL', faults: full, seed, smallDisk: true });
  });
});

test('a migration that was killed half-way is completed by the next run', { timeout: 60_000 }, async () => {
  const report = await killMigrations({ adminUrl: inject('pgAdminUrl'), socketDir: inject('pgSocketDir') }, 2, createChance(seed));
  expect(report).toEqual({ killed: 2, midway: expect.any(Number) as number, different: [] });
});
