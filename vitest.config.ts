// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'server/**/*.test.ts', 'federation/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // One more than a small machine has cores: a good part of the time of some is waiting.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    // Wide, for machines that are slow or busy: nothing is judged by the time it takes.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
