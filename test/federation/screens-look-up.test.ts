// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere } from '../support/factories-federation.ts';
import { buildPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** Finding a place of another instance, by those who are signed in here. */

let here: OpenPlein;
let there: OpenPlein;
let member: TestMember;
let open: TestBuilding;
let closed: TestBuilding;
let hidden: TestBuilding;
let other: Server;
let otherHost: string;

beforeAll(async () => {
  [here, there] = await Promise.all([startOpenPlein(), startOpenPlein()]);
  member = await buildMember(here);
  open = await buildBuilding(there, { name: 'Omgevingswet', summary: 'Over de wet' });
  closed = await buildBuilding(there, { name: 'Besloten kamer', access: 'closed' });
  hidden = await buildBuilding(there, { name: 'Achterkamer', access: 'hidden' });
  other = createServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Geen plein</h1>'));
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  otherHost = `localhost:${(other.address() as AddressInfo).port}`;
});
afterAll(async () => {
  other?.close();
  await Promise.all([here?.close(), there?.close()]);
});

const lookUp = (address: string) => member.post('/remote-places/lookup', { address });
const problem = async (address: string) => {
  const answer = await lookUp(address);
  return { status: answer.statusCode, ...answer.json<{ type: string; errors: { path: string; message: string }[] }>() };
};

describe('what is found', () => {
  test.each([
    ['a handle', () => `@${open.slug}@${there.host}`],
    ['a handle without its first sign, with room around it', () => `  ${open.slug}@${there.host} `],
    ['the address of its page', () => `${there.url}/buildings/${open.slug}`],
    ['the address of its actor', () => `${there.url}/ap/actors/${open.id}`],
    ['the address of its page here', () => `${here.url}/buildings/${open.slug}@${there.host}`],
  ])('by %s', async (_by, address) => {
    const found = await lookUp(address());
    expect(found.statusCode, found.body).toBe(200);
    expect(found.json()).toMatchObject({ slug: `${open.slug}@${there.host}`, name: 'Omgevingswet', summary: 'Over de wet', host: there.host, access: 'open', memberCount: 1, url: `/buildings/${open.slug}@${there.host}`, myMembership: null, can: { ask: true } });
  });

  test('a closed place by its name, with no more than its home tells everybody', async () => {
    const found = (await lookUp(`${closed.slug}@${there.host}`)).json<Record<string, unknown>>();
    expect(found).toMatchObject({ name: 'Besloten kamer', access: 'closed', myMembership: null });
  });

  test('a page of it here, for who is signed in, without a search before it', async () => {
    const fresh = await buildBuilding(there, { name: 'Jeugd' });
    const address = `/buildings/${fresh.slug}@${there.host}`;
    expect((await buildGuest(here).get(address)).statusCode).toBe(404);
    const page = await member.get(address);
    expect(page.statusCode, page.body).toBe(200);
    expect(page.json()).toMatchObject({ name: 'Jeugd', host: there.host, slug: `${fresh.slug}@${there.host}`, can: { edit: false, moderate: false, startGroup: false } });
    const { id } = page.json<{ id: string }>();
    expect((await member.get(`/actors/${id}/home`)).json()).toEqual({ host: there.host, hostName: there.host, url: `${there.url}/buildings/${fresh.slug}`, isNeighbour: false, state: 'fine', turnedUsAwayAt: null });
    // The street is that of this square: it stands there only for who looks for it by name.
    expect((await member.get('/buildings')).json<{ items: { slug: string }[] }>().items.map((each) => each.slug)).not.toContain(`${fresh.slug}@${there.host}`);
    expect((await member.get('/buildings?q=jeugd')).json<{ items: { slug: string }[] }>().items.map((each) => each.slug)).toContain(`${fresh.slug}@${there.host}`);
  });
});

describe('what is not', () => {
  test('a hidden place is as absent as one that never was', async () => {
    const [secret, nothing] = [await problem(`${hidden.slug}@${there.host}`), await problem(`zo-heet-niets@${there.host}`)];
    expect(secret).toEqual(nothing);
    expect(nothing).toMatchObject({ status: 400, type: '/problems/no-such-place', errors: [{ path: 'address' }] });
    expect((await problem(`${there.url}/ap/actors/${hidden.id}`)).type).toBe('/problems/no-such-place');
    expect((await member.get(`/buildings/${hidden.slug}@${there.host}`)).statusCode).toBe(404);
  });

  test('who was given the address of a hidden place can ask there, and is told the same where there is nothing', async () => {
    const ask = (address: string) => member.post('/remote-places/requests', { address, note: 'Ik hoor bij het team.' });
    const [real, unnamed] = [await buildBuilding(there, { name: 'Achterkamer twee', access: 'hidden' }), hidden];
const named = await real.founder.put(`${real.path}/allowed-instances/${here.host}`, {});
    expect(named.statusCode, named.body).toBeLessThan(300);
    const answers = await Promise.all([`${there.url}/ap/actors/${real.id}`, `${there.url}/ap/actors/${unnamed.id}`, `${there.url}/ap/actors/00000000-0000-7000-8000-00000000dead`].map(ask));
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(Array.from({ length: 3 }, () => [202, '{"asked":true}']));
    await until(() => there.db((trx) => trx.selectFrom('membership').select(['state', 'note']).where('place_id', '=', real.id).where('state', '=', 'requested').execute()), (rows) => rows.length === 1 && rows[0]?.note.includes('hoor bij') === true);
    expect(await there.db((trx) => trx.selectFrom('membership').select('id').where('place_id', '=', unnamed.id).where('state', '=', 'requested').execute())).toEqual([]);
    // Still not there, for who asked.
    expect((await problem(`${there.url}/ap/actors/${real.id}`)).type).toBe('/problems/no-such-place');
    expect((await member.post('/remote-places/requests', { address: 'zomaar wat' })).json()).toMatchObject({ type: '/problems/bad-address', errors: [{ path: 'address' }] });
    expect((await buildGuest(here).post('/remote-places/requests', { address: 'x@y.example' })).statusCode).toBe(401);
  });

  test('what a home shows to this instance alone is absent for those here whom it is not for', async () => {
    const insider = await buildMember(here);
    await allow(there, closed, here);
    await joinElsewhere(here, there, closed, insider);
    const post = await buildPost(closed.founder, closed);
    await until(() => here.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', post.uri).executeTakeFirst()));
    const absent = `${there.url}/ap/objects/00000000-0000-7000-8000-00000000dead`;
    expect(await problem(post.uri)).toEqual(await problem(absent));
    const ask = async (address: string) => (await member.post('/remote-places/requests', { address })).statusCode;
    expect(await ask(post.uri)).toBe(await ask(absent));
  });

  test('a hidden place that stands here for others is asked for like one that nobody knows, and its members find it', async () => {
    const insider = await buildMember(here);
    await allow(there, hidden, here);
    const replica = await joinElsewhere(here, there, hidden, insider);
    const asked: string[] = [];
    there.app.server.on('request', ({ url = '' }) => void (url.startsWith('/.well-known/webfinger') && asked.push(url)));
    const lookedUp = async (slug: string) => {
      asked.length = 0;
      expect((await member.get(`/buildings/${slug}`)).statusCode).toBe(404);
      return asked.length;
    };
    const absent = await lookedUp(`zo-heet-niets@${there.host}`);
    expect(absent).toBeGreaterThan(0);
    expect(await lookedUp(replica.slug)).toBe(absent);
    for (const address of [replica.slug, `${there.url}/ap/actors/${hidden.id}`]) expect((await insider.post('/remote-places/lookup', { address })).json()).toMatchObject({ name: 'Achterkamer', access: 'hidden' });
    expect((await problem(`${there.url}/ap/actors/${hidden.id}`)).type).toBe('/problems/no-such-place');
  });

  test('each reason has its own sentence, at the field', async () => {
    const somebody = await buildMember(there);
    const { handle } = (await somebody.get('/me')).json<{ handle: string }>();
    expect(await problem(`${handle}@${there.host}`)).toMatchObject({ type: '/problems/not-a-place' });
    expect(await problem('zomaar wat')).toMatchObject({ type: '/problems/bad-address' });
    expect(await problem('haven@localhost:9')).toMatchObject({ type: '/problems/host-unreachable' });
    expect(await problem(`haven@${otherHost}`)).toMatchObject({ type: '/problems/host-speaks-otherwise' });
    expect(await problem(`haven@${here.host}`)).toMatchObject({ type: '/problems/stands-here' });
    expect(await problem(`${here.url}/buildings/haven`)).toMatchObject({ type: '/problems/stands-here' });
    expect(await problem('file:///etc/passwd')).toMatchObject({ type: '/problems/bad-address' });
    for (const text of ['zomaar wat', 'haven@localhost:9']) expect((await problem(text)).errors[0]?.path).toBe('address');
  });

  test('nobody looks up without an account, nor in a field that is not there', async () => {
    expect((await buildGuest(here).post('/remote-places/lookup', { address: `${open.slug}@${there.host}` })).statusCode).toBe(401);
    expect((await member.post('/remote-places/lookup', {})).json()).toMatchObject({ status: 400, errors: [{ path: 'address' }] });
  });
});

test('an instance without leave to call inside tells no private address from a name that does not exist', async () => {
  const strict = await startOpenPlein({ env: { FEDERATION_ALLOW_PRIVATE: '0' } });
  try {
    const outsider = await buildMember(strict);
    const answers = await Promise.all(['haven@10.0.0.1', 'haven@127.0.0.1:5432', 'haven@[::1]', 'https://169.254.169.254/latest', 'haven@2130706433', 'haven@geen-echte-naam.invalid'].map(async (address) => (await outsider.post('/remote-places/lookup', { address })).json<{ type: string }>().type));
    expect(new Set(answers)).toEqual(new Set(['/problems/host-unreachable']));
  } finally {
    await strict.close();
  }
});

test('looking up is bounded for each person', async () => {
  const strict = await startOpenPlein({ env: { RATE_LIMITS: 'normal' } });
  try {
    const eager = await buildMember(strict);
    const answers: number[] = [];
    for (let turn = 0; turn < 42; turn++) answers.push((await eager.post('/remote-places/lookup', { address: 'zomaar wat' })).statusCode);
    expect(answers.at(-1)).toBe(429);
  } finally {
    await strict.close();
  }
});
