// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../../scripts/postgres/embedded.ts';
import { createDatabase, type Database } from '../../server/platform/db/database.ts';
import { isOutage } from '../../server/platform/db/outage.ts';
import { freePort, type PleinProcess, startProcess } from '../support/processes.ts';
import type { Backend } from '../support/queues.ts';
import { type OwnRedis, openOwnRedis } from './own-redis.ts';
import { type SmallDiskPostgres, startPostgresOnSmallDisk } from './small-disk.ts';

export type Role = 'web' | 'worker';

/** What of PostgreSQL the faults need; durable, because losing what was acknowledged is the point. */
export interface OwnPostgres {
  adminUrl: string;
  appUrl: string;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** A whole installation of its own: PostgreSQL, perhaps Redis, a web process and a worker. */
export interface Installation {
  address: string;
  databaseUrl: string;
  dataDir: string;
  postgres: OwnPostgres;
  /** Only where the disk of PostgreSQL can be filled. */
  disk: SmallDiskPostgres | null;
  redis: OwnRedis | null;
  /** As the product itself connects; for setting the scene and for the audit. */
  database: Database;
  /** Ends a process, without warning or in order, and starts it again as a supervisor does. */
  restart(role: Role, how: 'kill' | 'stop', env?: Record<string, string>): Promise<void>;
  startWorker(env?: Record<string, string>): Promise<PleinProcess>;
  /** As the superuser of PostgreSQL, on a connection of its own. */
  asAdmin<T extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<T[]>;
  /** The last that each process printed, for when something failed. */
  output(): string;
  /** Requests that failed with something unexpected, as the log of the web process has them. */
  failures(): string[];
  close(): Promise<void>;
}

const STARTS_WITHIN_MS = 60_000;

export async function openInstallation(backend: Backend, smallDisk = false): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'plein-faults-'));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each().catch((error: unknown) => console.error(error));
  };
  try {
    const disk = smallDisk ? await startPostgresOnSmallDisk(join(folder, 'database')) : null;
    const postgres: OwnPostgres = disk ?? (await startPostgres({ dataDir: join(folder, 'database'), log: () => undefined }));
    closing.push(() => postgres.stop());
    const redis = backend === 'Redis' ? await openOwnRedis(join(folder, 'redis')) : null;
    if (redis !== null) closing.push(() => redis.stop());
    const dataDir = join(folder, 'data');
    const port = await freePort();
    const settings = { databaseUrl: postgres.appUrl, dataDir, redisUrl: redis?.url ?? null, publicUrl: `http://127.0.0.1:${port}` };
    const start = (role: Role, env: Record<string, string> = {}) => untilStarted(() => startProcess({ ...settings, role, env, ...(role === 'web' ? { port } : {}) }));
    const processes = { web: await start('web') } as Record<Role, PleinProcess>;
    closing.push(() => processes.web.kill());
    processes.worker = await start('worker');
    closing.push(() => processes.worker.kill());
    const database = createDatabase({ url: postgres.appUrl, poolSize: 4, onError: () => undefined });
    closing.push(() => database.close());
    return {
      address: settings.publicUrl,
      databaseUrl: postgres.appUrl,
      dataDir,
      postgres,
      disk,
      redis,
      database,
      async restart(role, how, env) {
        await processes[role][how]();
        processes[role] = await start(role, env);
      },
      async startWorker(env) {
        const extra = await start('worker', env);
        closing.push(() => extra.kill());
        return extra;
      },
      asAdmin: (statement, values) => asAdmin(postgres.adminUrl, statement, values),
      output: () => (['web', 'worker'] as const).map((role) => `--- ${role}\n${processes[role].output().slice(-4_000)}`).join('\n'),
      failures: () => processes.web.output().split('\n').filter((line) => line.includes('"msg":"request failed"') && !isOutage((JSON.parse(line) as { err: unknown }).err)).map((line) => line.slice(0, 1_500)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A process that finds no database ends at once; its supervisor tries again. */
async function untilStarted(start: () => Promise<PleinProcess>): Promise<PleinProcess> {
  const end = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(200);
    }
  }
}

async function asAdmin<T extends pg.QueryResultRow>(url: string, statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
