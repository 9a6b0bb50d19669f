// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allSubscribers } from '../../server/app.ts';
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
    const subscribers = allSubscribers(plein.deps);
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
