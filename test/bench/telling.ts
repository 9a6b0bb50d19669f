// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, type PleinProcess, startProcess } from '../support/processes.ts';
import { buildingWith, secretOf, SLUG } from './live.ts';
import { median } from './load.ts';
import { result, type Result } from './report.ts';

const PUBLIC_URL = 'http://plein.example';
const REQUESTS = 40;

interface Town {
  members: number;
  databaseUrl: string;
  client: pg.Client;
  web: PleinProcess;
}

/** A building in which everybody asked to be told of everything at once. */
async function openTown(adminUrl: string, folder: string, members: number): Promise<Town> {
  const databaseUrl = await buildingWith(adminUrl, members, 'telling');
  // As the superuser, whom row-level security does not bind.
  const client = new pg.Client({ connectionString: adminUrl.replace('/postgres?', `/bench_telling_${members}?`) });
  // Ended with the database, when something else went wrong.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`insert into place_level (owner_id, place_id, level) select member_id, place_id, 'all' from membership`);
  await client.query('vacuum analyze');
  const web = await startProcess({ databaseUrl, dataDir: `${folder}/telling-${members}`, role: 'web', publicUrl: PUBLIC_URL, env: { NODE_ENV: 'production' } });
  return { members, databaseUrl, client, web };
}

async function post({ web }: Town): Promise<{ id: string; milliseconds: number }> {
  const headers = { cookie: `plein_session=${secretOf(1)}`, origin: PUBLIC_URL, 'content-type': 'application/json' };
  const begin = performance.now();
  const answer = await fetch(`${web.address}/api/v1/buildings/${SLUG}/posts`, { method: 'POST', headers, body: JSON.stringify({ body: 'Voor allemaal' }) });
  const milliseconds = performance.now() - begin;
  if (answer.status !== 201) throw new Error(`a post was answered with ${answer.status}`);
  return { id: ((await answer.json()) as { id: string }).id, milliseconds };
}

/** How long the event loop of a process was held at most since this was asked before, in milliseconds. */
async function longestHold(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]) * 1_000;
}

/** A post that so many people are told of: what it costs who writes it, and until all that follows is written. */
export async function measureTelling(adminUrl: string, folder: string, members: number, rounds: number): Promise<Result[]> {
  const [many, one] = [await openTown(adminUrl, folder, members), await openTown(adminUrl, folder, 1)];
  const seen = { many: [] as number[], one: [] as number[] };
  for (let request = -5; request < REQUESTS; request++) {
    for (const [name, town] of [['many', many], ['one', one]] as const) {
      const { milliseconds } = await post(town);
      // The first ones warm up.
      if (request >= 0) seen[name].push(milliseconds);
    }
  }
  // The requests alone were measured: what follows from them is not waited for.
  await many.client.query('update event set relayed_at = now(), done_at = now()');
  const port = await freePort();
  const worker = await startProcess({ databaseUrl: many.databaseUrl, dataDir: `${folder}/telling-worker`, role: 'worker', publicUrl: PUBLIC_URL, env: { NODE_ENV: 'production', METRICS_PORT: String(port) } });
  const metrics = `http://127.0.0.1:${port}/metrics`;
  const written: number[] = [];
  const holds: number[] = [];
  for (let round = -1; round < rounds; round++) {
    await sleep(1_000);
    await longestHold(metrics);
    const begin = performance.now();
    const { id } = await post(many);
    for (let count = 0; count < members - 1; ) {
      await sleep(20);
      count = (await many.client.query<{ count: number }>('select count(*)::int as count from notification where post_id = $1', [id])).rows[0]?.count ?? 0;
    }
    if (round < 0) continue;
    written.push(performance.now() - begin);
    holds.push(await longestHold(metrics));
  }
  await worker.stop();
  for (const { web, client } of [many, one]) {
    await web.stop();
    await client.end();
  }
  const people = members.toLocaleString('en');
  return [
    result(`a post in a place of ${people} people who want to hear everything, against a place of 1`, 'ms', median(seen.many), median(seen.one), { atMost: 1.2 }),
    result(`until its ${people} notifications are written`, 'ms', median(written), null, { atMost: 10_000 }),
    result('longest hold of the event loop of the worker meanwhile', 'ms', Math.max(...holds), null, { atMost: 50 }),
  ];
}
