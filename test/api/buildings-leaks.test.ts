// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';

/** Stands in every row of the places below; nobody outside may ever be sent it. */
const canary = 'kanarie-7f3e';

let plein: TestPlein;
let closed: TestBuilding;
let hidden: TestBuilding;
let deleted: TestBuilding;
let insider: TestMember;
let ids: { membership: string; invitation: string; request: string };
const outsiders: Record<string, TestClient> = {};

beforeAll(async () => {
  plein = await startPlein();
  const founder = await buildMember(plein);
  closed = await buildBuilding(plein, { founder, slug: 'besloten', name: 'Besloten', access: 'closed' });
  hidden = await buildBuilding(plein, { founder, slug: `verborgen-${canary}`, name: `Verborgen ${canary}`, summary: `Over ${canary}`, access: 'hidden' });
  deleted = await buildBuilding(plein, { founder, slug: `verwijderd-${canary}`, name: `Verwijderd ${canary}`, access: 'open' });
  insider = await buildMember(plein, { name: `Lid ${canary}`, handle: 'gewoon-lid' });
  await join(closed, insider);
  const membership = await join(hidden, insider);
  const request = (await (await buildMember(plein)).post(`${closed.path}/memberships`, { note: canary })).json().id;
  const invitation = (await founder.post(`${hidden.path}/invitations`, { emails: [`${canary}@elders.example`] })).json().items[0].id;
  ids = { membership, invitation, request };
  outsiders['outsider'] = await buildMember(plein);
  outsiders['administrator'] = await buildMember(plein, { administrator: true });
  outsiders['resident'] = await buildMember(plein, { staff: false });
  outsiders['admin of another building'] = (await buildBuilding(plein)).founder;
  for (const kind of ['former member', 'banned member']) {
    const client = await buildMember(plein);
    for (const building of [hidden, closed]) {
      const id = await join(building, client);
      if (kind === 'former member') await client.delete(`${building.path}/memberships/${id}`);
      else await founder.patch(`${building.path}/memberships/${id}`, { state: 'banned' });
    }
    outsiders[kind] = client;
  }
  outsiders['guest'] = buildGuest(plein);
  await founder.delete(`${deleted.path}?name=${encodeURIComponent(deleted.name)}`);
});
afterAll(() => plein.close());

type Surface = [name: string, send: (client: TestClient, path: string) => Promise<{ statusCode: number; body: string }>];

const surfaces: Surface[] = [
  ['the building', (client, path) => client.get(path)],
  ['its settings', (client, path) => client.patch(path, { name: 'Gekaapt' })],
  ['its end', (client, path) => client.delete(`${path}?name=Verborgen%20${canary}`)],
  ['what closing would change', (client, path) => client.get(`${path}/access-changes?access=open`)],
  ['coming back', (client, path) => client.post(`/me/deleted-buildings${path.replace('/buildings', '')}/restorations`)],
  ['its members', (client, path) => client.get(`${path}/memberships`)],
  ['its requests', (client, path) => client.get(`${path}/memberships?state=requested`)],
  ['joining', (client, path) => client.post(`${path}/memberships`, { note: 'hallo' })],
  ['a role', (client, path) => client.patch(`${path}/memberships/${ids.membership}`, { role: 'admin' })],
  ['a membership', (client, path) => client.delete(`${path}/memberships/${ids.membership}`)],
  ['its invitations', (client, path) => client.get(`${path}/invitations`)],
  ['inviting', (client, path) => client.post(`${path}/invitations`, { emails: ['iemand@elders.example'] })],
  ['a link', (client, path) => client.post(`${path}/invitations`, { link: true })],
  ['an invitation', (client, path) => client.delete(`${path}/invitations/${ids.invitation}`)],
];

describe.each(['outsider', 'administrator', 'resident', 'admin of another building', 'former member', 'banned member', 'guest'])('for a(n) %s', (who) => {
  test.each(surfaces)('%s: a hidden, a deleted and an absent building are one answer', async (_name, send) => {
    const client = outsiders[who] as TestClient;
    const absent = await send(client, '/buildings/bestaat-niet');
    expect([401, 404]).toContain(absent.statusCode);
    for (const building of [hidden, deleted]) {
      const answer = await send(client, building.path);
      expect([answer.statusCode, answer.body]).toEqual([absent.statusCode, absent.body]);
    }
  });

  test('nothing anywhere holds the canary', async () => {
    const client = outsiders[who] as TestClient;
    const pages = [
      '/buildings?limit=100', `/buildings?q=${canary}`, `/buildings?q=verborgen&limit=100`, '/buildings?access=hidden', '/buildings?mine=true', '/buildings?sort=name&limit=100',
      '/buildings/similar?name=Verborgen', '/me', '/me/deleted-buildings', `/people/${closed.founder.handle}`, closed.path, `${closed.path}/memberships`, `${closed.path}/memberships?state=requested`,
      `${closed.path}/memberships?q=${canary}`, `${closed.path}/invitations`, '/instance',
    ];
    for (const path of pages) {
      const { body } = await client.get(path);
      expect(body, path).not.toContain(canary);
    }
  });

  test('a closed building tells nothing of its members, requests and invitations', async () => {
    const client = outsiders[who] as TestClient;
    for (const path of ['memberships', 'memberships?state=requested', 'memberships?role=admin', 'invitations']) {
      const [there, absent] = [await client.get(`${closed.path}/${path}`), await client.get(`/buildings/bestaat-niet/${path}`)];
      expect([there.statusCode, there.body]).toEqual([absent.statusCode, absent.body]);
    }
  });
});

describe('an admin of one building', () => {
  test('has no power in another by swapping ids', async () => {
    const mine = await buildBuilding(plein, { access: 'closed' });
    const theirs = await buildBuilding(plein, { access: 'open' });
    const member = await buildMemberOf(plein, theirs);
    const invitation = (await theirs.founder.post(`${theirs.path}/invitations`, { link: true })).json().id;
    const { founder } = mine;
    for (const id of [member.membershipId, ids.membership, ids.request, newId()]) {
      expect((await founder.patch(`${mine.path}/memberships/${id}`, { state: 'banned' })).statusCode).toBe(404);
      expect((await founder.patch(`${mine.path}/memberships/${id}`, { role: 'admin' })).statusCode).toBe(404);
      expect((await founder.delete(`${mine.path}/memberships/${id}`)).statusCode).toBe(404);
    }
    for (const id of [invitation, ids.invitation]) expect((await founder.delete(`${mine.path}/invitations/${id}`)).statusCode).toBe(404);
    expect((await founder.patch(`${theirs.path}/memberships/${member.membershipId}`, { role: 'admin' })).statusCode).toBe(403);
    expect((await founder.delete(`${theirs.path}/memberships/${member.membershipId}`)).statusCode).toBe(403);
    expect((await founder.patch(theirs.path, { access: 'hidden' })).statusCode).toBe(403);
    // A successor from elsewhere would be a stranger in charge.
    const own = (await founder.get(mine.path)).json().myMembership.id;
    await buildMemberOf(plein, mine);
    expect((await founder.delete(`${mine.path}/memberships/${own}?successor=${member.membershipId}`)).statusCode).toBe(400);
    expect((await member.get(theirs.path)).json()).toMatchObject({ myMembership: { role: 'member', state: 'active' } });
  });

  test('takes no field that is not theirs to give', async () => {
    const mine = await buildBuilding(plein, { access: 'closed' });
    const member = await buildMemberOf(plein, mine);
    for (const extra of [{ placeId: hidden.id }, { memberId: newId() }, { audienceId: 1 }, { createdAt: '2020-01-01T00:00:00Z' }]) {
      expect((await mine.founder.patch(`${mine.path}/memberships/${member.membershipId}`, { role: 'moderator', ...extra })).statusCode).toBe(400);
    }
    expect((await mine.founder.patch(`${mine.path}/memberships/${member.membershipId}`, { state: 'invited' })).statusCode).toBe(400);
    expect((await mine.founder.patch(`${mine.path}/memberships/${member.membershipId}`, { role: 'owner' })).statusCode).toBe(400);
  });
});

test('a query that forgets its filter still finds nothing: the database keeps the second lock', async () => {
  const viewer = { actorId: (outsiders['outsider'] as TestMember).actorId, audiences: [1, 2] };
  const seen = await plein.deps.database.asViewer(viewer, async (trx) => ({
    places: await trx.selectFrom('place').select('slug').where('id', 'in', [hidden.id, deleted.id]).execute(),
    names: await trx.selectFrom('actor').select('name').where('id', 'in', [hidden.id, deleted.id]).execute(),
    memberships: await trx.selectFrom('membership').select('id').where('place_id', 'in', [hidden.id, deleted.id, closed.id]).execute(),
    invitations: await trx.selectFrom('invitation').select('id').execute(),
    uses: await trx.selectFrom('invitation_use').select('invitation_id').execute(),
  }));
  expect(seen).toEqual({ places: [], names: [], memberships: [], invitations: [], uses: [] });
});

test('what one step of a command sees beyond its viewer ends with the step', async () => {
  const founder = await buildMember(plein);
  const sent = [founder.post('/buildings', { slug: 'tussendoor', name: 'Tussendoor', summary: '', access: 'hidden' }), ...Array.from({ length: 20 }, () => (outsiders['guest'] as TestClient).get('/buildings?limit=100'))];
  for (const response of (await Promise.all(sent)).slice(1)) expect(response.body).not.toContain('tussendoor');
  expect((await buildGuest(plein).get('/buildings/tussendoor')).statusCode).toBe(404);
});
