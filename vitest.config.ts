// SPDX-License-Identifier: EUPL-1.2
import { defineConfig, type TestUserConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.ts';

/** Of every run, short or long. */
export const settings: TestUserConfig = {
  globalSetup: ['test/support/global-setup.ts'],
  pool: 'forks',
  sequence: { sequencer: SlowestFirst },
  // Wide, for machines that are slow or busy: nothing is judged by the time it takes.
  testTimeout: 120_000,
  hookTimeout: 180_000,
};

const include = ['test/**/*.test.ts', 'server/**/*.test.ts', 'federation/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts'];
/** Those that take minutes, open several instances or browsers, or put something else in the place of what a process has once: a module, a global. */
const alone = [
  'test/{browser,faults,federation,fleet,start}/**/*.test.ts',
  'test/api/{buildings-access,fuzz,hostile-*,leaks*,outbox,week}.test.ts',
  'server/platform/outside/post-outside.test.ts',
  'web/components/{field/form-state,post-card/reactions}.test.ts',
  'web/state/live.test.ts',
];

export default defineConfig({
  test: {
    ...settings,
    // Twice as many as a small machine has cores: a good part of the time of some is waiting.
    maxWorkers: 4,
    // Loading the server takes longer than the tests of many a file, so the others follow each other in one process.
    projects: [
      { extends: true, test: { name: 'alone', include: alone, globalSetup: [] } },
      { extends: true, test: { name: 'together', include, exclude: alone, isolate: false, globalSetup: [] } },
    ],
  },
});
