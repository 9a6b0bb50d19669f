// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, joinGroup, type TestBuilding, type TestGroup } from '../support/factories-buildings.ts';
import { buildReport, decideOn, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const header = (kind: string, place: string) => ({ 'plein-view-as': `${kind}; place=${place}` });
const inHeader = (place: TestBuilding | TestGroup) => ('building' in place ? `${place.building.slug}/${place.slug}` : place.slug);
const lookAs = (admin: TestClient, kind: 'outsider' | 'member', place: TestBuilding | TestGroup, path: string) => admin.get(path, header(kind, inHeader(place)));

interface Scene {
  building: TestBuilding;
  /** Of the founder alone. */
  hiddenGroup: TestGroup;
  /** Of the founder and the member. */
  group: TestGroup;
  /** An ordinary member of the building, and nothing else anywhere. */
  ordinary: TestMember;
  /** So, and of the group too. */
  member: TestMember;
  paths: string[];
}

/** A building with all that its admin sees and others do not: things for members and for civil servants, what is hidden, another building of the admin's. */
async function buildScene(access: 'open' | 'closed' | 'hidden'): Promise<Scene> {
  const founder = await buildMember(plein, { staff: true });
  const building = await buildBuilding(plein, { access, founder });
  const member = await buildMemberOf(plein, building);
  const ordinary = await buildMemberOf(plein, building);
  const group = await buildGroup(building, { access: 'closed' });
  const hiddenGroup = await buildGroup(building, { access: 'hidden' });
  await joinGroup(group, member);
  const elsewhere = await buildBuilding(plein, { access: 'closed', founder });
  const places = [building, group, hiddenGroup, elsewhere];
  const posts = [];
  for (const place of places) posts.push(await buildPost(founder, place, { audience: 'members' }));
  if (access === 'open') posts.push(await buildPost(founder, building, { audience: 'public' }), await buildPost(founder, building, { audience: 'staff' }));
  const held = await buildPost(await buildMemberOf(plein, building), building, { audience: 'members' });
  await buildReport(ordinary, { postId: held.id });
  await decideOn(founder, (await queueOf(founder, building))[0]?.id, 'hide');
  const [first] = posts;
  if (first === undefined) throw new Error('no post');
  await buildReply(founder, first);
  await founder.put(`/posts/${first.id}/reactions/like`);
  await founder.put(`/posts/${first.id}/bookmark`);
  await founder.put(`/posts/${first.id}/pin`);
  await plein.drainJobs();
  const ofPlace = (path: string) => ['', '/memberships', '/memberships?state=requested', '/posts', '/posts?pinned=true', '/merged'].map((part) => `${path}${part}`);
  const ofPost = (id: string) => ['', '/replies', '/revisions', '/reactions'].map((part) => `/posts/${id}${part}`);
  const paths = [...places.flatMap(({ path }) => ofPlace(path)), `${building.path}/groups`, `${building.path}/house-rules`, ...[...posts, held].flatMap(({ id }) => ofPost(id))];
  return { building, hiddenGroup, group, ordinary, member, paths };
}

/** Whose membership it is stands in an answer once, as an id that belongs to nobody else. */
const without = (body: string) => body.replace(/("myMembership":\{"id":")[^"]*/g, '$1');

describe.each(['open', 'closed', 'hidden'] as const)('%s building', (access) => {
  test('an outsider’s view is what a visitor gets, byte for byte', async () => {
    const { building, paths } = await buildScene(access);
    const visitor = buildGuest(plein);
    for (const path of paths) {
      const [real, seen] = [await visitor.get(path), await lookAs(building.founder, 'outsider', building, path)];
      expect([seen.statusCode, seen.body], path).toEqual([real.statusCode, real.body]);
    }
  });

  test('a member’s view is what an ordinary member gets, byte for byte', async () => {
    const { building, ordinary, paths } = await buildScene(access);
    for (const path of paths) {
      const [real, seen] = [await ordinary.get(path), await lookAs(building.founder, 'member', building, path)];
      expect([seen.statusCode, without(seen.body)], path).toEqual([real.statusCode, without(real.body)]);
    }
  });

  test('so is the view of a group', async () => {
    const { building, group, member, paths } = await buildScene(access);
    for (const path of paths) {
      const [real, seen] = [await member.get(path), await lookAs(building.founder, 'member', group, path)];
      expect([seen.statusCode, without(seen.body)], path).toEqual([real.statusCode, without(real.body)]);
    }
  });
});

test('of an admin who is a resident the member is one too', async () => {
  const founder = await buildMember(plein);
  const building = await buildBuilding(plein, { founder });
  const admin = await buildMemberOf(plein, building, 'admin', { staff: false });
  const member = await buildMemberOf(plein, building, 'member', { staff: false });
  const forStaff = await buildPost(founder, building, { audience: 'staff' });
  for (const path of [`${building.path}/posts`, `/posts/${forStaff.id}`, building.path]) {
    const [real, seen] = [await member.get(path), await lookAs(admin, 'member', building, path)];
    expect([seen.statusCode, without(seen.body)], path).toEqual([real.statusCode, without(real.body)]);
  }
});

test('who does not administer the place is refused, and a place that one may not know of stays absent', async () => {
  const { building, hiddenGroup, group, member } = await buildScene('closed');
  const hidden = await buildBuilding(plein, { access: 'hidden' });
  const people = { visitor: buildGuest(plein), outsider: await buildMember(plein), administrator: await buildMember(plein, { administrator: true }), member, moderator: await buildMemberOf(plein, building, 'moderator') };
  for (const [name, person] of Object.entries(people)) {
    for (const kind of ['outsider', 'member'] as const) {
      expect((await lookAs(person, kind, building, building.path)).statusCode, `${name} as ${kind}`).toBe(name === 'visitor' ? 401 : 403);
      for (const place of [hidden, hiddenGroup]) {
        const answer = await lookAs(person, kind, place, building.path);
        const absent = await person.get(building.path, header(kind, 'dat-is-er-niet'));
        expect([answer.statusCode, answer.body], `${name} as ${kind}`).toEqual([name === 'visitor' ? 401 : 404, absent.body]);
      }
    }
  }
  const suspended = await buildMemberOf(plein, building, 'admin');
  await plein.db((trx) => trx.updateTable('membership').set({ suspended_until: new Date(plein.clock.now().getTime() + 86_400_000) }).where('id', '=', suspended.membershipId).execute());
  expect((await lookAs(suspended, 'member', building, building.path)).statusCode).toBe(403);
  expect((await lookAs(group.founder, 'member', group, group.path)).statusCode).toBe(200);
});

test('an admin of the building reads in no group as a member of which they are none', async () => {
  const { building, group } = await buildScene('closed');
  const admin = await buildMemberOf(plein, building, 'admin');
  for (const path of [`${group.path}/posts`, group.path]) expect((await lookAs(admin, 'member', group, path)).statusCode, path).toBe(403);
  // Nor does it open one of their places by way of another.
  expect((await lookAs(admin, 'outsider', group, `${group.path}/posts`)).statusCode).toBe(404);
  expect((await lookAs(building.founder, 'member', building, `${group.path}/posts`)).statusCode).toBe(404);
});

test('it is for looking only: every change is refused, nothing that is one’s own is read, and nothing is written', async () => {
  const { building } = await buildScene('open');
  const { founder } = building;
  const post = await buildPost(founder, building);
  const seen = async () => plein.db(async (trx) => ({
    sessions: await trx.selectFrom('session').select('last_seen_at').where('account_id', '=', founder.accountId).execute(),
    markers: await trx.selectFrom('read_marker').select(['updated_at']).where('owner_id', '=', founder.actorId).execute(),
    events: (await trx.selectFrom('event').select('id').execute()).length,
  }));
  plein.clock.advance(3_600_000);
  const before = await seen();
  const as = header('member', building.slug);
  for (const [method, path, body] of [
    ['POST', `${building.path}/posts`, { body: 'Als lid' }], ['PUT', `/posts/${post.id}/reactions/like`], ['DELETE', `/posts/${post.id}`], ['PATCH', building.path, { name: 'Anders' }],
    ['PUT', `/read-markers/building:${building.slug}`, { postId: post.id }], ['POST', '/reports', { postId: post.id, reason: 'spam' }], ['POST', '/sessions', { email: founder.email, password: 'onbekend' }],
  ] as const) {
    const refused = await founder.send(method, `/api/v1${path}`, body, as);
    expect([refused.statusCode, refused.json<{ type: string }>().type], `${method} ${path}`).toEqual([403, '/problems/forbidden']);
    expect(refused.body).toContain('Stop daarmee');
  }
  for (const path of ['/me', '/notifications', '/drafts', '/feed?scope=mine', '/search?q=bericht', `${building.path}/invitations`, `${building.path}/membership-rules`]) expect((await founder.get(path, as)).statusCode, path).toBe(403);
  expect((await founder.get(`${building.path}/posts`, as)).statusCode).toBe(200);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await seen()).toEqual(before);
  for (const wrong of ['', 'member', 'admin; place=x', `member; place=${building.slug}/a/b`, `member; place=${'x'.repeat(101)}`]) expect((await founder.get(building.path, { 'plein-view-as': wrong })).statusCode, wrong).toBe(400);
});
