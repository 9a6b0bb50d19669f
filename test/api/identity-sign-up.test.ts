// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureFirstAdministrator } from '../../server/identity/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { mailsTo, tokenMailedTo } from '../support/mailbox.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const password = 'vier losse woorden samen';

async function signUp(email: string, name = 'Naïma el Idrissi') {
  const client = buildGuest(plein);
  const asked = await client.post('/accounts', { email, name, password });
  expect(asked.statusCode).toBe(202);
  const confirmed = await client.post('/accounts/confirmations', { token: await tokenMailedTo(plein, email) });
  expect(confirmed.statusCode).toBe(201);
  return { client, account: confirmed.json<{ account: Record<string, unknown> }>().account };
}

test('somebody signs up, presses the link of the mail and is signed in', async () => {
  const { client, account } = await signUp('naima@thuis.example');
  expect(account).toMatchObject({ handle: 'naima-el-idrissi', name: 'Naïma el Idrissi', email: 'naima@thuis.example', role: 'member', isStaff: false, organisation: null, locale: 'nl' });
  expect((await client.get('/me')).json()).toEqual(account);
  expect(client.cookie).toMatch(/^plein_session=[\w-]{43}$/);
});

test('the cookie cannot be read by scripts and does not travel with requests of other sites', async () => {
  const client = buildGuest(plein);
  await client.post('/accounts', { email: 'koek@thuis.example', name: 'Koek', password });
  const { headers } = await client.post('/accounts/confirmations', { token: await tokenMailedTo(plein, 'koek@thuis.example') });
  expect(headers['set-cookie']).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('on https the cookie is sent over https only', async () => {
  const secure = await startPlein({ env: { PUBLIC_URL: 'https://plein.test', ADMIN_EMAIL: 'beheer@plein.test', ADMIN_PASSWORD: password } });
  await ensureFirstAdministrator(secure.deps);
  const { headers } = await secure.app.inject({ method: 'POST', url: '/api/v1/sessions', headers: { origin: 'https://plein.test' }, payload: { email: 'beheer@plein.test', password } });
  expect(headers['set-cookie']).toMatch(/; Secure;/);
  await secure.close();
});

test('before the link is pressed there is no account, no name and no taken handle', async () => {
  const client = buildGuest(plein);
  await client.post('/accounts', { email: 'wacht@thuis.example', name: 'Wachtende Persoon', password });
  await plein.drainJobs();
  expect((await client.get('/people/wachtende-persoon')).statusCode).toBe(404);
  expect((await client.post('/sessions', { email: 'wacht@thuis.example', password })).statusCode).toBe(401);
});

test('two people of one name get handles of their own, and reserved handles go to nobody', async () => {
  const handles = [];
  for (const email of ['jan1@thuis.example', 'jan2@thuis.example', 'jan3@thuis.example']) handles.push((await signUp(email, 'Jan de Vries')).account['handle']);
  expect(handles).toEqual(['jan-de-vries', 'jan-de-vries-2', 'jan-de-vries-3']);
  expect((await signUp('beheer@thuis.example', 'Beheerder')).account['handle']).toBe('beheerder-2');
  expect((await signUp('han@thuis.example', '韩梅梅')).account['handle']).toBe('lid');
});

test('a link works once, and not after a day', async () => {
  await buildGuest(plein).post('/accounts', { email: 'eenmaal@thuis.example', name: 'Een Maal', password });
  const token = await tokenMailedTo(plein, 'eenmaal@thuis.example');
  const answers = await Promise.all([1, 2, 3].map(() => buildGuest(plein).post('/accounts/confirmations', { token })));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 400, 400]);
  expect(answers.find((answer) => answer.statusCode === 400)?.json<{ errors: unknown }>().errors).toMatchObject([{ path: 'token' }]);

  await buildGuest(plein).post('/accounts', { email: 'telaat@thuis.example', name: 'Te Laat', password });
  const late = await tokenMailedTo(plein, 'telaat@thuis.example');
  plein.clock.advance(24 * 3_600_000 + 1_000);
  expect((await buildGuest(plein).post('/accounts/confirmations', { token: late })).statusCode).toBe(400);
});

test('a mail scanner that opens the link confirms nothing', async () => {
  await buildGuest(plein).post('/accounts', { email: 'scan@thuis.example', name: 'Scan Doel', password });
  const token = await tokenMailedTo(plein, 'scan@thuis.example');
  for (const method of ['GET', 'HEAD'] as const) {
    for (const url of [`/confirm?token=${token}`, `/api/v1/accounts/confirmations?token=${token}`]) await plein.app.inject({ method, url });
  }
  expect((await buildGuest(plein).post('/accounts/confirmations', { token })).statusCode).toBe(201);
});

test('who signs up again before confirming gets a new link, and the newest name and password count', async () => {
  const client = buildGuest(plein);
  await client.post('/accounts', { email: 'dubbel@thuis.example', name: 'Eerste Naam', password: 'eerste geheime zin hier' });
  const first = await tokenMailedTo(plein, 'dubbel@thuis.example');
  await client.post('/accounts', { email: 'dubbel@thuis.example', name: 'Tweede Naam', password: 'tweede geheime zin hier' });
  const second = await tokenMailedTo(plein, 'dubbel@thuis.example');
  expect((await client.post('/accounts/confirmations', { token: first })).statusCode).toBe(400);
  expect((await client.post('/accounts/confirmations', { token: second })).json()).toMatchObject({ account: { name: 'Tweede Naam' } });
  expect((await buildGuest(plein).post('/sessions', { email: 'dubbel@thuis.example', password: 'eerste geheime zin hier' })).statusCode).toBe(401);
  expect((await buildGuest(plein).post('/sessions', { email: 'dubbel@thuis.example', password: 'tweede geheime zin hier' })).statusCode).toBe(201);
});

test('signing up tells nothing about an address that is known: same answer, same work, and a mail to its owner', async () => {
  const known = await buildMember(plein, { name: 'Al Bekend' });
  const body = { name: 'Nieuw Persoon', password };
  const [forKnown, forUnknown] = [await buildGuest(plein).post('/accounts', { ...body, email: known.email.toUpperCase() }), await buildGuest(plein).post('/accounts', { ...body, email: 'vreemd@thuis.example' })];
  expect(forKnown.statusCode).toBe(forUnknown.statusCode);
  expect(forKnown.body).toBe(forUnknown.body);
  expect(withoutChance(forKnown.headers)).toEqual(withoutChance(forUnknown.headers));
  expect((await mailsTo(plein, known.email)).map((mail) => mail.template)).toEqual(['known-address']);
  expect((await mailsTo(plein, 'vreemd@thuis.example')).map((mail) => mail.template)).toEqual(['confirmation']);
  // The name and password that came along are kept nowhere.
  expect(await plein.db((trx) => trx.selectFrom('one_time_token').select('id').where('email', '=', known.email).execute())).toEqual([]);
});

test('the answer comes before the address is looked up, so its time cannot tell', async () => {
  const known = await buildMember(plein);
  const statements = { known: await statementsDuring(known.email), unknown: await statementsDuring('nooit-gezien@thuis.example') };
  expect(statements.known).toEqual(statements.unknown);
  expect(statements.known.length).toBeGreaterThan(2);
  await plein.drainJobs();

  async function statementsDuring(email: string): Promise<string[]> {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await buildGuest(plein).post('/accounts', { email, name: 'Zelfde Werk', password });
    const statements = query.mock.calls.map(([statement]) => (typeof statement === 'string' ? statement : String((statement as { text?: string }).text)));
    query.mockRestore();
    return statements;
  }
});

test('every fault of a sign-up is named at once, with its reason', async () => {
  const answer = await buildGuest(plein).post('/accounts', { email: 'geen-adres', name: ' ', password: 'kort' }, { 'accept-language': 'nl' });
  expect(answer.statusCode).toBe(400);
  const { errors } = answer.json<{ errors: { path: string; message: string }[] }>();
  expect(errors.map((each) => each.path).sort()).toEqual(['email', 'name', 'password']);
  expect(errors.find((each) => each.path === 'password')?.message).toMatch(/minstens 12 tekens: een kort wachtwoord/);
});

test.each([
  ['the e-mail address', 'piet.jansen@thuis.example'],
  ['the local part, twice', 'piet.jansenpiet.jansen'],
  ['the name', 'Piet Hein Jansen'],
  ['one everybody uses', 'Wachtwoord123'],
  ['one sign', 'aaaaaaaaaaaaaaaa'],
])('a password that is %s is refused with a reason', async (_what, bad) => {
  const answer = await buildGuest(plein).post('/accounts', { email: 'piet.jansen@thuis.example', name: 'Piet Hein Jansen', password: bad });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ path: 'password' }] });
});

test.each(['\u202eneve\u202c', 'Jan\u0000', '\u200b\u200b', '   ', '---', 'a'.repeat(101), 'regel\neinde', 'Win op https://x.example', 'www.x.example'])('a name that passes for another or is invisible is refused (%j)', async (name) => {
  const answer = await buildGuest(plein).post('/accounts', { email: 'naam@thuis.example', name, password });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ path: 'name' }] });
});

test.each([{ role: 'administrator' }, { isStaff: true }, { handle: 'baas' }, { confirmedAt: '2026-01-01T00:00:00Z' }])('a field that is not for the caller is refused: %j', async (extra) => {
  const answer = await buildGuest(plein).post('/accounts', { email: 'extra@thuis.example', name: 'Extra', password, ...extra });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ path: Object.keys(extra)[0] }] });
});

test('one address is mailed five times an hour at most for a sign-up, and five for a reset, whether it is known or not', async () => {
  const known = await buildMember(plein);
  for (const email of [known.email, 'vaak@thuis.example']) {
    // Each with its own count: whoever signs up with somebody's address does not keep them from a reset.
    for (const send of [() => buildGuest(plein).post('/accounts', { email, name: 'Vaak', password }), () => buildGuest(plein).post('/password-resets', { email })]) {
      const answers = [];
      for (let time = 0; time < 6; time++) answers.push(await send());
      expect(answers.map((answer) => answer.statusCode)).toEqual([202, 202, 202, 202, 202, 429]);
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    }
  }
});

function withoutChance(headers: Record<string, unknown>): Record<string, unknown> {
  const { 'x-request-id': _id, date: _date, ...rest } = headers;
  return rest;
}
