// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { objectOf, routesWithBody, smallestBody } from '../support/documented-bodies.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { buildPost } from '../support/factories-posts.ts';
import { ask, expectNoLeak } from '../support/leak-ask.ts';
import { contents, everyRow } from '../support/leak-contents.ts';
import { ABSENT_ID, ABSENT_SLUG, buildLeakFixture, type LeakFixture, outsiderNames } from '../support/leak-fixture.ts';
import { unsafeMethods } from '../support/leak-surfaces-changing.ts';
import { routesOf } from '../support/routes-of.ts';

/** What people try to send: fields that are not theirs, requests of other websites, other people's posts in their own, and all of it very often. */

let plein: TestPlein;
let f: LeakFixture;
let administrator: TestMember;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  f = await buildLeakFixture(plein);
  administrator = f.viewers.administrator as TestMember;
});
afterAll(() => plein.close());

/** A path of the document with something in the place of every parameter. */
const filled = (path: string) => path.replace(/\{name\}|:name/, 'like').replace(/\{scope\}|:scope/, 'square').replace(/\{slug\}|:slug/, ABSENT_SLUG).replace(/\{\w+\}|:\w+/g, ABSENT_ID);

describe('a field that is not for the caller', () => {
  const extras: Record<string, unknown> = {
    role: 'administrator', authorId: ABSENT_ID, buildingId: ABSENT_ID, placeId: ABSENT_ID, state: 'active', audienceId: 1, audience_id: 1, isStaff: true, is_staff: true, accountId: ABSENT_ID,
    actorId: ABSENT_ID, ownerId: ABSENT_ID, memberId: ABSENT_ID, recipientId: ABSENT_ID, id: ABSENT_ID, uri: 'https://elders.example/x', publishedAt: '2020-01-01T00:00:00Z', createdAt: '2020-01-01T00:00:00Z',
    deletedAt: null, pinned: true, confirmedAt: '2020-01-01T00:00:00Z', suspendedAt: null, memberCount: 99, isAdministrator: true, scopes: ['admin'], origin: 'remote', constructor: { prototype: {} },
  };

  test('is refused by its name, on every route that takes a body, and nothing of the rest is taken', async () => {
    const routes = routesWithBody(plein.app);
    expect(routes.length).toBeGreaterThan(20);
    const before = await everyRow(plein);
    let tried = 0;
    for (const { method, path, schema } of routes) {
      const known = objectOf(schema).properties ?? {};
      for (const [name, value] of Object.entries(extras)) {
        if (Object.hasOwn(known, name)) continue;
        const where = `${method} ${path} with ${name}`;
        const response = await administrator.send(method, filled(path), { ...(smallestBody(schema) as object), [name]: value });
        expect(response.statusCode, `${where}: ${response.body.slice(0, 200)}`).toBe(400);
        // A body that may be left out has two shapes, and fits neither.
        if (schema.anyOf === undefined && name !== 'constructor') expect(response.json<{ errors: { path: string }[] }>().errors.map((each) => each.path), where).toContain(name);
        tried++;
      }
    }
    expect(await everyRow(plein)).toEqual(before);
    console.log(`fields that are not for the caller: ${tried} on ${routes.length} routes, all refused`);
  });

  test('deep in a body is refused too, and so is one of the prototype', async () => {
    for (const payload of ['{"name":"Jan","__proto__":{"role":"administrator"}}', '{"name":"Jan","constructor":{"prototype":{"role":"administrator"}}}']) {
      const response = await plein.app.inject({ method: 'PATCH', url: '/api/v1/me', payload, headers: { 'content-type': 'application/json', origin: 'http://plein.test', cookie: administrator.cookie ?? '' } });
      expect(response.statusCode).toBe(400);
    }
    expect((await administrator.get('/me')).json()).toMatchObject({ name: administrator.name });
  });
});

describe('a request that another website makes', () => {
  /**
   * Mail programs press the first, from wherever (RFC 8058); other instances bring their post to the others. They go by their link or their signature
   * alone: whose cookie comes along is tried in digest.test.ts, and counts for nothing in an inbox.
   */
  const fromAnywhere = ['/unsubscribe', '/ap/inbox', '/ap/actors/:id/inbox'];
  const bodies = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

  test('is refused on every route that changes something, whatever it says it holds, and changes nothing', async () => {
    const before = await everyRow(plein);
    let tried = 0;
    for (const method of unsafeMethods) {
      for (const route of routesOf(plein.app, method).filter((each) => !fromAnywhere.includes(each))) {
        for (const origin of ['https://evil.example', 'null', 'http://plein.test.evil.example', 'http://plein.testx', null]) {
          for (const type of bodies) {
            const headers: Record<string, string> = { cookie: administrator.cookie ?? '', 'content-type': type, host: 'plein.test', ...(origin === null ? {} : { origin }) };
            const response = await plein.app.inject({ method, url: filled(route), headers, payload: '{}' });
            expect(response.statusCode, `${method} ${route} from ${origin} as ${type}`).toBe(403);
            expect(response.headers['access-control-allow-origin']).toBeUndefined();
            tried++;
          }
        }
        // Without a cookie a foreign Origin is refused all the same: nobody is signed in in another's name.
        const asGuest = await plein.app.inject({ method, url: filled(route), headers: { origin: 'https://evil.example', host: 'plein.test', 'content-type': 'text/plain' }, payload: '{}' });
        expect(asGuest.statusCode, `${method} ${route} without a cookie`).toBe(403);
      }
    }
    expect(await everyRow(plein)).toEqual(before);
    console.log(`requests of other websites: ${tried}, all refused`);
  });

  test('cannot ask beforehand whether it may, nor have a form taken for JSON from our own pages', async () => {
    for (const route of ['/api/v1/me', '/api/v1/sessions']) {
      const response = await plein.app.inject({ method: 'OPTIONS', url: route, headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' } });
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
    }
    for (const type of bodies.slice(1)) {
      const response = await plein.app.inject({ method: 'PATCH', url: '/api/v1/me', headers: { origin: 'http://plein.test', cookie: administrator.cookie ?? '', 'content-type': type }, payload: '{"name":"Gekaapt"}' });
      expect(response.statusCode, type).toBe(415);
    }
  });
});

describe('what stands in a closed building', () => {
  test('is not answered, quoted or moved from outside it, not by its own members either', async () => {
    const thread = await buildPost(f.insider, f.open, { audience: 'public' });
    const before = await contents(plein, f);
    for (const { value } of f.posts) {
      expect((await f.insider.post(`/posts/${thread.id}/replies`, { body: 'Daarover', inReplyTo: value })).statusCode).toBe(400);
      for (const change of [{ audience: 'public' }, { buildingSlug: f.open.slug }, { building: f.open.slug }, { placeId: f.open.id }, { inReplyTo: thread.id }]) {
        expect((await f.insider.patch(`/posts/${value}`, change)).statusCode, JSON.stringify(change)).toBe(400);
      }
    }
    expect((await f.insider.post(`/buildings/${f.closed.slug}/posts`, { body: 'Voor iedereen', audience: 'public' })).statusCode).toBe(400);
    expect(await contents(plein, f)).toEqual(before);
  });

  test('is not shown by a link to it in the open: no title, no words, no card', async () => {
    const links = f.posts.map(({ value }) => `http://plein.test/posts/${value} [zie](/posts/${value})`).join('\n\n');
    const post = await buildPost(f.insider, f.open, { body: `Zie ook:\n\n${links}`, audience: 'public' });
    const ids = f.posts.map(({ value }) => value);
    await plein.drainJobs();
    for (const name of outsiderNames) {
      for (const path of [`/api/v1/posts/${post.id}`, '/api/v1/feed', `/posts/${post.id}`, '/', `/api/v1/buildings/${f.open.slug}/posts`]) {
        // The author typed the addresses; nothing else may come with them.
        expectNoLeak(await ask(f.viewers[name], 'GET', path), f.secretsFor(name).filter((secret) => !ids.includes(secret)), `${path} for ${name}`);
      }
    }
    // Out of the others' sight again: they stand in a post of everybody's now.
    expect((await f.insider.delete(`/posts/${post.id}`)).statusCode).toBe(204);
  });

  test('is offered by no completion and named by no mention outside', async () => {
    const typed = ['@', 'I', 'Ingewijde', 'Huis', 'kanarie', f.hidden.slug.slice(0, 9), f.words.name.slice(0, 9), f.words.closed.tag.slice(0, 9), f.words.hidden.tag.slice(0, 9), '%', '_', '\\'];
    for (const name of outsiderNames) {
      for (const q of typed.map(encodeURIComponent)) {
        for (const path of [`/mentions?q=${q}`, `/mentions?q=${q}&building=${f.open.slug}`, `/mentions?q=${q}&building=${f.closed.slug}`, `/tags?q=${q}&limit=100`, `/people?q=${q}`, `/buildings?q=${q}`, `/buildings/similar?name=${q}`]) {
          expectNoLeak(await ask(f.viewers[name], 'GET', `/api/v1${path}`), f.secretsFor(name), `${path} for ${name}`);
        }
      }
    }
  });

  test('cannot be had by an admin of another building, nor can the instance', async () => {
    const { founder } = await buildBuilding(plein, { access: 'closed' });
    const before = await contents(plein, f);
    const office = [...['organisations', 'operations/queues', 'operations/queues/mail/failed', 'operations/mails', 'operations/people'].map((path) => ['GET', path, undefined] as const), ['PATCH', 'instance', { name: 'Van ons' }] as const, ['PATCH', `operations/people/${founder.actorId}`, { role: 'administrator' }] as const, ['POST', 'organisations', { name: 'Wij', domains: [] }] as const];
    for (const [method, path, body] of office) expect((await founder.send(method, `/api/v1/${path}`, body)).statusCode, path).toBe(403);
    for (const { value } of [...f.memberships, ...f.invitations]) {
      for (const method of ['PATCH', 'DELETE'] as const) expect([404], value).toContain((await founder.send(method, `/api/v1/buildings/${value}`, method === 'PATCH' && value.includes('memberships') ? { role: 'admin' } : undefined)).statusCode);
    }
    expect(await contents(plein, f)).toEqual(before);
  });
});

describe('whoever asks too often', () => {
  const password = 'dit is het niet';
  const token = { token: 'geen-geheim' };
  /** Everything that mails or lets somebody in, with another name each time, so that it is the address that is counted. */
  const routes: [path: string, body: (turn: number) => unknown, room: number][] = [
    ['/accounts', (turn) => ({ email: `n${turn}@thuis.example`, name: 'Jan', password: 'vier losse woorden samen' }), 30],
    ['/accounts/confirmations', () => token, 60],
    ['/password-resets', (turn) => ({ email: `n${turn}@thuis.example` }), 60],
    ['/password-resets/confirmations', () => ({ ...token, password: 'vier losse woorden samen' }), 60],
    ['/sessions', (turn) => ({ email: `n${turn}@thuis.example`, password }), 60],
    ['/first-administrator', () => ({ ...token, email: 'x@thuis.example', name: 'Jan', password: 'vier losse woorden samen' }), 60],
    ['/invitations/lookups', () => token, 60],
  ];

  test.each(routes)('at %s is refused for a while at one address, and nobody else is', async (path, body, room) => {
    const strict = await startPlein();
    try {
      const eager = buildGuest(strict);
      // All but the last two are counted without the cost of answering them: most compute a hash.
      const statuses: number[] = [];
      for (let turn = 0; turn < room + 2; turn++) statuses.push((await eager.post(path, turn < room - 1 ? { wrong: true } : body(turn))).statusCode);
      expect(statuses.slice(0, room)).not.toContain(429);
      expect(statuses.slice(room)).toEqual([429, 429]);
      expect(Number((await eager.post(path, body(999))).headers['retry-after'])).toBeGreaterThan(0);
      expect((await buildGuest(strict).post(path, body(1000))).statusCode).not.toBe(429);
    } finally {
      await strict.close();
    }
  });

  test('with an account: invitations, acceptances, passwords and posts have an end, per account and not per address', async () => {
    const strict = await startPlein();
    try {
      const building = await buildBuilding(strict);
      const { founder } = building;
      const addresses: string[] = [];
      const until429 = async (ask: (turn: number) => Promise<{ statusCode: number }>, most: number): Promise<number> => {
        for (let turn = 0; turn < most; turn++) {
          Object.assign(founder, { address: `10.9.${turn % 250}.${addresses.push('') % 250}` });
          if ((await ask(turn)).statusCode === 429) return turn;
        }
        return most;
      };
      // Counted per minute for all that writes together, so the clock of the counters is left alone and each has its own account.
      expect(await until429((turn) => founder.post(`${building.path}/invitations`, { emails: [`n${turn}@elders.example`] }), 130)).toBe(100);
      const other = await buildMember(strict);
      const turns: number[] = [];
      for (let turn = 0; turn < 12; turn++) turns.push((await other.put('/me/password', { current: password, password: 'vier losse woorden samen' })).statusCode);
      expect(turns).toEqual([...Array<number>(10).fill(400), 429, 429]);
    } finally {
      await strict.close();
    }
  });
});

test('counting rows is what these tests rely on: a change shows', async () => {
  const before = await everyRow(plein);
  await plein.db((trx) => sql`update actor set summary = 'anders' where id = ${administrator.actorId}::uuid`.execute(trx));
  expect(await everyRow(plein)).not.toEqual(before);
});
