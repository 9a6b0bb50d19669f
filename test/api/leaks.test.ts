// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type Answer, ask, expectNoLeak, expectSame, headersFor } from '../support/leak-ask.ts';
import { contents } from '../support/leak-contents.ts';
import { addSession, buildLeakFixture, isInsider, type LeakFixture, sees, viewerNames } from '../support/leak-fixture.ts';
import { headersOf, readingSurfaces, type Surface, surfacesOf, type Table } from '../support/leak-surfaces.ts';
import { changingSurfaces, unsafeMethods } from '../support/leak-surfaces-changing.ts';
import { currentCursorAt } from '../support/leak-cursor.ts';
import { routesOf } from '../support/routes-of.ts';

let plein: TestPlein;
let f: LeakFixture;
let reading: Table;
let changing: ReturnType<typeof changingSurfaces>;
let requests = 0;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const cursor = await currentCursorAt(await plein.listen());
  f = await buildLeakFixture(plein);
  reading = readingSurfaces(f, cursor);
  changing = changingSurfaces(f);
});
afterAll(async () => {
  await plein.close();
  console.log(`leak table: ${rowsOf(reading).length + unsafeMethods.flatMap((method) => rowsOf(changing[method])).length} rows for ${viewerNames.length} viewers, ${requests} requests`);
});

const rowsOf = (table: Table): [route: string, surface: Surface][] => Object.entries(table).flatMap(([route, row]) => surfacesOf(row).map((surface): [string, Surface] => [route, surface]));
const asked: typeof ask = (...parameters) => {
  requests++;
  return ask(...parameters);
};

test('the table has a row for every route of every method', () => {
  expect(Object.keys(reading).sort()).toEqual(routesOf(plein.app, 'GET'));
  for (const method of unsafeMethods) expect(Object.keys(changing[method]).sort(), method).toEqual(routesOf(plein.app, method));
  expect(routesOf(plein.app, 'HEAD')).toEqual(routesOf(plein.app, 'GET'));
  for (const method of ['OPTIONS', 'TRACE', 'SEARCH', 'PROPFIND', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'PROPPATCH'] as const) expect(routesOf(plein.app, method), method).toEqual([]);
});

describe.each(viewerNames)('seen by: %s', (name) => {
  const viewer = () => f.viewers[name];
  const hiddenKeys = ({ keys = [] }: Surface) => keys.filter(({ group }) => !sees(name, group));

  test('what is hidden answers like what is absent, on every route that reads, and its HEAD', async () => {
    for (const method of ['GET', 'HEAD'] as const) {
      for (const [route, surface] of rowsOf(reading)) {
        const { path } = surface;
        if (path === undefined) continue;
        const absences = new Map<number, Answer>();
        // HEAD is GET without its body: of each viewer a third of what is hidden is asked so, of the next another third.
        for (const { value } of method === 'GET' ? hiddenKeys(surface) : hiddenKeys(surface).filter((_, at) => (at + viewerNames.indexOf(name)) % 3 === 0)) {
          // Of one length, because what is asked for stands in a page, and HEAD tells the page's length.
          const absent = absences.get(value.length) ?? (await asked(viewer(), method, path, { key: (surface.absent ?? '').padEnd(value.length, 'x').slice(0, value.length), ...headersOf(surface) }));
          absences.set(value.length, absent);
          const where = `${method} ${route} (${value}) for ${name}`;
          const answer = await asked(viewer(), method, path, { key: value, ...headersOf(surface) });
          expectNoLeak(answer, f.secretsFor(name), where);
          expectSame(answer, absent, where);
        }
      }
    }
  });

  test('nothing of it stands on any other route', async () => {
    for (const [route, surface] of rowsOf(reading)) {
      for (const path of surface.elsewhere ?? []) {
        const answer = await asked(viewer(), 'GET', path);
        if (surface.office !== undefined && name !== 'administrator') expect([401, 403], `${path} for ${name}`).toContain(answer.status);
        if (surface.office === 'shows' && name === 'administrator') continue;
        expectNoLeak(answer, f.secretsFor(name), `GET ${route} (${path}) for ${name}`);
      }
    }
  });

  test('what is hidden answers like what is absent to every change, and nothing changes', async () => {
    const before = await contents(plein, f);
    for (const method of unsafeMethods) {
      for (const [route, surface] of rowsOf(changing[method])) {
        const { path, body } = surface;
        for (const each of surface.elsewhere ?? []) {
          const client = surface.endsSession === true && 'accountId' in viewer() ? Object.assign(Object.create(viewer()) as typeof f.insider, {}) : viewer();
          if (client !== viewer()) await addSession(plein, client as typeof f.insider);
          const answer = await asked(client, method, each, { body });
          if (surface.office !== undefined && name !== 'administrator') expect([401, 403], `${method} ${each} for ${name}`).toContain(answer.status);
          expectNoLeak(answer, f.secretsFor(name), `${method} ${route} for ${name}`);
        }
        if (path === undefined || hiddenKeys(surface).length === 0) continue;
        const absent = await asked(viewer(), method, path, { key: surface.absent ?? '', body });
        for (const { value } of hiddenKeys(surface)) {
          const where = `${method} ${route} (${value}) for ${name}`;
          const answer = await asked(viewer(), method, path, { key: value, body });
          expectNoLeak(answer, f.secretsFor(name), where);
          expectSame(answer, absent, where);
        }
      }
    }
    await plein.drainJobs();
    expect(await contents(plein, f)).toEqual(before);
  });
});

test('a post, an answer and a reaction inside change no answer, count or order outside', async () => {
  const snapshot = async () => {
    const answers: Record<string, string> = {};
    for (const name of viewerNames.filter((each) => !isInsider(each))) {
      for (const [, surface] of rowsOf(reading)) {
        if (surface.office === 'shows' && name === 'administrator') continue;
        // Documents are made from the answers of the API; two of them will do.
        for (const path of (surface.elsewhere ?? []).filter((each) => (each.startsWith('/api/') && !each.includes('kanarie')) || each === '/' || each === '/buildings')) {
          // When somebody was last here is the doing of this test itself, on a slow machine.
          answers[`${name} ${path}`] = (await asked(f.viewers[name], 'GET', path)).body.replaceAll(/"lastSeenAt":"[^"]*"/g, '"lastSeenAt":"…"');
        }
      }
    }
    return answers;
  };
  // Numbers of the instance are kept for half a minute.
  plein.clock.advance(31_000);
  const before = await snapshot();
  for (const building of [f.closed, f.hidden]) {
    const post = await buildPost(f.insider, building, { kind: 'article', title: 'Nog een', body: 'Voor ons', audience: 'members', tags: ['ookeentag'] });
    await buildReply(f.insider, post);
    await f.insider.put(`/posts/${post.id}/reactions/agree`);
  }
  await plein.drainJobs();
  plein.clock.advance(31_000);
  expect(await snapshot()).toEqual(before);
});

test('pages have for search engines and previews no title, description or address of what is hidden', async () => {
  const headOf = async (client: typeof f.insider | (typeof f.viewers)['guest'], path: string) => /<head>[\s\S]*<\/head>/.exec((await client.page(path)).body)?.[0] ?? '';
  for (const name of viewerNames.filter((each) => !isInsider(each))) {
    for (const path of [`/buildings/${f.closed.slug}`, '/', '/buildings', '/people', `/people/${f.insider.handle}`]) {
      const head = await headOf(f.viewers[name], path);
      expect(head).toMatch(/<meta property="og:title"/);
      expect(f.secretsFor(name).filter((secret) => head.includes(secret)), `${path} for ${name}`).toEqual([]);
    }
    for (const { value } of f.posts) expect(await headOf(f.viewers[name], `/posts/${value}`)).toMatch(/<title>Deze pagina is er niet[\s\S]*noindex/);
  }
  expect(await headOf(f.insider, `/posts/${f.posts[1]?.value}`)).toContain(`<meta property="og:title" content="Titel ${f.words.closed.title}`);
});

test('what one person was sent is given to no other by a cache, nor by its validators', async () => {
  for (const path of [`/posts/${f.posts[1]?.value}`, `/buildings/${f.hidden.slug}`, '/', '/mine', ...rowsOf(reading).flatMap(([, { path: each = '', keys = [], office }]) => (each.startsWith('/api/') && office === undefined ? keys.slice(0, 1).map(({ value }) => each.replace('{key}', value)) : []))]) {
    const first = await f.insider.send('GET', path, undefined, headersFor(path));
    // A photograph may stay in the browser of who saw it, which asks each time whether it still may be shown.
    expect(String(first.headers['cache-control']), path).toMatch(path.startsWith('/api/v1/photos/') ? /^private, no-cache$/ : /no-store/);
    if (!path.startsWith('/api/')) expect(String(first.headers['vary']), path).toMatch(/cookie/);
    const validators = { 'if-none-match': String(first.headers['etag'] ?? '*'), 'if-modified-since': String(first.headers['last-modified'] ?? new Date().toUTCString()) };
    for (const name of ['guest', 'staff', 'former member'] as const) {
      const [plain, conditional] = [await ask(f.viewers[name], 'GET', path), await ask(f.viewers[name], 'GET', path, { headers: validators })];
      expect(conditional, `${path} for ${name}`).toEqual(plain);
      expect(conditional.status, path).not.toBe(304);
    }
  }
});
