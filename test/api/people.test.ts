// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';

let plein: TestPlein;
let sanne: TestMember;
let organisationId: string;

beforeAll(async () => {
  plein = await startPlein();
  const administrator = await buildMember(plein, { administrator: true, name: 'Bas Beheer', staff: false });
  sanne = await buildMember(plein, { name: 'Sanne Voorbeeld', handle: 'sanne-voorbeeld' });
  for (const name of ['Naïma Formulier', 'Sander Voorbeeld', 'Kees Stempel']) await buildMember(plein, { name });
  for (let number = 1; number <= 5; number++) await buildMember(plein, { name: 'Jan Jansen', staff: false });
  organisationId = (await administrator.post('/organisations', { name: 'Gemeente Zuiderdam', domains: ['zuiderdam.example'] })).json<{ id: string }>().id;
});
afterAll(() => plein.close());

async function names(query: string): Promise<string[]> {
  return (await sanne.get(`/people?limit=100&${query}`)).json<{ items: { name: string }[] }>().items.map((person) => person.name);
}

test('somebody with an account sees who is who, by name', async () => {
  const answer = await sanne.get('/people?limit=2');
  expect(answer.statusCode).toBe(200);
  expect(answer.json<{ items: unknown[] }>().items[0]).toMatchObject({ name: 'Bas Beheer', organisation: null, isResident: true });
  expect(answer.body).not.toContain('@');
});

test('a guest may not list people, but may read one page, with what is public', async () => {
  expect((await buildGuest(plein).get('/people')).statusCode).toBe(401);
  const page = await buildGuest(plein).get('/people/sanne-voorbeeld');
  expect(page.json()).toMatchObject({ handle: 'sanne-voorbeeld', name: 'Sanne Voorbeeld', organisation: 'Gemeente Zuiderdam', isResident: false, url: '/people/sanne-voorbeeld', can: { edit: false } });
  for (const hidden of ['email', 'role', 'locale', sanne.email]) expect(page.body).not.toContain(hidden);
});

test('a page is found by handle in any case, with or without @, and is absent for nobody', async () => {
  for (const handle of ['Sanne-Voorbeeld', '@sanne-voorbeeld']) expect((await sanne.get(`/people/${handle}`)).json()).toMatchObject({ id: sanne.actorId, can: { edit: true } });
  expect((await sanne.get('/people/niemand')).statusCode).toBe(404);
});

test('search finds the beginning, the middle, a typing error, and the closest first', async () => {
  expect((await names('q=sanne+voorbeeld')).slice(0, 2)).toEqual(['Sanne Voorbeeld', 'Sander Voorbeeld']);
  expect(await names('q=Form')).toEqual(['Naïma Formulier']);
  expect(await names('q=naima')).toEqual(['Naïma Formulier']);
  expect(await names(`q=${encodeURIComponent('NAÏMÁ')}`)).toEqual(['Naïma Formulier']);
  expect(await names('q=Voorbeld')).toEqual(expect.arrayContaining(['Sanne Voorbeeld', 'Sander Voorbeeld']));
  expect(await names(`q=${encodeURIComponent('%')}`)).toEqual([]);
  expect(await names('q=zzzzzz')).toEqual([]);
});

test('people of one organisation are found by its name or id', async () => {
  const expected = ['Kees Stempel', 'Naïma Formulier', 'Sander Voorbeeld', 'Sanne Voorbeeld'];
  expect(await names('organisation=gemeente+zuiderdam')).toEqual(expected);
  expect(await names(`organisation=${organisationId}`)).toEqual(expected);
});

test.each(['', 'q=jansen&'])('pages follow each other without loss or repetition, also among people of one name (%j)', async (query) => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await sanne.get(`/people?${query}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<{ items: { id: string }[]; next: string | null }>();
    seen.push(...page.items.map((person) => person.id));
    cursor = page.next ?? '';
  } while (cursor !== '');
  const all = (await sanne.get(`/people?${query}limit=100`)).json<{ items: { id: string }[] }>().items.map((person) => person.id);
  expect(seen).toEqual(all);
  expect(seen.length).toBeGreaterThanOrEqual(5);
});

test.each([['a', 'b', 'c'], [0, 'Jan', 'geen-id'], [1e300, 'Jan', '0190a000-0000-7000-8000-000000000001'], [0, 'J\u0000', '0190a000-0000-7000-8000-000000000001'], [1], {}])('a made-up cursor is refused by name (%j)', async (...key) => {
  const cursor = Buffer.from(JSON.stringify(key.length === 1 ? key[0] : key)).toString('base64url');
  expect((await sanne.get(`/people?cursor=${cursor}`)).json()).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] });
});

test('one changes one’s own profile, and only the fields that are one’s own', async () => {
  const member = await buildMember(plein, { name: 'Oude Naam' });
  const changed = await member.patch('/me', { name: '  Nieuwe   Naam ', locale: 'en', jobTitle: ' Adviseur ', about: 'Regel een\r\nregel twee ' });
  expect(changed.json()).toMatchObject({ name: 'Nieuwe Naam', locale: 'en', jobTitle: 'Adviseur', about: 'Regel een\nregel twee', handle: member.handle });
  expect((await member.get('/me')).json()).toMatchObject({ name: 'Nieuwe Naam', locale: 'en', jobTitle: 'Adviseur' });
  expect((await member.patch('/me', { jobTitle: null, about: '' })).json()).toMatchObject({ jobTitle: null, about: null, name: 'Nieuwe Naam' });
  for (const extra of [{ role: 'administrator' }, { isStaff: true }, { handle: 'baas' }, { email: 'ander@thuis.example' }, { organisation: organisationId }, { id: sanne.actorId }]) {
    const answer = await member.patch('/me', extra);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: Object.keys(extra)[0] }] });
  }
  expect((await member.patch('/me', { name: '\u202eneb' })).json()).toMatchObject({ errors: [{ path: 'name' }] });
  expect((await buildGuest(plein).patch('/me', { name: 'Gast' })).statusCode).toBe(401);
});

test('somebody who is gone has no page and stands in no list', async () => {
  const member = await buildMember(plein, { name: 'Vertrokken Collega', handle: 'vertrokken' });
  await plein.db((trx) => trx.updateTable('actor').set({ deleted_at: new Date() }).where('id', '=', member.actorId).execute());
  expect((await sanne.get('/people/vertrokken')).statusCode).toBe(404);
  expect(await names('q=Vertrokken')).toEqual([]);
});

test('the first questions are asked until they are answered or passed over, and never again', async () => {
  const welcomed = async (who: TestMember) => (await who.get('/me')).json<{ welcomed: boolean }>().welcomed;
  const [answering, skipping, resident] = [await buildMember(plein), await buildMember(plein), await buildMember(plein, { staff: false })];
  expect([await welcomed(answering), await welcomed(skipping), await welcomed(resident)]).toEqual([false, false, false]);

  const theme = (await answering.post('/themes', { name: 'Groenbeheer' })).json<{ id: string }>().id;
  const answered = await answering.patch('/me', { workRole: 'ambtenaar', portfolio: [theme], region: 'Zuiderdam-Oost', sharing: { workRole: 'staff', portfolio: 'staff', region: 'staff' } });
  expect(answered.json()).toMatchObject({ welcomed: true });
  expect((await answering.get('/me/profile')).json()).toMatchObject({ workRole: 'ambtenaar', portfolio: [{ id: theme }], region: 'Zuiderdam-Oost', sharing: { workRole: 'staff', about: 'public' }, welcomed: true });

  // An answer that is refused is none.
  expect((await resident.patch('/me', { region: 'De Sluis', expertise: ['00000000-0000-7000-8000-000000000000'] })).statusCode).toBe(400);
  expect(await welcomed(resident)).toBe(false);
  await resident.patch('/me', { locale: 'en' });
  expect(await welcomed(resident)).toBe(false);
  for (let time = 0; time < 2; time++) expect((await skipping.put('/me/welcome')).statusCode).toBe(204);
  expect(await welcomed(skipping)).toBe(true);
  expect((await buildGuest(plein).put('/me/welcome')).statusCode).toBe(401);
});
