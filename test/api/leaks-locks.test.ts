// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guest } from '../../server/platform/db/viewer.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { ask, leaksIn } from '../support/leak-ask.ts';
import { contents } from '../support/leak-contents.ts';
import { currentCursorAt } from '../support/leak-cursor.ts';
import { atApp, buildLeakFixture, isInsider, type LeakFixture, sees, type ViewerName, viewerNames } from '../support/leak-fixture.ts';
import { openWithoutFilters, type Sabotaged, setPolicies } from '../support/leak-sabotage.ts';
import { headersOf, readingSurfaces, type Surface, surfacesOf, type Table } from '../support/leak-surfaces.ts';
import { changingSurfaces, unsafeMethods } from '../support/leak-surfaces-changing.ts';

/** Each of the two locks alone keeps what is hidden: the leak table again, with the other one broken. */

const outside = viewerNames.filter((each) => !isInsider(each));

let plein: TestPlein;
let f: LeakFixture;
let reading: Table;
let unfiltered: Sabotaged;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const cursor = await currentCursorAt(await plein.listen());
  f = await buildLeakFixture(plein);
  reading = readingSurfaces(f, cursor);
  unfiltered = await openWithoutFilters(plein);
});
afterAll(async () => {
  await unfiltered.close();
  await plein.close();
});

/** Every answer of the reading table that shows somebody what is not theirs, or tells what is hidden from what is absent. */
async function leaksOfReading(app: TestPlein['app'], names: readonly ViewerName[]): Promise<{ requests: number; leaks: string[] }> {
  const leaks: string[] = [];
  let requests = 0;
  for (const name of names) {
    const client: TestClient = atApp(app, f.viewers[name]);
    const secrets = f.secretsFor(name);
    const look = async (route: string, path: string, key = '', surface: Surface = {}): Promise<Awaited<ReturnType<typeof ask>>> => {
      requests++;
      const answer = await ask(client, 'GET', path, { key, ...headersOf(surface) });
      const found = leaksIn(answer, secrets);
      if (found.length > 0 || answer.status >= 500) leaks.push(`GET ${route} (${key === '' ? path : key}) for ${name}: ${answer.status} ${found.join(', ')}`);
      return answer;
    };
    for (const [route, row] of Object.entries(reading)) {
      for (const surface of surfacesOf(row)) {
        for (const path of surface.office === 'shows' && name === 'administrator' ? [] : (surface.elsewhere ?? [])) await look(route, path);
        if (surface.path === undefined) continue;
        const absent = await look(route, surface.path, surface.absent, surface);
        for (const { value, group } of surface.keys ?? []) {
          if (sees(name, group)) continue;
          const answer = await look(route, surface.path, value, surface);
          if (answer.status !== absent.status || answer.body !== absent.body) leaks.push(`GET ${route} (${value}) for ${name}: ${answer.status} instead of ${absent.status}`);
        }
      }
    }
  }
  return { requests, leaks };
}

/** Every change that somebody outside got through, or that answers otherwise than for what is absent. */
async function leaksOfChanging(app: TestPlein['app']): Promise<{ requests: number; leaks: string[] }> {
  const leaks: string[] = [];
  let requests = 0;
  for (const name of outside) {
    const client = atApp(app, f.viewers[name]);
    for (const method of unsafeMethods) {
      for (const [route, row] of Object.entries(changingSurfaces(f)[method])) {
        for (const { path, keys = [], absent = '', body } of surfacesOf(row)) {
          if (path === undefined) continue;
          const nothing = await ask(client, method, path, { key: absent, body });
          for (const { value } of keys) {
            requests++;
            const answer = await ask(client, method, path, { key: value, body });
            const found = leaksIn(answer, f.secretsFor(name));
            if (answer.status !== nothing.status || answer.body !== nothing.body || found.length > 0) leaks.push(`${method} ${route} (${value}) for ${name}: ${answer.status} instead of ${nothing.status} ${found.join(', ')}`);
          }
        }
      }
    }
  }
  return { requests, leaks };
}

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
    const { requests, leaks } = await leaksOfReading(unfiltered.app, viewerNames);
    expect(leaks).toEqual([]);
    console.log(`row-level security alone: ${requests} requests that read, 0 leaks`);
  });

  test('row-level security lets nobody outside change anything', async () => {
    const before = await contents(plein, f);
    const { requests, leaks } = await leaksOfChanging(unfiltered.app);
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
    const { requests, leaks } = await leaksOfReading(plein.app, outside);
    expect(leaks).toEqual([]);
    console.log(`filters alone: ${requests} requests that read, 0 leaks`);
  });

  test('the filters let nobody outside change anything', async () => {
    const before = await contents(plein, f);
    const { requests, leaks } = await leaksOfChanging(plein.app);
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
    const { leaks } = await leaksOfReading(unfiltered.app, outside);
    const routes = new Set(leaks.map((leak) => leak.split(' ')[1]));
    expect(leaks.length).toBeGreaterThan(100);
    for (const route of ['/api/v1/posts/:id', '/api/v1/feed', '/api/v1/buildings/:slug', '/api/v1/tags', '/api/v1/tags/:tag/posts', '/api/v1/people/:handle/posts', '/api/v1/mentions', '/api/v1/buildings', '/posts/:key', '/']) expect(routes, route).toContain(route);
    console.log(`neither lock: ${leaks.length} leaks on ${routes.size} routes`);
  });
});

test('with both locks in place again there is no leak', { timeout: 300_000 }, async () => {
  expect((await leaksOfReading(plein.app, outside)).leaks).toEqual([]);
});
