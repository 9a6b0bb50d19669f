// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureFirstAdministrator } from '../../server/identity/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { tokenMailedTo } from '../support/mailbox.ts';

let plein: TestPlein;
let administrator: TestMember;
const password = 'vier losse woorden samen';

beforeAll(async () => {
  plein = await startPlein();
  administrator = await buildMember(plein, { administrator: true, handle: 'baas' });
});
afterAll(() => plein.close());

let serial = 0;

async function createOrganisation(domains: string[], name = `Gemeente ${++serial}`) {
  const answer = await administrator.post('/organisations', { name, domains });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string; name: string; domains: string[] }>();
}

async function signUp(email: string) {
  const client = buildGuest(plein);
  await client.post('/accounts', { email, name: 'Nieuwe Collega', password });
  await client.post('/accounts/confirmations', { token: await tokenMailedTo(plein, email) });
  return client;
}

test('a confirmed address in a domain of an organisation makes staff; a subdomain or a longer name does not', async () => {
  const { id, name } = await createOrganisation(['dijkstad.example']);
  expect((await (await signUp('jo@dijkstad.example')).get('/me')).json()).toMatchObject({ isStaff: true, organisation: { id, name } });
  for (const email of ['jo@werk.dijkstad.example', 'jo@nepdijkstad.example', 'dijkstad.example@thuis.example']) {
    expect((await (await signUp(email)).get('/me')).json()).toMatchObject({ isStaff: false, organisation: null });
  }
});

test('adding a domain makes staff of who is there already, and removing it takes that away, in the next request', async () => {
  const client = await signUp('lee@havenstad.example');
  expect((await client.get('/me')).json()).toMatchObject({ isStaff: false });
  const { id, name } = await createOrganisation([]);
  expect((await administrator.patch(`/organisations/${id}`, { domains: ['@Havenstad.example '] })).json()).toMatchObject({ domains: ['havenstad.example'], memberCount: 1 });
  expect((await client.get('/me')).json()).toMatchObject({ isStaff: true, organisation: { name } });
  expect((await administrator.patch(`/organisations/${id}`, { domains: [] })).json()).toMatchObject({ domains: [], memberCount: 0 });
  expect((await client.get('/me')).json()).toMatchObject({ isStaff: false, organisation: null });
});

test('an organisation that is removed leaves its people behind as residents', async () => {
  const { id } = await createOrganisation(['opgeheven.example']);
  const client = await signUp('ex@opgeheven.example');
  expect((await administrator.delete(`/organisations/${id}`)).statusCode).toBe(204);
  expect((await client.get('/me')).json()).toMatchObject({ isStaff: false, organisation: null });
  expect((await administrator.get(`/organisations/${id}`)).statusCode).toBe(404);
});

test('a name or domain that is taken is refused by the field, and nothing is left half done', async () => {
  const { name } = await createOrganisation(['bezet.example']);
  expect((await administrator.post('/organisations', { name: name.toUpperCase(), domains: [] })).json()).toMatchObject({ status: 409, errors: [{ path: 'name' }] });
  expect((await administrator.post('/organisations', { name: 'Halve Gemeente', domains: ['half.example', 'bezet.example'] })).json()).toMatchObject({ status: 409, errors: [{ path: 'domains' }] });
  const { items } = (await administrator.get('/organisations?limit=100')).json<{ items: { name: string }[] }>();
  expect(items.map((each) => each.name)).not.toContain('Halve Gemeente');
});

test.each(['geen domein', 'localhost', '@', 'a@b.example', '-x.example', 'http://x.example'])('%j is no domain', async (domain) => {
  expect((await administrator.post('/organisations', { name: 'Fout', domains: [domain] })).json()).toMatchObject({ status: 400, errors: [{ path: 'domains/0' }] });
});

test('a domain where anybody can have an address cannot make staff', async () => {
  expect((await administrator.post('/organisations', { name: 'Allen', domains: ['gmail.com'] })).json()).toMatchObject({ status: 400, errors: [{ path: 'domains' }] });
});

test('a repeated request with one Idempotency-Key makes one organisation', async () => {
  const send = () => administrator.post('/organisations', { name: 'Eén Keer', domains: [] }, { 'idempotency-key': 'org-1' });
  const [first, second] = [await send(), await send()];
  expect(second.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
});

test('organisations are listed by name, page by page', async () => {
  const names: string[] = [];
  let cursor = '';
  do {
    const page = (await administrator.get(`/organisations?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<{ items: { name: string }[]; next: string | null }>();
    names.push(...page.items.map((each) => each.name));
    cursor = page.next ?? '';
  } while (cursor !== '');
  expect(names.length).toBeGreaterThan(3);
  expect(new Set(names).size).toBe(names.length);
  expect((await administrator.get('/organisations?limit=100')).json<{ items: { name: string }[] }>().items.map((each) => each.name)).toEqual(names);
});

test('only an administrator touches organisations and the instance', async () => {
  const member = await buildMember(plein);
  for (const [client, status] of [[buildGuest(plein), 401], [member, 403]] as const) {
    expect((await client.get('/organisations')).statusCode).toBe(status);
    expect((await client.post('/organisations', { name: 'Van mij', domains: ['mij.example'] })).statusCode).toBe(status);
    expect((await client.patch('/instance', { name: 'Van mij' })).statusCode).toBe(status);
  }
});

test('everybody may know what the instance is; an administrator changes it', async () => {
  expect((await administrator.patch('/instance', { name: ' Plein aan Zee ', tagline: 'Loop binnen', residentsMayStartBuildings: true })).statusCode).toBe(200);
  const guest = (await buildGuest(plein).get('/instance')).json();
  expect(guest).toMatchObject({ name: 'Plein aan Zee', tagline: 'Loop binnen', locale: 'nl', demo: null, residentsMayStartBuildings: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect((await administrator.patch('/instance', { residentsMayStartBuildings: false })).json()).toMatchObject({ name: 'Plein aan Zee', residentsMayStartBuildings: false });
});

test('the numbers of the instance count what a guest may know, whoever asks', async () => {
  await buildMember(plein);
  plein.clock.advance(60_000);
  const counts = (await buildGuest(plein).get('/instance')).json<{ counts: { people: number } }>().counts;
  const people = await plein.db((trx) => trx.selectFrom('actor').select((eb) => eb.fn.countAll<number>().as('count')).where('type', '=', 'person').executeTakeFirstOrThrow());
  expect(counts.people).toBe(people.count);
  plein.clock.advance(60_000);
  expect((await administrator.get('/instance')).json<{ counts: unknown }>().counts).toEqual(counts);
});

test('a token works for what it was given, until it is revoked or expires', async () => {
  const member = await buildMember(plein);
  const made = (await member.post('/tokens', { name: 'Rooster', scopes: ['read'] })).json<{ id: string; token: string }>();
  expect(made.token).toMatch(/^plein_[\w-]{43}$/);
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const me = () => plein.app.inject({ method: 'GET', url: '/api/v1/me', ...bearer(made.token) });
  expect((await me()).json()).toMatchObject({ id: member.actorId });
  expect((await plein.app.inject({ method: 'PATCH', url: '/api/v1/me', ...bearer(made.token), payload: { jobTitle: 'Nee' } })).statusCode).toBe(403);
  await expect.poll(async () => (await member.get('/tokens')).json()).toMatchObject({ items: [{ id: made.id, name: 'Rooster', scopes: ['read'], lastUsedAt: expect.any(String), expiresAt: null }] });
  expect((await member.get('/tokens')).body).not.toContain(made.token);
  expect((await member.delete(`/tokens/${made.id}`)).statusCode).toBe(204);
  expect((await me()).statusCode).toBe(401);

  const brief = (await member.post('/tokens', { name: 'Kort', scopes: ['read', 'write'], expiresAt: new Date(plein.clock.now().getTime() + 60_000).toISOString() })).json<{ token: string }>();
  const change = () => plein.app.inject({ method: 'PATCH', url: '/api/v1/me', ...bearer(brief.token), payload: { jobTitle: 'Ja' } });
  expect((await change()).json()).toMatchObject({ jobTitle: 'Ja' });
  plein.clock.advance(61_000);
  expect((await change()).statusCode).toBe(401);
});

test('a token never reaches secrets, whatever its scopes, and gives no more than its owner has', async () => {
  const made = (await administrator.post('/tokens', { name: 'Alles', scopes: ['read', 'write', 'admin'] })).json<{ token: string }>();
  const authorization = `Bearer ${made.token}`;
  for (const [method, path] of [['GET', '/sessions'], ['DELETE', '/sessions'], ['GET', '/tokens'], ['POST', '/tokens'], ['PUT', '/me/password']] as const) {
    const payload = method === 'POST' ? { name: 'x', scopes: ['read'] } : method === 'PUT' ? { current: password, password } : undefined;
    expect((await plein.app.inject({ method, url: `/api/v1${path}`, headers: { authorization }, ...(payload === undefined ? {} : { payload }) })).statusCode).toBe(403);
  }
  expect((await plein.app.inject({ method: 'GET', url: '/api/v1/organisations', headers: { authorization } })).statusCode).toBe(200);
  const member = await buildMember(plein);
  expect((await member.post('/tokens', { name: 'Stiekem', scopes: ['admin'] })).json()).toMatchObject({ status: 400, errors: [{ path: 'scopes' }] });
  const readOnly = (await administrator.post('/tokens', { name: 'Lezen', scopes: ['read'] })).json<{ token: string }>();
  expect((await plein.app.inject({ method: 'GET', url: '/api/v1/organisations', headers: { authorization: `Bearer ${readOnly.token}` } })).statusCode).toBe(403);
});

test("somebody else's token cannot be revoked or seen", async () => {
  const owner = await buildMember(plein);
  const { id } = (await owner.post('/tokens', { name: 'Mijn', scopes: ['read'] })).json<{ id: string }>();
  const outsider = await buildMember(plein);
  expect((await outsider.delete(`/tokens/${id}`)).statusCode).toBe(404);
  expect((await outsider.get('/tokens')).json()).toEqual({ items: [], next: null });
  expect((await owner.get('/tokens')).json<{ items: unknown[] }>().items).toHaveLength(1);
});

test('the first administrator comes from a link of the first start, which works once and for nobody after', async () => {
  const fresh = await startPlein();
  const [link, again] = [await ensureFirstAdministrator(fresh.deps), await ensureFirstAdministrator(fresh.deps)];
  const token = new URL(link ?? '').searchParams.get('token') ?? '';
  expect(link).toMatch(/^http:\/\/plein\.test\/first-administrator\?token=/);
  const body = { email: 'eerste@plein.example', name: 'Eerste Beheerder', password };
  await fresh.app.inject({ method: 'GET', url: `/first-administrator?token=${token}` });
  expect((await buildGuest(fresh).post('/first-administrator', { ...body, token: `${token}x` })).statusCode).toBe(400);
  const client = buildGuest(fresh);
  expect((await client.post('/first-administrator', { ...body, token })).json()).toMatchObject({ account: { role: 'administrator', email: body.email } });
  expect((await client.get('/organisations')).statusCode).toBe(200);
  for (const used of [token, new URL(again ?? '').searchParams.get('token') ?? '']) {
    expect((await buildGuest(fresh).post('/first-administrator', { ...body, email: 'tweede@plein.example', token: used })).json()).toMatchObject({ status: 400, errors: [{ path: 'token' }] });
  }
  expect(await ensureFirstAdministrator(fresh.deps)).toBeNull();
  await fresh.close();
});

test('the link for the first administrator is good for a day', async () => {
  const fresh = await startPlein();
  const token = new URL((await ensureFirstAdministrator(fresh.deps)) ?? '').searchParams.get('token') ?? '';
  fresh.clock.advance(24 * 3_600_000 + 1_000);
  expect((await buildGuest(fresh).post('/first-administrator', { email: 'laat@plein.example', name: 'Te Laat', password, token })).statusCode).toBe(400);
  await fresh.close();
});

test('the first administrator comes from the environment, also for an address that has an account, and once', async () => {
  const fresh = await startPlein({ env: { ADMIN_EMAIL: 'baas@zuiderdam.example', ADMIN_PASSWORD: password } });
  const known = await buildMember(fresh, { handle: 'baas' });
  expect(await Promise.all([ensureFirstAdministrator(fresh.deps), ensureFirstAdministrator(fresh.deps)])).toEqual([null, null]);
  const client = buildGuest(fresh);
  expect((await client.post('/sessions', { email: known.email, password })).json()).toMatchObject({ account: { id: known.actorId, role: 'administrator' } });
  await fresh.close();
});
