// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { ask, expectNoLeak, leaksIn } from '../support/leak-ask.ts';
import { contents } from '../support/leak-contents.ts';
import { ABSENT_ID, buildLeakFixture, groups, insiderNames, type LeakFixture, sees } from '../support/leak-fixture.ts';
import { headersOf, readingSurfaces, type Surface, surfacesOf, type Table } from '../support/leak-surfaces.ts';
import { changingSurfaces, unsafeMethods } from '../support/leak-surfaces-changing.ts';

/** The other side of the leak table: what the same rows show and let do to those who are inside. */

let plein: TestPlein;
let f: LeakFixture;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  f = await buildLeakFixture(plein);
});
afterAll(() => plein.close());

const rowsOf = (table: Table): [route: string, surface: Surface][] => Object.entries(table).flatMap(([route, row]) => surfacesOf(row).map((surface): [string, Surface] => [route, surface]));

describe.each(insiderNames)('inside: %s', (name) => {
  const position = insiderNames.indexOf(name);
  const ownWords = () => groups.filter((group) => sees(name, group)).flatMap((group) => f.secrets[group]);
  const allowed = ({ inside }: Surface, otherwise: number) => [inside?.[position] ?? otherwise].flat();

  test('reads what is theirs, is refused what is the office’s, and sees nothing of others’', async () => {
    let positives = 0;
    for (const [route, surface] of rowsOf(readingSurfaces(f, ABSENT_ID))) {
      for (const { value } of (surface.keys ?? []).filter(({ group }) => sees(name, group))) {
        const where = `GET ${route} (${value}) for ${name}`;
        const answer = await ask(f.viewers[name], 'GET', surface.path ?? '', { key: value, ...headersOf(surface) });
        expect(allowed(surface, 200), `${where}: ${answer.body.slice(0, 200)}`).toContain(answer.status);
        expectNoLeak(answer, f.secretsFor(name), where);
        if (answer.status !== 200) continue;
        positives++;
        if (surface.wordless !== true) expect(leaksIn(answer, ownWords()), where).not.toEqual([]);
      }
    }
    expect(positives).toBeGreaterThan(15);
  });

  test('finds what is theirs wherever all that one may read is listed', async () => {
    const words = f.words[name === 'admin' ? 'hidden' : 'closed'];
    const paths = ['/api/v1/feed?scope=mine', '/api/v1/feed', `/api/v1/tags?q=${words.tag}`, '/', `/api/v1/people/${f.insider.handle}/posts`, `/people/${f.insider.handle}`];
    for (const path of paths) expect(leaksIn(await ask(f.viewers[name], 'GET', path), Object.values(words)), `${path} for ${name}`).not.toEqual([]);
    const me = (await f.viewers[name].get('/me')).json<{ buildings: { id: string }[]; pendingRequests: number }>();
    expect(me.buildings.map(({ id }) => id)).toEqual([name === 'admin' ? f.hidden.id : f.closed.id]);
    expect(me.pendingRequests).toBe(name === 'moderator' ? 2 : 0);
    for (const path of ['/api/v1/buildings?access=hidden', '/api/v1/mentions?q=Huis', '/buildings']) expect((await ask(f.viewers[name], 'GET', path)).all.includes(f.words.name), path).toBe(name === 'admin');
  });

  test('does what their role allows and nothing else', async () => {
    for (const method of unsafeMethods) {
      for (const [route, surface] of rowsOf(changingSurfaces(f)[method])) {
        if (surface.outsidersOnly === true) continue;
        for (const { value } of (surface.keys ?? []).filter(({ group }) => sees(name, group))) {
          const where = `${method} ${route} (${value}) for ${name}`;
          expect(surface.inside, `${route} says what insiders may`).toBeDefined();
          const before = await contents(plein, f);
          const answer = await ask(f.viewers[name], method, surface.path ?? '', { key: value, body: surface.body });
          expect(allowed(surface, 0), `${where}: ${answer.body.slice(0, 200)}`).toContain(answer.status);
          expectNoLeak(answer, f.secretsFor(name), where);
          if (answer.status >= 400) expect(await contents(plein, f), where).toEqual(before);
        }
      }
    }
  });
});

test('a plain member changes no setting, role or door of their building, nor does a moderator', async () => {
  const fresh = await buildLeakFixture(plein);
  const before = await contents(plein, fresh);
  for (const name of ['member', 'moderator'] as const) {
    const viewer = fresh.viewers[name];
    const mine = (await viewer.get(fresh.closed.path)).json<{ myMembership: { id: string }; can: Record<string, boolean> }>();
    expect(mine.can).toMatchObject({ read: true, post: true, edit: false, delete: false, invite: name === 'moderator', manageMembers: name === 'moderator', moderate: name === 'moderator' });
    const tries: [status: number, answer: Promise<{ statusCode: number }>][] = [
      [403, viewer.patch(fresh.closed.path, { access: 'open' })],
      [403, viewer.patch(fresh.closed.path, { name: 'Van ons' })],
      [403, viewer.delete(fresh.closed.path)],
      [403, viewer.get(`${fresh.closed.path}/access-changes?access=open`)],
      [403, viewer.patch(`${fresh.closed.path}/memberships/${mine.myMembership.id}`, { role: 'admin' })],
      [403, viewer.post(`${fresh.closed.path}/invitations`, { emails: ['iemand@elders.example'], role: 'admin' })],
    ];
    for (const [status, answer] of tries) expect((await answer).statusCode).toBe(status);
  }
  expect(await contents(plein, fresh)).toEqual(before);
});

test('a moderator reads nothing of a person: no drafts, bookmarks, notifications, sessions or tokens of theirs, nor what is for civil servants', async () => {
  const { moderator } = f.viewers;
  for (const path of ['/drafts', '/bookmarks', '/notifications', '/sessions', '/tokens', '/me']) {
    expectNoLeak(await ask(moderator, 'GET', `/api/v1${path}`), [...f.secrets.private, ...f.secrets['closed staff']], path);
  }
  for (const key of f.posts.filter(({ group }) => group === 'closed staff')) {
    expect((await moderator.get(`/posts/${key.value}`)).statusCode).toBe(404);
    expect((await moderator.delete(`/posts/${key.value}`)).statusCode).toBe(404);
    expect((await moderator.put(`/posts/${key.value}/pin`)).statusCode).toBe(404);
    expect((await f.viewers.member.get(`/posts/${key.value}`)).statusCode).toBe(200);
  }
  for (const [method, path] of [['PUT', `/api/v1/drafts/${f.draft}`], ['DELETE', `/api/v1/sessions/${f.session}`], ['DELETE', `/api/v1/tokens/${f.token}`]] as const) {
    expect((await ask(moderator, method, path, { body: method === 'PUT' ? { kind: 'message', body: 'x', format: 'markdown' } : undefined })).status, path).toBe(404);
  }
});
