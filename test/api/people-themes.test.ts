// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';

let plein: TestPlein;
let administrator: TestMember;
let sanne: TestMember;
let resident: TestMember;

interface Theme { id: string; slug: string; name: string; synonyms: string[]; peopleCount: number }

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  administrator = await buildMember(plein, { administrator: true });
  sanne = await buildMember(plein, { name: 'Sanne Voorbeeld', handle: 'sanne' });
  resident = await buildMember(plein, { staff: false, handle: 'bewoner' });
});
afterAll(() => plein.close());

const add = async (name: string, who = sanne) => (await who.post('/themes', { name })).json<Theme>();
const names = async (q: string) => (await buildGuest(plein).get(`/themes?q=${encodeURIComponent(q)}`)).json<{ items: Theme[] }>().items.map((theme) => theme.name);
const handles = async (query: string) => (await sanne.get(`/people?${query}`)).json<{ items: { handle: string }[] }>().items.map((person) => person.handle).sort();

test('somebody who misses a theme adds it while typing, and another spelling of it is the same theme', async () => {
  const made = await sanne.post('/themes', { name: '  Duurzaamheid ' });
  expect(made.statusCode).toBe(201);
  expect(made.json()).toMatchObject({ name: 'Duurzaamheid', slug: 'duurzaamheid', synonyms: [], peopleCount: 0, url: '/themes/duurzaamheid' });
  for (const name of ['duurzaamheid', 'DUURZAAMHEID', 'Duurzáámheid']) expect((await add(name, resident)).id).toBe(made.json<Theme>().id);
  expect((await buildGuest(plein).post('/themes', { name: 'Iets' })).statusCode).toBe(401);
  for (const name of ['x', '<b>vet</b>', '   ', 'a'.repeat(61)]) expect((await sanne.post('/themes', { name })).statusCode, name).toBe(400);
});

test('twenty who add one name at one moment make one theme', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => add('Gelijktijdigheid')));
  expect(new Set(made.map((theme) => theme.id)).size).toBe(1);
});

test('themes are suggested by their beginning first, then by what looks like it, also by a synonym', async () => {
  await add('Energietransitie');
  await add('Mobiliteit');
  const energy = (await sanne.get('/themes/energietransitie')).json<Theme>();
  expect((await administrator.patch(`/themes/${energy.id}`, { synonyms: ['Warmtenet', 'Van gas los'] })).json()).toMatchObject({ synonyms: ['Van gas los', 'Warmtenet'] });
  expect((await names('energ'))[0]).toBe('Energietransitie');
  expect((await names('warmte'))[0]).toBe('Energietransitie');
  expect(await names('enregietransitie')).toContain('Energietransitie');
  expect(await names('%')).toEqual([]);
  expect((await names('')).length).toBeGreaterThanOrEqual(3);
});

test('two themes become one: people and addresses move, the old name is a synonym, and those concerned are told of', async () => {
  const [kept, gone] = [await add('Jeugdhulp'), await add('Jeugdzorg')];
  const both = await buildMember(plein, { handle: 'beide' });
  const hidden = await buildMember(plein, { handle: 'verborgen' });
  await sanne.patch('/me', { portfolio: [gone.id] });
  await both.patch('/me', { portfolio: [kept.id, gone.id], expertise: [gone.id] });
  await hidden.patch('/me', { portfolio: [gone.id], sharing: { portfolio: 'nobody' } });
  expect((await sanne.post(`/themes/${gone.id}/merges`, { into: kept.id })).statusCode).toBe(403);
  const likely = (await administrator.get('/themes/duplicates')).json<{ items: { first: Theme; second: Theme; likeness: number }[] }>();
  expect(likely.items.some(({ first, second }) => [first.name, second.name].sort().join() === 'Jeugdhulp,Jeugdzorg')).toBe(true);

  const merged = await administrator.post(`/themes/${gone.slug}/merges`, { into: kept.id });
  expect(merged.statusCode, merged.body).toBe(200);
  expect(merged.json()).toMatchObject({ id: kept.id, synonyms: ['Jeugdzorg'], peopleCount: 2 });
  expect((await sanne.get('/themes/jeugdzorg')).json()).toMatchObject({ id: kept.id, slug: 'jeugdhulp' });
  expect(await handles('portfolio=jeugdzorg')).toEqual(['beide', 'sanne']);
  expect(await handles('q=jeugdzorg')).toEqual(['beide', 'sanne']);
  expect((await both.get('/me/profile')).json()).toMatchObject({ portfolio: [{ id: kept.id }], expertise: [{ id: kept.id }] });
  expect((await hidden.get('/me/profile')).json()).toMatchObject({ portfolio: [{ id: kept.id }], sharing: { portfolio: 'nobody' } });
  expect((await add('Jeugdzorg')).id).toBe(kept.id);
  const told = await plein.db((trx) => trx.selectFrom('event').select('payload').where('type', '=', 'ProfileChanged').orderBy('id', 'desc').limit(3).execute());
  expect(told.map(({ payload }) => (payload as { actorId: string }).actorId).sort()).toEqual([sanne.actorId, both.actorId, hidden.actorId].sort());
});

test('an administrator reads how many people have each theme; what is shared with nobody is not counted', async () => {
  const [used, unused] = [await add('Monumentenzorg'), await add('Monumentenschip')];
  await sanne.patch('/me', { portfolio: [used.id] });
  await (await buildMember(plein)).patch('/me', { expertise: [used.id] });
  await (await buildMember(plein)).patch('/me', { portfolio: [used.id], sharing: { portfolio: 'nobody' } });
  const found = (await administrator.get('/themes-in-use?q=monument')).json<{ items: object[] }>().items;
  expect(found).toMatchObject([{ id: unused.id, portfolioCount: 0, expertiseCount: 0 }, { id: used.id, portfolioCount: 1, expertiseCount: 1 }]);
  const first = (await administrator.get('/themes-in-use?limit=1')).json<{ items: object[]; next: string }>();
  expect(first.items).toHaveLength(1);
  expect((await administrator.get(`/themes-in-use?limit=100&cursor=${encodeURIComponent(first.next)}`)).json<{ items: object[] }>().items).not.toContainEqual(first.items[0]);
  expect((await sanne.get('/themes-in-use')).statusCode).toBe(403);
  expect((await buildGuest(plein).get('/themes-in-use')).statusCode).toBe(401);
});

test('a theme is renamed, and its old name and address lead to it; another’s name is refused', async () => {
  const [theme, other] = [await add('Ruimte'), await add('Wonen')];
  expect((await administrator.patch(`/themes/${theme.id}`, { name: 'Ruimtelijke ordening' })).json()).toMatchObject({ name: 'Ruimtelijke ordening', slug: 'ruimtelijke-ordening', synonyms: ['Ruimte'] });
  expect((await sanne.get('/themes/ruimte')).json()).toMatchObject({ id: theme.id });
  expect((await administrator.patch(`/themes/${theme.id}`, { synonyms: ['wonen'] })).json()).toMatchObject({ status: 409, errors: [{ path: 'synonyms/0' }] });
  expect((await sanne.patch(`/themes/${other.id}`, { name: 'Huizen' })).statusCode).toBe(403);
  expect((await administrator.post(`/themes/${theme.id}/merges`, { into: theme.id })).json()).toMatchObject({ status: 400, errors: [{ path: 'into' }] });
  expect((await administrator.post(`/themes/${theme.id}/merges`, { into: '00000000-0000-7000-8000-000000000000' })).json()).toMatchObject({ errors: [{ path: 'into' }] });
});

test('an administrator takes a word out of the vocabulary, and from every profile', async () => {
  const theme = await add('Scheldwoord');
  await sanne.patch('/me', { expertise: [theme.id] });
  expect((await resident.delete(`/themes/${theme.id}`)).statusCode).toBe(403);
  expect((await administrator.delete(`/themes/${theme.id}`)).statusCode).toBe(204);
  expect((await sanne.get('/themes/scheldwoord')).statusCode).toBe(404);
  expect((await sanne.get('/me/profile')).json()).toMatchObject({ expertise: [] });
  expect((await administrator.delete(`/themes/${theme.id}`)).statusCode).toBe(404);
});
