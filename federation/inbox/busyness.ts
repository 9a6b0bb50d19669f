// SPDX-License-Identifier: EUPL-1.2

const SAMPLE_MS = 250;

/** What part of its time the event loop of this process was busy a moment ago, 0 to 1. Measured when it is asked, so that it costs nothing else. */
export function createBusyness(): () => number {
  let before = performance.eventLoopUtilization();
  let at = performance.now();
  let busy = 0;
  return () => {
    if (performance.now() - at < SAMPLE_MS) return busy;
    const now = performance.eventLoopUtilization();
    busy = performance.eventLoopUtilization(now, before).utilization;
    before = now;
    at = performance.now();
    return busy;
  };
}
