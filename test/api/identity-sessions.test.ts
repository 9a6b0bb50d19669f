// SPDX-License-Identifier: EUPL-1.2
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guest } from '../../server/platform/db/viewer.ts';
import { hashPassword } from '../../server/identity/public.ts';
import { identity } from '../../server/identity/room.ts';
import { startPlein, TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type MemberOptions, type TestMember } from '../support/factories.ts';
import { mailsTo, tokenMailedTo } from '../support/mailbox.ts';

let plein: TestPlein;
let passwordHash: string;
const password = 'vier losse woorden samen';
const other = 'een ander lang geheim';

beforeAll(async () => {
  plein = await startPlein();
  passwordHash = await hashPassword(password);
});
afterAll(() => plein.close());

async function buildSignedUp(options: MemberOptions = {}): Promise<TestMember> {
  const member = await buildMember(plein, options);
  await plein.db((trx) => trx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', member.accountId).execute());
  return member;
}

async function signIn(email: string, secret = password, client: TestClient = buildGuest(plein)) {
  const answer = await client.post('/sessions', { email, password: secret });
  return { client, answer };
}

async function eventsOf(type: string, accountId: string) {
  const events = await plein.db((trx) => trx.selectFrom('event').select('payload').where('type', '=', type).execute());
  return events.map((event) => event.payload as Record<string, unknown>).filter((payload) => payload['accountId'] === accountId);
}

test('somebody signs in with their address in any case, and out again', async () => {
  const { email } = await buildSignedUp();
  const { client, answer } = await signIn(` ${email.toUpperCase()} `);
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ account: { email } });
  expect((await client.get('/me')).statusCode).toBe(200);
  const kept = client.cookie;
  expect((await client.delete('/sessions/current')).statusCode).toBe(204);
  expect(client.cookie).toBeNull();
  client.cookie = kept;
  expect((await client.get('/me')).statusCode).toBe(401);
});

test('signing in tells nothing: unknown, wrong, suspended and without a password give one answer', async () => {
  const known = await buildSignedUp();
  const suspended = await buildSignedUp();
  await plein.db((trx) => trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', suspended.accountId).execute());
  const otherwise = await buildMember(plein);
  const answers = [];
  for (const [email, secret] of [['niemand@thuis.example', password], [known.email, other], [suspended.email, password], [otherwise.email, password], ['geen adres', password]] as const) {
    answers.push((await signIn(email, secret)).answer);
  }
  expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401, 401]);
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
});

test('an unknown address costs a hash too, so its time does not tell', async () => {
  const { email } = await buildSignedUp();
  await signIn('warm@thuis.example');
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 7; round++) {
    times.known.push(await timed(() => signIn(email, other)));
    times.unknown.push(await timed(() => signIn(`onbekend-${round}@thuis.example`, other)));
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  // The hash alone takes tens of milliseconds; without it the answer would take a few.
  expect(unknown).toBeGreaterThan(known / 2);
  expect(known).toBeGreaterThan(unknown / 2);
});

test('a session gets a new id at sign-in, and the one before is over', async () => {
  const { email } = await buildSignedUp();
  const { client } = await signIn(email);
  const first = client.cookie;
  await signIn(email, password, client);
  expect(client.cookie).not.toBe(first);
  const old = buildGuest(plein);
  old.cookie = first;
  expect((await old.get('/me')).statusCode).toBe(401);
});

test('a session that somebody planted is never taken over by a sign-in', async () => {
  const { email } = await buildSignedUp();
  const victim = buildGuest(plein);
  victim.cookie = 'plein_session=planted';
  await signIn(email, password, victim);
  const attacker = buildGuest(plein);
  attacker.cookie = 'plein_session=planted';
  expect((await attacker.get('/me')).statusCode).toBe(401);
});

test('one sees where one is signed in, and ends one session or all others', async () => {
  const member = await buildSignedUp();
  const [laptop, phone, library] = [buildGuest(plein), buildGuest(plein), buildGuest(plein)];
  const agents = new Map([
    [laptop, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    [phone, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'],
    [library, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'],
  ]);
  for (const [client, agent] of agents) await client.post('/sessions', { email: member.email, password }, { 'user-agent': agent });

  const listed = (await laptop.get('/sessions')).json<{ items: { id: string; current: boolean; userAgent: string }[] }>().items;
  expect(listed.map((each) => each.userAgent).sort()).toEqual(['Edge op Windows', 'Firefox op Linux', 'Onbekend apparaat', 'Safari op iPhone']);
  expect(listed.filter((each) => each.current).map((each) => each.userAgent)).toEqual(['Firefox op Linux']);

  const atLibrary = listed.find((each) => each.userAgent === 'Edge op Windows');
  expect((await laptop.delete(`/sessions/${atLibrary?.id}`)).statusCode).toBe(204);
  expect((await library.get('/me')).statusCode).toBe(401);
  expect((await phone.get('/me')).statusCode).toBe(200);

  expect((await laptop.delete('/sessions')).statusCode).toBe(204);
  expect((await phone.get('/me')).statusCode).toBe(401);
  expect((await laptop.get('/me')).statusCode).toBe(200);
  expect((await eventsOf('SessionEnded', member.accountId)).map((event) => event['sessionId'])).toContain(atLibrary?.id);
});

test("somebody else's session cannot be ended", async () => {
  const owner = await buildSignedUp();
  const { items } = (await owner.get('/sessions')).json<{ items: { id: string }[] }>();
  const outsider = await buildMember(plein);
  expect((await outsider.delete(`/sessions/${items[0]?.id}`)).statusCode).toBe(404);
  expect((await owner.get('/me')).statusCode).toBe(200);
});

test('a session lives for thirty days after it was last used', async () => {
  const { email, accountId } = await buildSignedUp();
  const { client } = await signIn(email);
  for (let visit = 0; visit < 3; visit++) {
    plein.clock.advance(20 * 24 * 3_600_000);
    expect((await client.get('/me')).statusCode).toBe(200);
    // Written beside the request, not in it.
    await expect.poll(async () => (await plein.db((trx) => trx.selectFrom('session').select('expires_at').where('account_id', '=', accountId).orderBy('expires_at', 'desc').executeTakeFirstOrThrow())).expires_at.getTime() - plein.clock.now().getTime()).toBeGreaterThan(29 * 24 * 3_600_000);
  }
  plein.clock.advance(31 * 24 * 3_600_000);
  expect((await client.get('/me')).statusCode).toBe(401);
});

test('a new password, chosen or reset, revokes every access token', async () => {
  const { email, accountId } = await buildSignedUp();
  const { client } = await signIn(email);
  const newToken = async () => (await client.post('/tokens', { name: 'Rooster', scopes: ['read'] })).json<{ id: string; token: string }>();
  const statusWith = async ({ token }: { token: string }) => (await plein.app.inject({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode;
  const first = await newToken();
  expect(await statusWith(first)).toBe(200);
  expect((await client.put('/me/password', { current: password, password: other })).statusCode).toBe(204);
  expect(await statusWith(first)).toBe(401);
  const second = await newToken();
  await buildGuest(plein).post('/password-resets', { email });
  const token = await tokenMailedTo(plein, email);
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password })).statusCode).toBe(204);
  expect(await statusWith(second)).toBe(401);
  // Their sockets close.
  expect((await eventsOf('SessionEnded', accountId)).map((event) => event['tokenId'])).toEqual(expect.arrayContaining([first.id, second.id]));
});

test('a second cookie of our name, which another site of the domain may set, does not hide the session', async () => {
  const { email } = await buildSignedUp();
  const { client } = await signIn(email);
  const own = client.cookie;
  const statusWith = async (cookie: string) => (await plein.app.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie } })).statusCode;
  expect(await statusWith(`plein_session=planted; ${own}`)).toBe(200);
  expect(await statusWith(`${own}; plein_session=planted`)).toBe(200);
  expect(await statusWith(`plein_session=a; plein_session=b; plein_session=c; ${own}`)).toBe(401);
});

test.each(['2030-12-31T23:59:60Z', '2030-02-30T12:00:00Z', '2030-12-31T25:00:00Z', '2030-12-31', '2030-12-31T23:00:00Z[u-ca=x]'])('a token cannot expire at %s, which is no moment', async (expiresAt) => {
  const member = await buildSignedUp();
  expect((await member.post('/tokens', { name: 'Rooster', scopes: ['read'], expiresAt })).json()).toMatchObject({ status: 400, errors: [{ path: 'expiresAt' }] });
});

test('cookies and tokens that are nobody’s are refused per address after a while, before the database is asked', async () => {
  const [guesser, visitor] = [buildGuest(plein), buildGuest(plein)];
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  for (let round = 0; round < 30; round++) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => guesser.get('/me', index % 2 === 0 ? { authorization: `Bearer plein_${round}-${index}` } : { cookie: `plein_session=geraden-${round}-${index}` })));
    for (const answer of answers) count(answer.statusCode);
  }
  expect([...statuses]).toEqual([[401, 300]]);
  const asked: unknown[] = [];
  const { pool } = plein.deps.database;
  const query = pool.query.bind(pool);
  pool.query = ((...args: unknown[]) => {
    asked.push(args[0]);
    return (query as (...given: unknown[]) => unknown)(...args);
  }) as typeof pool.query;
  try {
    const refused = await guesser.get('/me', { authorization: 'Bearer plein_nog-een' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  } finally {
    pool.query = query as typeof pool.query;
  }
  expect((await visitor.get('/me', { authorization: 'Bearer plein_nog-een' })).statusCode).toBe(401);
});

test('a new password ends the other sessions, is told by mail, and the old one is over', async () => {
  const { email } = await buildSignedUp();
  const { client } = await signIn(email);
  const { client: elsewhere } = await signIn(email);
  expect((await client.put('/me/password', { current: other, password: other })).json()).toMatchObject({ status: 400, errors: [{ path: 'current' }] });
  expect((await client.put('/me/password', { current: password, password: other })).statusCode).toBe(204);
  expect((await client.get('/me')).statusCode).toBe(200);
  expect((await elsewhere.get('/me')).statusCode).toBe(401);
  expect((await signIn(email)).answer.statusCode).toBe(401);
  expect((await signIn(email, other)).answer.statusCode).toBe(201);
  expect((await mailsTo(plein, email)).map((mail) => mail.template)).toEqual(['password-changed']);
});

test('a reset link chooses a new password, once, within the hour, and ends every session', async () => {
  const { email } = await buildSignedUp();
  const { client } = await signIn(email);
  expect((await buildGuest(plein).post('/password-resets', { email })).statusCode).toBe(202);
  const token = await tokenMailedTo(plein, email);
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password: email })).json()).toMatchObject({ errors: [{ path: 'password' }] });
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password: other })).statusCode).toBe(204);
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password })).json()).toMatchObject({ status: 400, errors: [{ path: 'token' }] });
  expect((await client.get('/me')).statusCode).toBe(401);
  expect((await signIn(email, other)).answer.statusCode).toBe(201);

  await buildGuest(plein).post('/password-resets', { email });
  const late = await tokenMailedTo(plein, email);
  plein.clock.advance(3_601_000);
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token: late, password })).statusCode).toBe(400);
});

test('asking for a reset tells nothing about unknown addresses, and mails nobody who is not there', async () => {
  const { email } = await buildSignedUp();
  const answers = [await buildGuest(plein).post('/password-resets', { email }), await buildGuest(plein).post('/password-resets', { email: 'spook@thuis.example' })];
  expect(answers[0]?.statusCode).toBe(202);
  expect(answers[0]?.body).toBe(answers[1]?.body);
  expect(await mailsTo(plein, 'spook@thuis.example')).toEqual([]);
  expect((await mailsTo(plein, email)).map((mail) => mail.template)).toEqual(['password-reset']);
});

test('opening a reset link changes nothing', async () => {
  const { email } = await buildSignedUp();
  await buildGuest(plein).post('/password-resets', { email });
  const token = await tokenMailedTo(plein, email);
  for (const url of [`/reset-password?token=${token}`, `/api/v1/password-resets/confirmations?token=${token}`]) await plein.app.inject({ method: 'GET', url });
  expect((await signIn(email)).answer.statusCode).toBe(201);
  expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password: other })).statusCode).toBe(204);
});

test('a link for one purpose serves no other', async () => {
  const { email } = await buildSignedUp();
  await buildGuest(plein).post('/password-resets', { email });
  const token = await tokenMailedTo(plein, email);
  expect((await buildGuest(plein).post('/accounts/confirmations', { token })).statusCode).toBe(400);
  expect((await buildGuest(plein).post('/first-administrator', { token, email: 'baas@thuis.example', name: 'Baas', password })).statusCode).toBe(400);
});

test('a password is hashed anew at sign-in when the parameters have changed', async () => {
  const { email, accountId } = await buildSignedUp();
  const weak = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await plein.db((trx) => trx.updateTable('account').set({ password_hash: weak }).where('id', '=', accountId).execute());
  expect((await signIn(email)).answer.statusCode).toBe(201);
  const row = await plein.db((trx) => trx.selectFrom('account').select('password_hash').where('id', '=', accountId).executeTakeFirstOrThrow());
  expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await signIn(email)).answer.statusCode).toBe(201);
});

test('guessing at one account from one address is limited, and does not lock its owner out', async () => {
  const { email } = await buildSignedUp();
  const guesser = buildGuest(plein);
  const statuses = [];
  for (let attempt = 0; attempt < 12; attempt++) statuses.push((await signIn(email, other, guesser)).answer.statusCode);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect((await signIn(email)).answer.statusCode).toBe(201);
});

test('guessing at one account is limited, from however many addresses', async () => {
  const { email } = await buildSignedUp();
  // What ninety-nine attempts count, without the time of as many hashes.
  for (let attempt = 0; attempt < 99; attempt++) await plein.deps.limits.take('signInPerAccount', { ip: '10.0.0.1', viewer: guest('nl') } as never, ` ${email.toUpperCase()} `);
  expect((await signIn(email, other)).answer.statusCode).toBe(401);
  expect((await signIn(email, other)).answer.statusCode).toBe(429);
});

test('sign-ups with somebody’s address do not keep them from a reset, and guesses do not keep them from changing their password', async () => {
  const member = await buildSignedUp();
  for (let attempt = 0; attempt < 6; attempt++) await buildGuest(plein).post('/accounts', { email: member.email, name: 'Iemand Anders', password });
  expect((await buildGuest(plein).post('/password-resets', { email: member.email })).statusCode).toBe(202);
  for (let attempt = 0; attempt < 100; attempt++) await plein.deps.limits.take('signInPerAccount', { ip: '10.0.0.1', viewer: guest('nl') } as never, member.email);
  expect((await member.put('/me/password', { current: password, password: other })).statusCode).toBe(204);
  const statuses = [];
  for (let attempt = 0; attempt < 10; attempt++) statuses.push((await member.put('/me/password', { current: password, password: other })).statusCode);
  expect(statuses).toEqual([...Array<number>(9).fill(400), 429]);
});

test('the counters of limits name nobody', async () => {
  const { email } = await buildSignedUp();
  const client = buildGuest(plein);
  await signIn(email, other, client);
  await client.post('/password-resets', { email });
  const rows = await plein.db((trx) => trx.selectFrom('rate_limit').select('key').execute());
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) expect(key).toMatch(/^\w+:[\w-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain(client.address);
});

test('signing in from one address is limited, for however many accounts', async () => {
  const client = buildGuest(plein);
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < 60; attempt++) statuses.add((await client.post('/sessions', { email: '', password: '' })).statusCode);
  expect(statuses).toEqual(new Set([400]));
  const refused = await client.post('/sessions', { email: 'wie@thuis.example', password });
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['another site as a form of text', { origin: 'https://evil.example', 'content-type': 'text/plain' }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
])('a request with a cookie from %s is refused', async (_what, headers, status) => {
  const member = await buildSignedUp();
  const answer = await plein.app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers: { cookie: member.cookie ?? '', ...headers } });
  expect(answer.statusCode).toBe(status);
  const posted = await plein.app.inject({ method: 'POST', url: '/api/v1/tokens', headers: { cookie: member.cookie ?? '', 'content-type': 'application/json', ...headers }, payload: '{"name":"x","scopes":["read"]}' });
  expect(posted.statusCode).toBe(status);
  expect((await member.get('/me')).statusCode).toBe(200);
});

test('a request with a cookie and no Origin is refused, also with another kind of Authorization beside it', async () => {
  const member = await buildSignedUp();
  for (const authorization of [undefined, 'Basic YTpi']) {
    const answer = await plein.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { cookie: member.cookie ?? '', ...(authorization === undefined ? {} : { authorization }) } });
    expect([401, 403]).toContain(answer.statusCode);
  }
});

test('what has expired is deleted', async () => {
  const { email, accountId } = await buildSignedUp();
  await signIn(email);
  await buildGuest(plein).post('/accounts', { email: 'verlopen@thuis.example', name: 'Verlopen', password });
  plein.clock.advance(40 * 24 * 3_600_000);
  for (const schedule of identity.schedules ?? []) await schedule.run(plein.deps);
  const left = await plein.db(async (trx) => ({
    sessions: await trx.selectFrom('session').select('id').where('account_id', '=', accountId).execute(),
    links: await trx.selectFrom('one_time_token').select('id').execute(),
  }));
  expect(left).toEqual({ sessions: [], links: [] });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
