// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';

let plein: TestPlein;
let me: TestMember;
const ids: Record<string, string> = {};

interface People { items: { handle: string; name: string; why: { themes: { name: string }[]; sameOrganisation: boolean; sameWorkRole: boolean } }[]; next: string | null }
interface Facets { total: number; organisations: { name: string; count: number }[]; portfolios: { name: string; count: number }[]; workRoles: { value: string; count: number }[]; regions: { value: string; count: number }[]; languages: { value: string; count: number }[] }

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const administrator = await buildMember(plein, { administrator: true, name: 'Bas Beheer', staff: false });
  me = await buildMember(plein, { name: 'Mijzelf Ikzelf', handle: 'ik' });
  for (const name of ['Duurzaamheid', 'Omgevingswet', 'Sociaal domein']) ids[name] = (await me.post('/themes', { name })).json<{ id: string }>().id;
  await administrator.patch('/themes/duurzaamheid', { synonyms: ['Klimaat', 'Energietransitie'] });
  const person = async (handle: string, name: string, told: Record<string, unknown>, staff = true) => (await buildMember(plein, { handle, name, staff })).patch('/me', told);
  await me.patch('/me', { portfolio: [ids['Duurzaamheid'], ids['Omgevingswet']], workRole: 'ambtenaar' });
  await person('jansen', 'Jan Jansen', { jobTitle: 'Wethouder', workRole: 'wethouder', portfolio: [ids['Duurzaamheid']], region: 'Zeeland', languages: ['nl', 'fr'] });
  await person('janssen', 'Ria Janssen', { jobTitle: 'Arbeidsmarktregiocoördinator', workRole: 'ambtenaar', portfolio: [ids['Duurzaamheid'], ids['Omgevingswet']], region: 'Zeeland', languages: ['nl'] });
  await person('ozturk', 'Zeynep Öztürk', { jobTitle: 'Gebiedsregisseur', workRole: 'ambtenaar', expertise: [ids['Duurzaamheid']], region: 'Drenthe', languages: ['tr'] });
  await person('bewoner', 'Ruben de Wit', { workRole: 'inwoner', portfolio: [ids['Sociaal domein']], region: 'Drenthe' }, false);
  expect((await administrator.post('/organisations', { name: 'Gemeente Zuiderdam', domains: ['zuiderdam.example'] })).statusCode).toBe(201);
});
afterAll(() => plein.close());

const people = async (query: string) => (await me.get(`/people?${query}`)).json<People>().items.map((each) => each.handle);
const facets = async (query: string) => (await me.get(`/people-facets?${query}`)).json<Facets>();

test.each([
  ['janssen', ['janssen', 'jansen']], ['Jansen', ['jansen', 'janssen']], ['JÁNSEN', ['jansen', 'janssen']], ['ozturk', ['ozturk']], ['Öztürk', ['ozturk']], ['ozturc', ['ozturk']],
  ['wethouder', ['jansen']], ['regisseur', ['ozturk']], ['arbeidsmarktregiocoordinator', ['janssen']], ['klimaat', ['jansen', 'ik', 'janssen', 'ozturk']],
  ['energietransitie zeeland', ['jansen', 'janssen']], ['ria duurzaam', ['janssen']], ['@bewoner', ['bewoner']], ['sociaal domein', ['bewoner']], ['janssen drenthe', []], ['%', []], ['xqzw', []],
])('“%s” finds people by name, function, portfolio or region', async (q, expected) => {
  const found = await people(`q=${encodeURIComponent(q)}`);
  expect(found.slice(0, 1)).toEqual(expected.slice(0, 1));
  expect([...found].sort()).toEqual([...expected].sort());
});

test('choices combine, and each says how many there are behind it', async () => {
  expect(await people('portfolio=duurzaamheid')).toEqual(['jansen', 'ik', 'janssen']);
  expect(await people('portfolio=Klimaat&region=Zeeland&workRole=ambtenaar')).toEqual(['janssen']);
  expect(await people(`portfolio=${ids['Omgevingswet']}`)).toEqual(['ik', 'janssen']);
  expect(await people('portfolio=bestaat-niet')).toEqual([]);
  expect(await people('expertise=duurzaamheid')).toEqual(['ozturk']);
  expect(await people('language=fr')).toEqual(['jansen']);
  expect(await people('organisation=gemeente+zuiderdam&region=Drenthe')).toEqual(['ozturk']);
  const all = await facets('');
  expect(all).toMatchObject({ total: 6, organisations: [{ name: 'Gemeente Zuiderdam', count: 4 }], portfolios: [{ name: 'Duurzaamheid', count: 3 }, { name: 'Omgevingswet', count: 2 }, { name: 'Sociaal domein', count: 1 }] });
  expect(all.workRoles).toEqual([{ value: 'ambtenaar', count: 3 }, { value: 'inwoner', count: 1 }, { value: 'wethouder', count: 1 }]);
  // Under the other choices, not under its own: so it can be changed for another.
  const chosen = await facets('portfolio=duurzaamheid&region=Zeeland');
  expect(chosen).toMatchObject({ total: 2, workRoles: [{ value: 'ambtenaar', count: 1 }, { value: 'wethouder', count: 1 }], regions: [{ value: 'Zeeland', count: 2 }], portfolios: [{ name: 'Duurzaamheid', count: 2 }, { name: 'Omgevingswet', count: 1 }] });
  expect(await facets('q=jansen')).toMatchObject({ total: 2, languages: [{ value: 'nl', count: 2 }, { value: 'fr', count: 1 }] });
  expect((await buildGuest(plein).get('/people-facets')).statusCode).toBe(401);
});

test.each(['sort=newest', 'sort=name', 'q=klimaat', 'q=klimaat&sort=newest', 'region=Zeeland'])('pages follow each other without loss or repetition (%s)', async (query) => {
  const all = await people(`${query}&limit=100`);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: People = (await me.get(`/people?${query}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<People>();
    seen.push(...page.items.map((each) => each.handle));
    cursor = page.next;
  }
  expect(seen).toEqual(all);
  expect(all.length).toBeGreaterThan(1);
});

test('colleagues like me are those with my themes, most in common first, with why', async () => {
  const { items } = (await me.get('/me/colleagues')).json<People>();
  expect(items.map((each) => each.handle)).toEqual(['janssen', 'jansen', 'ozturk']);
  expect(items[0]?.why).toEqual({ themes: [expect.objectContaining({ name: 'Duurzaamheid' }), expect.objectContaining({ name: 'Omgevingswet' })], sameOrganisation: true, sameWorkRole: true });
  expect((await buildGuest(plein).get('/me/colleagues')).statusCode).toBe(401);
  expect((await (await buildMember(plein, { staff: false, name: 'Nieuw Hier' })).get('/me/colleagues')).json()).toEqual({ items: [], next: null });
});

test('a new name is found, the old one is not', async () => {
  const member = await buildMember(plein, { name: 'Katrien Oudenaam', handle: 'katrien', staff: false });
  expect(await people('q=oudenaam')).toEqual(['katrien']);
  await member.patch('/me', { name: 'Katrien Splinternieuw' });
  expect(await people('q=oudenaam')).toEqual([]);
  expect(await people('q=splinternieuw')).toEqual(['katrien']);
});

test('the first questions are asked once', async () => {
  const member = await buildMember(plein, { staff: false, name: 'Pas Begonnen' });
  expect((await member.get('/me')).json()).toMatchObject({ welcomed: false });
  expect((await member.put('/me/welcome')).statusCode).toBe(204);
  expect((await member.get('/me')).json()).toMatchObject({ welcomed: true });
});
