// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';
import { settings } from './vitest.config.ts';

/** What takes too long for every change: the same scenarios as in npm test, with many more faults and requests. */
export default defineConfig({ test: { ...settings, include: ['test/**/*.long.ts'], fileParallelism: false, testTimeout: 30 * 60_000 } });
