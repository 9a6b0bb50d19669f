// SPDX-License-Identifier: EUPL-1.2
import { defineConfig, mergeConfig } from 'vitest/config';
import everyTime from './vitest.config.ts';

/** What takes too long for every change: the same scenarios as in npm test, with many more faults and requests. */
export default mergeConfig(
  defineConfig({ test: { ...everyTime.test, include: [] } }),
  defineConfig({ test: { include: ['test/**/*.long.ts'], fileParallelism: false, testTimeout: 30 * 60_000 } }),
);
