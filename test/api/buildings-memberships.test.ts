// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, eventsOf, join, type TestBuilding } from '../support/factories-buildings.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const countOf = async (building: TestBuilding) => (await building.founder.get(building.path)).json<{ memberCount: number }>().memberCount;

const suspend = (member: TestMember) => plein.db((trx) => trx.updateTable('account').set({ suspended_at: plein.clock.now() }).where('id', '=', member.accountId).execute());

/** The count that is kept is the count that is there. */
async function expectCount(building: TestBuilding, expected: number): Promise<void> {
  const { kept, there } = await plein.db(async (trx) => ({
    kept: (await trx.selectFrom('place').select('member_count').where('id', '=', building.id).executeTakeFirstOrThrow()).member_count,
    there: (await trx.selectFrom('membership').select(({ fn }) => fn.countAll<number>().as('n')).where('place_id', '=', building.id).where('state', '=', 'active').executeTakeFirstOrThrow()).n,
  }));
  expect({ kept, there }).toEqual({ kept: expected, there: expected });
}

const items = async (client: TestClient, path: string) => {
  const response = await client.get(path);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: { id: string; member: { handle: string }; role: string; state: string; note: string }[]; next: string | null }>();
};

describe('joining', () => {
  test('an open building is at once, and twice is once', async () => {
    const building = await buildBuilding(plein);
    const resident = await buildMember(plein, { staff: false });
    const first = await resident.post(`${building.path}/memberships`);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json()).toMatchObject({ state: 'active' });
    expect((await resident.post(`${building.path}/memberships`)).json()).toEqual(first.json());
    expect((await resident.get(building.path)).json()).toMatchObject({ memberCount: 2, myMembership: { id: first.json().id, role: 'member', state: 'active' }, can: { join: false, post: true, leave: true, invite: false } });
    expect((await eventsOf(plein, building)).map((each) => each['type'])).toEqual(['BuildingFounded', 'MembershipJoined']);
    expect((await buildGuest(plein).post(`${building.path}/memberships`)).statusCode).toBe(401);
  });

  test('by many at once counts each', async () => {
    const building = await buildBuilding(plein);
    const people = await Promise.all(Array.from({ length: 12 }, () => buildMember(plein)));
    await Promise.all(people.map((each) => each.post(`${building.path}/memberships`)));
    await expectCount(building, 13);
  });

  test('by one person at once is one membership', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMember(plein);
    const answers = await Promise.all(Array.from({ length: 6 }, () => member.post(`${building.path}/memberships`)));
    expect(new Set(answers.map((each) => each.json().id)).size).toBe(1);
    await expectCount(building, 2);
  });

  test('a closed building is asking, and an answer', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const [asker, other] = [await buildMember(plein), await buildMember(plein)];
    const asked = await asker.post(`${building.path}/memberships`, { note: 'Ik werk aan hetzelfde.' });
    expect(asked.json()).toMatchObject({ state: 'requested' });
    expect((await asker.post(`${building.path}/memberships`)).json()).toEqual(asked.json());
    await other.post(`${building.path}/memberships`);
    expect(await countOf(building)).toBe(2);
    expect((await asker.get(building.path)).json()).toMatchObject({ myMembership: { state: 'requested' }, can: { read: false, ask: false } });
    expect((await moderator.get('/me')).json()).toMatchObject({ pendingRequests: 2 });
    expect((await asker.get('/me')).json()).toMatchObject({ pendingRequests: 0, buildings: [] });

    const requests = await items(moderator, `${building.path}/memberships?state=requested`);
    expect(requests.items.map((each) => [each.member.handle, each.note]).sort()).toEqual([[asker.handle, 'Ik werk aan hetzelfde.'], [other.handle, '']].sort());
    const approved = await moderator.patch(`${building.path}/memberships/${asked.json().id}`, { state: 'active' });
    expect(approved.json()).toMatchObject({ state: 'active', role: 'member', member: { handle: asker.handle } });
    const otherId = requests.items.find((each) => each.member.handle === other.handle)?.id;
    expect((await moderator.delete(`${building.path}/memberships/${otherId}`)).statusCode).toBe(204);

    expect((await asker.get(building.path)).json()).toMatchObject({ memberCount: 3, can: { read: true, post: true } });
    expect((await other.get(building.path)).json()).toMatchObject({ myMembership: null, can: { ask: true } });
    expect((await eventsOf(plein, building)).slice(-4)).toMatchObject([
      { type: 'MembershipRequested', memberId: asker.actorId },
      { type: 'MembershipRequested', memberId: other.actorId },
      { type: 'MembershipApproved', memberId: asker.actorId, byId: moderator.actorId },
      { type: 'MembershipRefused', memberId: other.actorId, byId: moderator.actorId },
    ]);
    await expectCount(building, 3);
  });

  test('a request can be taken back, and nobody approves their own', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const asker = await buildMember(plein);
    const { id } = (await asker.post(`${building.path}/memberships`)).json();
    expect((await asker.patch(`${building.path}/memberships/${id}`, { state: 'active' })).statusCode).toBe(404);
    expect((await asker.delete(`${building.path}/memberships/${id}`)).statusCode).toBe(204);
    expect((await asker.get(building.path)).json()).toMatchObject({ myMembership: null });
    await expectCount(building, 1);
  });

  test.each([{ role: 'admin' }, { state: 'active' }, { memberId: 'x' }, { note: 'x'.repeat(501) }])('takes no %j from the one who joins', async (body) => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const asker = await buildMember(plein);
    expect((await asker.post(`${building.path}/memberships`, body)).statusCode).toBe(400);
    expect((await asker.get(building.path)).json()).toMatchObject({ myMembership: null });
  });
});

describe('removing and banning', () => {
  test('a removed member may come back to an open building, a banned one not', async () => {
    const building = await buildBuilding(plein);
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const member = await buildMemberOf(plein, building);
    const at = `${building.path}/memberships`;
    expect((await moderator.delete(`${at}/${member.membershipId}`)).statusCode).toBe(204);
    const back = (await member.post(at)).json();
    expect(back).toMatchObject({ state: 'active' });
    expect((await moderator.patch(`${at}/${back.id}`, { state: 'banned' })).json()).toMatchObject({ state: 'banned' });
    expect((await member.post(at)).statusCode).toBe(403);
    expect((await member.delete(`${at}/${back.id}`)).statusCode).toBe(403);
    expect((await member.get(building.path)).json()).toMatchObject({ myMembership: { state: 'banned' }, can: { read: true, post: false, join: false } });
    expect((await items(moderator, `${at}?state=banned`)).items).toMatchObject([{ id: back.id }]);
    expect((await items(member, at)).items.map((each) => each.id)).not.toContain(back.id);
    await expectCount(building, 2);
    expect((await moderator.delete(`${at}/${back.id}`)).statusCode).toBe(204);
    expect((await member.post(at)).statusCode).toBe(201);
    const told = (await eventsOf(plein, building)).filter((each) => each['type'] === 'MembershipEnded');
    expect(told).toMatchObject([{ reason: 'removed', memberId: member.actorId, byId: moderator.actorId }, { reason: 'banned' }]);
  });

  test('a former member of a closed building knows no more than an outsider', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const member = await buildMemberOf(plein, building);
    expect((await member.get(`${building.path}/memberships`)).statusCode).toBe(200);
    await building.founder.patch(`${building.path}/memberships/${member.membershipId}`, { state: 'banned' });
    expect((await member.get(`${building.path}/memberships`)).statusCode).toBe(404);
    expect((await member.post(`${building.path}/memberships`)).statusCode).toBe(403);
    expect((await member.delete(`${building.path}/memberships/${member.membershipId}`)).statusCode).toBe(404);
    expect((await member.get('/me')).json().buildings).toEqual([]);
    expect((await building.founder.patch(`${building.path}/memberships/${member.membershipId}`, { state: 'active' })).json()).toMatchObject({ state: 'active' });
    expect((await member.get(`${building.path}/memberships`)).statusCode).toBe(200);
  });

  test('moderators have no power over moderators and admins, nor roles to give', async () => {
    const building = await buildBuilding(plein);
    const [moderator, colleague, member] = [await buildMemberOf(plein, building, 'moderator'), await buildMemberOf(plein, building, 'moderator'), await buildMemberOf(plein, building)];
    const founderId = (await building.founder.get(building.path)).json().myMembership.id;
    const at = `${building.path}/memberships`;
    for (const id of [colleague.membershipId, founderId]) {
      expect((await moderator.delete(`${at}/${id}`)).statusCode).toBe(403);
      expect((await moderator.patch(`${at}/${id}`, { state: 'banned' })).statusCode).toBe(403);
      expect((await moderator.patch(`${at}/${id}`, { role: 'member' })).statusCode).toBe(403);
    }
    for (const id of [member.membershipId, moderator.membershipId]) expect((await moderator.patch(`${at}/${id}`, { role: 'admin' })).statusCode).toBe(403);
    expect((await member.patch(`${at}/${member.membershipId}`, { role: 'admin' })).statusCode).toBe(403);
    expect((await member.delete(`${at}/${moderator.membershipId}`)).statusCode).toBe(403);
    expect((await moderator.patch(`${at}/${member.membershipId}`, { state: 'banned', role: 'admin' })).statusCode).toBe(403);
  });
});

describe('the last admin', () => {
  test('leaves only after naming a successor, who is admin from that moment', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const { founder, path } = building;
    const mine = (await founder.get(path)).json().myMembership.id;
    const alone = await founder.delete(`${path}/memberships/${mine}`);
    expect(alone.statusCode).toBe(409);
    expect(alone.json()).toMatchObject({ type: expect.stringMatching(/last-admin$/) });

    const [successor, requester] = [await buildMemberOf(plein, building), await buildMember(plein)];
    expect((await founder.delete(`${path}/memberships/${mine}`)).statusCode).toBe(409);
    for (const nobody of [mine, requester.actorId]) {
      const response = await founder.delete(`${path}/memberships/${mine}?successor=${nobody}`);
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toMatchObject([{ path: 'successor' }]);
    }
    expect((await founder.delete(`${path}/memberships/${mine}?successor=${successor.membershipId}`)).statusCode).toBe(204);
    expect((await successor.get(path)).json()).toMatchObject({ memberCount: 1, myMembership: { role: 'admin' } });
    expect((await founder.get(path)).statusCode).toBe(404);
    expect((await eventsOf(plein, building)).slice(-2)).toMatchObject([{ type: 'RoleChanged', role: 'admin', bySuccession: true, memberId: successor.actorId }, { type: 'MembershipEnded', reason: 'left' }]);
  });

  test('steps down only after naming a successor', async () => {
    const building = await buildBuilding(plein);
    const { founder, path } = building;
    const mine = (await founder.get(path)).json().myMembership.id;
    const member = await buildMemberOf(plein, building);
    expect((await founder.patch(`${path}/memberships/${mine}`, { role: 'moderator' })).statusCode).toBe(409);
    const stepped = await founder.patch(`${path}/memberships/${mine}`, { role: 'moderator', successor: member.membershipId });
    expect(stepped.json()).toMatchObject({ role: 'moderator' });
    expect((await member.get(path)).json()).toMatchObject({ myMembership: { role: 'admin' } });
    expect((await founder.patch(path, { name: 'Nog even' })).statusCode).toBe(403);
  });

  test('is who is left when the others are suspended, and a suspended member succeeds nobody', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const { founder, path } = building;
    const mine = (await founder.get(path)).json().myMembership.id;
    const [second, member, gone] = [await buildMemberOf(plein, building, 'admin'), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await suspend(second);
    await suspend(gone);
    expect((await founder.delete(`${path}/memberships/${mine}`)).statusCode).toBe(409);
    expect((await founder.patch(`${path}/memberships/${mine}`, { role: 'member' })).statusCode).toBe(409);
    for (const nobody of [second, gone]) {
      const response = await founder.delete(`${path}/memberships/${mine}?successor=${nobody.membershipId}`);
      expect(response.statusCode, response.body).toBe(400);
      expect(response.json().errors).toMatchObject([{ path: 'successor' }]);
    }
    expect((await founder.delete(`${path}/memberships/${mine}?successor=${member.membershipId}`)).statusCode).toBe(204);
    expect((await member.get(path)).json()).toMatchObject({ memberCount: 3, myMembership: { role: 'admin' } });
  });

  test('cannot be missed when two admins leave at once', async () => {
    for (let round = 0; round < 5; round++) {
      const building = await buildBuilding(plein);
      const second = await buildMemberOf(plein, building, 'admin');
      await buildMemberOf(plein, building);
      const mine = (await building.founder.get(building.path)).json().myMembership.id;
      const answers = await Promise.all([building.founder.delete(`${building.path}/memberships/${mine}`), second.delete(`${building.path}/memberships/${second.membershipId}`)]);
      expect(answers.map((each) => each.statusCode).sort()).toEqual([204, 409]);
    }
  });

  test('cannot be missed when two admins demote each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const building = await buildBuilding(plein);
      const second = await buildMemberOf(plein, building, 'admin');
      const mine = (await building.founder.get(building.path)).json().myMembership.id;
      const answers = await Promise.all([
        building.founder.patch(`${building.path}/memberships/${second.membershipId}`, { role: 'member' }),
        second.patch(`${building.path}/memberships/${mine}`, { role: 'member' }),
      ]);
      expect(answers.map((each) => each.statusCode).sort()).toEqual([200, 403]);
      const admins = await plein.db((trx) => trx.selectFrom('membership').select('id').where('place_id', '=', building.id).where('role', '=', 'admin').execute());
      expect(admins).toHaveLength(1);
    }
  });

  test('does not ban themselves', async () => {
    const building = await buildBuilding(plein);
    await buildMemberOf(plein, building, 'admin');
    const mine = (await building.founder.get(building.path)).json().myMembership.id;
    expect((await building.founder.patch(`${building.path}/memberships/${mine}`, { state: 'banned' })).statusCode).toBe(403);
  });
});

describe('the list of members', () => {
  test('of an open building is for those who are signed in, of another for members', async () => {
    const [open, closed, hidden] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein, { access: 'hidden' })];
    const outsider = await buildMember(plein, { administrator: true });
    for (const [building, forOutsider] of [[open, 200], [closed, 404], [hidden, 404]] as const) {
      const member = await buildMemberOf(plein, building);
      expect((await outsider.get(`${building.path}/memberships`)).statusCode).toBe(forOutsider);
      expect((await buildGuest(plein).get(`${building.path}/memberships`)).statusCode).toBe(401);
      expect((await items(member, `${building.path}/memberships`)).items.map((each) => each.role)).toEqual(['admin', 'member']);
      expect((await member.get(`${building.path}/memberships?state=requested`)).statusCode).toBe(403);
      expect((await member.get(`${building.path}/memberships?state=banned`)).statusCode).toBe(403);
    }
  });

  test('puts admins first, finds by name and role, and pages', async () => {
    const building = await buildBuilding(plein);
    for (const name of ['Zoë Achteraan', 'Ångström', 'bart de vries', 'Aaf', 'Émile']) await join(building, await buildMember(plein, { name }), name === 'Zoë Achteraan' ? 'moderator' : 'member');
    const at = `${building.path}/memberships`;
    const all = (await items(building.founder, `${at}?limit=100`)).items.map((each) => each.id);
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof items>> = await items(building.founder, `${at}?limit=2${next === null ? '' : `&cursor=${next}`}`);
      paged.push(...page.items.map((each) => each.id));
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(all);
    const names = async (query: string) => (await building.founder.get(`${at}?${query}`)).json().items.map((each: { member: { name: string } }) => each.member.name);
    expect((await names('limit=100')).slice(1)).toEqual(['Zoë Achteraan', 'Aaf', 'Ångström', 'bart de vries', 'Émile']);
    expect(await names('q=emile')).toEqual(['Émile']);
    expect(await names('role=moderator')).toEqual(['Zoë Achteraan']);
    expect((await building.founder.get(`${at}?cursor=${Buffer.from('[1e300,"a","00000000-0000-7000-8000-000000000000"]').toString('base64url')}`)).statusCode).toBe(400);
  });
});

test('a person’s page names the buildings that the viewer may know them to be in', async () => {
  const person = await buildMember(plein);
  const buildings = [await buildBuilding(plein, { access: 'open' }), await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein, { access: 'hidden' })];
  for (const building of buildings) await join(building, person);
  const insider = await buildMember(plein);
  await join(buildings[2] as TestBuilding, insider);
  const seenBy = async (client: TestClient) => (await client.get(`/people/${person.handle}`)).json().buildings.map((each: { access: string }) => each.access).sort();
  expect(await seenBy(person)).toEqual(['closed', 'hidden', 'open']);
  expect(await seenBy(insider)).toEqual(['hidden', 'open']);
  expect(await seenBy(await buildMember(plein))).toEqual(['open']);
  expect(await seenBy(buildGuest(plein))).toEqual([]);
});
