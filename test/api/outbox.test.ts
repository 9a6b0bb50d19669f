// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../server/platform/deps.ts';
import { handleEvent } from '../../server/platform/outbox/handle.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import { type Subscriber, subscriber } from '../../server/platform/outbox/subscriber.ts';
import { backends, openQueueHouse, type QueueHouse } from '../support/queues.ts';
import { until } from '../support/until.ts';

interface Rang {
  type: 'Rang';
  bell: string;
}

/** Leaves one row per handling, so that doubles show. */
const counting: Subscriber = subscriber<Rang>({
  name: 'count-rings',
  queue: 'notify',
  types: ['Rang'],
  async handle(trx, { bell }) {
    await sql`insert into ring (bell) values (${bell})`.execute(trx);
  },
});

const poisoned: Subscriber = subscriber<Rang>({
  name: 'choke',
  queue: 'notify',
  types: ['Rang'],
  async handle(_trx, { bell }) {
    if (bell === 'poison') throw new Error('this one never works');
  },
});

async function ring(deps: Deps, ...bells: string[]): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    for (const bell of bells) await publish<Rang>(trx, { type: 'Rang', bell });
  });
}

async function rings(deps: Deps): Promise<string[]> {
  const { rows } = await deps.database.pool.query<{ bell: string }>('select bell from ring order by bell');
  return rows.map((row) => row.bell);
}

async function unfinished(deps: Deps): Promise<number> {
  const { rows } = await deps.database.pool.query<{ count: number }>('select count(*) from event where done_at is null');
  return rows[0]?.count ?? -1;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `bell-${String(index).padStart(4, '0')}`);

describe.each(backends)('the outbox over %s', (backend) => {
  let house: QueueHouse;
  let deps: Deps;

  beforeEach(async () => {
    house = await openQueueHouse(backend);
    deps = await house.openDeps();
    await deps.database.pool.query('create table ring (bell text not null)');
  });
  afterEach(() => house.close());

  test('carries every event to its handler once, with two workers at it', async () => {
    await house.startWorker([counting]);
    await house.startWorker([counting]);
    const bells = numbered(300);
    for (let start = 0; start < bells.length; start += 50) await ring(deps, ...bells.slice(start, start + 50));
    await until(() => unfinished(deps), (left) => left === 0, 20_000);
    expect(await rings(deps)).toEqual(bells);
  });

  test('is woken by a commit and does not wait for its own round', async () => {
    await house.startWorker([counting]);
    await sleep(300);
    const waits: number[] = [];
    for (const bell of numbered(5)) {
      const start = performance.now();
      await ring(deps, bell);
      await until(() => rings(deps), (rung) => rung.includes(bell));
      waits.push(performance.now() - start);
    }
    // The relay looks by itself every second; five commits within that are the work of the nudge.
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(2_500);
  });

  test('does nothing for a change that was rolled back', async () => {
    const worker = await house.startWorker([counting]);
    await expect(
      deps.database.asSystem(async (trx) => {
        await publish<Rang>(trx, { type: 'Rang', bell: 'never' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await worker.relay.drain()).toBe(0);
    expect(await rings(deps)).toEqual([]);
  });

  test('skips no event of a transaction that commits later than younger ones', async () => {
    await house.startWorker([counting]);
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const late = deps.database.asSystem(async (trx) => {
      await publish<Rang>(trx, { type: 'Rang', bell: 'older, late' });
      await held;
    });
    await sleep(20);
    await ring(deps, 'younger');
    await until(() => rings(deps), (rung) => rung.length === 1);
    commit();
    await late;
    await until(() => unfinished(deps), (left) => left === 0);
    expect(await rings(deps)).toEqual(['older, late', 'younger']);
  });

  test('hands over once when two relays take at the same time, and again when asked to', async () => {
    const one = await house.startWorker([counting]);
    const other = await house.startWorker([counting]);
    await ring(deps, ...numbered(60));
    await Promise.all([one.relay.drain(), other.relay.drain(), one.relay.rebuild(new Date(Date.now() + 60_000)), other.relay.rebuild(new Date(Date.now() + 60_000))]);
    await until(() => unfinished(deps), (left) => left === 0);
    expect(await rings(deps)).toEqual(numbered(60));
  });

  test('lets a handler that runs twice act once, one after the other and at the same time', async () => {
    await ring(deps, 'once');
    const { rows } = await deps.database.pool.query<{ id: string }>('select id from event');
    const eventId = rows[0]?.id ?? '';
    const acted = await Promise.all([1, 2, 3].map(() => handleEvent(deps, counting, eventId, [counting])));
    expect(acted.filter(Boolean)).toHaveLength(1);
    expect(await handleEvent(deps, counting, eventId, [counting])).toBe(false);
    expect(await rings(deps)).toEqual(['once']);
  });

  test('leaves nothing of a handler that fails half-way, and tries again', async () => {
    let failures = 0;
    const stumbling = subscriber<Rang>({
      name: 'stumble',
      queue: 'notify',
      types: ['Rang'],
      async handle(trx, { bell }) {
        await sql`insert into ring (bell) values (${bell})`.execute(trx);
        if (failures++ < 2) throw new Error('not yet');
      },
    });
    await house.startWorker([stumbling]);
    await ring(deps, 'third time lucky');
    await until(() => unfinished(deps), (left) => left === 0);
    expect(await rings(deps)).toEqual(['third time lucky']);
    expect(failures).toBe(3);
  });

  test('sets a poisonous job aside after a few attempts, while others go on and its other handlers act', async () => {
    await house.startWorker([poisoned, counting]);
    await ring(deps, 'a', 'poison', 'b', 'c');
    await until(() => rings(deps), (rung) => rung.length === 4);
    await until(() => deps.jobs.queue('notify').getFailedCount(), (count) => count === 1);
    const [failed] = await deps.jobs.queue('notify').getFailed();
    expect(failed).toMatchObject({ name: 'choke', attemptsMade: 3, failedReason: 'this one never works' });
    await until(() => unfinished(deps), (left) => left === 1);
  });

  test('runs a schedule once per period however many workers there are', async () => {
    const runs: number[] = [];
    const schedule = { name: 'tick', everyMs: 1_000, run: async () => void runs.push(Date.now()) };
    await house.startWorker([], [schedule]);
    await house.startWorker([], [schedule]);
    await sleep(3_700);
    // The first run comes at once or at the next full period.
    expect(runs.length).toBeGreaterThanOrEqual(3);
    expect(runs.length).toBeLessThanOrEqual(5);
    const periods = runs.map((at) => Math.floor(at / 1_000));
    expect(new Set(periods).size).toBeGreaterThanOrEqual(runs.length - 1);
  });

  test('goes on after the database cut every connection, in the middle of a handler too', async () => {
    let inside = (): void => {};
    const started = new Promise<void>((resolve) => {
      inside = resolve;
    });
    const dawdling = subscriber<Rang>({
      name: 'dawdle',
      queue: 'notify',
      types: ['Rang'],
      async handle(trx, { bell }) {
        await sql`insert into ring (bell) values (${bell})`.execute(trx);
        inside();
        await sleep(bell === 'first' ? 300 : 0);
      },
    });
    await house.startWorker([dawdling]);
    await ring(deps, 'first');
    await started;
    await deps.database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await until(() => ring(deps, 'second').then(() => true, () => false));
    await until(() => unfinished(deps).catch(() => -1), (left) => left === 0, 25_000);
    expect(await rings(deps)).toEqual(['first', 'second']);
  });

  test('counts no attempt of a job that met with an outage of the database', async () => {
    let outages = 0;
    const patient = subscriber<Rang>({
      name: 'bear-the-outage',
      queue: 'notify',
      types: ['Rang'],
      async handle(trx, { bell }) {
        await sql`insert into ring (bell) values (${bell})`.execute(trx);
        // More often than a job is tried. As PostgreSQL says it while it starts (cannot_connect_now).
        if (outages++ < 4) throw Object.assign(new Error('the database system is starting up'), { code: '57P03' });
      },
    });
    await house.startWorker([patient]);
    await ring(deps, 'after the outage');
    await until(() => unfinished(deps), (left) => left === 0, 20_000);
    expect(await rings(deps)).toEqual(['after the outage']);
    expect(await deps.jobs.queue('notify').getFailedCount()).toBe(0);
  });

  test('refuses to start with two handlers of one name', async () => {
    await expect(house.startWorker([counting, counting])).rejects.toThrow(/share a name/);
  });
});

describe('the outbox over Redis', () => {
  let house: QueueHouse;
  let deps: Deps;

  beforeEach(async () => {
    house = await openQueueHouse('Redis');
    deps = await house.openDeps();
    await deps.database.pool.query('create table ring (bell text not null)');
  });
  afterEach(() => house.close());

  async function flush(): Promise<void> {
    const redis = new Redis(house.redisUrl ?? '');
    await redis.flushall();
    redis.disconnect();
  }

  test('rebuilds every job after a flush, losing and doubling none', async () => {
    let open = false;
    const waiting = subscriber<Rang>({
      name: 'wait-for-the-flush',
      queue: 'notify',
      types: ['Rang'],
      async handle(trx, { bell }) {
        if (!open) throw new Error('not open yet');
        await sql`insert into ring (bell) values (${bell})`.execute(trx);
      },
    });
    const worker = await house.startWorker([waiting]);
    const bells = numbered(120);
    await ring(deps, ...bells);
    await until(async () => (await deps.database.pool.query<{ count: number }>('select count(*) from event where relayed_at is null')).rows[0]?.count, (left) => left === 0);
    await flush();
    open = true;
    // Those that were being tried just then may be done already.
    expect(await worker.relay.rebuild(new Date(Date.now() + 60_000))).toBeGreaterThan(100);
    await until(() => unfinished(deps), (left) => left === 0, 20_000);
    expect(await rings(deps)).toEqual(bells);
  });

  test('notices by itself that Redis was emptied, and does not wait a minute for it', async () => {
    let open = false;
    const waiting = subscriber<Rang>({
      name: 'wait-for-the-flush',
      queue: 'notify',
      types: ['Rang'],
      async handle(trx, { bell }) {
        if (!open) throw Object.assign(new Error('not open yet'), { code: '57P03' });
        await sql`insert into ring (bell) values (${bell})`.execute(trx);
      },
    });
    await house.startWorker([waiting]);
    const bells = numbered(120);
    await ring(deps, ...bells);
    await until(async () => (await deps.database.pool.query<{ count: number }>('select count(*) from event where relayed_at is null')).rows[0]?.count, (left) => left === 0);
    await flush();
    open = true;
    await until(() => unfinished(deps), (left) => left === 0, 30_000);
    expect(await rings(deps)).toEqual(bells);
  });

  test('restores its schedules after a flush', async () => {
    let runs = 0;
    const worker = await house.startWorker([], [{ name: 'tick', everyMs: 500, run: async () => void runs++ }]);
    await until(() => runs, (count) => count > 0);
    await flush();
    await worker.deps.jobs.restoreSchedules();
    const before = runs;
    await until(() => runs, (count) => count > before + 1);
  });

  test('keeps taking changes while Redis is away, and carries them out when it is back', async () => {
    await house.startWorker([counting]);
    await ring(deps, 'before');
    await until(() => rings(deps), (rung) => rung.length === 1);
    await house.cutRedis();
    await ring(deps, 'during', 'during too');
    await sleep(1_500);
    expect(await unfinished(deps)).toBe(2);
    await house.bringBackRedis();
    await until(() => unfinished(deps), (left) => left === 0, 20_000);
    expect(await rings(deps)).toEqual(['before', 'during', 'during too']);
  });

  test('says so, instead of hanging, where Redis never was', async () => {
    await house.cutRedis();
    const alone = await house.openDeps();
    await expect(alone.jobs.addAll('notify', [{ name: 'count-rings', data: {}, id: 'x' }])).rejects.toThrow();
  });
});
