// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../scripts/migrate.ts';
import { migrateQueues } from '../../server/platform/jobs/jobs.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import type { Gathering, Order, Word } from './crowd.ts';
import { median, quantile } from './load.ts';
import { residentMegabytes } from './processes.ts';
import { result, type Result } from './report.ts';
import { type BareServer, startBare } from './servers.ts';

/** Of the session of the member with this number, from 1. */
export const secretOf = (person: number): string => createHash('sha256').update(`listener ${person}`).digest('base64url');
export const SLUG = 'overleg';

/** A closed building with so many members: what is told there is for them only, and asked again for each of them. */
export async function buildingWith(adminUrl: string, members: number, purpose = 'live'): Promise<string> {
  const name = `bench_${purpose}_${members}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner plein`);
  await admin.end();
  const bareUrl = adminUrl.replace('/postgres?', `/${name}?`);
  const url = bareUrl.replace('postgres://postgres@', 'postgres://plein@');
  await migrate(url);
  await migrateQueues(url);
  const client = new pg.Client({ connectionString: bareUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    insert into actor (id, type, handle, name, uri, audience_id) select uuidv7(), 'person', 'lid-' || n, 'Lid ' || n, 'urn:bench:' || n, 1 from generate_series(1, ${members}) n;
    insert into account (id, actor_id, email, is_staff, confirmed_at) select uuidv7(), id, handle || '@zuiderdam.example', true, now() from actor where type = 'person';
    insert into actor (id, type, handle, name, uri, audience_id) values (uuidv7(), 'building', '${SLUG}', 'Overleg', 'urn:bench:overleg', 1);
    insert into audience (kind, place_id) select kind, id from actor cross join unnest(array['members', 'staff-members']) as kind where handle = '${SLUG}';
    insert into place (id, kind, slug, access, audience_id, members_audience_id, staff_members_audience_id)
      select a.id, 'building', a.handle, 'closed', 1, m.id, s.id from actor a join audience m on m.place_id = a.id and m.kind = 'members' join audience s on s.place_id = a.id and s.kind = 'staff-members' where a.handle = '${SLUG}';
    insert into membership (id, member_id, place_id, state, audience_id) select uuidv7(), a.id, p.id, 'active', p.members_audience_id from actor a, place p where a.type = 'person' and p.slug = '${SLUG}';
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
  /** Does something that each of them hears of. @returns milliseconds until the last one did */
  hears(act: () => Promise<Response>): Promise<number>;
  close(): void;
}

/** A crowd in a process of its own; resolves when each of them listens. */
async function gather(gathering: Gathering): Promise<Crowd> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'crowd.ts'));
  const order = async <K extends string>(what: Order | null, key: K): Promise<Word & Record<K, unknown>> => {
    const answer = new Promise<Word & Record<K, unknown>>((resolve, reject) => {
      const take = (word: Word) => {
        if (!('failed' in word) && !(key in word)) return;
        child.off('message', take);
        if ('failed' in word) reject(new Error(word.failed));
        // Just looked at.
        else resolve(word as Word & Record<K, unknown>);
      };
      child.on('message', take);
    });
    if (what !== null) child.send(what);
    return answer;
  };
  await order({ gather: gathering }, 'gathered');
  return {
    async hears(act) {
      await order({ listen: true }, 'listening');
      const heard = order(null, 'allHeardAt');
      const begin = performance.timeOrigin + performance.now();
      const answer = await act();
      if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
      return Number((await heard).allHeardAt) - begin;
    },
    close: () => child.disconnect(),
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
  const cookies = Array.from({ length: count }, (_, index) => `plein_session=${secretOf(index + 1)}`);
  const members = await gather({ address: plein.address, origin: plein.address, cookies, topic: `building:${SLUG}` });
  const perSocket = ((residentMegabytes(plein.pid) - before) * 1024) / count;
  const anybody = await gather({ address: bare.address, origin: bare.address, cookies: cookies.map(() => null), topic: null });
  const headers = { cookie: `plein_session=${secretOf(1)}`, origin: plein.address, 'content-type': 'application/json' };
  const say = {
    plein: () => fetch(`${plein.address}/api/v1/buildings/${SLUG}/posts`, { method: 'POST', headers, body: JSON.stringify({ body: 'Voor allemaal' }) }),
    bare: () => fetch(`${bare.address}/say`, { method: 'POST', body: 'x' }),
  };
  const seen = { plein: [] as number[], bare: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    for (const [name, crowd] of [['plein', members], ['bare', anybody]] as const) {
      const time = await crowd.hears(say[name]);
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
  const crowd = await gather({ address: other.address, origin: publicUrl, cookies: [headers(2).cookie], topic: `building:${SLUG}` });
  const times: number[] = [];
  for (let post = -3; post < posts; post++) {
    const time = await crowd.hears(() => fetch(`${one.address}/api/v1/buildings/${SLUG}/posts`, { method: 'POST', headers: headers(1), body: JSON.stringify({ body: `Bericht ${post}` }) }));
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
