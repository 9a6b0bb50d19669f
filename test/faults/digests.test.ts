// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { backends } from '../support/queues.ts';
import { chosenSeed } from './chance.ts';
import { tellThroughFaults } from './digest-scenario.ts';

// A few rounds on each backend; twenty of each: digests.long.ts.

const seed = chosenSeed();

test.each(backends)(`everybody is told everything once, whatever is killed in mid-digest, with queues in %s (FAULTS_SEED=${seed})`, { timeout: 600_000 }, async (backend) => {
  const report = await tellThroughFaults(backend, 2, seed);
  console.log(JSON.stringify(report));
  expect(report).toMatchObject({ kills: 2, lost: [], doubled: [] });
  // Four mails at a time may be on their way when a worker dies.
  expect(report.acknowledgedAgain).toBeLessThanOrEqual(report.kills * 4);
});
