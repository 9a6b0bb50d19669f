// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeps } from '../../server/instance.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { createJobs, type Retry } from '../../server/platform/jobs/jobs.ts';
import { type Schedule, startWorkers } from '../../server/platform/outbox/handle.ts';
import { type Relay, startRelay } from '../../server/platform/outbox/relay.ts';
import type { Subscriber } from '../../server/platform/outbox/subscriber.ts';
import { createDatabase } from './database.ts';
import { startRedis } from './redis-server.ts';

/** The ways to run queues, for `describe.each`. */
export const backends = ['PostgreSQL', 'Redis'] as const;
export type Backend = (typeof backends)[number];

export interface WorkerProcess {
  deps: Deps;
  relay: Relay;
  stop(): Promise<void>;
}

export interface QueueHouse {
  /** A worker process of its own: its connections, relay and workers. */
  startWorker(subscribers: readonly Subscriber[], schedules?: readonly Schedule[]): Promise<WorkerProcess>;
  /** Connections without relay or workers, as a web process has them. */
  openDeps(): Promise<Deps>;
  env: Record<string, string>;
  redisUrl: string | null;
  /** Cuts every connection to Redis and refuses new ones, until `bringBack`. */
  cutRedis(): Promise<void>;
  bringBackRedis(): Promise<void>;
  close(): Promise<void>;
}

const impatient: Retry = { attempts: 3, firstPauseMs: 20 };

/** One database and, for Redis, a server of its own: its tests flush it. */
export async function openQueueHouse(backend: Backend, env: Record<string, string> = {}): Promise<QueueHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'plein-queues-'));
  const database = await createDatabase();
  const redis = backend === 'Redis' ? await startRedis(join(folder, 'redis')) : null;
  const line = redis === null ? null : await openLine(Number(new URL(redis.url).port));
  const settings = {
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '4',
    DATA_DIR: folder,
    PORT: '0',
    PUBLIC_URL: 'http://plein.test',
    LOG_LEVEL: 'silent',
    ...(line === null ? {} : { REDIS_URL: `redis://127.0.0.1:${line.port}` }),
    ...env,
  };
  const closing: (() => Promise<void>)[] = [];

  async function open(): Promise<{ deps: Deps; close(): Promise<void> }> {
    const config = readConfig(settings);
    const { deps, close } = openDeps(config);
    const jobs = createJobs({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl, log: deps.log, retry: impatient });
    let closed: Promise<void> | null = null;
    return { deps: { ...deps, jobs }, close: () => (closed ??= jobs.close().then(close)) };
  }

  return {
    env: settings,
    redisUrl: redis?.url ?? null,
    cutRedis: async () => line?.cut(),
    bringBackRedis: async () => line?.open(),
    async openDeps() {
      const { deps, close } = await open();
      closing.push(close);
      return deps;
    },
    async startWorker(subscribers, schedules = []) {
      const { deps, close } = await open();
      const relay = startRelay(deps, subscribers);
      await startWorkers(deps, subscribers, schedules);
      const stop = async () => {
        await relay.stop();
        await close();
      };
      closing.push(stop);
      return { deps, relay, stop };
    },
    async close() {
      for (const each of closing.reverse()) await each();
      await database.drop();
      await line?.cut();
      await redis?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A line to a port of this machine that can be cut and mended, keeping its own port. */
async function openLine(target: number): Promise<{ port: number; open(): Promise<void>; cut(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        sockets.delete(one);
      });
    }
  });
  let port = 0;
  const open = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  await open();
  return {
    port,
    open,
    async cut() {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
