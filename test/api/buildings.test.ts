// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

interface Building {
  id: string;
  slug: string;
  name: string;
  access: string;
  memberCount: number;
  postCount: number | null;
  lastActivityAt: string | null;
  myMembership: { id: string; role: string; state: string } | null;
  can: Record<string, boolean>;
}

async function list(client: TestClient, query: string): Promise<{ items: Building[]; next: string | null }> {
  const response = await client.get(`/buildings?${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}

describe('starting a building', () => {
  test('gives its founder a building with themselves as admin, of each kind', async () => {
    for (const access of ['open', 'closed', 'hidden'] as const) {
      const founder = await buildMember(plein);
      const slug = `start-${access}`;
      const response = await founder.post('/buildings', { slug, name: '  Wijk   West ', summary: 'Samen verder', access });
      expect(response.statusCode, response.body).toBe(201);
      expect(response.headers['location']).toBe(`/api/v1/buildings/${slug}`);
      expect(response.json()).toMatchObject({ slug, handle: slug, name: 'Wijk West', summary: 'Samen verder', access, url: `/buildings/${slug}`, memberCount: 1, postCount: 0, isNew: true, myMembership: { role: 'admin', state: 'active' }, can: { read: true, edit: true, delete: true, join: false } });
      expect((await founder.get(`/buildings/${slug}`)).json()).toEqual(response.json());
      expect((await founder.get('/me')).json().buildings).toMatchObject([{ slug, role: 'admin', unread: 0 }]);
    }
  });

  test('is for civil servants, and for residents where the instance lets them', async () => {
    const resident = await buildMember(plein, { staff: false });
    const wanted = { slug: 'van-bewoners', name: 'Van bewoners', summary: '', access: 'open' };
    expect((await buildGuest(plein).post('/buildings', wanted)).statusCode).toBe(401);
    expect((await resident.post('/buildings', wanted)).statusCode).toBe(403);
    expect((await resident.get('/buildings/slug-proposals?name=Iets')).statusCode).toBe(403);
    await plein.db((trx) => trx.updateTable('instance').set({ residents_may_start_buildings: true }).execute());
    expect((await resident.post('/buildings', wanted)).statusCode).toBe(201);
    await plein.db((trx) => trx.updateTable('instance').set({ residents_may_start_buildings: false }).execute());
  });

  test('names every fault at once', async () => {
    const founder = await buildMember(plein);
    const response = await founder.post('/buildings', { slug: 'Met Spatie', name: '', access: 'besloten', memberCount: 5 });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors.map((each: { path: string }) => each.path).sort()).toEqual(['access', 'memberCount', 'name', 'slug']);
    expect((await founder.post('/buildings', { slug: 'onzichtbaar', name: '\u202egevaarlijk', summary: '', access: 'open' })).statusCode).toBe(400);
  });

  test('refuses an address that is taken with one answer, whoever has it', async () => {
    const founder = await buildMember(plein);
    const colleague = await buildMember(plein, { handle: 'al-een-mens' });
    await buildBuilding(plein, { slug: 'taken-open' });
    await buildBuilding(plein, { slug: 'taken-hidden', access: 'hidden' });
    const gone = await buildBuilding(plein, { slug: 'taken-deleted', name: 'Weg' });
    expect((await gone.founder.delete('/buildings/taken-deleted?name=Weg')).statusCode).toBe(204);
    const answers = [];
    for (const slug of ['taken-open', 'taken-hidden', 'taken-deleted', colleague.handle, 'admin', 'new', 'api', 'ap', 'similar']) {
      const response = await founder.post('/buildings', { slug, name: 'Nog een', summary: '', access: 'open' });
      expect(response.statusCode, slug).toBe(409);
      answers.push(response.body);
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ errors: [{ path: 'slug' }] });
  });

  test('the same address twice at once is one building', async () => {
    const [one, other] = [await buildMember(plein), await buildMember(plein)];
    const wanted = { slug: 'tegelijk', name: 'Tegelijk', summary: '', access: 'closed' };
    const statuses = (await Promise.all([one.post('/buildings', wanted), other.post('/buildings', wanted)])).map((each) => each.statusCode);
    expect(statuses.sort()).toEqual([201, 409]);
  });

  test('a retry with the same Idempotency-Key starts nothing twice', async () => {
    const founder = await buildMember(plein);
    const wanted = { slug: 'een-keer', name: 'Eén keer', summary: '', access: 'hidden' };
    const first = await founder.post('/buildings', wanted, { 'idempotency-key': 'start-1' });
    const second = await founder.post('/buildings', wanted, { 'idempotency-key': 'start-1' });
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
  });

  test('a free address is proposed for a name, past people, hidden buildings and reserved words', async () => {
    const founder = await buildMember(plein);
    await buildMember(plein, { handle: 'jeugd-gezin' });
    await buildBuilding(plein, { slug: 'jeugd-gezin-2', access: 'hidden' });
    const proposed = async (name: string) => (await founder.get(`/buildings/slug-proposals?name=${encodeURIComponent(name)}`)).json();
    expect(await proposed('Jeugd & Gezin')).toEqual({ slug: 'jeugd-gezin-3', free: true });
    expect(await proposed('Nieuw')).toEqual({ slug: 'nieuw-2', free: true });
    expect(await proposed('Энергия')).toMatchObject({ slug: 'gebouw-1' });
    expect((await founder.post('/buildings', { slug: 'jeugd-gezin-3', name: 'Jeugd & Gezin', summary: '', access: 'open' })).statusCode).toBe(201);
  });

  test('similar buildings are shown while typing, never one that the viewer may not know of', async () => {
    await buildBuilding(plein, { name: 'Statiegeldacties', access: 'closed' });
    await buildBuilding(plein, { name: 'Statiegeld geheim', access: 'hidden' });
    const founder = await buildMember(plein);
    const similar = (await founder.get('/buildings/similar?name=statiegeld')).json();
    expect(similar.items.map((each: Building) => each.name)).toEqual(['Statiegeldacties']);
    expect((await founder.get('/buildings/similar?name=zzzzqqqq')).json().items).toEqual([]);
  });
});

describe('the directory', () => {
  test('shows open and closed buildings to everybody, hidden ones to their members', async () => {
    const hidden = await buildBuilding(plein, { name: 'Kelderkast', access: 'hidden' });
    const closed = await buildBuilding(plein, { name: 'Kelderluik', access: 'closed' });
    const insider = await buildMemberOf(plein, hidden);
    const names = async (client: TestClient) => (await list(client, 'q=kelder')).items.map((each) => each.name).sort();
    expect(await names(buildGuest(plein))).toEqual(['Kelderluik']);
    expect(await names(closed.founder)).toEqual(['Kelderluik']);
    expect(await names(insider)).toEqual(['Kelderkast', 'Kelderluik']);
    expect((await list(insider, 'mine=true')).items.map((each) => each.name)).toEqual(['Kelderkast']);
    expect((await list(buildGuest(plein), 'mine=true')).items).toEqual([]);
    expect((await list(insider, 'access=hidden')).items.map((each) => each.name)).toEqual(['Kelderkast']);
    expect((await list(closed.founder, 'access=hidden')).items).toEqual([]);
  });

  test.each([
    ['a beginning', 'omgev'],
    ['a typing error', 'omgevinswet'],
    ['no capitals or accents', 'COORDINATIE'],
    ['a part of a compound', 'loket'],
    ['a word of the summary', 'vergunningen'],
    ['the address', 'balie-oost'],
  ])('finds by %s', async (_what, q) => {
    const guest = buildGuest(plein);
    if ((await guest.get('/buildings/balie-oost')).statusCode === 404) await buildBuilding(plein, { slug: 'balie-oost', name: 'Coördinatie Omgevingswetloket', summary: 'Over vergunningen en plannen' });
    expect((await list(guest, `q=${q}`)).items.map((each) => each.slug)).toContain('balie-oost');
  });

  test('takes signs of the query language as letters', async () => {
    await buildBuilding(plein, { name: 'Honderd% klaar' });
    expect((await list(buildGuest(plein), `q=${encodeURIComponent('100%_\\')}`)).items).toEqual([]);
    expect((await list(buildGuest(plein), `q=${encodeURIComponent('Honderd%')}`)).items.map((each) => each.name)).toEqual(['Honderd% klaar']);
  });

  test('puts the best match first, and pages through matches', async () => {
    for (const name of ['Archief Oost', 'Archief', 'Archiefdienst West', 'Het archief van Zuid']) await buildBuilding(plein, { name });
    const guest = buildGuest(plein);
    const all = (await list(guest, 'q=archief&limit=100')).items;
    expect(all[0]?.name).toBe('Archief');
    const first = await list(guest, 'q=archief&limit=2');
    const second = await list(guest, `q=archief&limit=100&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((each) => each.name)).toEqual(all.map((each) => each.name));
  });

  test.each(['activity', 'name', 'members', 'newest'])('sorted by %s pages show every building once', async (sort) => {
    const guest = buildGuest(plein);
    const whole = (await list(guest, `sort=${sort}&limit=100`)).items.map((each) => each.slug);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Building[]; next: string | null } = await list(guest, `sort=${sort}&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.items.map((each) => each.slug));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged.length).toBeGreaterThan(9);
  });

  test('sorts as it says', async () => {
    const guest = buildGuest(plein);
    const byName = (await list(guest, 'sort=name&limit=100')).items.map((each) => each.name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
    expect(byName).toEqual([...byName].sort());
    const byMembers = (await list(guest, 'sort=members&limit=100')).items.map((each) => each.memberCount);
    expect(byMembers).toEqual([...byMembers].sort((one, other) => other - one));
  });

  test.each(['nonsense', Buffer.from('["x","y"]').toString('base64url'), Buffer.from('[1,"00000000-0000-7000-8000-000000000000"]').toString('base64url'), Buffer.from('["2026-99-99T99:99:99.000Z","00000000-0000-7000-8000-000000000000"]').toString('base64url')])('refuses the cursor %s', async (cursor) => {
    const response = await buildGuest(plein).get(`/buildings?sort=activity&cursor=${cursor}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ path: 'cursor' }]);
  });

  test('a closed building does not move, nor count, for outsiders when something happens in it', async () => {
    const closed = await buildBuilding(plein, { name: 'Stille zaak', access: 'closed' });
    const insider = await buildMemberOf(plein, closed);
    const outsider = await buildMember(plein);
    const seen = async (client: TestClient) => {
      const { items } = await list(client, 'sort=activity&limit=100');
      return { order: items.map((each) => each.slug), building: items.find((each) => each.slug === closed.slug) };
    };
    const before = [await seen(outsider), await seen(buildGuest(plein))];
    plein.clock.advance(3_600_000);
    await plein.db((trx) => trx.updateTable('place').set({ post_count: 7, last_activity_at: plein.clock.now() }).where('id', '=', closed.id).execute());
    expect([await seen(outsider), await seen(buildGuest(plein))]).toEqual(before);
    expect(before[0]?.building).toMatchObject({ postCount: null, lastActivityAt: null });
    expect(await seen(insider)).toMatchObject({ building: { postCount: 7 } });
    expect((await seen(insider)).order[0]).toBe(closed.slug);
  });
});

describe('settings', () => {
  test('an admin changes name and summary; nobody else does', async () => {
    const building = await buildBuilding(plein);
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const outsider = await buildMember(plein, { administrator: true });
    const changed = await building.founder.patch(building.path, { name: 'Nieuwe naam', summary: 'Anders' });
    expect(changed.json()).toMatchObject({ name: 'Nieuwe naam', summary: 'Anders', slug: building.slug });
    for (const client of [moderator, outsider]) {
      expect((await client.patch(building.path, { name: 'Gekaapt' })).statusCode).toBe(403);
      expect((await client.delete(`${building.path}?name=Nieuwe%20naam`)).statusCode).toBe(403);
    }
    expect((await buildGuest(plein).patch(building.path, { name: 'Gekaapt' })).statusCode).toBe(401);
    expect((await buildGuest(plein).get(building.path)).json()).toMatchObject({ name: 'Nieuwe naam' });
  });

  test.each([{ slug: 'anders' }, { id: '0190a5b4-0000-7000-8000-000000000000' }, { memberCount: 99 }, { createdBy: 'x' }, { deletedAt: null }])('what is no setting is refused: %j', async (body) => {
    const building = await buildBuilding(plein);
    expect((await building.founder.patch(building.path, body)).statusCode).toBe(400);
  });
});
