// SPDX-License-Identifier: EUPL-1.2

/** What the start of the house uses of operations. */
export { type MetricsServer, startMetrics } from './metrics.ts';
