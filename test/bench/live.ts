// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WebSocket } from 'ws';
import { migrate } from '../../scripts/migrate.ts';
import { migrateQueues } from '../../server/platform/jobs/jobs.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { median, quantile } from './load.ts';
import { residentMegabytes } from './processes.ts';
import { result, type Result } from './report.ts';
import { type BareServer, startBare } from './servers.ts';

const secretOf = (person: number): string => createHash('sha256').update(`listener ${person}`).digest('base64url');
const SLUG = 'overleg';

/** A closed building with so many members: what is told there is for them only, and asked again for each of them. */
async function buildingWith(adminUrl: string, members: number): Promise<string> {
  const name = `bench_live_${members}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner plein`);
  await admin.end();
  const bareUrl = adminUrl.replace('/postgres?', `/${name}?`);
  const url = bareUrl.replace('postgres://postgres@', 'postgres://plein@');
  await migrate(url);
  await migrateQueues(url);
  const client = new pg.Client({ connectionString: bareUrl });
  await client.connect();
  await client.query(`
    insert into actor (id, type, handle, name, uri, audience_id) select uuidv7(), 'person', 'lid-' || n, 'Lid ' || n, 'urn:bench:' || n, 1 from generate_series(1, ${members}) n;
    insert into account (id, actor_id, email, is_staff, confirmed_at) select uuidv7(), id, handle || '@zuiderdam.example', true, now() from actor where type = 'person';
    insert into actor (id, type, handle, name, uri, audience_id) values (uuidv7(), 'building', '${SLUG}', 'Overleg', 'urn:bench:overleg', 1);
    insert into audience (kind, place_id) select kind, id from actor cross join unnest(array['members', 'staff-members']) as kind where type = 'building';
    insert into place (id, kind, slug, access, audience_id, members_audience_id, staff_members_audience_id)
      select a.id, 'building', a.handle, 'closed', 1, m.id, s.id from actor a join audience m on m.place_id = a.id and m.kind = 'members' join audience s on s.place_id = a.id and s.kind = 'staff-members';
    insert into membership (id, member_id, place_id, state, audience_id) select uuidv7(), a.id, p.id, 'active', p.members_audience_id from actor a, place p where a.type = 'person';
  `);
  await client.query('insert into session (id, token_hash, account_id, expires_at) select uuidv7(), t.hash, c.id, now() + interval \'1 day\' from unnest($1::int[], $2::bytea[]) as t (n, hash) join account c on c.email_key = \'lid-\' || t.n || \'@zuiderdam.example\'', [
    Array.from({ length: members }, (_, index) => index + 1),
    Array.from({ length: members }, (_, index) => createHash('sha256').update(secretOf(index + 1)).digest()),
  ]);
  await client.query('vacuum analyze');
  await client.end();
  return url;
}

interface Crowd {
  /** Resolves when each of them has heard one thing more than now. @returns milliseconds from `begin` to the last one */
  all(begin: number): Promise<number>;
  close(): void;
}

/** Opens so many sockets, a few dozen at a time, and waits until each listens. */
async function gather(address: string, count: number, headersOf: (index: number) => Record<string, string>, topic: string | null): Promise<Crowd> {
  const sockets: WebSocket[] = [];
  let heard = 0;
  let wanted = Infinity;
  let done: () => void = () => undefined;
  const open = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, { headers: headersOf(index), perMessageDeflate: false });
      sockets.push(socket);
      socket.once('error', reject);
      socket.once('unexpected-response', (_request, response) => reject(new Error(`the socket was refused with ${response.statusCode}`)));
      socket.once('open', () => (topic === null ? resolve() : socket.send(JSON.stringify({ subscribe: topic }))));
      let listening = topic === null;
      socket.on('message', (content) => {
        if (!listening) {
          listening = true;
          if (String(content).includes('"error"')) reject(new Error(String(content)));
          else resolve();
        } else if (++heard >= wanted) done();
      });
    });
  const waiting = Array.from({ length: count }, (_, index) => index);
  await Promise.all(Array.from({ length: 32 }, async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await open(index);
  }));
  return {
    all: (begin) =>
      new Promise((resolve) => {
        heard = 0;
        wanted = count;
        done = () => resolve(performance.now() - begin);
      }),
    close: () => sockets.forEach((socket) => socket.terminate()),
  };
}

/**
 * From the moment that a post is sent to the moment that the last of `count` members has heard of it, against a bare broadcast.
 * What stands between the two (the outbox, its relay, the queue) takes the same for one socket as for ten thousand.
 */
export async function measureFanOut(adminUrl: string, folder: string, count: number, rounds: number): Promise<Result[]> {
  const databaseUrl = await buildingWith(adminUrl, count);
  const plein: PleinProcess = await startProcess({ databaseUrl, dataDir: `${folder}/live-${count}`, env: { NODE_ENV: 'production' } });
  const bare: BareServer = await startBare('baseline-live.ts');
  const before = residentMegabytes(plein.pid);
  const members = await gather(plein.address, count, (index) => ({ cookie: `plein_session=${secretOf(index + 1)}`, origin: plein.address }), `building:${SLUG}`);
  const perSocket = ((residentMegabytes(plein.pid) - before) * 1024) / count;
  const anybody = await gather(bare.address, count, () => ({}), null);
  const headers = { cookie: `plein_session=${secretOf(1)}`, origin: plein.address, 'content-type': 'application/json' };
  const say = {
    plein: () => fetch(`${plein.address}/api/v1/buildings/${SLUG}/posts`, { method: 'POST', headers, body: JSON.stringify({ body: 'Voor allemaal' }) }),
    bare: () => fetch(`${bare.address}/say`, { method: 'POST', body: 'x' }),
  };
  const seen = { plein: [] as number[], bare: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    for (const [name, crowd] of [['plein', members], ['bare', anybody]] as const) {
      const begin = performance.now();
      const everybody = crowd.all(begin);
      const answer = await say[name]();
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
      const time = await everybody;
      // The first round warms up.
      if (round >= 0) seen[name].push(time);
      await sleep(150);
    }
  }
  members.close();
  anybody.close();
  await plein.stop();
  await bare.stop();
  const people = count.toLocaleString('en');
  return [
    result(`a post until the last of ${people} sockets heard of it, each asked for rights`, 'ms', median(seen.plein), median(seen.bare), count >= 10_000 ? { atMost: 1.5 } : null),
    result(`memory of one of ${people} sockets`, 'KiB', perSocket, null),
  ];
}

/** A post made in one web process, heard at a socket of another; a third process does the work in between. */
export async function measureAcross(adminUrl: string, folder: string, posts: number): Promise<Result[]> {
  const databaseUrl = await buildingWith(adminUrl, 2);
  const publicUrl = 'http://plein.example';
  const start = (role: 'web' | 'worker') => startProcess({ databaseUrl, dataDir: `${folder}/across`, role, publicUrl, env: { NODE_ENV: 'production' } });
  const [one, other, worker] = [await start('web'), await start('web'), await start('worker')];
  const headers = (person: number) => ({ cookie: `plein_session=${secretOf(person)}`, origin: publicUrl, 'content-type': 'application/json' });
  const crowd = await gather(other.address, 1, () => headers(2), `building:${SLUG}`);
  const times: number[] = [];
  for (let post = -3; post < posts; post++) {
    const begin = performance.now();
    const heard = crowd.all(begin);
    await fetch(`${one.address}/api/v1/buildings/${SLUG}/posts`, { method: 'POST', headers: headers(1), body: JSON.stringify({ body: `Bericht ${post}` }) });
    const time = await heard;
    if (post >= 0) times.push(time);
    await sleep(50);
  }
  crowd.close();
  for (const each of [worker, other, one]) await each.stop();
  return [
    result('a post made in one process, heard at a socket of another: median', 'ms', median(times), null, { atMost: 200 }),
    result('the same: slowest of all', 'ms', quantile(times, 1), null, { atMost: 200 }),
  ];
}
