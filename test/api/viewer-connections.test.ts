// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase as connect, type Database, finishing, type Trx, withSystem } from '../../server/platform/db/database.ts';
import { createDatabase } from '../support/database.ts';

let server: { url: string; drop(): Promise<void> };
let database: Database;
beforeAll(async () => {
  server = await createDatabase();
  // One connection: whatever one piece of work leaves behind, the next one finds.
  database = connect({ url: server.url, poolSize: 1, onError: () => undefined });
  await database.pool.query('create table note (word text primary key)');
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const me = '00000000-0000-7000-8000-00000000000a';
const viewer = { actorId: me, audiences: [1, 7] };

async function settings(db: Trx): Promise<unknown> {
  const { rows } = await sql`select plein_audiences() as audiences, plein_me() as me, plein_is_system() as system`.execute(db);
  return rows[0];
}
const outside = async () => (await database.pool.query('select plein_audiences() as audiences, plein_me() as me, plein_is_system() as system')).rows[0];
const nobody = { audiences: [], me: null, system: false };
const transactionOpen = async () => (await database.pool.query('select now() = statement_timestamp() as alone, pg_current_xact_id_if_assigned() as xid')).rows[0];

describe.each(['readAs', 'asViewer'] as const)('%s', (way) => {
  test('binds every statement to the viewer, with and without values, and leaves nothing behind', async () => {
    const seen = await database[way](viewer, async (db) => [await settings(db), await settings(db), (await sql`select ${'x'}::text as x, plein_me() as me`.execute(db)).rows[0]]);
    expect(seen).toEqual([{ audiences: ['1', '7'], me, system: false }, { audiences: ['1', '7'], me, system: false }, { x: 'x', me }]);
    expect(await outside()).toEqual(nobody);
    expect(await transactionOpen()).toEqual({ alone: true, xid: null });
  });

  test('binds statements that are sent together', async () => {
    const seen = await database[way](viewer, (db) => Promise.all(Array.from({ length: 12 }, (_, index) => sql<{ n: number; me: string }>`select ${index}::int as n, plein_me() as me`.execute(db))));
    expect(seen.map(({ rows }) => rows[0])).toEqual(Array.from({ length: 12 }, (_, n) => ({ n, me })));
  });

  test('is usable again after a statement that failed, also when others were sent behind it', async () => {
    const failing = database[way](viewer, (db) => Promise.all([sql`select 1 / ${0}::int`.execute(db), settings(db), settings(db)]));
    await expect(failing).rejects.toThrow('division by zero');
    expect(await outside()).toEqual(nobody);
    expect(await database[way](viewer, settings)).toEqual({ audiences: ['1', '7'], me, system: false });
  });

  test('keeps plans of statements that come by often, and answers the same with them', async () => {
    for (let round = 0; round < 12; round++) {
      const other = { actorId: null, audiences: [round] };
      expect((await database[way](other, (db) => sql`select ${round}::int as n, plein_audiences() as audiences, plein_me() as me`.execute(db))).rows).toEqual([{ n: round, audiences: [String(round)], me: null }]);
    }
    const { rows } = await database.pool.query(`select count(*)::int as kept from pg_prepared_statements where statement like 'select $1::int as n, plein_audiences()%'`);
    expect(rows).toEqual([{ kept: 1 }]);
  });
});

test('says what lost the transaction to whoever waits for a later statement only', async () => {
  const failing = database.asViewer(viewer, async (trx) => {
    const unseen = sql`select 1 / ${0}::int`.execute(trx);
    unseen.catch(() => undefined);
    return settings(trx);
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(await database.asViewer(viewer, settings)).toEqual({ audiences: ['1', '7'], me, system: false });
});

describe('a transaction', () => {
  const add = (trx: Trx, word: string) => sql`insert into note (word) values (${word})`.execute(trx);
  const notes = async () => (await database.pool.query<{ word: string }>('select word from note order by word')).rows.map((row) => row.word);

  test('keeps all of it or nothing', async () => {
    await database.asViewer(viewer, async (trx) => void (await Promise.all([add(trx, 'a'), add(trx, 'b')])));
    await expect(database.asViewer(viewer, async (trx) => void (await Promise.all([add(trx, 'c'), add(trx, 'a'), add(trx, 'd')])))).rejects.toThrow('duplicate key');
    await expect(database.asViewer(viewer, async (trx) => { await add(trx, 'e'); throw new Error('changed my mind'); })).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual(['a', 'b']);
  });

  test('that swallowed a failure does not pass for kept', async () => {
    await expect(database.asViewer(viewer, async (trx) => { await add(trx, 'f'); await add(trx, 'a').catch(() => undefined); })).rejects.toThrow('duplicate key');
    expect(await notes()).toEqual(['a', 'b']);
  });

  test('may end with its last statements', async () => {
    await database.asViewer(viewer, async (trx) => { await add(trx, 'g'); await finishing(trx, () => Promise.all([add(trx, 'h'), settings(trx)])); });
    await expect(database.asViewer(viewer, async (trx) => { await add(trx, 'i'); await finishing(trx, () => Promise.all([add(trx, 'j'), add(trx, 'a')])); })).rejects.toThrow('duplicate key');
    expect(await notes()).toEqual(['a', 'b', 'g', 'h']);
    expect(await transactionOpen()).toEqual({ alone: true, xid: null });
  });

  test('in which nothing was asked is never begun', async () => {
    expect(await database.asViewer(viewer, async () => 'nothing')).toBe('nothing');
    await expect(database.asViewer(viewer, async () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await transactionOpen()).toEqual({ alone: true, xid: null });
  });

  test('lets one step see as the system, and only that', async () => {
    const seen = await database.asViewer(viewer, async (trx) => {
      const inside = await withSystem(trx, () => withSystem(trx, () => settings(trx)));
      return [inside, await settings(trx)];
    });
    expect(seen).toEqual([{ audiences: ['1', '7'], me, system: true }, { audiences: ['1', '7'], me, system: false }]);
    expect(await database.asSystem(async (trx) => { await withSystem(trx, () => settings(trx)); return settings(trx); })).toEqual({ ...nobody, system: true });
  });

  test('is needed for a step as the system', async () => {
    await expect(database.readAs(viewer, (db) => withSystem(db, () => settings(db)))).rejects.toThrow('needs a transaction');
  });
});
