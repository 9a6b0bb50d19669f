// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlein, type TestPlein } from '../support/app.ts';
import { createDatabase } from '../support/database.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import type { Backend } from '../support/queues.ts';
import { startRedis } from '../support/redis-server.ts';

/** What visitors type, whichever process answers them. */
export const PUBLIC_URL = 'http://plein.test';

/** Several processes of one instance: one PostgreSQL, one Redis or none, one public address. */
export interface Fleet {
  databaseUrl: string;
  redisUrl: string | null;
  dataDir: string;
  webs: PleinProcess[];
  workers: PleinProcess[];
  /** In this process, without relay or workers: makes people and buildings, and looks at the database. */
  plein: TestPlein;
  startWeb(env?: Record<string, string>): Promise<PleinProcess>;
  startWorker(env?: Record<string, string>): Promise<PleinProcess>;
  close(): Promise<void>;
}

export interface FleetSize {
  webs?: number;
  workers?: number;
  env?: Record<string, string>;
}

export async function openFleet(backend: Backend, { webs = 2, workers = 2, env = {} }: FleetSize = {}): Promise<Fleet> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plein-fleet-'));
  const database = await createDatabase();
  const redis = backend === 'Redis' ? await startRedis(join(dataDir, 'redis')) : null;
  const redisUrl = redis?.url ?? null;
  const started: PleinProcess[] = [];
  const start = async (role: 'web' | 'worker', more: Record<string, string> = {}): Promise<PleinProcess> => {
    const one = await startProcess({ databaseUrl: database.url, dataDir, redisUrl, role, publicUrl: PUBLIC_URL, env: { DATABASE_POOL_SIZE: '5', ...env, ...more } });
    started.push(one);
    return one;
  };
  const plein = await startPlein({ databaseUrl: database.url, env: { DATA_DIR: dataDir, RATE_LIMITS: 'relaxed', ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }) } });
  const times = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make));
  const [openWebs, openWorkers] = await Promise.all([times(webs, () => start('web')), times(workers, () => start('worker'))]);
  return {
    databaseUrl: database.url,
    redisUrl,
    dataDir,
    webs: openWebs,
    workers: openWorkers,
    plein,
    startWeb: (more) => start('web', more),
    startWorker: (more) => start('worker', more),
    async close() {
      await Promise.all(started.map((one) => one.kill()));
      await plein.close();
      await database.drop();
      await redis?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The first two web processes. */
export function pairOf(fleet: Fleet): [PleinProcess, PleinProcess] {
  const [a, b] = fleet.webs;
  if (a === undefined || b === undefined) throw new Error('this fleet has no two web processes');
  return [a, b];
}
