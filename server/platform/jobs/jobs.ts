// SPDX-License-Identifier: EUPL-1.2
import { type Job, type JobsOptions, Queue, Worker } from 'bullmq';
import { createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';

/** Queues by purpose, so that a backlog in one holds up no other. */
export const queueNames = ['live', 'notify', 'mail', 'housekeeping'] as const;
export type QueueName = (typeof queueNames)[number];

/** Ids only: a handler looks the thing up and bears its absence. */
export type JobData = Record<string, string>;

export interface JobToAdd {
  name: string;
  data: JobData;
  /** The same id is added once. No colons (BullMQ). */
  id: string;
}

export interface Jobs {
  queue(name: QueueName): Queue<JobData>;
  addAll(name: QueueName, jobs: readonly JobToAdd[]): Promise<void>;
  /** Runs jobs of a queue in this process until `close`. */
  work(name: QueueName, concurrency: number, handle: (job: Job<JobData>) => Promise<void>): void;
  /** Runs `name` once per period, however many processes ask for it. */
  every(name: string, milliseconds: number): Promise<void>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** A job is tried this often, with growing pauses, and then set aside for the administrator. */
const ATTEMPTS = 8;
const options: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 30 * 24 * 3_600 },
};

/** BullMQ on PostgreSQL, or on Redis where `redisUrl` is given: the same calls over both. */
export function createJobs({ databaseUrl, redisUrl, log }: { databaseUrl: string; redisUrl: string | null; log: Log }): Jobs {
  const queues = new Map<QueueName, Queue<JobData>>();
  const workers: Worker<JobData>[] = [];
  const report = (error: Error) => log.warn({ err: error }, 'queue connection');
  const redis = redisUrl === null ? null : new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis?.on('error', report);

  function openQueue(name: QueueName): Queue<JobData> {
    const queue: Queue<JobData> =
      redis === null
        ? (new Queue(name, { connection: postgres(databaseUrl, 2) as never, defaultJobOptions: options }, createPostgresBackend as never) as unknown as Queue<JobData>)
        : new Queue(name, { connection: redis, defaultJobOptions: options });
    queue.on('error', report);
    return queue;
  }

  function queue(name: QueueName): Queue<JobData> {
    const open = queues.get(name) ?? openQueue(name);
    queues.set(name, open);
    return open;
  }

  return {
    queue,
    async addAll(name, jobs) {
      if (jobs.length === 0) return;
      await queue(name).addBulk(jobs.map(({ name: jobName, data, id }) => ({ name: jobName, data, opts: { ...options, jobId: id } })));
    },
    work(name, concurrency, handle) {
      const settings = { concurrency, autorun: true, maxStalledCount: 3 };
      const worker: Worker<JobData> =
        redis === null
          ? (new Worker(name, handle, { ...settings, connection: postgres(databaseUrl, 3) as never }, createPostgresBackend as never) as unknown as Worker<JobData>)
          : new Worker(name, handle, { ...settings, connection: redis });
      worker.on('error', report);
      worker.on('failed', (job, error) => log.warn({ err: error, queue: name, job: job?.name, attempt: job?.attemptsMade }, 'job failed'));
      workers.push(worker);
    },
    async every(name, milliseconds) {
      await queue('housekeeping').upsertJobScheduler(name, { every: milliseconds }, { name, data: {}, opts: { attempts: 3, removeOnComplete: true, removeOnFail: 10 } });
    },
    async ready() {
      for (const name of queueNames) await queue(name).waitUntilReady();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((open) => open.close()));
      redis?.disconnect();
    },
  };
}

/** BullMQ builds its own pool per queue or worker; the tables exist since `migrateQueues`. */
function postgres(databaseUrl: string, max: number): { connectionString: string; max: number } {
  return { connectionString: databaseUrl, max };
}

/** Brings BullMQ's own tables (schema `bullmq`) up to date; part of migrating. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const connection = { connectionString: databaseUrl, max: 1, migrate: true };
  const queue = new Queue('housekeeping', { connection: connection as never }, createPostgresBackend as never);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}
