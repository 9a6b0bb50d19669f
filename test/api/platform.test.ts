// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireAccess } from '../../server/platform/http/access.ts';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { until } from '../support/until.ts';

let plein: TestPlein;
let member: TestMember;

beforeAll(async () => {
  plein = await startPlein();
  member = await buildMember(plein);
  expect((await member.post('/buildings', { slug: 'werkplaats', name: 'Werkplaats', summary: '', access: 'open' })).statusCode).toBe(201);
});
afterAll(() => plein.close());

const written = () => plein.db((trx) => trx.selectFrom('post').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).then((row) => Number(row.count));
const message = { kind: 'message', body: 'Eén keer is genoeg.', audience: 'public' };

describe('every answer', () => {
  test.each(['/', '/api/v1/buildings', '/api/v1/nothing', '/healthz', '/assets/none.js'])('%s carries headers that let nothing foreign run', async (url) => {
    const { headers } = await plein.app.inject({ url, headers: { accept: 'text/html' } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('of the API names its version and its request, and is kept by nobody', async () => {
    const { headers } = await buildGuest(plein).get('/buildings');
    expect(headers['api-version']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('asks browsers to come back over https only where the instance is on https', async () => {
    const secure = await startPlein({ env: { PUBLIC_URL: 'https://plein.example' } });
    try {
      expect((await secure.app.inject('/')).headers['strict-transport-security']).toContain('max-age=63072000');
      expect((await plein.app.inject('/')).headers['strict-transport-security']).toBeUndefined();
    } finally {
      await secure.close();
    }
  });

  test('the OpenAPI document may be read from anywhere and describes version 3.1', async () => {
    const response = await plein.app.inject('/api/v1/openapi.json');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('what cannot be read is answered as a problem', () => {
  test.each([
    ['an unknown address', { url: '/api/v1/nothing' }, 404],
    ['broken JSON', { method: 'POST', url: '/api/v1/sessions', payload: '{"email":', headers: { 'content-type': 'application/json' } }, 400],
    ['another format than JSON', { method: 'POST', url: '/api/v1/sessions', payload: 'email=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['JSON that says it is plain text', { method: 'POST', url: '/api/v1/sessions', payload: '{}', headers: { 'content-type': 'text/plain' } }, 415],
    ['two megabytes', { method: 'POST', url: '/api/v1/sessions', payload: { email: 'x'.repeat(2_000_000) } }, 413],
    ['a key that would change every object', { method: 'POST', url: '/api/v1/sessions', payload: '{"__proto__":{"isAdministrator":true}}', headers: { 'content-type': 'application/json' } }, 400],
    ['ten thousand brackets', { method: 'POST', url: '/api/v1/sessions', payload: '['.repeat(10_000) + ']'.repeat(10_000), headers: { 'content-type': 'application/json' } }, 400],
    ['nothing at all', { method: 'POST', url: '/api/v1/sessions', headers: { 'content-type': 'application/json' } }, 400],
  ] as const)('%s', async (_what, request, status) => {
    const response = await plein.app.inject({ ...request, headers: { origin: 'http://plein.test', ...('headers' in request ? request.headers : {}) } } as never);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//), title: expect.any(String), detail: expect.any(String) });
  });

  test('a NUL in a text is named and kept out of the database', async () => {
    const response = await member.patch('/me', { name: 'Nul\u0000Nul' });
    expect(response.statusCode).toBe(400);
  });

  test('in the language that is asked for', async () => {
    const guest = buildGuest(plein);
    expect((await guest.get('/nothing', { 'accept-language': 'en' })).json().title).toBe('Not found');
    expect((await guest.get('/nothing')).json().title).toBe('Niet gevonden');
  });
});

test('what is taken away between looking and writing is refused by name, not as a fault', async () => {
  const administrator = await buildMember(plein, { administrator: true });
  const { id } = (await administrator.post('/organisations', { name: 'Gaat weg', domains: [] })).json<{ id: string }>();
  const { pool } = plein.deps.database;
  const waits = async () => (await pool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount ?? 0;
  const building = await buildBuilding(plein, { founder: administrator });
  const adding = await plein.db(async (trx) => {
    await trx.deleteFrom('organisation').where('id', '=', id).execute();
    const request = administrator.post(`${building.path}/membership-rules`, { organisationId: id });
    await until(waits, (waiting) => waiting > 0);
    return { request };
  });
  const refused = await adding.request;
  expect([refused.statusCode, refused.json<{ errors: unknown }>().errors]).toEqual([400, [{ path: 'organisationId', message: 'Deze organisatie is er niet.' }]]);
});

test('a route that does not say who may call it stops the start', () => {
  expect(() => requireAccess({ method: 'GET', url: '/forgotten', config: {} } as never)).toThrow('/forgotten');
});

describe('an Idempotency-Key', () => {
  test('gives a retry the first answer, and writes once', async () => {
    const before = await written();
    const key = { 'idempotency-key': newId() };
    const first = await member.post('/buildings/werkplaats/posts', message, key);
    const again = await member.post('/buildings/werkplaats/posts', message, key);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(again.headers.location).toBe(first.headers.location);
    expect(await written()).toBe(before + 1);
  });

  test('holds for fifty at once', async () => {
    const before = await written();
    const key = { 'idempotency-key': newId() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => member.post('/buildings/werkplaats/posts', message, key)));
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(await written()).toBe(before + 1);
  });

  test('is refused for something else, and is nobody else’s', async () => {
    const key = { 'idempotency-key': newId() };
    const mine = await member.post('/buildings/werkplaats/posts', message, key);
    expect((await member.post('/buildings/werkplaats/posts', { ...message, body: 'Iets anders.' }, key)).statusCode).toBe(409);
    const other = await buildMember(plein);
    await other.post('/buildings/werkplaats/memberships');
    const theirs = await other.post('/buildings/werkplaats/posts', message, key);
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json().id).not.toBe(mine.json().id);
  });

  test('is not used up by a command that was refused', async () => {
    const key = { 'idempotency-key': newId() };
    expect((await member.post('/buildings/werkplaats/posts', { ...message, body: '' }, key)).statusCode).toBe(400);
    expect((await member.post('/buildings/werkplaats/posts', message, key)).statusCode).toBe(201);
  });

  test('opens its answer for as long as one may read it: not after a post was deleted, and then nothing is made again', async () => {
    const author = await buildMember(plein);
    await author.post('/buildings/werkplaats/memberships');
    const [key, editKey] = [{ 'idempotency-key': newId() }, { 'idempotency-key': newId() }];
    const { id } = (await author.post('/buildings/werkplaats/posts', message, key)).json<{ id: string }>();
    const edit = () => author.send('PATCH', `/api/v1/posts/${id}`, { body: 'Anders gezegd.' }, editKey);
    expect((await edit()).statusCode).toBe(200);
    expect((await edit()).json()).toMatchObject({ id });
    const before = await written();
    // Whoever deletes it: here the building's administrator.
    expect((await member.delete(`/posts/${id}`)).statusCode).toBe(204);
    for (const answer of [await author.post('/buildings/werkplaats/posts', message, key), await edit()]) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('genoeg');
      expect(answer.headers.location).toBeUndefined();
    }
    expect(await written()).toBe(before);
  });

  test('opens its answer no more to somebody who was put out of a hidden building, also where the answer let them in', async () => {
    await member.post('/buildings', { slug: 'achterkamer', name: 'Achterkamer', summary: '', access: 'hidden' });
    const { url } = (await member.post('/buildings/achterkamer/invitations', { link: true })).json<{ url: string }>();
    const visitor = await buildMember(plein);
    const [joining, posting] = [{ 'idempotency-key': newId() }, { 'idempotency-key': newId() }];
    const join = () => visitor.post('/invitations/acceptances', { token: new URL(url).searchParams.get('token') }, joining);
    const publish = () => visitor.post('/buildings/achterkamer/posts', { kind: 'message', body: 'Onder ons.' }, posting);
    expect((await join()).statusCode).toBe(201);
    expect((await publish()).statusCode).toBe(201);
    expect([(await join()).statusCode, (await publish()).statusCode]).toEqual([201, 201]);
    await plein.db((trx) => trx.updateTable('membership').set({ state: 'banned' }).where('member_id', '=', visitor.actorId).execute());
    for (const answer of [await join(), await publish()]) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toMatch(/[Aa]chterkamer|Onder ons/);
    }
  });

  test('and what it answered cannot be read in the database', async () => {
    const key = `leesbaar-${newId()}`;
    const send = () => member.post('/buildings/werkplaats/invitations', { link: true }, { 'idempotency-key': key });
    const { url } = (await send()).json<{ url: string }>();
    expect((await send()).json()).toMatchObject({ url });
    const rows = await plein.db((trx) => trx.selectFrom('idempotency_key').selectAll().where('owner_id', '=', member.actorId).execute());
    expect(rows.length).toBeGreaterThan(0);
    const kept = rows.map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value))).join('\n')).join('\n');
    for (const secret of [key, url, new URL(url).searchParams.get('token') ?? '', 'werkplaats', 'Eén keer']) expect(kept).not.toContain(secret);
  });

  test('that nobody could have made is refused by name', async () => {
    const answer = await member.post('/buildings/werkplaats/posts', message, { 'idempotency-key': 'x'.repeat(300) });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] });
  });
});

describe.each([{ redis: false }, { redis: true }])('limits, with redis: $redis', ({ redis }) => {
  test('are shared between processes, say how long to wait, and are one’s own', async () => {
    const one = await startPlein({ redis });
    const other = await startPlein({ databaseUrl: one.databaseUrl, env: one.config.redisUrl === null ? {} : { REDIS_URL: one.config.redisUrl } });
    try {
      const email = `iemand-${newId()}@zuiderdam.example`;
      const attempt = (process: TestPlein, given = email) => Object.assign(buildGuest(process), { address: '10.1.2.3' }).post('/sessions', { email: given, password: 'dit is het niet' });
      for (let turn = 0; turn < 10; turn++) expect((await attempt(turn % 2 === 0 ? one : other)).statusCode).toBe(401);
      for (const process of [one, other]) {
        const refused = await attempt(process);
        expect(refused.statusCode).toBe(429);
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await attempt(one, `ander-${newId()}@zuiderdam.example`)).statusCode).toBe(401);
      expect((await buildGuest(one).post('/sessions', { email, password: 'dit is het niet' })).statusCode).toBe(401);
    } finally {
      await other.close();
      await one.close();
    }
  });
});

describe('the second lock', () => {
  test('shows nothing to a statement that is nobody’s, before and after the system used the connection', async () => {
    const seen = async () => (await plein.deps.database.pool.query<{ count: number }>('select count(*)::int as count from post')).rows[0]?.count;
    expect(await seen()).toBe(0);
    await Promise.all(Array.from({ length: 10 }, () => plein.db((trx) => sql`select count(*) from post`.execute(trx))));
    await plein.db((trx) => sql`select 1 / 0`.execute(trx)).catch(() => undefined);
    expect(await Promise.all(Array.from({ length: 10 }, seen))).toEqual(Array.from({ length: 10 }, () => 0));
  });
});
