// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from '../../scripts/postgres/embedded.ts';
import { postgresProcesses } from '../../scripts/postgres/processes.ts';

// Whole starts: seconds each, more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const parent = mkdtempSync(join(tmpdir(), `plein-test-${process.pid}-`));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let folders = 0;
const freshFolder = (): string => join(parent, String(++folders));

async function start(dataDir: string, { fast = true } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, log: () => {}, fast });
  onTestFinished(postgres.stop);
  return postgres;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  test('gives the application a role that is bound by row-level security and a database of its own', async () => {
    const { appUrl } = await start(freshFolder());
    expect(await ask(appUrl, `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, current_database() as database,
        (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner
      from pg_roles where rolname = current_user`)).toEqual([
      { rolname: 'plein', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, database: 'plein', owner: 'plein' },
    ]);
  });

  test('listens on a socket that only its owner can reach, and on no port', async () => {
    const { adminUrl, socketDir } = await start(freshFolder());
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
    expect(await ask(adminUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  });

  test('finds Dutch words with accents alike by their letters', async () => {
    const { adminUrl } = await start(freshFolder());
    await ask(adminUrl, 'create extension pg_trgm');
    expect(await ask(adminUrl, `select lower('ÉÉN') as lower, cardinality(show_trgm('é')) as trigrams`)).toEqual([{ lower: 'één', trigrams: 2 }]);
  });

  test('keeps what was written when it is stopped and started again', async () => {
    const folder = freshFolder();
    const first = await start(folder);
    await ask(first.appUrl, `create table kept as select 'still here' as line`);
    await first.stop();
    expect(existsSync(join(folder, 'plein.lock'))).toBe(false);
    const second = await start(folder);
    expect(await ask(second.appUrl, 'select line from kept')).toEqual([{ line: 'still here' }]);
  });

  test('is started again when it is killed, with all that was acknowledged', async () => {
    const postgres = await start(freshFolder(), { fast: false });
    await ask(postgres.appUrl, `create table kept as select 1 as number`);
    process.kill(postgres.pid() ?? 0, 'SIGKILL');
    await expect.poll(() => ask(postgres.appUrl, 'select number from kept').catch(() => []), { timeout: 5_000, interval: 50 }).toEqual([{ number: 1 }]);
  });

  test('leaves no process, socket or lock when it is stopped', async () => {
    const folder = freshFolder();
    const postgres = await start(folder);
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(postgresProcesses(join(folder, 'postgres'), null)).toEqual([]);
    expect(existsSync(postgres.socketDir)).toBe(false);
  });

  test('puts its socket in a short private folder when the path of the data folder is long', async () => {
    const folder = join(freshFolder(), 'a'.repeat(90), 'b, c "d" %s');
    const { appUrl, socketDir } = await start(folder);
    expect(socketDir.startsWith(folder)).toBe(false);
    expect(statSync(socketDir).mode & 0o777).toBe(0o700);
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('copes with a comma, a quote and a space in the path of its data folder', async () => {
    const folder = join(parent, 'a, "b" c');
    const { appUrl, socketDir } = await start(folder);
    expect(socketDir).toBe(join(folder, 'socket'));
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('passes by the files of a process that is gone, also when its number is in use again', async () => {
    const folder = freshFolder();
    await (await start(folder)).stop();
    // This process lives, but is no PostgreSQL, and started at another time than the lock says.
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.ppid}\n${join(folder, 'postgres')}\n0\n5432\n${join(folder, 'socket')}\n`);
    writeFileSync(join(folder, 'plein.lock'), `${process.ppid} 1@another-boot\n`);
    expect(await ask((await start(folder)).appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('clears away a first start that was broken off', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
    mkdirSync(join(folder, 'postgres'));
    expect(await ask((await start(folder)).appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a data folder that cannot be used is told in one sentence', () => {
  const refusal = (dataDir: string): Promise<string> => start(dataDir).then(() => 'started', (error: Error) => `${error.name}: ${error.message}`);

  test('in use by another', async () => {
    const folder = freshFolder();
    await start(folder);
    expect(await refusal(folder)).toBe(`StartRefused: Another Plein (process ${process.pid}) is using the data folder ${folder}: stop that one first, or set DATA_DIR to another folder.`);
  });

  test('of another version', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    expect(await refusal(folder)).toMatch(/^StartRefused: .* holds data of PostgreSQL 15, but this Plein brings PostgreSQL 18: [^\n]*$/);
    expect(existsSync(join(folder, 'plein.lock'))).toBe(false);
  });

  test('not a database', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'notes.txt'), 'mine');
    expect(await refusal(folder)).toMatch(/^StartRefused: .* holds no data of PostgreSQL: [^\n]*$/);
  });

  test('not to be written', async () => {
    const file = freshFolder();
    writeFileSync(file, '');
    expect(await refusal(join(file, 'data'))).toMatch(/^StartRefused: The data folder .* cannot be used \(ENOTDIR at [^\n]*$/);
    expect(await refusal('/sys/plein')).toMatch(/^StartRefused: The data folder \/sys\/plein cannot be used \([^\n]*$/);
  });
});
