// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, lookUp, standing, uriOf } from '../support/factories-federation.ts';
import { buildMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let home: OpenPlein;
let here: OpenPlein;

beforeAll(async () => {
  [home, here] = await Promise.all([startOpenPlein(), startOpenPlein()]);
});
afterAll(async () => {
  await Promise.all([home.close(), here.close()]);
});

const notifications = async (plein: OpenPlein, actorId: string) =>
  (await plein.db((trx) => trx.selectFrom('notification').select('kind').where('recipient_id', '=', actorId).execute())).map((row) => row.kind);

describe('joining a place of another instance', () => {
  test('an open building takes somebody in at once, and they are told', async () => {
    const building = await buildBuilding(home, { name: 'Omgevingswet' });
    const member = await buildMember(here);
    const replica = await joinElsewhere(here, home, building, member);
    expect(await standing(home, building.id, uriOf(here, member))).toBe('active');
    const seen = await member.get(replica.path);
    expect(seen.json()).toMatchObject({ name: 'Omgevingswet', myMembership: { state: 'active' }, can: { post: true, moderate: false, edit: false, invite: false } });
    await until(() => notifications(here, member.actorId), (kinds) => kinds.includes('approved'));
  });

  test('at a closed building they ask, with a note, and an admin answers on the screen for requests', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    await allow(home, building, here);
    const member = await buildMember(here);
    const replica = await lookUp(here, home, building);
    await member.post(`${replica.path}/memberships`, { note: 'Ik werk aan hetzelfde.' });
    await until(() => standing(home, building.id, uriOf(here, member)), (state) => state === 'requested');
    const requests = await building.founder.get(`${building.path}/memberships?state=requested`);
    const [request] = requests.json<{ items: { id: string; note: string; member: { handle: string } }[] }>().items;
    expect(request).toMatchObject({ note: 'Ik werk aan hetzelfde.', member: { handle: `${member.handle}@${here.host}` } });
    expect(await standing(here, replica.id, uriOf(here, member))).toBe('requested');
    await building.founder.post(`${building.path}/memberships/${request?.id}/answers`, { outcome: 'refused' });
    await until(() => standing(here, replica.id, uriOf(here, member)), (state) => state === null);
    await until(() => notifications(here, member.actorId), (kinds) => kinds.includes('refused'));
  });

  test('of an instance that is blocked here is refused here, as nothing goes there', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    await building.founder.put(`${building.path}/allowed-instances/${here.host}`);
    const member = await buildMember(here);
    const replica = await lookUp(here, home, building);
    await here.db((trx) => trx.insertInto('peer_block').values({ domain: home.host, reason: '', by_id: member.actorId, created_at: new Date() }).execute());
    try {
      await member.post(`${replica.path}/memberships`, {});
      await until(() => standing(here, replica.id, uriOf(here, member)), (state) => state === null);
      await until(() => notifications(here, member.actorId), (kinds) => kinds.includes('refused'));
    } finally {
      await here.db((trx) => trx.deleteFrom('peer_block').execute());
    }
  });

  test('an instance that the admins did not name is refused at once', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    const member = await buildMember(here);
    const replica = await lookUp(here, home, building);
    await member.post(`${replica.path}/memberships`, {});
    await until(() => standing(here, replica.id, uriOf(here, member)), (state) => state === null);
    expect(await standing(home, building.id, uriOf(here, member))).toBeNull();
  });

  test('a hidden building can be asked by who has its address, if their instance was named; to others it is not there', async () => {
    const building = await buildBuilding(home, { access: 'hidden', name: 'Verborgen onderzoek' });
    await expect(lookUp(here, home, building)).rejects.toMatchObject({ reason: 'not-found' });
    await allow(home, building, here);
    const [member, other] = [await buildMember(here), await buildMember(here)];
    const replica = await joinElsewhere(here, home, building, member);
    expect((await member.get(replica.path)).json()).toMatchObject({ name: 'Verborgen onderzoek', access: 'hidden' });
    expect((await other.get(replica.path)).statusCode).toBe(404);
  });

  test('who leaves is no member at home either', async () => {
    const building = await buildBuilding(home);
    const member = await buildMember(here);
    const replica = await joinElsewhere(here, home, building, member);
    const { myMembership } = (await member.get(replica.path)).json<{ myMembership: { id: string } }>();
    expect((await member.delete(`${replica.path}/memberships/${myMembership.id}`)).statusCode).toBe(204);
    await until(() => standing(home, building.id, uriOf(here, member)), (state) => state === null);
  });

  test('who takes a request back does not stand among the requests at home', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    await allow(home, building, here);
    const member = await buildMember(here);
    const replica = await lookUp(here, home, building);
    const { id } = (await member.post(`${replica.path}/memberships`, {})).json<{ id: string }>();
    await until(() => standing(home, building.id, uriOf(here, member)), (state) => state === 'requested');
    await member.delete(`${replica.path}/memberships/${id}`);
    await until(() => standing(home, building.id, uriOf(here, member)), (state) => state === null);
  });

  test('somebody of elsewhere is a member, and is given no role that they could not use from there', async () => {
    const building = await buildBuilding(home);
    const member = await buildMember(here);
    await joinElsewhere(here, home, building, member);
    const { items } = (await building.founder.get(`${building.path}/memberships`)).json<{ items: { id: string; member: { handle: string } }[] }>();
    const theirs = `${building.path}/memberships/${items.find((each) => each.member.handle.includes('@'))?.id}`;
    for (const role of ['moderator', 'admin']) {
      const answer = await building.founder.patch(theirs, { role });
      expect(answer.json(), answer.body).toMatchObject({ status: 400, errors: [{ path: 'role' }] });
    }
    expect((await building.founder.patch(theirs, { role: 'member' })).json()).toMatchObject({ role: 'member' });
  });

  test('who is removed at home is out here, is told, and finds nothing kept', async () => {
    const building = await buildBuilding(home, { access: 'closed' });
    await allow(home, building, here);
    const member = await buildMember(here);
    const replica = await joinElsewhere(here, home, building, member);
    const { id } = await home.db((trx) => trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').select('m.id').where('a.uri', '=', uriOf(here, member)).where('m.place_id', '=', building.id).executeTakeFirstOrThrow());
    expect((await building.founder.delete(`${building.path}/memberships/${id}`)).statusCode).toBe(204);
    await until(() => here.db((trx) => trx.selectFrom('place').select('id').where('id', '=', replica.id).executeTakeFirst()), (found) => found === undefined);
    await until(() => notifications(here, member.actorId), (kinds) => kinds.includes('removed'));
    expect((await member.get(replica.path)).json()).toMatchObject({ myMembership: null });
  });
});
