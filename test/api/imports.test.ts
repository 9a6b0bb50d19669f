// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { house } from '../../federation/house.ts';
import { allSubscribers } from '../../server/app.ts';
import { newId } from '../../server/platform/ids.ts';
import { handleEvent } from '../../server/platform/outbox/handle.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { tokenMailedTo } from '../support/mailbox.ts';
import { buildBuilding, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

interface Line { line: number; email: string; outcome: string; faults: { field: string; message: string }[] }
interface Report { id: string; state: string; total: number; done: number; changes: number; counts: Record<string, number>; items: Line[] }

const upload = (client: TestMember, building: TestBuilding, file: string | Buffer, query = '') =>
  plein.app.inject({ method: 'POST', url: `/api/v1${building.path}/memberships/imports${query}`, remoteAddress: client.address, headers: { origin: 'http://plein.test', cookie: client.cookie ?? '', 'content-type': 'text/csv' }, payload: file });

/** Hands a file in, lets the job do its work, and reads what became of it. */
async function bringIn(client: TestMember, building: TestBuilding, file: string | Buffer, query = ''): Promise<Report> {
  const started = await upload(client, building, file, query);
  expect(started.statusCode, started.body).toBe(202);
  await plein.drainJobs();
  return report(client, String(started.headers['location']).replace('/api/v1', ''));
}

async function report(client: TestMember, path: string): Promise<Report> {
  const found = (await client.get(path)).json<Report>();
  const items: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Line[]; next: string | null } = (await client.get(`${path}/lines?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`)).json();
    items.push(...page.items);
    cursor = page.next;
  }
  return { ...found, items };
}

const outcomes = ({ items }: Pick<Report, 'items'>) => items.map(({ line, outcome, faults }) => [line, outcome, ...faults.map(({ field }) => field)].join(' '));
const mailsTo = (email: string) => plein.db((trx) => trx.selectFrom('mail').select(['template', 'data']).where('recipient', '=', email).orderBy('id').execute());
const memberCount = async (building: TestBuilding) => (await building.founder.get(building.path)).json<{ memberCount: number }>().memberCount;

describe('a list of people', () => {
  test('brings colleagues in at once, who are told and can leave; asks everybody else; and says so of each line', async () => {
    const building = await buildBuilding(plein, { access: 'closed', name: 'Regiotafel' });
    const [colleague, resident] = [await buildMember(plein), await buildMember(plein, { staff: false })];
    const stranger = 'nog-niemand@elders.example';
    const file = ['E-mail;Naam;Rol', `${colleague.email};An;moderator`, `${resident.email};Bo;`, `${stranger};Cé;lid`, 'geen adres;Do;', `${building.founder.email};;lid`].join('\r\n');
    const before = (await upload(building.founder, building, file, '?preview=true')).json<Report>();
    // A preview does not tell who of them has an account.
    expect(outcomes(before)).toEqual(['2 in', '3 in', '4 in', '5 faulty email', '6 already role']);
    expect(await memberCount(building)).toBe(1);

    const done = await bringIn(building.founder, building, file);
    expect(outcomes(done)).toEqual(['2 added', '3 invited', '4 invited', '5 faulty email', '6 already role']);
    expect(done).toMatchObject({ state: 'done', total: 5, done: 5, changes: 3, counts: { added: 1, extended: 0, invited: 2, already: 1, faulty: 1 } });
    expect((await colleague.get(building.path)).json()).toMatchObject({ myMembership: { role: 'moderator', state: 'active' } });
    expect((await resident.get(building.path)).json()).toMatchObject({ myMembership: null });
    expect((await mailsTo(colleague.email)).map(({ template }) => template)).toEqual(['added']);
    expect((await colleague.get('/notifications')).json().items).toMatchObject([{ kind: 'added', building: { slug: building.slug } }]);
    expect((await mailsTo(resident.email)).map(({ template }) => template)).toEqual((await mailsTo(stranger)).map(({ template }) => template));

    const token = await tokenMailedTo(plein, resident.email);
    expect((await resident.post('/invitations/acceptances', { token })).statusCode).toBe(201);
    const list = (await building.founder.get(`${building.path}/memberships`)).json<{ items: { email: string; joinedThrough: { way: string } }[] }>().items;
    expect(list.map(({ email, joinedThrough }) => `${email} ${joinedThrough.way}`).sort()).toEqual([`${building.founder.email} founding`, `${colleague.email} import`, `${resident.email} import`].sort());
  });

  test('changes nothing the second time, and sends nothing', async () => {
    const building = await buildBuilding(plein);
    const people = await Promise.all(Array.from({ length: 3 }, () => buildMember(plein)));
    const file = `email,name\n${[...people.map(({ email }) => email), 'iemand@elders.example'].map((email) => `${email},Naam`).join('\n')}`;
    expect((await bringIn(building.founder, building, file)).changes).toBe(4);
    const mails = await plein.db((trx) => trx.selectFrom('mail').select('id').execute());
    const second = await bringIn(building.founder, building, file);
    expect(second).toMatchObject({ changes: 0, counts: { already: 4 } });
    expect(await plein.db((trx) => trx.selectFrom('mail').select('id').execute())).toHaveLength(mails.length);
    expect(await memberCount(building)).toBe(4);
  });

  test('who left is asked, and not put back; who was banned is neither', async () => {
    const building = await buildBuilding(plein);
    const [left, banned] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await left.delete(`${building.path}/memberships/${left.membershipId}`);
    await building.founder.patch(`${building.path}/memberships/${banned.membershipId}`, { state: 'banned' });
    expect(outcomes(await bringIn(building.founder, building, `email\n${left.email}\n${banned.email}`))).toEqual(['2 invited', '3 faulty email']);
    expect((await left.get(building.path)).json()).toMatchObject({ myMembership: null });
  });

  test('who asked to come in is let in', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const asker = await buildMember(plein, { staff: false });
    await asker.post(`${building.path}/memberships`, { note: 'Mag ik?' });
    expect(outcomes(await bringIn(building.founder, building, `email\n${asker.email}`))).toEqual(['2 added']);
    expect((await asker.get(building.path)).json()).toMatchObject({ myMembership: { state: 'active' } });
  });

  test('of a resident brings nobody in unasked', async () => {
    const admin = await buildMember(plein, { staff: false });
    const building = await buildBuilding(plein);
    await join(building, admin, 'admin');
    const colleague = await buildMember(plein);
    expect(outcomes(await bringIn(admin, building, `email\n${colleague.email}`))).toEqual(['2 invited']);
  });

  test('where no guests come, addresses of nobody’s organisation are refused, whoever they are', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    expect((await building.founder.patch(building.path, { guestsWelcome: false })).json()).toMatchObject({ guestsWelcome: false });
    const [colleague, resident] = [await buildMember(plein), await buildMember(plein, { staff: false })];
    const done = await bringIn(building.founder, building, `email\n${colleague.email}\n${resident.email}\nniemand@elders.example`);
    expect(outcomes(done)).toEqual(['2 added', '3 faulty email', '4 faulty email']);
    expect(done.items[1]?.faults).toEqual(done.items[2]?.faults);
  });

  test('is for admins of the place; others of a closed one are not told that there is anything', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [moderator, outsider] = [await buildMemberOf(plein, building, 'moderator'), await buildMember(plein)];
    expect((await upload(moderator, building, 'email\na@x.nl')).statusCode).toBe(403);
    expect((await upload(outsider, building, 'email\na@x.nl')).statusCode).toBe(404);
    const { id } = await bringIn(building.founder, building, 'email\na@elders.example');
    const other = await buildMemberOf(plein, building, 'admin');
    // The addresses are of the one who had them.
    for (const client of [moderator, outsider, other]) {
      for (const path of ['', '/lines', '/faults']) expect([403, 404]).toContain((await client.get(`${building.path}/memberships/imports/${id}${path}`)).statusCode);
    }
  });

  test('stops where the one who handed it in loses the right, and says so', async () => {
    const building = await buildBuilding(plein);
    const admin = await buildMemberOf(plein, building, 'admin');
    const started = await upload(admin, building, 'email\nstopt-1@elders.example\nstopt-2@elders.example');
    await building.founder.patch(`${building.path}/memberships/${admin.membershipId}`, { role: 'member' });
    await plein.drainJobs();
    expect(await mailsTo('stopt-1@elders.example')).toEqual([]);
    await building.founder.patch(`${building.path}/memberships/${admin.membershipId}`, { role: 'admin' });
    const after = await report(admin, String(started.headers['location']).replace('/api/v1', ''));
    expect(outcomes(after)).toEqual(['2 faulty line', '3 faulty line']);
  });

  test('goes on where it was when it is broken off, and two at once do nothing twice', async () => {
    const building = await buildBuilding(plein);
    const people = await Promise.all(Array.from({ length: 120 }, (_, n) => `kapot-${n}@elders.example`));
    const started = await upload(building.founder, building, `email\n${people.join('\n')}`);
    const { id } = started.json<Report>();
    const event = await plein.db((trx) => trx.selectFrom('event').select('id').where('type', '=', 'ImportStarted').orderBy('id', 'desc').executeTakeFirstOrThrow());
    const subscribers = allSubscribers(plein.deps, house);
    const run = subscribers.find((each) => each.name === 'run-import') ?? expect.fail('no job');
    // It stops after its first batch, as when the process goes.
    const stopping = { ...plein.deps, stopping: { ...plein.deps.stopping, begun: true } };
    await expect(handleEvent(stopping, run, event.id, subscribers)).rejects.toThrow(/goes on/);
    expect((await building.founder.get(`${building.path}/memberships/imports/${id}`)).json()).toMatchObject({ state: 'running', done: 50, total: 120 });
    await Promise.all([1, 2, 3].map(() => handleEvent(plein.deps, run, event.id, subscribers)));
    expect((await building.founder.get(`${building.path}/memberships/imports/${id}`)).json()).toMatchObject({ state: 'done', changes: 120, counts: { invited: 120 } });
    const sent = await plein.db((trx) => trx.selectFrom('mail').select('recipient').where('recipient', 'in', people).execute());
    expect(sent).toHaveLength(120);
    const told = (await building.founder.get(`${building.path}/memberships/imports`)).json();
    expect(told.items).toMatchObject([{ id, changes: 120 }]);
  });

  test('its faulty lines come back as a file to mend, in which nothing is carried out', async () => {
    const building = await buildBuilding(plein);
    const { id } = await bringIn(building.founder, building, 'email,name,role\n=cmd@x,=1+1,lid\n"a b",@som,\n');
    const file = await building.founder.get(`${building.path}/memberships/imports/${id}/faults`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    const lines = file.body.split('\r\n');
    expect(lines[0]).toBe('\ufeffe-mail;naam;rol;groepen;regel;wat er niet goed was');
    expect(lines[1]).toMatch(/^'=cmd@x;'=1\+1;lid;;2;/);
    expect(lines[2]).toMatch(/^a b;'@som;;;3;/);
    const again = (await upload(building.founder, building, file.body, '?preview=true')).json<Report>();
    expect(again.items.map((line) => [line.email, line.outcome])).toEqual([['=cmd@x', 'faulty'], ['a b', 'faulty']]);
  });

  test('is purged after thirty days', async () => {
    const building = await buildBuilding(plein);
    const { id } = await bringIn(building.founder, building, 'email\nlater@elders.example');
    plein.clock.advance(29 * 24 * 3_600_000);
    const { forgetImports } = await import('../../server/buildings/imports/run-import.ts');
    await forgetImports.run(plein.deps);
    expect((await plein.db((trx) => trx.selectFrom('import_line').select('line').where('import_id', '=', id).execute())).length).toBe(1);
    plein.clock.advance(2 * 24 * 3_600_000);
    await forgetImports.run(plein.deps);
    expect((await plein.db((trx) => trx.selectFrom('import_line').select('line').where('import_id', '=', id).execute())).length).toBe(0);
    plein.clock.set(new Date());
  });

  test('that is none is refused with words', async () => {
    const building = await buildBuilding(plein);
    for (const file of ['', 'naam\nAn', 'email\n"a@x.nl', '\u0000\u0000', `email\n${'x'.repeat(30_000)}`]) {
      const response = await upload(building.founder, building, file);
      expect(response.statusCode, file.slice(0, 20)).toBe(400);
      expect(response.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual(['file']);
    }
    expect((await upload(building.founder, building, Buffer.alloc(1_048_577, 'a'))).statusCode).toBe(413);
    expect((await building.founder.post(`${building.path}/memberships/imports`, { email: 'a@x.nl' })).statusCode).toBe(400);
  });
});

describe('125 people into 11 groups, from a file with 9 faulty lines', () => {
  const groupNames = Array.from({ length: 11 }, (_, n) => `Werkgroep ${String.fromCharCode(65 + n)}`);
  const groupsFor = (n: number) => [groupNames[n % 11], groupNames[(n * 3 + 1) % 11]].filter((name, at, all) => all.indexOf(name) === at).join('|');
  const faulty = ['geen-adres;Een;lid;Werkgroep A', ';Twee;lid;Werkgroep A', 'drie@zuiderdam.example;Drie;koning;Werkgroep A', 'vier@zuiderdam.example;Vier;lid;Werkgroep Z', 'vijf@zuiderdam.example;Vijf;lid;Werkgroep A;te veel', 'zes @zuiderdam.example;Zes;;', '"zeven@zuiderdam.example";Zeven;;', 'acht@;Acht;;Werkgroep B'];
  interface Group { slug: string; name: string; memberCount: number }
  const groupsOf = async (building: TestBuilding) => (await building.founder.get(`${building.path}/groups?limit=100`)).json<{ items: Group[] }>().items;

  async function scene(emails: readonly string[]): Promise<{ building: TestBuilding; file: Buffer; expected: Map<string, number> }> {
    const building = await buildBuilding(plein, { access: 'closed', name: 'Regionaal samenwerkingsverband' });
    for (const name of groupNames) expect((await building.founder.post(`${building.path}/groups`, { slug: name.toLowerCase().replace(' ', '-'), name, access: 'closed' })).statusCode).toBe(201);
    const right = emails.map((email, n) => `${email};Personeelslid é ${n};${n === 0 ? 'moderator' : 'lid'};${groupsFor(n)}`);
    const repeated = `${emails[0]};Nog eens;lid;Werkgroep A`;
    const lines = ['E-mail;Naam;Rol;Groepen', ...right.slice(0, 50), ...faulty, ...right.slice(50), repeated];
    expect(lines).toHaveLength(126);
    const expected = new Map(groupNames.map((name) => [name, emails.filter((_, n) => groupsFor(n).split('|').includes(name)).length]));
    // As Excel saves it.
    return { building, file: Buffer.from(lines.join('\r\n'), 'latin1'), expected };
  }

  /** The job alone, without what others do when they hear of it. */
  async function carriedOut(client: TestMember, building: TestBuilding, file: Buffer): Promise<Report> {
    const started = await upload(client, building, file);
    expect(started.statusCode, started.body).toBe(202);
    const subscribers = allSubscribers(plein.deps, house);
    const run = subscribers.find((each) => each.name === 'run-import') ?? expect.fail('no job');
    const event = await plein.db((trx) => trx.selectFrom('event').select('id').where('type', '=', 'ImportStarted').orderBy('id', 'desc').executeTakeFirstOrThrow());
    await handleEvent(plein.deps, run, event.id, subscribers);
    return report(client, String(started.headers['location']).replace('/api/v1', ''));
  }

  /** Colleagues with an account, all in one go. */
  async function colleagues(count: number): Promise<string[]> {
    const people = Array.from({ length: count }, (_, n) => ({ id: newId(), handle: `collega-${n}` }));
    await plein.db(async (trx) => {
      await trx.insertInto('actor').values(people.map(({ id, handle }) => ({ id, type: 'person', handle, name: handle, uri: `http://plein.test/ap/actors/${id}`, audience_id: 1 }))).execute();
      await trx.insertInto('account').values(people.map(({ id, handle }) => ({ id: newId(), actor_id: id, email: `${handle}@zuiderdam.example`, is_staff: true, confirmed_at: new Date() }))).execute();
    });
    return people.map(({ handle }) => `${handle}@zuiderdam.example`);
  }

  test('116 come in, 9 are told, and the second time nothing changes', { timeout: 400_000 }, async () => {
    const last = await buildMember(plein);
    const { building, file, expected } = await scene([...(await colleagues(115)), last.email]);
    const preview = (await upload(building.founder, building, file, '?preview=true')).json<Report & { missingGroups: string[] }>();
    expect(preview).toMatchObject({ total: 125, counts: { in: 116, faulty: 9, already: 0 }, missingGroups: ['Werkgroep Z'] });
    const first = await carriedOut(building.founder, building, file);
    expect(first).toMatchObject({ state: 'done', total: 125, changes: 116, counts: { added: 116, extended: 0, invited: 0, already: 0, faulty: 9 } });
    expect(first.items).toHaveLength(125);
    expect(first.items.filter(({ outcome }) => outcome === 'faulty').map(({ line, faults }) => `${line} ${faults.map(({ field }) => field).join()}`)).toEqual([
      '52 email', '53 email', '54 role', '55 groups', '56 line', '57 email', '58 email', '59 email', '126 email',
    ]);
    expect(await memberCount(building)).toBe(117);
    expect(new Map((await groupsOf(building)).map(({ name, memberCount: count }) => [name, count - 1]))).toEqual(expected);
    expect((await last.get(`${building.path}/groups?limit=100`)).json().items.filter(({ myMembership }: { myMembership: unknown }) => myMembership !== null).map(({ name }: Group) => name).sort()).toEqual(groupsFor(115).split('|').sort());

    const before = await plein.db((trx) => trx.selectFrom('membership').select(['id', 'role', 'state']).orderBy('id').execute());
    const second = await carriedOut(building.founder, building, file);
    expect(second).toMatchObject({ changes: 0, counts: { added: 0, extended: 0, invited: 0, already: 116, faulty: 9 } });
    expect(await plein.db((trx) => trx.selectFrom('membership').select(['id', 'role', 'state']).orderBy('id').execute())).toEqual(before);
    expect(await memberCount(building)).toBe(117);
  });

  test('unknown addresses are asked once, and accepting gives the building and all of the groups', { timeout: 400_000 }, async () => {
    const emails = Array.from({ length: 116 }, (_, n) => `onbekend-${n}@elders.example`);
    const { building, file } = await scene(emails);
    expect(await carriedOut(building.founder, building, file)).toMatchObject({ changes: 116, counts: { invited: 116, faulty: 9 } });
    expect(await carriedOut(building.founder, building, file)).toMatchObject({ changes: 0, counts: { already: 116, faulty: 9 } });
    // What waits to be sent still holds its link.
    const mail = await plein.db((trx) => trx.selectFrom('mail').select('data').where('recipient', '=', 'onbekend-7@elders.example').executeTakeFirstOrThrow());
    const token = new URL((mail.data as { url: string }).url).searchParams.get('token');
    const newcomer = await buildMember(plein, { staff: false });
    await plein.db((trx) => trx.updateTable('account').set({ email: 'onbekend-7@elders.example' }).where('id', '=', newcomer.accountId).execute());
    const accepted = await newcomer.post('/invitations/acceptances', { token });
    expect(accepted.statusCode, accepted.body).toBe(201);
    const mine = (await newcomer.get(`${building.path}/groups?limit=100`)).json<{ items: (Group & { myMembership: { state: string } | null })[] }>().items;
    expect(mine.filter(({ myMembership }) => myMembership?.state === 'active').map(({ name }) => name).sort()).toEqual(groupsFor(7).split('|').sort());
  });

  test('groups that are not there are made when that is asked for, and members go into them', { timeout: 400_000 }, async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [one, two] = [await buildMember(plein), await buildMember(plein)];
    const file = `email,groups\n${one.email},Wonen;Zorg\n${two.email},zorg`;
    const preview = await upload(building.founder, building, file, '?preview=true');
    expect(preview.json()).toMatchObject({ counts: { faulty: 2 }, missingGroups: ['Wonen', 'Zorg'], mayCreateGroups: true });
    expect((await upload(building.founder, building, file, '?preview=true&createGroups=true')).json()).toMatchObject({ counts: { in: 2, faulty: 0 } });
    expect(await groupsOf(building)).toEqual([]);
    expect(await bringIn(building.founder, building, file, '?createGroups=true')).toMatchObject({ changes: 2, counts: { added: 2 } });
    expect((await groupsOf(building)).map(({ slug, memberCount: count }) => [slug, count]).sort()).toEqual([['wonen', 2], ['zorg', 3]]);
    // Who left a group is not put back into it.
    const zorg = (await two.get(`${building.path}/groups/zorg`)).json<{ myMembership: { id: string } }>();
    expect((await two.delete(`${building.path}/groups/zorg/memberships/${zorg.myMembership.id}`)).statusCode).toBe(204);
    const again = await bringIn(building.founder, building, file, '?createGroups=true');
    expect(again).toMatchObject({ changes: 0, counts: { already: 2 } });
    expect(again.items[1]?.faults).toMatchObject([{ field: 'groups' }]);
  });

  test('groups made by a list count as groups that somebody starts, and none is made past the limit', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const list = (letter: string, most: number) => `e-mail;groepen\n${Array.from({ length: most }, (_, n) => `${letter}${n}@elders.example;Groep ${letter}${n}`).join('\n')}`;
    expect((await upload(building.founder, building, list('z', 21), '?createGroups=true')).json()).toMatchObject({ status: 400, errors: [{ path: 'createGroups' }] });
    expect((await upload(building.founder, building, list('a', 12), '?createGroups=true')).statusCode).toBe(202);
    expect((await upload(building.founder, building, list('b', 12), '?createGroups=true')).statusCode).toBe(429);
    expect((await building.founder.post(`${building.path}/groups`, { slug: 'nog-een', name: 'Nog een', access: 'closed' })).statusCode).toBe(429);
    expect(await groupsOf(building)).toHaveLength(12);
  });
});
