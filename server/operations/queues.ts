// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { NotFound } from '../platform/http/problem.ts';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor } from '../platform/http/paging.ts';
import { type QueueName, queueNames, queues } from '../platform/jobs/jobs.ts';

export interface QueueState {
  name: QueueName;
  waiting: number;
  active: number;
  failed: number;
  delayed: number;
  oldestSeconds: number | null;
  attempts: number;
}

export interface ScheduleState {
  name: string;
  queue: QueueName;
  everySeconds: number;
  nextAt: string | null;
}

export interface FailedJob {
  id: string;
  name: string;
  data: Record<string, string>;
  reason: string;
  attempts: number;
  failedAt: string | null;
}

export function queueStates({ jobs, clock }: Pick<Deps, 'jobs' | 'clock'>): Promise<QueueState[]> {
  return Promise.all(
    queueNames.map(async (name) => {
      const queue = jobs.queue(name);
      const [counts, [oldest]] = await Promise.all([queue.getJobCounts('waiting', 'active', 'failed', 'delayed'), queue.getJobs(['waiting'], 0, 0, true)]);
      const age = oldest === undefined ? null : Math.max(0, (clock.now().getTime() - oldest.timestamp) / 1000);
      return { name, waiting: counts['waiting'] ?? 0, active: counts['active'] ?? 0, failed: counts['failed'] ?? 0, delayed: counts['delayed'] ?? 0, oldestSeconds: age, attempts: queues[name].attempts };
    }),
  );
}

/** What is done once per period, by name. */
export async function scheduleStates({ jobs }: Pick<Deps, 'jobs'>): Promise<ScheduleState[]> {
  const perQueue = await Promise.all(
    queueNames.map(async (queue) =>
      (await jobs.queue(queue).getJobSchedulers()).map(({ key, every, next }) => ({
        name: key,
        queue,
        // BullMQ keeps numbers as text on one of its backends.
        everySeconds: Number(every ?? 0) / 1_000,
        nextAt: next === undefined ? null : new Date(Number(next)).toISOString(),
      })),
    ),
  );
  return perQueue.flat().toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** What was set aside after all its attempts, newest first. The queue numbers its jobs, so the cursor is a number too. */
export async function failedJobs({ jobs }: Pick<Deps, 'jobs'>, name: QueueName, page: { limit?: number; cursor?: string }): Promise<{ items: FailedJob[]; next: string | null }> {
  const limit = page.limit ?? DEFAULT_LIMIT;
  const start = Math.max(0, Number(decodeCursor(page.cursor, ['integer'])?.[0] ?? 0));
  const found = await jobs.queue(name).getJobs(['failed'], start, start + limit, false);
  const items = found.slice(0, limit).map((job) => ({
    id: job.id ?? '',
    name: job.name,
    data: job.data,
    reason: (job.failedReason ?? '').slice(0, 500),
    attempts: job.attemptsMade,
    failedAt: job.finishedOn === undefined || job.finishedOn === null ? null : new Date(job.finishedOn).toISOString(),
  }));
  return { items, next: found.length > limit ? encodeCursor([start + limit]) : null };
}

/** Gives a job that was set aside its attempts again. */
export async function retryJob({ jobs }: Pick<Deps, 'jobs'>, name: QueueName, jobId: string): Promise<void> {
  const job = await jobs.queue(name).getJob(jobId);
  if (job === undefined || !(await job.isFailed())) throw new NotFound();
  await job.retry('failed');
}
