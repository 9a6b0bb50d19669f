// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { demonstration } from '../../scripts/demo/index.ts';
import { databaseUrl } from '../support/postgres-template.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { backends } from '../support/queues.ts';
import { startRedis } from '../support/redis-server.ts';
import { PUBLIC_URL } from './fleet.ts';
import { visit } from './visit.ts';

describe.each(backends)('processes that start at the same moment on an empty database and %s', (backend) => {
  let name: string;
  let dataDir: string;
  let url: string;
  let redis: Awaited<ReturnType<typeof startRedis>> | null;
  let processes: PleinProcess[];

  async function asAdmin(statement: string): Promise<void> {
    const admin = new pg.Client({ connectionString: inject('pgAdminUrl') });
    await admin.connect();
    await admin.query(statement).finally(() => admin.end());
  }

  beforeEach(async () => {
    name = `test_empty_${randomBytes(6).toString('hex')}`;
    await asAdmin(`create database ${name} owner plein template template0`);
    url = databaseUrl(name, inject('pgSocketDir'));
    dataDir = await mkdtemp(join(tmpdir(), 'plein-together-'));
    redis = backend === 'Redis' ? await startRedis(join(dataDir, 'redis')) : null;
    processes = [];
  });
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.kill()));
    await asAdmin(`drop database if exists ${name} with (force)`);
    await redis?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function startTogether(roles: readonly ('web' | 'worker' | 'all')[], env: Record<string, string>): Promise<PleinProcess[]> {
    const starting = roles.map((role) => startProcess({ databaseUrl: url, redisUrl: redis?.url ?? null, dataDir, role, publicUrl: PUBLIC_URL, env: { DATABASE_POOL_SIZE: '5', ...env } }));
    const outcomes = await Promise.allSettled(starting);
    processes = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return processes;
  }

  /** Row-level security shows nothing to who does not say that they are the system. */
  async function ask(statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`set plein.system = 'on'`);
    return client.query<Record<string, unknown>>(statement).then(({ rows }) => rows).finally(() => client.end());
  }

  const openings = /^(Plein (is open at|works in the background for) \S+\s*)$/;

  async function expectMigratedAndReady(): Promise<void> {
    const migrations = (await readdir(join(import.meta.dirname, '../../migrations'))).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
    expect((await ask('select name from kysely_migration order by name')).map((row) => row['name'])).toEqual(migrations.sort());
    for (const { address } of processes) expect((await fetch(`${address}/readyz`)).status).toBe(200);
  }

  test.each([[2, ['all', 'all']], [4, ['web', 'web', 'worker', 'worker']]] as const)('%i of them all migrate, and make one administrator and one demonstration', async (_count, roles) => {
    const environment = { DEMO: '1', ADMIN_EMAIL: 'beheer@zuiderdam.example', ADMIN_PASSWORD: 'een lang wachtwoord' };
    for (const { output } of await startTogether(roles, environment)) expect(output()).toMatch(openings);
    await expectMigratedAndReady();
    expect(await ask(`select email from account where email = 'beheer@zuiderdam.example' and role = 'administrator'`)).toHaveLength(1);
    expect(await ask('select count(*)::int as people from account')).toEqual([{ people: demonstration.people.length + 1 }]);
    expect(await ask(`select count(*)::int as buildings from place where kind = 'building'`)).toEqual([{ buildings: demonstration.buildings.length }]);
    const answers = await Promise.all(processes.map(({ address }) => visit(address, null, 'GET', '/feed?limit=1')));
    expect(answers.map(({ status }) => status)).toEqual(roles.map(() => 200));
  });

  test('print each a link for the first administrator, of which one works, once', async () => {
    const [one, other] = await startTogether(['web', 'web'], { DEMO: '0' });
    const token = (from: PleinProcess | undefined) => /first-administrator\?token=([\w-]+)/.exec(from?.output() ?? '')?.[1];
    const open = (at: PleinProcess | undefined, serial: number, link: string | undefined) =>
      visit(at?.address ?? '', null, 'POST', '/first-administrator', { token: link, email: `eerste-${serial}@zuiderdam.example`, name: `Eerste Persoon ${serial}`, password: 'vier losse woorden samen' });
    // Each at the process that did not print it, at the same moment.
    const answers = await Promise.all([open(one, 1, token(other)), open(other, 2, token(one))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    expect(await ask(`select count(*)::int as administrators from account where role = 'administrator'`)).toEqual([{ administrators: 1 }]);
  });
});
