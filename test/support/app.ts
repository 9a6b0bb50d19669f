// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { house } from '../../federation/house.ts';
import { allSubscribers } from '../../server/app.ts';
import { type Instance, openInstance } from '../../server/instance.ts';
import type { Clock } from '../../server/platform/clock.ts';
import { type Config, readConfig } from '../../server/platform/config/config.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { App } from '../../server/platform/http/app.ts';
import { handleEvent } from '../../server/platform/outbox/handle.ts';
import { createDatabase } from './database.ts';

/** A clock that tests set; it starts at the real time and stands still unless told. */
export interface TestClock extends Clock {
  set(moment: Date): void;
  advance(milliseconds: number): void;
}

function createClock(): TestClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    set: (moment) => {
      offset = moment.getTime() - Date.now();
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

export interface TestPlein extends Pick<Instance, 'app' | 'deps'> {
  clock: TestClock;
  databaseUrl: string;
  config: Config;
  /** Looks at the database past row-level security. */
  db<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Carries out everything that waits in the outbox, now and in this process. Only where no workers run. */
  drainJobs(): Promise<void>;
  /** Listens on a free port. @returns the address, without a trailing slash. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface TestPleinOptions {
  redis?: boolean;
  /** Real relay and BullMQ workers in this process; without them `drainJobs` does their work in order. */
  workers?: boolean;
  env?: Record<string, string>;
  /** A second process on the same database. */
  databaseUrl?: string;
}

/** A second process of an instance has the same folder: the key of its keys is in it. */
const dataDirs = new Map<string, string>();

/** An instance on a database of its own, as `main.ts` opens it. */
export async function startPlein(options: TestPleinOptions = {}): Promise<TestPlein> {
  const database = options.databaseUrl === undefined ? await createDatabase() : { url: options.databaseUrl, drop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'plein-data-'));
  const shared = dataDirs.get(database.url) ?? dataDir;
  dataDirs.set(database.url, options.env?.['DATA_DIR'] ?? shared);
  const clock = createClock();
  const config = readConfig({
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    DATA_DIR: shared,
    PORT: '0',
    PUBLIC_URL: 'http://plein.test',
    LOG_LEVEL: 'error',
    ROLE: options.workers === true ? 'all' : 'web',
    ...(options.redis === true ? { REDIS_URL: `${inject('redisUrl')}/${redisDatabase()}` } : {}),
    ...options.env,
  });
  const instance = await openInstance(config, { clock, rooms: house });
  const { app, deps } = instance;
  return {
    app,
    deps,
    clock,
    config,
    databaseUrl: database.url,
    db: (work) => deps.database.asSystem(work),
    drainJobs: () => drain(instance),
    async listen() {
      await app.listen({ port: 0, host: '127.0.0.1' });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    async close() {
      await instance.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let nextRedisDatabase = 0;

/** Redis has 16 numbered databases; at most four processes run test files at a time. */
function redisDatabase(): number {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? '1') % 4;
  return worker * 4 + (nextRedisDatabase++ % 4);
}

/** The relay's and the workers' work without their waiting: every event, every subscriber, until nothing is left. */
async function drain({ deps }: Pick<Instance, 'deps'>): Promise<void> {
  const subscribers = allSubscribers(deps, house);
  for (let round = 0; round < 50; round++) {
    const events = await deps.database.asSystem((trx) => trx.selectFrom('event').select(['id', 'type']).where('done_at', 'is', null).orderBy('id').execute());
    if (events.length === 0) return;
    for (const event of events) {
      for (const each of subscribers.filter((one) => one.types.includes(event.type))) await handleEvent(deps, each, event.id, subscribers);
    }
    await deps.database.asSystem((trx) => trx.updateTable('event').set({ done_at: new Date(), relayed_at: new Date() }).where('id', 'in', events.map((event) => event.id)).execute());
  }
  throw new Error('the outbox does not run empty');
}

/** Sends requests as one person: keeps their cookie and sends the Origin of our own pages. */
export class TestClient {
  cookie: string | null = null;
  readonly app: App;
  /** Each client has its own address, so that limits per address do not meet. */
  readonly address: string;
  /** Of our own pages. */
  readonly origin: string;

  constructor(app: App, origin = 'http://plein.test') {
    this.app = app;
    this.origin = origin;
    this.address = `10.${random(256)}.${random(256)}.${random(256)}`;
  }

  async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: { origin: this.origin, ...(this.cookie === null ? {} : { cookie: this.cookie }), ...(typeof body === 'string' ? { 'content-type': 'text/csv' } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const set = response.cookies.find((each) => each.name === 'plein_session');
    if (set !== undefined) this.cookie = set.value === '' ? null : `plein_session=${set.value}`;
    return response;
  }

  get(path: string, headers?: Record<string, string>) {
    return this.send('GET', `/api/v1${path}`, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>) {
    return this.send('POST', `/api/v1${path}`, body, headers);
  }

  put(path: string, body?: unknown) {
    return this.send('PUT', `/api/v1${path}`, body);
  }

  patch(path: string, body?: unknown) {
    return this.send('PATCH', `/api/v1${path}`, body);
  }

  delete(path: string, body?: unknown) {
    return this.send('DELETE', `/api/v1${path}`, body);
  }

  /** A page, as a browser asks for it. */
  page(path: string) {
    return this.send('GET', path, undefined, { accept: 'text/html' });
  }
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}
