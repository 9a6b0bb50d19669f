// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { send, newActivityId } from '../../federation/delivery/send.ts';
import { PUBLIC } from '../../federation/addresses.ts';
import { openDeps } from '../../server/instance.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { freePort, type PleinProcess, startProcess } from '../support/processes.ts';
import type { Named } from './federation-peer.ts';
import { type BarePeer, type FedifyInbox, startBarePeer, startFedifyInbox } from './federation-peers.ts';
import { buildingWith, secretOf } from './live.ts';
import { median } from './load.ts';
import { result, type Result } from './report.ts';

const HOSTS = 10;
const CONNECTIONS = 32;

export interface Town {
  client: pg.Client;
  plein: PleinProcess;
  deps: Deps;
  url: string;
  authorId: string;
  close(): Promise<void>;
}

const env = { NODE_ENV: 'production', FEDERATION_ALLOW_PRIVATE: '1' };

/** An instance that others reach, in one process; and its database, in the hands of the measurement. */
export async function openTown(adminUrl: string, folder: string, members: number, purpose: string, { program, limits = 'relaxed' }: { program?: string; limits?: 'normal' | 'relaxed' } = {}): Promise<Town> {
  const databaseUrl = await buildingWith(adminUrl, members, purpose);
  const client = new pg.Client({ connectionString: adminUrl.replace('/postgres?', `/bench_${purpose}_${members}?`) });
  client.on('error', () => undefined);
  await client.connect();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = `${folder}/${purpose}`;
  const plein = await startProcess({ databaseUrl, dataDir, port, publicUrl: url, ...(program === undefined ? {} : { program }), env: { ...env, RATE_LIMITS: limits, ...(process.env['PLEIN_PROFILE'] === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${process.env['PLEIN_PROFILE']}` }) } });
  const { rows } = await client.query<{ id: string }>(`update actor set uri = $1 || '/ap/actors/' || id where handle = 'lid-1' returning id`, [url]);
  const { deps, close } = openDeps(readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: url, ROLE: 'web', RATE_LIMITS: 'relaxed', LOG_LEVEL: 'error', FEDERATION_ALLOW_PRIVATE: '1' }));
  return {
    client, plein, deps, url, authorId: rows[0]?.id ?? '',
    async close() {
      await close();
      await plein.stop();
      await client.end();
    },
  };
}

/** As the first member of {@link buildingWith}. */
export async function call(town: Town, path: string, body: unknown): Promise<{ status: number; json: Record<string, unknown>; milliseconds: number }> {
  const headers = { cookie: `plein_session=${secretOf(1)}`, origin: town.url, 'content-type': 'application/json' };
  const begin = performance.now();
  const answer = await fetch(`${town.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const milliseconds = performance.now() - begin;
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, milliseconds };
}

type Counted = { taken: number; firstAt: number; lastAt: number };

async function waitFor(look: () => Promise<boolean>, what: string, seconds = 180): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(25);
  }
}

/** Signed deliveries per second, through rows and lanes, against a loop that only signs, posts and has it verified. */
async function measureOut(town: Town, sender: BarePeer, receiver: BarePeer, rounds: number, count: number): Promise<Result[]> {
  const seen = { plein: [] as number[], bare: [] as number[] };
  let serial = 0;
  for (let round = -1; round < rounds; round++) {
    const { pressed } = await sender.ask<{ pressed: number }>({ press: { to: `${receiver.origins[0]}/inbox`, count, connections: CONNECTIONS } });
    await receiver.ask<Counted>({ reset: true });
    await town.deps.database.asSystem(async (trx) => {
      for (let index = 0; index < count / HOSTS; index++) {
        const { uri } = newActivityId(town.deps);
        const object = { id: `${uri}/object`, type: 'Note', to: [PUBLIC], content: `<p>Bericht nummer ${++serial}, met een paar woorden over het onderwerp.</p>` };
        const activity = { '@context': 'https://www.w3.org/ns/activitystreams', id: uri, type: 'Create', actor: `${town.url}/ap/actors/${town.authorId}`, to: [PUBLIC], object };
        await send(trx, town.deps, { dedupeKey: uri, type: 'Create', senderId: town.authorId, activity, orderingKey: uri, to: receiver.origins.map((origin) => ({ host: new URL(origin).host, inbox: `${origin}/inbox` })) });
      }
    });
    let counted: Counted = { taken: 0, firstAt: 0, lastAt: 0 };
    await waitFor(async () => (counted = await receiver.ask<Counted>({ count: true })).taken >= count, `${count} deliveries`);
    await waitFor(async () => (await town.client.query('select 1 from delivery limit 1')).rows.length === 0, 'an empty table of deliveries');
    // The first one warms up, and makes keys.
    if (round < 0) continue;
    seen.bare.push(pressed);
    seen.plein.push(count / ((counted.lastAt - counted.firstAt) / 1_000));
  }
  return [result('signed deliveries through the lanes, to 10 instances', 'per second', median(seen.plein), median(seen.bare), { atLeast: 0.7 })];
}

interface In {
  taken: number[];
  handled: number[];
  bare: number[];
  fedify: number[];
}

interface Pressing {
  type: 'Create' | 'View';
  inReplyTo: string[];
  naming?: Named;
}

/** What people elsewhere say, until each of it is handled, against taking and verifying alone, and against Fedify's own inbox where one is given. */
async function pressIn(town: Town, sender: BarePeer, receiver: BarePeer, rounds: number, count: number, what: Pressing, fedify: FedifyInbox | null = null): Promise<In> {
  const seen: In = { taken: [], handled: [], bare: [], fedify: [] };
  for (let round = -1; round < rounds; round++) {
    await sender.ask({ prepare: { to: `${receiver.origins[0]}/inbox`, count, ...what } });
    const bare = await sender.ask<Sent>({ send: { connections: CONNECTIONS } });
    const ofFedify = fedify === null ? null : await pressFedify(fedify, sender, count, what);
    await sender.ask({ prepare: { to: `${town.url}/ap/inbox`, count, ...what } });
    const begin = performance.now();
    const { sent } = await sender.ask<Sent>({ send: { connections: CONNECTIONS } });
    if (sent.statuses['202'] !== count) throw new Error(`the inbox answered ${JSON.stringify(sent.statuses)}`);
    await waitFor(async () => (await town.client.query('select 1 from received_activity where handled_at is null limit 1')).rows.length === 0, 'everything to be handled');
    const rate = count / ((performance.now() - begin) / 1_000);
    if (round < 0) continue;
    seen.taken.push(sent.perSecond);
    seen.handled.push(rate);
    seen.bare.push(bare.sent.perSecond);
    if (ofFedify !== null) seen.fedify.push(ofFedify);
  }
  return seen;
}

/** @returns how many it handled in a second, from the first that is sent until its listener has seen all */
async function pressFedify(fedify: FedifyInbox, sender: BarePeer, count: number, what: Pressing): Promise<number> {
  const before = await fedify.handled();
  await sender.ask({ prepare: { to: fedify.url, count, ...what } });
  const begin = performance.now();
  const { sent } = await sender.ask<Sent>({ send: { connections: CONNECTIONS } });
  if (sent.statuses['202'] !== count) throw new Error(`Fedify's inbox answered ${JSON.stringify(sent.statuses)}`);
  await waitFor(async () => (await fedify.handled()) === before + count, 'Fedify to handle everything');
  return count / ((performance.now() - begin) / 1_000);
}

export type Sent = { sent: { perSecond: number; statuses: Record<string, number> } };
const POSTS = 20;

async function measureIn(town: Town, sender: BarePeer, receiver: BarePeer, rounds: number, count: number): Promise<Result[]> {
  const made = await call(town, '/buildings', { name: 'Buurt', slug: 'buurt', access: 'open' });
  if (made.status !== 201) throw new Error(`a building was answered with ${made.status} ${JSON.stringify(made.json)}`);
  const posts: string[] = [];
  for (let index = 0; index < POSTS; index++) posts.push(`${town.url}/ap/objects/${String((await call(town, '/buildings/buurt/posts', { body: 'Wat vinden jullie?' })).json['id'])}`);
  const author = await town.client.query<{ handle: string }>('select handle from actor where id = $1', [town.authorId]);
  const naming = { href: `${town.url}/ap/actors/${town.authorId}`, name: `@${author.rows[0]?.handle ?? ''}` };
  const fedify = await startFedifyInbox();
  try {
    const unknown = await pressIn(town, sender, receiver, rounds, count, { type: 'View', inReplyTo: posts });
    const answers = await pressIn(town, sender, receiver, rounds, count, { type: 'Create', inReplyTo: posts }, fedify);
    const named = await pressIn(town, sender, receiver, rounds, count, { type: 'Create', inReplyTo: posts, naming }, fedify);
    const { rows } = await town.client.query<{ count: number }>(`select count(*)::int as count from post where origin = 'remote'`);
    const wanted = 2 * count * (rounds + 1);
    if (rows[0]?.count !== wanted) throw new Error(`${rows[0]?.count} answers stand here instead of ${wanted}`);
    return [
      result('activities taken in, verified and kept (202)', 'per second', median(unknown.taken), median(unknown.bare)),
      result('activities taken in, and handled as not understood', 'per second', median(unknown.handled), median(unknown.bare), null),
      result(`answers from elsewhere to ${POSTS} posts, until each stands in its thread`, 'per second', median(answers.handled), median(answers.bare), null),
      result("the same, against Fedify's own inbox with everything in memory and a listener that only counts", 'per second', median(answers.handled), median(answers.fedify), null),
      result('the same, each naming whom it answers', 'per second', median(named.handled), median(named.bare), null),
      result("that, against Fedify's own inbox", 'per second', median(named.handled), median(named.fedify), null),
    ];
  } finally {
    fedify.stop();
  }
}

/** Federation out and in: `npm run bench -- --only federation`; its parts are `federation-out` and `federation-in`. */
export async function measureFederation(adminUrl: string, folder: string, rounds: number, quick: boolean, wants: (part: string) => boolean): Promise<Result[]> {
  const results: Result[] = [];
  const [sender, receiver] = [await startBarePeer(HOSTS, 11), await startBarePeer(HOSTS, 31)];
  const among = async (purpose: string, options: Parameters<typeof openTown>[4], measure: (town: Town) => Promise<Result[]>) => {
    if (!wants('federation') && !wants(`federation-${purpose}`)) return;
    const town = await openTown(adminUrl, folder, 1, `federation_${purpose}`, options);
    try {
      results.push(...(await measure(town)));
    } finally {
      await town.close();
    }
  };
  try {
    await among('out', {}, (town) => measureOut(town, sender, receiver, rounds, quick ? 1_000 : 3_000));
    await among('in', { program: join(import.meta.dirname, 'federation-inbox.ts') }, (town) => measureIn(town, sender, receiver, rounds, quick ? 500 : 2_000));
  } finally {
    sender.stop();
    receiver.stop();
  }
  return results;
}
