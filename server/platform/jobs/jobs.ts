// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, DelayedError, type Job, type JobsOptions, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { isOutage } from '../db/outage.ts';
import type { Log } from '../log.ts';
import { timeJob } from './job-times.ts';
import { createQueuePool } from './queue-pool.ts';

export interface Retry {
  attempts: number;
  /** Before the second attempt; doubles with every further one. */
  firstPauseMs: number;
}

interface QueueSettings extends Retry {
  /** Jobs at once in one worker. */
  concurrency: number;
}

/**
 * Queues by purpose, so that a backlog in one holds up no other. After so many attempts a job is set aside for the
 * administrator: a minute for most, nine hours for a mail server that is down, eight minutes for a push service. The pause doubles each time.
 */
export const queues = {
  /** Tells open sockets that something changed. */
  live: { concurrency: 8, attempts: 5, firstPauseMs: 200 },
  /** Writes what people are told, and whom it concerns. */
  notify: { concurrency: 8, attempts: 8, firstPauseMs: 500 },
  /** Hands mail to the mail server, and reads what comes in. */
  mail: { concurrency: 4, attempts: 16, firstPauseMs: 1_000 },
  /** Puts digests together. */
  digest: { concurrency: 2, attempts: 8, firstPauseMs: 500 },
  /** Hands messages to the push services of devices. */
  push: { concurrency: 4, attempts: 10, firstPauseMs: 1_000 },
  /** Speaks with other instances: works out what is told to whom, sends it, and handles what came in. */
  federate: { concurrency: 8, attempts: 10, firstPauseMs: 1_000 },
  /** Keeps what is searched up to date. */
  index: { concurrency: 4, attempts: 8, firstPauseMs: 500 },
  /** Forgets what is too old, and what else nobody waits for. */
  housekeeping: { concurrency: 2, attempts: 8, firstPauseMs: 500 },
} as const satisfies Record<string, QueueSettings>;
export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];

/** Ids only: a handler looks the thing up and bears its absence. */
export type JobData = Record<string, string>;

export interface JobToAdd {
  name: string;
  data: JobData;
  /** The same id is added once. No colons (BullMQ). */
  id: string;
}

/** What is done once per period, by its name. */
export interface Scheduled {
  name: string;
  everyMs: number;
  queue: QueueName;
}

export interface Jobs {
  queue(name: QueueName): Queue<JobData>;
  addAll(name: QueueName, jobs: readonly JobToAdd[]): Promise<void>;
  /** Runs jobs of a queue in this process until `close`. */
  work(name: QueueName, concurrency: number, handle: (job: Job<JobData>) => Promise<void>): void;
  /** Runs each in its queue once per period, however many processes ask for it. */
  schedule(list: readonly Scheduled[]): Promise<void>;
  /** Sets the schedules of this process again where a flush of Redis took them; happens by itself every minute. */
  restoreSchedules(): Promise<void>;
  /** Whether Redis lost everything since any process asked this before; true for one of those who ask. */
  emptied(): Promise<boolean>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

function jobOptions({ attempts, firstPauseMs }: Retry): JobsOptions {
  return { attempts, backoff: { type: 'exponential', delay: firstPauseMs }, removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 30 * 24 * 3_600 } };
}

/** Lets a job that is being handled wait, without using up an attempt. Never returns. */
export async function postpone(job: Job<JobData>, milliseconds: number): Promise<never> {
  await job.moveToDelayed(Date.now() + milliseconds, job.token);
  throw new DelayedError();
}

/**
 * How soon work goes on after a fault. A job whose process died is free again when its lock runs out and the next look finds
 * that; a process that lost the queue asks again after a second. BullMQ's own half minute and fifteen seconds are long for
 * somebody who waits for an answer, and a handler that runs twice acts once.
 */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000, runRetryDelay: 1_000, maxStalledCount: 3 };

/** How long a job waits that met with an outage of the database. */
const OUTAGE_PAUSE_MS = 1_000;

/** Stands in Redis as long as the jobs do: gone after a flush, or a restart without its data. */
const KEPT_KEY = 'plein:jobs-are-kept';

/** On PostgreSQL, of all queues of a process together: to add jobs and count them, and to take and finish them. */
const ADDING_CONNECTIONS = 6;
const WORKING_CONNECTIONS = 12;

const RESTORE_MS = 60_000;
const PATIENCE_MS = 5_000;
const GRACE_MS = 10_000;

export interface JobsSettings {
  databaseUrl: string;
  redisUrl: string | null;
  log: Log;
  /** For all queues; for tests, which cannot wait for hours. */
  retry?: Retry;
}

/** BullMQ on PostgreSQL, or on Redis where `redisUrl` is given: the same calls over both. */
export function createJobs({ databaseUrl, redisUrl, log, retry }: JobsSettings): Jobs {
  const opened = new Map<QueueName, Queue<JobData>>();
  const workers: Worker<JobData>[] = [];
  let ending = false;
  // Connections that end because everything ends are no news.
  const report = (error: Error) => {
    if (!ending) log.warn({ err: error }, 'queue connection');
  };
  // Workers wait for Redis to come back; who adds a job or asks for counts is told at once that it is gone.
  const redis = redisUrl === null ? null : { waiting: new Redis(redisUrl, { maxRetriesPerRequest: null }), asking: new Redis(redisUrl, { maxRetriesPerRequest: 1 }) };
  redis?.waiting.on('error', report);
  redis?.asking.on('error', report);
  const optionsFor = (name: QueueName): JobsOptions => jobOptions(retry ?? queues[name]);

  // BullMQ leaves closing to us. The tables exist since `migrateQueues`.
  const pools: Pool[] = [];
  function poolOf(size: number): () => Pool {
    let pool: Pool | null = null;
    return () => {
      if (pool === null) pools.push((pool = createQueuePool(databaseUrl, size, report)));
      return pool;
    };
  }
  const adding = poolOf(ADDING_CONNECTIONS);
  // One of each worker only listens.
  const working = poolOf(queueNames.length + WORKING_CONNECTIONS);

  function openQueue(name: QueueName): Queue<JobData> {
    const defaultJobOptions = optionsFor(name);
    const queue: Queue<JobData> =
      redis === null
        ? (new Queue(name, { connection: adding() as never, defaultJobOptions }, createPostgresBackend as never) as unknown as Queue<JobData>)
        : new Queue(name, { connection: redis.asking, defaultJobOptions });
    queue.on('error', report);
    return queue;
  }

  function queue(name: QueueName): Queue<JobData> {
    const open = opened.get(name) ?? openQueue(name);
    opened.set(name, open);
    return open;
  }

  let scheduled: readonly Scheduled[] = [];
  let watch: NodeJS.Timeout | null = null;

  async function keep({ name, everyMs, queue: queueName }: Scheduled): Promise<void> {
    const schedulers = queue(queueName);
    // Setting it anew would shift the next run.
    if ((await schedulers.getJobScheduler(name))?.every === everyMs) return;
    await schedulers.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: { attempts: 3, removeOnComplete: true, removeOnFail: 10 } });
  }

  /** An earlier version may have had them in another queue, where they would go on for ever. */
  async function dropMisplaced(): Promise<void> {
    const queueOf = new Map(scheduled.map((each) => [each.name, each.queue]));
    for (const name of queueNames) {
      for (const { key } of await queue(name).getJobSchedulers()) {
        if ((queueOf.get(key) ?? name) !== name) await queue(name).removeJobScheduler(key);
      }
    }
  }

  async function restoreSchedules(): Promise<void> {
    try {
      for (const each of scheduled) await keep(each);
    } catch (error) {
      log.warn({ err: error }, 'schedules');
    }
  }

  return {
    queue,
    async addAll(name, jobs) {
      if (jobs.length === 0) return;
      const added = queue(name).addBulk(jobs.map(({ name: jobName, data, id }) => ({ name: jobName, data, opts: { ...optionsFor(name), jobId: id } })));
      // BullMQ waits without end for a Redis that was never there; the caller holds a transaction open.
      await within(PATIENCE_MS, added, `the queue "${name}" does not answer`);
    },
    work(name, concurrency, handle) {
      const outlast = outlasting((job) => timeJob(name, job.name, () => handle(job)));
      const settings = { concurrency, autorun: true, ...recovery };
      const worker: Worker<JobData> =
        redis === null
          ? (new Worker(name, outlast, { ...settings, connection: working() as never }, createPostgresBackend as never) as unknown as Worker<JobData>)
          : new Worker(name, outlast, { ...settings, connection: redis.waiting });
      worker.on('error', report);
      worker.on('failed', (job, error) => log.warn({ err: error, queue: name, job: job?.name, attempt: job?.attemptsMade }, 'job failed'));
      workers.push(worker);
    },
    async schedule(list) {
      for (const each of list) await keep(each);
      scheduled = [...scheduled.filter((each) => !list.some(({ name }) => name === each.name)), ...list];
      await dropMisplaced();
      watch ??= setInterval(() => void restoreSchedules(), RESTORE_MS).unref();
    },
    restoreSchedules,
    emptied: async () => redis !== null && (await redis.asking.set(KEPT_KEY, '1', 'NX')) === 'OK',
    async ready() {
      for (const name of queueNames) await queue(name).waitUntilReady();
    },
    async close() {
      if (watch !== null) clearInterval(watch);
      // Running jobs may finish; a worker that just lost Redis would wait for it without end.
      const leaving = Promise.all(workers.map((worker) => worker.close()));
      await within(GRACE_MS, leaving, 'the workers do not stop').catch(report);
      const closing = Promise.all([...opened.values()].map((open) => open.close()));
      await within(PATIENCE_MS, closing, 'the queues do not close').catch(report);
      ending = true;
      await within(PATIENCE_MS, Promise.all(pools.map((pool) => pool.end())), 'the connections of the queues do not close').catch(() => undefined);
      redis?.waiting.disconnect();
      redis?.asking.disconnect();
    },
  };
}

/**
 * A job that meets with an outage of the database waits for its end: it was not tried. Else an outage of seconds would use up
 * the attempts of everything that is waiting, and set it aside for good.
 */
function outlasting(handle: (job: Job<JobData>) => Promise<void>): (job: Job<JobData>, token?: string) => Promise<void> {
  return async (job, token) => {
    try {
      await handle(job);
    } catch (error) {
      const pause = error instanceof NotYet ? error.milliseconds : isOutage(error) ? OUTAGE_PAUSE_MS : null;
      if (pause === null) throw error;
      await putBack(job, token, pause);
      throw new DelayedError();
    }
  };
}

/** Thrown by a job that is to wait, without using up an attempt. */
export class NotYet extends Error {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super(`not for ${milliseconds} ms`);
    this.milliseconds = milliseconds;
  }
}

/** The queue may stand in the same database. */
async function putBack(job: Job<JobData>, token: string | undefined, pause: number): Promise<void> {
  for (;;) {
    try {
      await job.moveToDelayed(Date.now() + pause, token);
      return;
    } catch (error) {
      if (!isOutage(error)) throw error;
      await sleep(OUTAGE_PAUSE_MS);
    }
  }
}

async function within<T>(milliseconds: number, work: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
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
