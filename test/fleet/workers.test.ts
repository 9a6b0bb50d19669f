// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { house } from '../../federation/house.ts';
import { allSubscribers } from '../../server/app.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { backends } from '../support/queues.ts';
import { until } from '../support/until.ts';
import { type Fleet, openFleet, PUBLIC_URL } from './fleet.ts';
import { visit } from './visit.ts';

const newerVersion = join(import.meta.dirname, 'other-version.ts');

describe.each(backends)('workers on %s', (backend) => {
  let fleet: Fleet;
  let others: PleinProcess[] = [];
  beforeEach(async () => {
    fleet = await openFleet(backend, { webs: 1, workers: 0 });
  });
  afterEach(async () => {
    await Promise.all(others.map((one) => one.kill()));
    others = [];
    await fleet.close();
  });

  const ask = async <T extends object>(statement: string): Promise<T[]> => (await fleet.plein.db((trx) => sql.raw<T>(statement).execute(trx))).rows;
  const undone = async () => (await ask(`select id, type, expected from event where done_at is null`)).length;

  /** Does something while a lock is held, and can say how many wait for one. */
  async function holding(lock: string, work: (waiting: () => Promise<number>) => Promise<void>): Promise<void> {
    const holder = await fleet.plein.deps.database.pool.connect();
    try {
      await holder.query(`begin; ${lock}`);
      await work(async () => (await holder.query('select 1 from pg_locks where not granted')).rowCount ?? 0);
    } finally {
      // Ends the transaction too.
      holder.release(true);
    }
  }

  async function startNewerWorker(more: Record<string, string> = {}): Promise<PleinProcess> {
    const { databaseUrl, redisUrl, dataDir } = fleet;
    const one = await startProcess({ databaseUrl, redisUrl, dataDir, role: 'worker', publicUrl: PUBLIC_URL, program: newerVersion, env: { DATABASE_POOL_SIZE: '5', ...more } });
    others.push(one);
    return one;
  }

  test('handle every event once, when one of them is killed in mid-work and another joins too', { timeout: 90_000 }, async () => {
    const web = fleet.webs[0]?.address ?? '';
    const building = await buildBuilding(fleet.plein);
    const [writer, named] = [await buildMemberOf(fleet.plein, building), await buildMemberOf(fleet.plein, building)];
    const send = async (path: string, who: { cookie: string | null }, body: object): Promise<string> => {
      const answer = await visit(web, who, 'POST', path, body);
      expect(answer.status, `${answer.text} ${fleet.webs[0]?.output()}`).toBe(201);
      return answer.json<{ id: string }>().id;
    };
    const root = await send(`${building.path}/posts`, writer, { body: 'Waar zal het over gaan?' });
    /** Twenty answers and twenty invitations, by four people at a time of each. */
    const burst = async (from: number) => {
      for (let start = from; start < from + 20; start += 4) {
        await Promise.all(
          Array.from({ length: 4 }, (_, index) => [
            send(`/posts/${root}/replies`, building.founder, { body: `Antwoord ${start + index} voor @${named.handle}` }),
            send(`${building.path}/invitations`, building.founder, { emails: [`genodigde-${start + index}@thuis.example`] }),
          ]).flat(),
        );
      }
    };
    const [doomed] = await Promise.all([fleet.startWorker(), fleet.startWorker()]);
    await burst(0);
    // Holds up whatever tells sockets, so that both workers are in the middle of something.
    await holding(`select pg_advisory_xact_lock(hashtext('plein_live'))`, async (waiting) => {
      await burst(20);
      // A worker has five connections: more than five that wait are of both.
      await until(waiting, (count) => count > 5);
      await doomed?.kill();
    });
    await fleet.startWorker();
    await burst(40);
    await until(undone, (count) => count === 0, 60_000);

    const subscribers = allSubscribers(fleet.plein.deps, house);
    const events = await ask<{ id: string; type: string }>('select id, type from event');
    const expected = events.flatMap(({ id, type }) => subscribers.filter((each) => each.types.includes(type)).map(({ name }) => `${id} ${name}`));
    const handled = await ask<{ event_id: string; subscriber: string }>('select event_id, subscriber from event_handled');
    expect(handled.map((each) => `${each.event_id} ${each.subscriber}`).sort()).toEqual(expected.sort());
    expect(await ask(`select kind, recipient_id, count(*)::int as rows, count(distinct post_id)::int as posts from notification group by 1, 2 order by 1`)).toEqual([
      { kind: 'mention', recipient_id: named.actorId, rows: 60, posts: 60 },
      { kind: 'reply', recipient_id: writer.actorId, rows: 60, posts: 60 },
    ]);
    expect(await ask(`select topic = 'me' as mine, event, count(*)::int as rows from live_update where event in ('notification', 'reply.published') group by 1, 2 order by 1`)).toEqual([
      { mine: false, event: 'reply.published', rows: 180 },
      { mine: true, event: 'notification', rows: 120 },
    ]);
    expect(await ask(`select state, count(*)::int as rows, count(distinct recipient)::int as addresses from mail group by 1`)).toEqual([{ state: 'sent', rows: 60, addresses: 60 }]);
    expect(await readdir(join(fleet.dataDir, 'mail'))).toHaveLength(60);
    expect(await fleet.plein.deps.jobs.queue('mail').getFailedCount()).toBe(0);
  });

  test('clear up once per period however many they are, also when one starts anew', async () => {
    // A statement that deletes tells of its run even when there was nothing to delete.
    const tables = ['idempotency_key', 'access_token', 'live_update', 'rate_limit'];
    await ask('create table run (of text, period timestamptz)');
    await ask(`create function note_run() returns trigger language plpgsql as $$ begin insert into run values (tg_table_name, date_trunc('hour', now())); return null; end $$`);
    for (const table of tables) await ask(`create trigger note_run after delete on ${table} for each statement execute function note_run()`);
    const runs = () => ask<{ of: string; runs: number }>(`select of, count(*)::int as runs from run group by of order by of`);
    const [one] = await Promise.all([fleet.startWorker(), fleet.startWorker()]);
    const queue = openHousekeeping();
    const quiet = () => until(async () => (await queue.getJobCounts('waiting', 'active', 'delayed')), (counts) => counts['waiting'] === 0 && counts['active'] === 0 && (counts['delayed'] ?? 0) >= 5);
    await quiet();
    const first = await runs();
    await one?.stop();
    await fleet.startWorker();
    await quiet();
    expect(await runs()).toEqual(first);
    for (const round of [1, 2]) {
      // An hour goes by.
      await Promise.all((await queue.getDelayed()).map((job) => job.promote()));
      await quiet();
      expect((await runs()).map((each) => ({ ...each, runs: each.runs - (first.find(({ of }) => of === each.of)?.runs ?? 0) }))).toEqual([...tables].sort().map((of) => ({ of, runs: round })));
    }
  });

  function openHousekeeping() {
    return fleet.plein.deps.jobs.queue('housekeeping');
  }

  test('leave to a newer one what they do not know, and take no event for done before it was there', { timeout: 60_000 }, async () => {
    await ask('create table post_noted (post_id uuid not null)');
    const building = await buildBuilding(fleet.plein);
    // The newer relay makes the jobs; then only the older one is there.
    const newer = await startNewerWorker({ RELAY_ONLY: '1' });
    const made = await Promise.all(Array.from({ length: 12 }, async (_, serial) => (await visit(fleet.webs[0]?.address ?? '', building.founder, 'POST', `${building.path}/posts`, { body: `Bericht ${serial}` })).json<{ id: string }>().id));
    await until(() => ask(`select 1 from event where type = 'PostPublished' and relayed_at is null`), (waiting) => waiting.length === 0);
    await newer.stop();
    const older = await fleet.startWorker();
    const live = fleet.plein.deps.jobs.queue('live');
    await until(async () => (await live.getDelayed()).filter(({ name }) => name === 'note-post').length, (count) => count === 12);
    await until(() => ask(`select 1 from event_handled where subscriber = 'push-published'`), (handled) => handled.length === 12);
    expect(await ask(`select 1 from event where type = 'PostPublished' and done_at is null`)).toHaveLength(12);
    expect((await live.getDelayed()).filter(({ attemptsMade }) => attemptsMade > 0)).toEqual([]);
    expect(await live.getFailedCount()).toBe(0);
    await startNewerWorker();
    await older.stop();
    await until(undone, (count) => count === 0, 20_000);
    expect((await ask<{ post_id: string }>('select post_id from post_noted')).map((row) => row.post_id).sort()).toEqual(made.sort());
  });
});
