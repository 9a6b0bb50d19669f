// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guest } from '../../server/platform/db/viewer.ts';
import { startPlein, type TestPlein } from './app.ts';
import { buildMember } from './factories.ts';
import { contents } from './leak-contents.ts';
import { currentCursorAt } from './leak-cursor.ts';
import { atApp, buildLeakFixture, type LeakFixture, type ViewerName, viewerNames } from './leak-fixture.ts';
import { leaksOfChanging, leaksOfReading, outside } from './leak-locks.ts';
import { openWithoutFilters, type Sabotaged, setPolicies } from './leak-sabotage.ts';
import { readingSurfaces, shareOf, type Table, typedWords } from './leak-surfaces.ts';

/** Enough of them to see that both locks are broken, or in their place again: next to each other, so that between them they search for every word. */
const some = ['guest', 'staff', 'resident'] as const;

/**
 * Each of the two locks alone keeps what is hidden: the leak table again, with the other one broken.
 * @param of each viewer searches for one in so many of the hidden words, and the next viewer for others
 * @param turn which of them the first one searches for
 */
export function eachLockAlone(of: number, turn: number): void {
  let plein: TestPlein;
  let f: LeakFixture;
  let unfiltered: Sabotaged;
  let tableFor: (name: ViewerName) => Table;

  beforeAll(async () => {
    plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
    const cursor = await currentCursorAt(await plein.listen());
    f = await buildLeakFixture(plein);
    tableFor = (name) => readingSurfaces(f, cursor, shareOf(typedWords(f), of, turn + viewerNames.indexOf(name)));
    unfiltered = await openWithoutFilters(plein);
  });
  afterAll(async () => {
    await unfiltered.close();
    await plein.close();
  });

  /** Rows of posts of the hidden building that a statement without any filter finds, in a transaction of somebody outside. */
  const seenBy = (database: TestPlein['deps']['database']) =>
    database.asViewer(guest('nl'), async (trx) => (await sql<{ count: number }>`select count(*)::int as count from post where place_id = ${f.hidden.id}::uuid`.execute(trx)).rows[0]?.count);

  describe('without the filters of the queries', { timeout: 300_000 }, () => {
    test('handlers believe that everybody may read everything', async () => {
      const viewer = guest('nl');
      await unfiltered.database.asViewer(viewer, async () => undefined);
      const { rows } = await plein.deps.database.pool.query<{ count: number }>('select count(*)::int as count from audience');
      expect(viewer.audiences).toHaveLength(rows[0]?.count ?? -1);
      expect(viewer.audiences.length).toBeGreaterThan(7);
      expect(await seenBy(unfiltered.database)).toBe(0);
    });

    test('row-level security shows nobody what is not theirs', async () => {
      const { requests, leaks } = await leaksOfReading(f, unfiltered.app, tableFor, viewerNames);
      expect(leaks).toEqual([]);
      console.log(`row-level security alone: ${requests} requests that read, 0 leaks`);
    });

    test('row-level security lets nobody outside change anything', async () => {
      const before = await contents(plein, f);
      const { requests, leaks } = await leaksOfChanging(f, unfiltered.app);
      expect(leaks).toEqual([]);
      expect(await contents(plein, f)).toEqual(before);
      console.log(`row-level security alone: ${requests} requests that change, 0 leaks`);
    });
  });

  describe('without row-level security', { timeout: 300_000 }, () => {
    beforeAll(async () => {
      expect((await setPolicies(plein, 'disable')).length).toBeGreaterThan(15);
    });
    afterAll(async () => {
      await setPolicies(plein, 'enable');
    });

    test('a statement without a filter reads everything, as anybody', async () => {
      expect(await seenBy(plein.deps.database)).toBeGreaterThan(3);
      const { rows } = await plein.deps.database.pool.query<{ title: string | null }>('select title from post where place_id = $1', [f.hidden.id]);
      expect(JSON.stringify(rows)).toContain(f.words.hidden.title);
    });

    // Those who are in somewhere are asked with both locks, and with the other alone.
    test('the filters show nobody outside what is not theirs', async () => {
      const { requests, leaks } = await leaksOfReading(f, plein.app, tableFor, outside);
      expect(leaks).toEqual([]);
      console.log(`filters alone: ${requests} requests that read, 0 leaks`);
    });

    test('the filters let nobody outside change anything', async () => {
      const before = await contents(plein, f);
      const { requests, leaks } = await leaksOfChanging(f, plein.app);
      expect(leaks).toEqual([]);
      expect(await contents(plein, f)).toEqual(before);
      console.log(`filters alone: ${requests} requests that change, 0 leaks`);
    });

    test('the numbers of the instance count what everybody may know', async () => {
      const newcomer = await startPlein({ databaseUrl: plein.databaseUrl });
      try {
        const { counts } = (await atApp(newcomer.app, await buildMember(plein)).get('/instance')).json<{ counts: Record<string, number> }>();
        expect(counts).toMatchObject({ buildings: 2, posts: 0 });
      } finally {
        await newcomer.close();
      }
    });

    test('and with neither lock the table does leak', async () => {
      const { leaks } = await leaksOfReading(f, unfiltered.app, tableFor, some);
      const routes = new Set(leaks.map((leak) => leak.split(' ')[1]));
      expect(leaks.length).toBeGreaterThan(100);
      for (const route of ['/api/v1/posts/:id', '/api/v1/feed', '/api/v1/buildings/:slug', '/api/v1/tags', '/api/v1/tags/:tag/posts', '/api/v1/people/:handle/posts', '/api/v1/mentions', '/api/v1/buildings', '/posts/:key', '/']) expect(routes, route).toContain(route);
      console.log(`neither lock: ${leaks.length} leaks on ${routes.size} routes`);
    });
  });

  test('with both locks in place again there is no leak', { timeout: 300_000 }, async () => {
    expect((await leaksOfReading(f, plein.app, tableFor, some)).leaks).toEqual([]);
  });
}
