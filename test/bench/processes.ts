// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { house } from '../../federation/house.ts';
import { hashPassword } from '../../server/identity/password.ts';
import { openInstance } from '../../server/instance.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import { startProcess } from '../support/processes.ts';
import type { DataSet } from './data.ts';
import { median, press, type Target } from './load.ts';
import { result, type Result } from './report.ts';
import { startBare } from './servers.ts';
import type { Pair } from './throughput.ts';

/** Resident memory of a process, in MiB; only Linux tells. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** From the command to the first answer, and the memory of an instance that does nothing yet. */
export async function measureStart(data: DataSet, dataDir: string, rounds: number): Promise<Result[]> {
  const seen = { plein: [] as number[], bare: [] as number[], pleinMemory: [] as number[], bareMemory: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    let begin = performance.now();
    const plein = await startProcess({ databaseUrl: data.url, dataDir, env: { NODE_ENV: 'production' } });
    seen.plein.push(performance.now() - begin);
    begin = performance.now();
    const bare = await startBare('baseline.ts', { DATABASE_URL: data.bareUrl });
    seen.bare.push(performance.now() - begin);
    seen.pleinMemory.push(residentMegabytes(plein.pid));
    seen.bareMemory.push(residentMegabytes(bare.pid));
    await bare.stop();
    await plein.kill();
  }
  return [
    result('start of a process on a migrated database', 'ms', median(seen.plein), median(seen.bare)),
    result('memory of a process that just started', 'MiB', median(seen.pleinMemory), median(seen.bareMemory)),
  ];
}

const person = { email: 'persoon-9@zuiderdam.example', password: 'een zin van vier woorden' };

/** Sign-ins per second, against one row and argon2id with the same parameters. */
export async function measureSignIn({ data, plein, bare }: Pair, rounds: number): Promise<Result[]> {
  const client = new pg.Client({ connectionString: data.bareUrl });
  await client.connect();
  await client.query('update account set password_hash = $1 where email_key = $2', [await hashPassword(person.password), person.email]);
  await client.end();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(person);
  const targets: Record<'plein' | 'bare', Target> = {
    plein: { address: plein.address, status: 201, next: () => ({ method: 'POST', path: '/api/v1/sessions', headers: { ...headers, origin: plein.address }, body }) },
    bare: { address: bare.address, status: 201, next: () => ({ method: 'POST', path: '/sessions', headers, body }) },
  };
  const seen = { plein: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['plein', 'bare'] as const) seen[name].push((await press(targets[name], { connections: 4, requests: 20 })).perSecond);
  }
  return [result('sign in', 'requests/s', median(seen.plein), median(seen.bare))];
}

/** How many statements an answer takes, counted, for pages of different lengths and sets of different sizes. */
export async function countStatements(sets: readonly DataSet[], dataDir: string): Promise<Result[]> {
  const counts = new Map<string, Set<number>>();
  for (const data of sets) {
    const instance = await openInstance(readConfig({ DATABASE_URL: data.url, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: 'http://plein.example', ROLE: 'web', RATE_LIMITS: 'relaxed', LOG_LEVEL: 'error' }), { rooms: house });
    const original = pg.Client.prototype.query as unknown as (...parameters: unknown[]) => unknown;
    let sent = 0;
    pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
      sent++;
      return original.apply(this, parameters);
    } as unknown as typeof pg.Client.prototype.query;
    const place = data.places[0]?.slug ?? '';
    const pages = { 'feed of the square': '/feed?scope=square', 'feed of mine': '/feed?scope=mine', 'feed of a building': `/buildings/${place}/posts?`, 'one post': `/posts/${data.postIds[0] ?? ''}?` };
    try {
      for (const [name, path] of Object.entries(pages)) {
        for (const limit of name === 'one post' ? [''] : ['&limit=1', '&limit=20', '&limit=100']) {
          // Connections are made, and "last seen" is noted, by the first.
          for (let turn = 0; turn < 3; turn++) {
            sent = 0;
            const answer = await instance.app.inject({ url: `/api/v1${path}${limit}`, headers: { cookie: data.cookies.active ?? '' } });
            if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`);
          }
          counts.set(name, (counts.get(name) ?? new Set()).add(sent));
        }
      }
    } finally {
      pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
      await instance.stop();
    }
  }
  return [...counts].map(([name, found]) => result(`statements for the ${name}, with sign-in: the same for 1, 20, 100 posts and every size`, 'statements', Math.max(...found), Math.min(...found), { atMost: 1 }));
}
