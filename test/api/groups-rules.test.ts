// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const stateIn = (place: TestBuilding, member: TestMember) =>
  plein.db(async (trx) => (await trx.selectFrom('membership').select(['state', 'joined_through', 'role']).where('place_id', '=', place.id).where('member_id', '=', member.actorId).executeTakeFirst()) ?? null);

async function buildOrganisation(): Promise<string> {
  const id = newId();
  await plein.db((trx) => trx.insertInto('organisation').values({ id, name: `Gemeente ${id}` }).execute());
  return id;
}

/** As a change of profile or of the domains of an organisation does. */
async function employ(member: TestMember, organisationId: string | null): Promise<void> {
  await plein.db(async (trx) => {
    await trx.updateTable('actor').set({ organisation_id: organisationId }).where('id', '=', member.actorId).execute();
    await publish(trx, { type: 'ProfileChanged', actorId: member.actorId });
  });
  await plein.drainJobs();
}

async function addRule(place: TestBuilding, rule: object): Promise<string> {
  const added = await place.founder.post(`${place.path}/membership-rules`, rule);
  expect(added.statusCode, added.body).toBe(201);
  await plein.drainJobs();
  return added.json<{ id: string }>().id;
}

const toldOf = async (member: TestMember) => (await member.get('/notifications')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind);

test('who gains the trait joins and who loses it leaves, each with a notification; again and again the same', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const organisationId = await buildOrganisation();
  const [there, later] = [await buildMember(plein), await buildMember(plein)];
  await employ(there, organisationId);
  const rule = await addRule(building, { organisationId });
  expect(await stateIn(building, there)).toMatchObject({ state: 'active', joined_through: 'rule' });
  await employ(later, organisationId);
  await employ(later, organisationId);
  expect(await stateIn(building, later)).toMatchObject({ state: 'active' });
  expect((await later.get(building.path)).json()).toMatchObject({ memberCount: 3 });
  expect(await toldOf(later)).toEqual(['by-rule']);
  await employ(later, null);
  expect(await stateIn(building, later)).toBeNull();
  expect(await toldOf(later)).toContain('rule-ended');
  await employ(later, organisationId);
  expect(await stateIn(building, later)).toMatchObject({ state: 'active' });
  expect((await building.founder.delete(`${building.path}/membership-rules/${rule}`)).statusCode).toBe(204);
  await plein.drainJobs();
  expect([await stateIn(building, there), await stateIn(building, later)]).toEqual([null, null]);
  expect((await building.founder.get(building.path)).json()).toMatchObject({ memberCount: 1 });
});

test('who came in otherwise or was given a role stays; who left or was banned does not come back by rule', async () => {
  const building = await buildBuilding(plein);
  const organisationId = await buildOrganisation();
  const [own, promoted, gone, banned] = [await buildMember(plein), await buildMember(plein), await buildMember(plein), await buildMember(plein)];
  await join(building, own);
  for (const each of [own, promoted, gone, banned]) await employ(each, organisationId);
  await addRule(building, { organisationId });
  const idOf = async (member: TestMember) => plein.db(async (trx) => (await trx.selectFrom('membership').select('id').where('place_id', '=', building.id).where('member_id', '=', member.actorId).executeTakeFirstOrThrow()).id);
  await building.founder.patch(`${building.path}/memberships/${await idOf(promoted)}`, { role: 'moderator' });
  await gone.delete(`${building.path}/memberships/${await idOf(gone)}`);
  await building.founder.patch(`${building.path}/memberships/${await idOf(banned)}`, { state: 'banned' });
  for (const each of [gone, banned]) await employ(each, organisationId);
  expect([await stateIn(building, gone), (await stateIn(building, banned))?.state]).toEqual([null, 'banned']);
  for (const each of [own, promoted]) await employ(each, null);
  expect([(await stateIn(building, own))?.state, (await stateIn(building, promoted))?.role]).toEqual(['active', 'moderator']);
});

test('a group chooses among the members of its building, also of those who come later', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const group = await buildGroup(building, { access: 'hidden' });
  const organisationId = await buildOrganisation();
  const [inside, outside] = [await buildMemberOf(plein, building), await buildMember(plein)];
  for (const each of [inside, outside]) await employ(each, organisationId);
  await addRule(group, { organisationId });
  expect([(await stateIn(group, inside))?.state, await stateIn(group, outside), await stateIn(building, outside)]).toEqual(['active', null, null]);
  await join(building, outside);
  await plein.drainJobs();
  expect((await stateIn(group, outside))?.state).toBe('active');
});

test('rules are for who administers the place, and name something that is there', async () => {
  const building = await buildBuilding(plein);
  const moderator = await buildMemberOf(plein, building, 'moderator');
  const path = `${building.path}/membership-rules`;
  expect((await moderator.get(path)).statusCode).toBe(403);
  expect((await moderator.post(path, { workRole: 'griffier' })).statusCode).toBe(403);
  for (const [body, at] of [[{}, 'organisationId'], [{ organisationId: newId() }, 'organisationId'], [{ themeId: newId() }, 'themeId']] as const) {
    const refused = await building.founder.post(path, body);
    expect(refused.json<{ errors: unknown[] }>().errors).toEqual([expect.objectContaining({ path: at })]);
  }
  await addRule(building, { workRole: 'griffier' });
  expect((await building.founder.post(path, { workRole: 'griffier' })).statusCode).toBe(409);
  expect((await building.founder.get(path)).json()).toMatchObject({ items: [{ workRole: 'griffier', organisation: null, theme: null }] });
});

test('when two themes become one a rule goes on with the one that stays, and nobody leaves; with a deleted theme its rules go', async () => {
  const administrator = await buildMember(plein, { administrator: true });
  const theme = async (name: string) => (await administrator.post('/themes', { name })).json<{ id: string }>().id;
  const [gone, kept] = [await theme(`Afvalbeleid ${newId().slice(-6)}`), await theme(`Grondstoffen ${newId().slice(-6)}`)];
  const building = await buildBuilding(plein, { access: 'closed' });
  const [there, other] = [await buildMember(plein), await buildMember(plein)];
  await there.patch('/me', { portfolio: [gone] });
  await other.patch('/me', { portfolio: [kept] });
  await addRule(building, { themeId: gone });
  // The same rule for both: one is left of them.
  await addRule(building, { themeId: gone, workRole: 'griffier' });
  await addRule(building, { themeId: kept, workRole: 'griffier' });
  expect(await stateIn(building, there)).toMatchObject({ state: 'active' });
  expect(await stateIn(building, other)).toBeNull();

  expect((await administrator.post(`/themes/${gone}/merges`, { into: kept })).statusCode).toBe(200);
  await plein.drainJobs();
  expect(await stateIn(building, there)).toMatchObject({ state: 'active', joined_through: 'rule' });
  expect(await stateIn(building, other)).toMatchObject({ state: 'active', joined_through: 'rule' });
  expect((await building.founder.get(`${building.path}/membership-rules`)).json<{ items: object[] }>().items).toHaveLength(2);
  expect(await toldOf(there)).not.toContain('rule-ended');

  expect((await administrator.delete(`/themes/${kept}`)).statusCode).toBe(204);
  await plein.drainJobs();
  expect((await building.founder.get(`${building.path}/membership-rules`)).json()).toMatchObject({ items: [] });
  expect(await stateIn(building, there)).toBeNull();
});

/** What a person tells of themselves, shared with everybody unless told otherwise. */
async function tell(member: TestMember, change: { workRole?: string | null; portfolio?: string[] }, level = 'public'): Promise<void> {
  const told = await member.patch('/me', { ...change, sharing: { workRole: level, portfolio: level } });
  expect(told.statusCode, told.body).toBe(200);
  await plein.drainJobs();
}

const buildTheme = async (member: TestMember, name: string) => (await member.post('/themes', { name })).json<{ id: string }>().id;
const peopleIn = async (place: TestBuilding) => (await place.founder.get(`${place.path}/membership-rules`)).json<{ items: { people: number }[] }>().items.map(({ people }) => people);

test.each(['kind of work', 'portfolio'] as const)('by %s: who gains it joins, who loses it or stops sharing it leaves, each with a notification', async (trait) => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const group = await buildGroup(building);
  const [there, later] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
  const themeId = await buildTheme(building.founder, `Zonneparken ${newId()}`);
  const gained = trait === 'portfolio' ? { portfolio: [themeId] } : { workRole: 'wethouder' };
  const lost = trait === 'portfolio' ? { portfolio: [] } : { workRole: 'raadslid' };
  await tell(there, gained);
  await addRule(group, trait === 'portfolio' ? { themeId } : { workRole: 'wethouder' });
  expect(await stateIn(group, there)).toMatchObject({ state: 'active', joined_through: 'rule' });
  expect(await stateIn(group, later)).toBeNull();
  await tell(later, gained);
  expect(await stateIn(group, later)).toMatchObject({ state: 'active', joined_through: 'rule' });
  expect(await toldOf(later)).toContain('by-rule');
  await tell(later, lost);
  expect(await stateIn(group, later)).toBeNull();
  expect(await toldOf(later)).toContain('rule-ended');
  await tell(there, {}, 'places');
  expect(await stateIn(group, there)).toBeNull();
  expect(await toldOf(there)).toEqual(expect.arrayContaining(['by-rule', 'rule-ended']));
  expect((await stateIn(building, there))?.state).toBe('active');
});

test('a rule of several traits asks for all of them', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const organisationId = await buildOrganisation();
  const themeId = await buildTheme(building.founder, `Waterkeringen ${newId()}`);
  const [all, some] = [await buildMember(plein), await buildMember(plein)];
  for (const each of [all, some]) await employ(each, organisationId);
  await tell(all, { workRole: 'wethouder', portfolio: [themeId] });
  await tell(some, { workRole: 'wethouder' });
  await addRule(building, { organisationId, workRole: 'wethouder', themeId });
  expect([(await stateIn(building, all))?.state, await stateIn(building, some)]).toEqual(['active', null]);
});

test('each rule says how many people it fits: who is in, and who may come in by it', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const group = await buildGroup(building);
  const organisationId = await buildOrganisation();
  const [inside, outside, left, banned] = [await buildMemberOf(plein, building), await buildMember(plein), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
  for (const each of [inside, outside, left, banned]) await employ(each, organisationId);
  expect((await left.delete(`${building.path}/memberships/${left.membershipId}`)).statusCode).toBe(204);
  expect((await building.founder.patch(`${building.path}/memberships/${banned.membershipId}`, { state: 'banned' })).statusCode).toBe(200);
  const reach = async (query: string) => (await building.founder.get(`${building.path}/membership-rules/reach?${query}`)).json();
  expect([await reach(`organisationId=${organisationId}`), await reach(`organisationId=${organisationId}&workRole=burgemeester`), await reach('')]).toEqual([{ people: 2 }, { people: 0 }, { people: 0 }]);
  expect((await inside.get(`${building.path}/membership-rules/reach?organisationId=${organisationId}`)).statusCode).toBe(403);
  await addRule(building, { organisationId });
  await addRule(building, { organisationId, workRole: 'burgemeester' });
  expect(await peopleIn(building)).toEqual([2, 0]);
  await addRule(group, { organisationId });
  expect(await peopleIn(group)).toEqual([2]);
  expect((await building.founder.get(group.path)).json()).toMatchObject({ memberCount: 3 });
});

test('a rule that is made and removed again and again is told of once a day, and brings in nobody who blocks its maker', async () => {
  const building = await buildBuilding(plein, { access: 'closed' });
  const organisationId = await buildOrganisation();
  const [target, blocking] = [await buildMember(plein), await buildMember(plein)];
  for (const each of [target, blocking]) await employ(each, organisationId);
  expect((await blocking.put(`/people/${building.founder.handle}/block`)).statusCode).toBeLessThan(300);
  for (let time = 0; time < 3; time++) {
    const id = await addRule(building, { organisationId });
    expect([await stateIn(building, target), await stateIn(building, blocking)]).toMatchObject([{ state: 'active' }, null]);
    expect((await building.founder.delete(`${building.path}/membership-rules/${id}`)).statusCode).toBe(204);
    await plein.drainJobs();
  }
  expect((await toldOf(target)).sort()).toEqual(['by-rule', 'rule-ended']);
  expect(await toldOf(blocking)).toEqual([]);
});

test.each([['rules are made', '/buildings/nergens/membership-rules', { workRole: 'wethouder' }, 20], ['merges are proposed', '/merges', { sourceId: newId(), targetId: newId(), name: 'Nergens' }, 10]] as const)('%s so many times an hour', async (_what, path, body, most) => {
  const member = await buildMember(plein);
  for (let time = 0; time < most; time++) expect((await member.post(path, body)).statusCode).toBe(404);
  expect((await member.post(path, body)).statusCode).toBe(429);
});

test('a resident who administers a place is not told how many share a portfolio with civil servants only', async () => {
  const building = await buildBuilding(plein, { access: 'open' });
  const resident = await buildMemberOf(plein, building, 'admin', { staff: false });
  const themeId = (await building.founder.post('/themes', { name: 'Roeiboten' })).json<{ id: string }>().id;
  await tell(await buildMember(plein), { portfolio: [themeId] }, 'staff');
  await tell(await buildMember(plein), { portfolio: [themeId] });
  await addRule(building, { themeId });
  const counted = async (client: TestMember) => (await client.get(`${building.path}/membership-rules`)).json<{ items: { people: number }[] }>().items.map(({ people }) => people);
  expect([await counted(building.founder), await counted(resident)]).toEqual([[2], [1]]);
});
