// SPDX-License-Identifier: EUPL-1.2
import { Histogram } from 'prom-client';

/** How long jobs take in this process. In no registry until the one of `/metrics` takes it. */
export const jobTimes = new Histogram({
  name: 'plein_job_seconds',
  help: 'Time of jobs by queue, name and outcome.',
  labelNames: ['queue', 'name', 'outcome'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
  registers: [],
});

/** Lets a handler run, and notes how long it took and whether it failed. */
export async function timeJob(queue: string, name: string, work: () => Promise<void>): Promise<void> {
  const end = jobTimes.startTimer({ queue, name });
  try {
    await work();
    end({ outcome: 'done' });
  } catch (error) {
    end({ outcome: 'failed' });
    throw error;
  }
}
