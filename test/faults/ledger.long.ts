// SPDX-License-Identifier: EUPL-1.2
import { afterAll, describe, expect, test } from 'vitest';
import { chosenSeed } from './chance.ts';
import { kinds } from './kinds.ts';
import { complaints, type Report, tableOf } from './report.ts';
import { runScenario } from './scenario.ts';

const seed = chosenSeed();
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
