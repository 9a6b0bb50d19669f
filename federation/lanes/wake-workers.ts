// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';

/** A job for a hundred wake-ups: what is to be done stands in the database, and whoever takes the job looks there. */
const EVERY_MS = 100;

const under = new WeakMap<object, Set<string>>();

/**
 * Lets a worker, of whatever process, run a schedule now. A job that is lost costs nothing but time: the schedule comes by itself.
 * @param schedule its name; its queue is `federate`
 */
export function wakeWorkers({ jobs, log }: Pick<Deps, 'jobs' | 'log'>, schedule: string): void {
  const waiting = under.get(jobs) ?? new Set<string>();
  under.set(jobs, waiting);
  if (waiting.has(schedule)) return;
  waiting.add(schedule);
  setTimeout(() => {
    waiting.delete(schedule);
    jobs.addAll('federate', [{ name: schedule, data: {}, id: `${schedule}-${newId()}` }]).catch((error: unknown) => log.debug({ err: error, schedule }, 'waking workers'));
  }, EVERY_MS).unref();
}
