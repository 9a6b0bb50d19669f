// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { expect, test } from 'vitest';
import { createDatabase } from './database.ts';

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each test file gets a migrated database of its own, as a role that row-level security binds', async () => {
  const [one, other] = [await createDatabase(), await createDatabase()];
  await ask(one.url, 'create table only_here (id int)');
  expect(await ask(other.url, `select to_regclass('only_here') as found, to_regclass('post') is not null as migrated`)).toEqual([{ found: null, migrated: true }]);
  expect(await ask(one.url, 'select rolname, rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user'))
    .toEqual([{ rolname: 'plein', rolsuper: false, rolbypassrls: false, rolcreatedb: false }]);
  await one.drop();
  await other.drop();
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/);
});
