// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';

/** Two squares that get to know each other, as people and administrators see it. */

let here: OpenPlein;
let there: OpenPlein;
let administrator: TestMember;
let member: TestMember;
let open: TestBuilding;
let closed: TestBuilding;
let hidden: TestBuilding;

interface Facts {
  host: string;
  name: string;
  relation: string;
  namesUs: boolean;
  sharesQuestions: boolean;
  takesQuestions: boolean;
  keepsClosedPlaces: boolean;
  block: { domain: string; reason: string } | null;
  membersHere: number;
  membersThere: number;
  listFault: string;
  delivery: { state: string; backlog: number };
}

beforeAll(async () => {
  [here, there] = await Promise.all([startOpenPlein(), startOpenPlein()]);
  administrator = await buildMember(here, { administrator: true });
  member = await buildMember(here);
  const theirs = await buildMember(there, { administrator: true });
  expect((await theirs.patch('/instance', { name: 'Plein van Zaanstad' })).statusCode).toBe(200);
  open = await buildBuilding(there, { name: 'Omgevingswet', summary: 'Alles over <b>de wet</b>' });
  closed = await buildBuilding(there, { name: 'Besloten kamer', access: 'closed' });
  hidden = await buildBuilding(there, { name: 'Achterkamer', access: 'hidden' });
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
});

const instance = async (host = there.host): Promise<Facts> => (await administrator.get(`/instances/${encodeURIComponent(host)}`)).json<Facts>();
const name = (host: string, body: object) => administrator.put(`/instances/${encodeURIComponent(host)}`, body);
const faultOf = (response: { json<T>(): T }) => response.json<{ type: string; errors: { path: string }[] }>();

describe('who may', () => {
  test('only administrators see and change what there is to know of other instances', async () => {
    const guest = buildGuest(here);
    for (const path of ['/instances', `/instances/${there.host}`, '/instance-keys']) {
      expect((await guest.get(path)).statusCode, path).toBe(401);
      expect((await member.get(path)).statusCode, path).toBe(403);
    }
    for (const who of [guest, member]) {
      const expected = who === guest ? 401 : 403;
      expect((await who.put(`/instances/${there.host}`, { relation: 'neighbour' })).statusCode).toBe(expected);
      expect((await who.delete(`/instances/${there.host}`)).statusCode).toBe(expected);
      expect((await who.post(`/instances/${there.host}/tries`)).statusCode).toBe(expected);
      expect((await who.post('/instance-keys/rotations')).statusCode).toBe(expected);
    }
    expect((await administrator.get('/instances')).json()).toMatchObject({ items: [], next: null });
  });

  test('what is no host, or our own, is refused by name', async () => {
    for (const wrong of ['http://', 'a b', 'plein..nl', '-x.nl', 'a@b.nl', here.host, 'x'.repeat(260)]) {
      const answer = await name(wrong, { relation: 'neighbour' });
      expect(answer.statusCode, wrong).toBe(400);
      expect(faultOf(answer).errors[0]?.path, wrong).toBe('host');
    }
    expect((await administrator.get('/instances/nobody.example')).statusCode).toBe(404);
    expect((await administrator.delete('/instances/nobody.example')).statusCode).toBe(404);
  });
});

describe('neighbours', () => {
  test('naming one puts its open buildings on the square, and nothing that is not open', async () => {
    expect((await buildGuest(here).get('/neighbours')).json()).toEqual({ items: [], next: null });
    const named = await name(`${there.url}/`, { relation: 'neighbour' });
    expect(named.statusCode, named.body).toBe(200);
    expect(named.json()).toMatchObject({ host: there.host, name: 'Plein van Zaanstad', relation: 'neighbour', namesUs: false, listFault: '', keepsClosedPlaces: true });
    const square = (await buildGuest(here).get('/neighbours')).json<{ items: { name: string; state: string; sharesQuestions: boolean; buildings: { name: string; handle: string; url: string; homeUrl: string; summary: string }[] }[] }>();
    expect(square.items).toHaveLength(1);
    expect(square.items[0]).toMatchObject({ name: 'Plein van Zaanstad', state: 'open' });
    expect(square.items[0]?.buildings).toEqual([{ handle: `${open.slug}@${there.host}`, name: 'Omgevingswet', summary: 'Alles over de wet', memberCount: 1, url: `/buildings/${open.slug}@${there.host}`, homeUrl: `${there.url}/buildings/${open.slug}` }]);
    for (const secret of [closed.slug, hidden.slug, 'Besloten', 'Achterkamer']) expect(JSON.stringify(square)).not.toContain(secret);
    expect((await buildGuest(here).get('/instance')).json()).toMatchObject({ neighbours: [{ host: there.host, name: 'Plein van Zaanstad' }] });
  });

  test('the other one sees whether it is named in turn, and whether questions are shared', async () => {
    const theirAdministrator = await buildMember(there, { administrator: true });
    const theirs = await theirAdministrator.put(`/instances/${here.host}`, { relation: 'neighbour', sharesQuestions: true });
    expect(theirs.json()).toMatchObject({ namesUs: true, sharesQuestions: true, takesQuestions: false });
    expect((await name(there.host, { relation: 'neighbour', sharesQuestions: true })).json()).toMatchObject({ namesUs: true, sharesQuestions: true, takesQuestions: true });
    expect((await administrator.get('/instances?relation=neighbour')).json<{ items: Facts[] }>().items.map((each) => each.host)).toEqual([there.host]);
    expect((await administrator.get('/instances?relation=blocked')).json()).toMatchObject({ items: [] });
  });

  test('one that cannot be reached is named all the same, and said to be down', async () => {
    const named = await name('localhost:9', { relation: 'neighbour' });
    expect(named.statusCode).toBe(200);
    expect(named.json<Facts>().listFault).not.toBe('');
    const square = (await buildGuest(here).get('/neighbours')).json<{ items: { host: string; state: string; buildings: unknown[] }[] }>();
    expect(square.items.find((each) => each.host === 'localhost:9')).toMatchObject({ state: 'down', buildings: [] });
    expect((await administrator.delete('/instances/localhost:9')).statusCode).toBe(204);
    expect((await buildGuest(here).get('/neighbours')).json<{ items: unknown[] }>().items).toHaveLength(1);
  });

  test('the list of open buildings is for everybody, and bears the name under which it is found', async () => {
    const answer = await fetch(`${there.url}/ap/actors/00000000-0000-7000-8000-000000000001/buildings`, { headers: { accept: 'application/activity+json' } });
    expect(answer.headers.get('content-type')).toContain('application/activity+json');
    const list = (await answer.json()) as { id: string; items: { type: string; preferredUsername: string }[] };
    expect(list.id).toBe(answer.url);
    expect(list.items.map((item) => item.preferredUsername)).toEqual([open.slug]);
  });
});

describe('keys', () => {
  test('are listed by fingerprint and replaced, while the old ones stay known', async () => {
    const before = (await administrator.get('/instance-keys')).json<{ items: { kind: string; fingerprint: string; retiredAt: string | null }[] }>().items;
    expect(before.map((key) => key.kind).sort()).toEqual(['ed25519', 'rsa']);
    const after = (await administrator.post('/instance-keys/rotations')).json<{ items: typeof before }>().items;
    expect(after).toHaveLength(4);
    const current = after.filter((key) => key.retiredAt === null).map((key) => key.fingerprint);
    expect(current).toHaveLength(2);
    expect(before.every((key) => !current.includes(key.fingerprint))).toBe(true);
    // What is signed with the new ones is taken by who knew the old.
    const theirs = await buildMember(there);
    const ours = await buildBuilding(here, { name: 'Haven' });
    expect((await theirs.post('/remote-places/lookup', { address: `@${ours.slug}@${here.host}` })).json()).toMatchObject({ name: 'Haven' });
  });
});

describe('blocking', () => {
  test('cuts off at once, with what waited, and can be lifted', async () => {
    const blocked = await name(there.host, { relation: 'blocked', reason: 'reclame' });
    expect(blocked.json()).toMatchObject({ relation: 'blocked', block: { domain: there.host, reason: 'reclame' } });
    expect((await buildGuest(here).get('/neighbours')).json()).toMatchObject({ items: [] });
    expect(await here.db(async (trx) => (await trx.selectFrom('delivery').selectAll().where('host', '=', there.host).execute()).length)).toBe(0);
    const lookup = await member.post('/remote-places/lookup', { address: `${open.slug}@${there.host}` });
    expect(lookup.statusCode).toBe(400);
    expect(faultOf(lookup)).toMatchObject({ type: '/problems/host-blocked', errors: [{ path: 'address' }] });
    // Their question to us is refused as well: the list of buildings is public, what is signed is not taken.
    expect((await administrator.delete(`/instances/${there.host}`)).statusCode).toBe(204);
    expect(await instance()).toMatchObject({ relation: 'known', block: null });
    expect((await member.post('/remote-places/lookup', { address: `${open.slug}@${there.host}` })).statusCode).toBe(200);
  });

  test('of a domain holds below it, without its being known', async () => {
    expect((await name('example.org', { relation: 'blocked' })).json()).toMatchObject({ host: 'example.org', relation: 'blocked' });
    const lookup = await member.post('/remote-places/lookup', { address: 'haven@plein.example.org' });
    expect(faultOf(lookup)).toMatchObject({ type: '/problems/host-blocked' });
    expect((await administrator.delete('/instances/example.org')).statusCode).toBe(204);
    expect((await administrator.get('/instances/example.org')).statusCode).toBe(404);
  });
});
