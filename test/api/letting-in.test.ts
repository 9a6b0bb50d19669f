// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, joinGroup, type TestBuilding } from '../support/factories-buildings.ts';
import { mailsTo, tokenMailedTo } from '../support/mailbox.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const DAY = 24 * 3_600_000;
const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';
const accept = (client: TestMember, token: string) => client.post('/invitations/acceptances', { token });

async function link(building: TestBuilding, body: object = {}): Promise<{ id: string; url: string }> {
  const made = await building.founder.post(`${building.path}/invitations`, { link: true, ...body });
  expect(made.statusCode, made.body).toBe(201);
  return made.json();
}

interface Listed { email: string | null; isGuest: boolean; role: string; member: { name: string; id: string }; joinedThrough: { way: string; source: string } | null }
const listed = async (client: TestMember, building: TestBuilding, query = '') => (await client.get(`${building.path}/memberships${query}`)).json<{ items: Listed[] }>().items;

/** Makes somebody of an organisation of one who has an account. */
async function employ(person: TestMember, name: string): Promise<string> {
  const id = newId();
  await plein.db(async (trx) => {
    await trx.insertInto('organisation').values({ id, name }).execute();
    await trx.updateTable('actor').set({ organisation_id: id }).where('id', '=', person.actorId).execute();
  });
  return id;
}

describe('a link', () => {
  test('has a source by which members are counted, as long as they stay', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [poster, letter] = [await link(building, { source: 'Poster buurthuis', maxUses: 5 }), await link(building, { source: 'Nieuwsbrief' })];
    const [one, two, three] = [await buildMember(plein), await buildMember(plein), await buildMember(plein)];
    for (const [who, { url }] of [[one, poster], [two, poster], [three, letter]] as const) expect((await accept(who, tokenOf(url))).statusCode).toBe(201);
    const mine = (await one.get(building.path)).json<{ myMembership: { id: string } }>().myMembership.id;
    await one.delete(`${building.path}/memberships/${mine}`);
    const { items } = (await building.founder.get(`${building.path}/memberships/sources`)).json<{ items: { way: string; members: number; invitation: { id: string; source: string; uses: number; maxUses: number; open: boolean } | null }[] }>();
    expect(items).toMatchObject([
      { way: 'link', members: 1, invitation: { source: 'Nieuwsbrief', uses: 1, open: true } },
      { way: 'link', members: 1, invitation: { id: poster.id, source: 'Poster buurthuis', uses: 2, maxUses: 5, open: true } },
      { way: 'founding', members: 1, invitation: null },
    ]);
    expect((await listed(building.founder, building, `?source=${poster.id}`)).map(({ member, joinedThrough }) => [member.id, joinedThrough])).toEqual([[two.actorId, { way: 'link', source: 'Poster buurthuis' }]]);
    expect((await listed(building.founder, building, '?source=founding')).map(({ member }) => member.id)).toEqual([building.founder.actorId]);
    // How somebody came in is for those who manage.
    expect((await listed(two, building)).map(({ joinedThrough, email }) => [joinedThrough, email])).toEqual([[null, null], [null, null], [null, null]]);
    expect((await two.get(`${building.path}/memberships?source=link`)).statusCode).toBe(403);
    expect((await two.get(`${building.path}/memberships/sources`)).statusCode).toBe(403);
  });

  test('can be asked for again by those who invite, for as long as it works', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const { id, url } = await link(building, { source: 'Poster' });
    const again = await building.founder.get(`${building.path}/invitations/${id}/link`);
    expect(again.json()).toMatchObject({ url, source: 'Poster', building: { slug: building.slug, access: 'hidden' } });
    const member = await buildMemberOf(plein, building);
    expect((await member.get(`${building.path}/invitations/${id}/link`)).statusCode).toBe(403);
    await building.founder.delete(`${building.path}/invitations/${id}`);
    expect((await building.founder.get(`${building.path}/invitations/${id}/link`)).statusCode).toBe(404);
    const refused = await building.founder.post(`${building.path}/invitations`, { emails: ['a@elders.example'], source: 'Poster' });
    expect(refused.json<{ errors: { path: string }[] }>().errors).toMatchObject([{ path: 'source' }]);
  });
});

test('an invitation by mail is sent again with a new link, and not more often than somebody wants mail', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const invited = await buildMember(plein);
  const { items } = (await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] })).json<{ items: { id: string }[] }>();
  const path = `${building.path}/invitations/${items[0]?.id}/mails`;
  const first = await tokenMailedTo(plein, invited.email);
  expect((await building.founder.post(path)).statusCode).toBe(201);
  const second = await tokenMailedTo(plein, invited.email);
  expect((await accept(invited, first)).statusCode).toBe(404);
  expect((await accept(invited, second)).statusCode).toBe(201);
  expect((await building.founder.post(path)).statusCode).toBe(404);

  const other = (await building.founder.post(`${building.path}/invitations`, { emails: ['vaak@elders.example'] })).json<{ items: { id: string }[] }>().items[0]?.id;
  const statuses: number[] = [];
  for (let time = 0; time < 5; time++) statuses.push((await building.founder.post(`${building.path}/invitations/${other}/mails`)).statusCode);
  expect(statuses).toEqual([201, 201, 201, 201, 429]);
});

describe('a request', () => {
  test('is answered with a word, which reaches who asked; and is not asked again at once', async () => {
    const building = await buildBuilding(plein, { access: 'closed', name: 'Regiotafel' });
    const asker = await buildMember(plein);
    const { id } = (await asker.post(`${building.path}/memberships`, { note: 'Ik werk hier ook.' })).json<{ id: string }>();
    expect((await asker.get(`${building.path}/memberships/mine`)).json()).toMatchObject({ asked: { id, note: 'Ik werk hier ook.' }, answer: null });
    expect((await asker.post(`${building.path}/memberships/${id}/answers`, { outcome: 'approved' })).statusCode).toBe(404);
    const answered = await building.founder.post(`${building.path}/memberships/${id}/answers`, { outcome: 'refused', word: ' De groep is vol. ' });
    expect(answered.statusCode, answered.body).toBe(204);
    expect((await building.founder.post(`${building.path}/memberships/${id}/answers`, { outcome: 'approved' })).statusCode).toBe(404);

    const mine = (await asker.get(`${building.path}/memberships/mine`)).json<{ answer: { mayAskAgainAt: string } }>();
    expect(mine).toMatchObject({ asked: null, answer: { outcome: 'refused', word: 'De groep is vol.' } });
    const mail = (await mailsTo(plein, asker.email)).at(-1);
    expect(mail?.subject).toBe('Je vraag aan Regiotafel is afgewezen');
    expect(mail?.text).toContain('De groep is vol.');
    expect((await asker.get('/notifications')).json().items).toMatchObject([{ kind: 'refused', word: 'De groep is vol.' }]);
    expect((await building.founder.get(`${building.path}/memberships/answers`)).json().items).toMatchObject([{ outcome: 'refused', note: 'Ik werk hier ook.', word: 'De groep is vol.', member: { id: asker.actorId }, answeredBy: { id: building.founder.actorId } }]);

    const tooSoon = await asker.post(`${building.path}/memberships`, {});
    expect([tooSoon.statusCode, tooSoon.json<{ type: string }>().type]).toEqual([409, '/problems/asked-too-soon']);
    plein.clock.advance(7 * DAY);
    const again = await asker.post(`${building.path}/memberships`, { note: 'En nu?' });
    expect(again.statusCode).toBe(201);
    expect((await building.founder.post(`${building.path}/memberships/${again.json<{ id: string }>().id}/answers`, { outcome: 'approved', word: 'Welkom!' })).statusCode).toBe(204);
    expect((await mailsTo(plein, asker.email)).at(-1)?.text).toContain('Welkom!');
    expect((await listed(building.founder, building, '?source=request')).map(({ member }) => member.id)).toEqual([asker.actorId]);
    plein.clock.set(new Date());
  });
});

describe('the choices of the list of members', () => {
  test('have numbers that are those of the list, and of no group that the viewer may not know', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [one, two, guest] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const organisation = newId();
    await plein.db(async (trx) => {
      await trx.insertInto('organisation').values({ id: organisation, name: `Gemeente ${organisation.slice(-6)}` }).execute();
      await trx.updateTable('actor').set({ organisation_id: organisation }).where('id', 'in', [one.actorId, two.actorId]).execute();
    });
    const [seen, hidden] = [await buildGroup(building, { access: 'closed', name: 'Werkgroep' }), await buildGroup(building, { access: 'hidden' })];
    await joinGroup(seen, one);
    await joinGroup(hidden, two);
    const facets = async (who: TestMember) => (await who.get(`${building.path}/membership-facets`)).json<{ total: number; groups: { slug: string; count: number }[] }>();
    expect(await facets(one)).toMatchObject({ total: 4, guests: 2, organisations: [{ id: organisation, count: 2 }], groups: [{ slug: seen.slug, name: 'Werkgroep', count: 2 }] });
    expect((await facets(guest)).groups).toEqual([]);
    expect((await facets(two)).groups).toMatchObject([{ slug: hidden.slug, count: 2 }]);
    const listed = async (query: string) => (await one.get(`${building.path}/memberships?${query}`)).json<{ items: object[] }>().items.length;
    expect([await listed(`organisation=${organisation}`), await listed(`group=${seen.slug}`), await listed('guest=true')]).toEqual([2, 2, 2]);
    expect((await one.get(`${seen.path}/membership-facets`)).json()).toMatchObject({ total: 2, groups: [] });
    const outsider = await buildMember(plein);
    for (const path of [building.path, seen.path, hidden.path]) expect((await outsider.get(`${path}/membership-facets`)).statusCode).toBe(404);
    expect((await buildGuest(plein).get(`${building.path}/membership-facets`)).statusCode).toBe(401);
    // Beside a name that is typed a guest is marked too.
    const { name } = (await guest.get('/me')).json<{ name: string }>();
    const offered = (await one.get(`/mentions?q=${encodeURIComponent(name)}&building=${building.slug}`)).json<{ items: { name: string; isGuest: boolean }[] }>().items;
    expect(offered.find((option) => option.name === name)).toMatchObject({ isGuest: true });
  });
});

describe('guests', () => {
  test('are marked and counted where not everybody reads', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const colleague = await buildMemberOf(plein, building);
    const outsider = await buildMemberOf(plein, building, 'member', { staff: false });
    const organisation = await employ(colleague, 'Gemeente Zuiderdam');
    await employ(building.founder, 'Gemeente Noorderdam');
    expect((await listed(colleague, building, '?guest=true')).map(({ member, isGuest }) => [member.id, isGuest])).toEqual([[outsider.actorId, true]]);
    expect((await listed(colleague, building, `?organisation=${organisation}`)).map(({ member }) => member.id)).toEqual([colleague.actorId]);
    expect((await colleague.get(building.path)).json()).toMatchObject({ guestCount: 1, guestsWelcome: true });
    expect((await colleague.get('/me')).json().buildings).toMatchObject([{ slug: building.slug, guestCount: 1 }]);
    expect((await (await buildMember(plein)).get(building.path)).json()).toMatchObject({ guestCount: null });
    const open = await buildBuilding(plein);
    await join(open, outsider);
    expect((await listed(colleague, open, '?guest=true')).every(({ isGuest }) => !isGuest)).toBe(true);
  });

  test('do not come in where an admin says so, by no way, and are told why; who is in stays', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const inside = await buildMemberOf(plein, building, 'member', { staff: false });
    const [asker, resident, colleague] = [await buildMember(plein, { staff: false }), await buildMember(plein, { staff: false }), await buildMember(plein)];
    const { id } = (await asker.post(`${building.path}/memberships`, {})).json<{ id: string }>();
    const { url } = await link(building);
    expect((await inside.patch(building.path, { guestsWelcome: false })).statusCode).toBe(403);
    expect((await building.founder.patch(building.path, { guestsWelcome: false })).statusCode).toBe(200);
    expect((await resident.get(building.path)).json()).toMatchObject({ can: { ask: false, join: false } });
    const refusals = [await resident.post(`${building.path}/memberships`, {}), await accept(resident, tokenOf(url)), await building.founder.post(`${building.path}/memberships/${id}/answers`, { outcome: 'approved' })];
    for (const refusal of refusals) {
      expect(refusal.statusCode, refusal.body).toBe(403);
      expect(refusal.json<{ detail: string }>().detail).toMatch(/geen gasten/);
    }
    const invited = await building.founder.post(`${building.path}/invitations`, { emails: ['wie@elders.example'] });
    expect(invited.json<{ errors: { path: string }[] }>().errors).toMatchObject([{ path: 'emails/0' }]);
    expect((await accept(colleague, tokenOf(url))).statusCode).toBe(201);
    expect((await inside.get(`${building.path}/posts`)).statusCode).toBe(200);
  });

  test('come into no group without guests by a list, nor by the invitation of one', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [without, welcoming] = [await buildGroup(building, { name: 'Zonder gasten' }), await buildGroup(building, { name: 'Voor iedereen' })];
    const [resident, newcomer] = [await buildMemberOf(plein, building, 'member', { staff: false }), await buildMember(plein, { staff: false })];
    const file = `e-mail;groepen\n${resident.email};Zonder gasten|Voor iedereen\n${newcomer.email};Zonder gasten|Voor iedereen`;
    const groupsOf = async (who: TestMember) => (await plein.db((trx) => trx.selectFrom('membership').select('place_id').where('member_id', '=', who.actorId).where('place_id', 'in', [without.id, welcoming.id]).execute())).map((row) => row.place_id);
    // Invited while guests were welcome there; what counts is when they come.
    expect((await building.founder.post(`${building.path}/memberships/imports`, file.split('\n').toSpliced(1, 1).join('\n'))).statusCode).toBe(202);
    await plein.drainJobs();
    expect((await building.founder.patch(without.path, { guestsWelcome: false })).statusCode).toBe(200);
    expect((await accept(newcomer, await tokenMailedTo(plein, newcomer.email))).statusCode).toBe(201);
    expect(await groupsOf(newcomer)).toEqual([welcoming.id]);
    const started = await building.founder.post(`${building.path}/memberships/imports`, file);
    await plein.drainJobs();
    expect(await groupsOf(resident)).toEqual([welcoming.id]);
    const lines = (await building.founder.get(`${String(started.headers['location']).replace('/api/v1', '')}/lines`)).json<{ items: { outcome: string; faults: { message: string }[] }[] }>().items;
    expect(lines.map(({ outcome, faults }) => [outcome, faults[0]?.message])).toEqual([['extended', 'In de groep "Zonder gasten" komen geen gasten.'], ['already', 'In de groep "Zonder gasten" komen geen gasten.']]);
  });
});

describe('the list of members', () => {
  test('is found by address by admins only, and sorted by when people came', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const people = [];
    for (const name of ['Zeger', 'Anna', 'Milan']) {
      plein.clock.advance(60_000);
      people.push(await buildMemberOf(plein, building, 'member', { name }));
    }
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const [zeger] = people;
    // With its sign, so that a handle is not what is found.
    const address = encodeURIComponent(zeger?.email.split('.')[0] ?? '');
    expect((await listed(building.founder, building, `?q=${address}`)).map(({ member }) => member.name)).toEqual(['Zeger']);
    expect(await listed(moderator, building, `?q=${address}`)).toEqual([]);
    const names = async (sort: string) => (await listed(building.founder, building, `?role=member&sort=${sort}`)).map(({ member }) => member.name);
    expect(await names('newest')).toEqual(['Milan', 'Anna', 'Zeger']);
    expect(await names('oldest')).toEqual(['Zeger', 'Anna', 'Milan']);
    expect(await names('name')).toEqual(['Anna', 'Milan', 'Zeger']);
    for (const sort of ['role', 'name', 'newest', 'oldest']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: { items: Listed[]; next: string | null } = (await building.founder.get(`${building.path}/memberships?sort=${sort}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json();
        seen.push(...page.items.map(({ member }) => member.id));
        cursor = page.next;
      }
      expect(new Set(seen).size, sort).toBe(5);
      expect(seen).toHaveLength(5);
    }
    plein.clock.set(new Date());
  });

  test('is exported by admins, with addresses and nothing that a spreadsheet would carry out; that it was, is kept', async () => {
    const building = await buildBuilding(plein);
    const clever = await buildMemberOf(plein, building, 'member', { name: '=HYPERLINK("http://evil.example")' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    for (const client of [clever, moderator]) expect((await client.get(`${building.path}/memberships/exports`)).statusCode).toBe(403);
    const file = await building.founder.get(`${building.path}/memberships/exports`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.body.split('\r\n')[0]).toBe('\ufeffe-mail;naam;rol;groepen;organisatie;gast;binnengekomen via;bron;sinds');
    expect(file.body).toContain(`${clever.email};"'=HYPERLINK(""http://evil.example"")";lid;`);
    expect(file.body.split('\r\n').map((line) => line.split(';')).filter((cells) => cells[0] === building.founder.email).map((cells) => [cells[2], cells[6]])).toEqual([['beheerder', 'begonnen']]);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="leden-${building.path.split('/').at(-1)}.csv"`);
    expect(file.body.trim().split('\r\n')).toHaveLength(4);
    const kept = await plein.db((trx) => trx.selectFrom('membership_export').select(['by_id', 'rows']).where('place_id', '=', building.id).execute());
    expect(kept).toEqual([{ by_id: building.founder.actorId, rows: 3 }]);
    // What goes out can be brought in again: everybody is there already.
    const again = await building.founder.post(`${building.path}/memberships/imports?preview=true`, file.body);
    expect(again.json()).toMatchObject({ counts: { in: 0, already: 3, faulty: 0 } });
  });

  test('brings nobody into another group when its export is brought in again, whatever groups are called', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const hidden = await buildGroup(building, { access: 'hidden', name: 'Directie', slug: 'directie-2' });
    const other = await buildMemberOf(plein, building);
    for (const name of ['Directie|', 'Koffie|Directie', 'Koffie;Directie']) {
      const refused = await other.post(`${building.path}/groups`, { slug: 'koffie', name, access: 'closed' });
      expect(refused.json()).toMatchObject({ status: 400, errors: [{ path: 'name', message: 'Vul een naam in, met letters en zonder onzichtbare tekens, en zonder | of ;.' }] });
    }
    const alike = await buildGroup(building, { founder: other, name: 'Directie', slug: 'directie' });
    expect((await other.patch(alike.path, { name: 'Directie|' })).statusCode).toBe(400);
    const file = (await building.founder.get(`${building.path}/memberships/exports`)).body;
    expect(file).toContain(`${other.email};`);
    const done = await building.founder.post(`${building.path}/memberships/imports`, file);
    expect(done.statusCode).toBe(202);
    await plein.drainJobs();
    const inHidden = await plein.db((trx) => trx.selectFrom('membership').select('member_id').where('place_id', '=', hidden.id).execute());
    expect(inHidden).toEqual([{ member_id: building.founder.actorId }]);
    // By hand, a name that two groups have is neither.
    const typed = await building.founder.post(`${building.path}/memberships/imports?preview=true`, `e-mail;groepen\n${other.email};Directie`);
    expect(typed.json()).toMatchObject({ counts: { faulty: 1 }, items: [{ faults: [{ field: 'groups' }] }] });
  });
});
