// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Group } from '../../server/buildings/schemas.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, eventsOf, join, joinGroup, type TestBuilding, type TestGroup } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const slugsIn = async (client: TestClient, building: TestBuilding): Promise<string[]> => {
  const response = await client.get(`${building.path}/groups`);
  return response.statusCode === 200 ? response.json<{ items: Group[] }>().items.map((group) => group.slug) : [String(response.statusCode)];
};
const groupAs = async (client: TestClient, group: TestGroup): Promise<Group> => (await client.get(group.path)).json<Group>();
const stateIn = async (place: TestBuilding, member: TestMember): Promise<string | null> =>
  plein.db(async (trx) => (await trx.selectFrom('membership').select('state').where('place_id', '=', place.id).where('member_id', '=', member.actorId).executeTakeFirst())?.state ?? null);

type Access = 'open' | 'closed' | 'hidden';
const people = ['guest', 'outsider', 'former member', 'member of the building', 'admin of the building', 'member of the group'] as const;

/** What each may: know of it (k), read it (r), see who is in it (m), see when and how much is written (c), join (j), ask (a), administer (x). */
const table: Record<string, Record<(typeof people)[number], string>> = {
  'open in open': { guest: 'krc', outsider: 'krmcj', 'former member': 'krmcj', 'member of the building': 'krmcj', 'admin of the building': 'krmcjx', 'member of the group': 'krmc' },
  'closed in open': { guest: 'k', outsider: 'ka', 'former member': 'ka', 'member of the building': 'ka', 'admin of the building': 'kmax', 'member of the group': 'krmc' },
  'hidden in open': { guest: '', outsider: '', 'former member': '', 'member of the building': '', 'admin of the building': 'kmx', 'member of the group': 'krmc' },
  'closed in closed': { guest: '', outsider: '', 'former member': '', 'member of the building': 'ka', 'admin of the building': 'kmax', 'member of the group': 'krmc' },
  'hidden in closed': { guest: '', outsider: '', 'former member': '', 'member of the building': '', 'admin of the building': 'kmx', 'member of the group': 'krmc' },
  'closed in hidden': { guest: '', outsider: '', 'former member': '', 'member of the building': 'ka', 'admin of the building': 'kmax', 'member of the group': 'krmc' },
  'hidden in hidden': { guest: '', outsider: '', 'former member': '', 'member of the building': '', 'admin of the building': 'kmx', 'member of the group': 'krmc' },
};

describe.each(Object.keys(table))('a group that is %s', (name) => {
  const [access, buildingAccess] = name.split(' in ') as [Access, Access];
  let group: TestGroup;
  let postId: string;
  const who = {} as Record<(typeof people)[number], TestClient>;

  beforeAll(async () => {
    const admin = await buildMember(plein);
    const building = await buildBuilding(plein, { founder: admin, access: buildingAccess });
    const founder = await buildMemberOf(plein, building);
    group = await buildGroup(building, { founder, access });
    const inside = await buildMemberOf(plein, building);
    await joinGroup(group, inside);
    const former = await buildMemberOf(plein, building);
    await joinGroup(group, former);
    await admin.delete(`${building.path}/memberships/${former.membershipId}`);
    postId = (await buildPost(inside, group, { title: 'Voor wie het lezen mag' })).id;
    Object.assign(who, { guest: buildGuest(plein), outsider: await buildMember(plein), 'former member': former, 'member of the building': await buildMemberOf(plein, building), 'admin of the building': admin, 'member of the group': inside });
  });

  test.each(people)('is to a %s what the table says', async (person) => {
    const client = who[person];
    const may = table[name]?.[person] ?? '';
    const one = await client.get(group.path);
    const seen = one.statusCode === 200 ? one.json<Group>() : null;
    const posts = await client.get(`${group.path}/posts`);
    const members = await client.get(`${group.path}/memberships`);
    const found = {
      k: one.statusCode === 200,
      r: posts.statusCode === 200,
      m: members.statusCode === 200,
      c: seen !== null && seen.postCount !== null && seen.lastActivityAt !== null,
      j: seen?.can.join === true,
      a: seen?.can.ask === true,
      x: seen?.can.edit === true && seen.can.manageMembers && seen.can.delete,
    };
    expect(Object.entries(found).filter(([, yes]) => yes).map(([letter]) => letter).join('').split('').sort().join('')).toBe(may.split('').sort().join(''));
    expect([200, 404]).toContain(one.statusCode);
    expect((await slugsIn(client, group.building)).includes(group.slug)).toBe(found.k);
    // What stands in it is read in its feed, in that of its building, on its own, and on the square: everywhere or nowhere.
    const places = [(await client.get(`/posts/${postId}`)).statusCode === 200, found.r, (await idsOf(client, '/feed?scope=square')).includes(postId)];
    const around = await client.get(`${group.building.path}/posts`);
    if (around.statusCode === 200) places.push(around.json<{ items: { id: string }[] }>().items.some(({ id }) => id === postId));
    expect(new Set(places), JSON.stringify(places)).toEqual(new Set([found.r]));
  });
});

describe('starting a group', () => {
  test.each(['closed', 'hidden'] as const)('an open group in a %s building is refused, naming its access', async (access) => {
    const building = await buildBuilding(plein, { access });
    const response = await building.founder.post(`${building.path}/groups`, { slug: 'te-wijd', name: 'Te wijd', access: 'open' });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: unknown[] }>().errors).toEqual([expect.objectContaining({ path: 'access' })]);
    const group = await buildGroup(building);
    expect((await building.founder.patch(group.path, { access: 'open' })).json<{ errors: unknown[] }>().errors).toEqual([expect.objectContaining({ path: 'access' })]);
    expect((await building.founder.get(`${group.path}/access-changes?access=open`)).statusCode).toBe(400);
  });

  test.each([['open', 'closed'], ['open', 'open'], ['closed', 'hidden']] as const)('that members of a %s building come in at once is nothing for one that is %s', async (access, groupAccess) => {
    const building = await buildBuilding(plein, { access });
    const response = await building.founder.post(`${building.path}/groups`, { slug: 'meteen', name: 'Meteen', access: groupAccess, membersMayJoin: true });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: unknown[] }>().errors).toEqual([expect.objectContaining({ path: 'membersMayJoin' })]);
  });

  test('is for civil servants who are members and for who answers for the building', async () => {
    const building = await buildBuilding(plein);
    const wanted = { slug: 'nieuw-groepje', name: 'Nieuw', access: 'open' };
    const resident = await buildMemberOf(plein, building, 'member', { staff: false });
    const moderator = await buildMemberOf(plein, building, 'moderator', { staff: false });
    expect((await (await buildMember(plein)).post(`${building.path}/groups`, wanted)).statusCode).toBe(403);
    expect((await resident.post(`${building.path}/groups`, wanted)).statusCode).toBe(403);
    expect((await buildGuest(plein).post(`${building.path}/groups`, wanted)).statusCode).toBe(401);
    const made = await moderator.post(`${building.path}/groups`, wanted);
    expect(made.statusCode).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1${building.path}/groups/nieuw-groepje`);
    expect(made.json<Group>()).toMatchObject({ slug: 'nieuw-groepje', handle: `${building.slug}.nieuw-groepje`, memberCount: 1, membersMayJoin: false, building: { slug: building.slug }, myMembership: { role: 'admin', state: 'active' } });
    expect((await moderator.post(`${building.path}/groups`, wanted)).statusCode).toBe(409);
  });

  test('the same address is free in another building, and is proposed', async () => {
    const [one, other] = [await buildBuilding(plein), await buildBuilding(plein)];
    await buildGroup(one, { slug: 'bestuur', name: 'Bestuur' });
    await buildGroup(other, { slug: 'bestuur', name: 'Bestuur' });
    expect((await one.founder.get(`${one.path}/groups/slug-proposals?name=Bestuur`)).json()).toEqual({ slug: 'bestuur-2', free: true });
    expect((await one.founder.get(`${one.path}/groups/similar?name=Het%20bestuur`)).json<{ items: { slug: string }[] }>().items.map(({ slug }) => slug)).toEqual(['bestuur']);
  });
});

describe('becoming a member', () => {
  test('of an open group in an open building makes one a member of both: two events, one answer', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building);
    const visitor = await buildMember(plein);
    const joined = await visitor.post(`${group.path}/memberships`);
    expect(joined.statusCode).toBe(201);
    expect(joined.json()).toEqual({ id: expect.any(String), state: 'active' });
    expect([await stateIn(building, visitor), await stateIn(group, visitor)]).toEqual(['active', 'active']);
    for (const place of [building, group]) expect(await eventsOf(plein, place)).toContainEqual(expect.objectContaining({ type: 'MembershipJoined', memberId: visitor.actorId }));
    expect(await groupAs(visitor, group)).toMatchObject({ memberCount: 2, myMembership: { state: 'active' } });
  });

  test('of a closed group is asked for, and its admins answer', async () => {
    const group = await buildGroup(await buildBuilding(plein), { access: 'closed' });
    const visitor = await buildMember(plein);
    const asked = (await visitor.post(`${group.path}/memberships`, { note: 'Ik werk hieraan mee' })).json<{ id: string; state: string }>();
    expect(asked.state).toBe('requested');
    expect(await stateIn(group.building, visitor)).toBe('active');
    expect((await group.founder.patch(`${group.path}/memberships/${asked.id}`, { state: 'active' })).statusCode).toBe(200);
    expect(await stateIn(group, visitor)).toBe('active');
  });

  test('of a closed group in a closed building is at once where the group says so, for members of the building', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building, { membersMayJoin: true });
    const member = await buildMemberOf(plein, building);
    expect((await groupAs(member, group)).can).toMatchObject({ join: true, ask: false, read: false });
    expect((await member.post(`${group.path}/memberships`)).json()).toMatchObject({ state: 'active' });
    expect((await (await buildMember(plein)).post(`${group.path}/memberships`)).statusCode).toBe(404);
  });

  test('is not for who is banned from the building, and a ban from the group stays after leaving the building', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building);
    const member = await buildMemberOf(plein, building);
    const inGroup = await joinGroup(group, member);
    await building.founder.patch(`${group.path}/memberships/${inGroup}`, { state: 'banned' });
    await member.delete(`${building.path}/memberships/${member.membershipId}`);
    await member.post(`${building.path}/memberships`);
    expect((await member.post(`${group.path}/memberships`)).statusCode).toBe(403);
    const other = await buildMemberOf(plein, building);
    await building.founder.patch(`${building.path}/memberships/${other.membershipId}`, { state: 'banned' });
    expect((await other.post(`${group.path}/memberships`)).statusCode).toBe(403);
  });

  test('by invitation brings one into the building too, where it is open or the inviter may let people in', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const founder = await buildMemberOf(plein, building);
    const group = await buildGroup(building, { founder });
    const outsider = await buildMember(plein);
    await expect(joinGroup(group, outsider)).rejects.toThrow(/invitation-unusable/);
    expect(await stateIn(building, outsider)).toBeNull();
    await joinGroup({ ...group, founder: building.founder }, outsider);
    expect([await stateIn(building, outsider), await stateIn(group, outsider)]).toEqual(['active', 'active']);
  });
});

describe('who is no longer in the building', () => {
  test.each(['leaves', 'is removed', 'is banned'])('%s: the groups end in the same step', async (how) => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [group, hidden, asked] = [await buildGroup(building), await buildGroup(building, { access: 'hidden' }), await buildGroup(building)];
    const member = await buildMemberOf(plein, building);
    for (const each of [group, hidden]) await joinGroup(each, member, 'admin');
    await member.post(`${asked.path}/memberships`);
    const post = await buildPost(member, hidden);
    const path = `${building.path}/memberships/${member.membershipId}`;
    const done = how === 'leaves' ? await member.delete(path) : how === 'is removed' ? await building.founder.delete(path) : await building.founder.patch(path, { state: 'banned' });
    expect(done.statusCode).toBeLessThan(300);
    for (const each of [group, hidden, asked]) expect(await stateIn(each, member)).toBeNull();
    for (const each of [group, hidden]) expect(await eventsOf(plein, each)).toContainEqual(expect.objectContaining({ type: 'MembershipEnded', reason: 'building', memberId: member.actorId }));
    expect(await groupAs(building.founder, hidden)).toMatchObject({ memberCount: 1 });
    expect((await member.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await member.get(hidden.path)).statusCode).toBe(404);
  });

  test('the last admin of a group may go: the admins of the building stand in', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const founder = await buildMemberOf(plein, building);
    const group = await buildGroup(building, { founder, access: 'hidden' });
    const member = await buildMemberOf(plein, building);
    const membershipId = await joinGroup(group, member);
    expect((await founder.delete(`${building.path}/memberships/${founder.membershipId}`)).statusCode).toBe(204);
    // Reads nothing of it, and may give it an admin again.
    expect((await building.founder.get(`${group.path}/posts`)).statusCode).toBe(404);
    expect((await building.founder.patch(`${group.path}/memberships/${membershipId}`, { role: 'admin' })).statusCode).toBe(200);
    expect(await groupAs(member, group)).toMatchObject({ can: { edit: true } });
  });
});

describe('when the building changes', () => {
  test('closing it closes its open groups and what is in them, for their own members', async () => {
    const building = await buildBuilding(plein);
    const [open, closed] = [await buildGroup(building), await buildGroup(building, { access: 'closed' })];
    const inBoth = await buildMemberOf(plein, building);
    await joinGroup(open, inBoth);
    const only = await buildMemberOf(plein, building);
    const post = await buildPost(inBoth, open, { tags: ['dicht'] });
    const reply = await buildReply(inBoth, post);
    const staff = await buildPost(inBoth, open, { audience: 'staff' });
    expect((await buildGuest(plein).get(`/posts/${post.id}`)).statusCode).toBe(200);
    const preview = (await building.founder.get(`${building.path}/access-changes?access=closed`)).json<{ groups: number; posts: number }>();
    expect(preview).toMatchObject({ groups: 2, posts: 3 });
    expect((await building.founder.patch(building.path, { access: 'closed' })).statusCode).toBe(200);
    for (const id of [post.id, reply.id, staff.id]) {
      expect((await buildGuest(plein).get(`/posts/${id}`)).statusCode).toBe(404);
      expect((await only.get(`/posts/${id}`)).statusCode).toBe(404);
      expect((await inBoth.get(`/posts/${id}`)).statusCode).toBe(200);
    }
    expect(await readPost(inBoth, staff.id)).toMatchObject({ audience: 'staff' });
    expect(await groupAs(only, open)).toMatchObject({ access: 'closed', membersMayJoin: true, can: { join: true, read: false } });
    expect(await slugsIn(buildGuest(plein), building)).toEqual(['404']);
    expect((await buildGuest(plein).get(closed.path)).statusCode).toBe(404);
    expect((await buildGuest(plein).get(`/tags/dicht/posts`)).json<{ items: unknown[] }>().items).toEqual([]);
  });

  test('opening it shows its closed groups, and lets nobody into them at once', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [closed, hidden] = [await buildGroup(building, { membersMayJoin: true }), await buildGroup(building, { access: 'hidden' })];
    const post = await buildPost(building.founder, closed);
    await building.founder.patch(building.path, { access: 'open' });
    const visitor = await buildMember(plein);
    expect(await slugsIn(visitor, building)).toEqual([closed.slug]);
    expect(await groupAs(visitor, closed)).toMatchObject({ membersMayJoin: false, can: { join: false, ask: true } });
    expect((await visitor.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await visitor.get(hidden.path)).statusCode).toBe(404);
  });

  test('deleted, its groups go along; restored, they come back as they were, but not one that was deleted before', async () => {
    const building = await buildBuilding(plein);
    const [open, hidden, gone] = [await buildGroup(building), await buildGroup(building, { access: 'hidden' }), await buildGroup(building)];
    const member = await buildMemberOf(plein, building);
    for (const each of [open, hidden]) await joinGroup(each, member);
    const posts = { open: await buildPost(member, open), hidden: await buildPost(member, hidden) };
    expect((await building.founder.delete(gone.path)).statusCode).toBe(204);
    expect((await member.get(gone.path)).statusCode).toBe(404);
    plein.clock.advance(1000);
    expect((await building.founder.delete(building.path)).statusCode).toBe(204);
    for (const each of [open, hidden]) expect((await member.get(each.path)).statusCode).toBe(404);
    for (const { id } of Object.values(posts)) expect((await member.get(`/posts/${id}`)).statusCode).toBe(404);
    expect((await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(201);
    expect((await buildGuest(plein).get(`/posts/${posts.open.id}`)).statusCode).toBe(200);
    expect((await buildGuest(plein).get(`/posts/${posts.hidden.id}`)).statusCode).toBe(404);
    expect((await member.get(`/posts/${posts.hidden.id}`)).statusCode).toBe(200);
    expect((await slugsIn(member, building)).sort()).toEqual([open.slug, hidden.slug].sort());
  });
});

describe('posts in a group', () => {
  test('name their group, by either address, and are never wider than it', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building, { access: 'closed' });
    const byField = await building.founder.post(`${building.path}/posts`, { body: 'In de groep', groupSlug: group.slug });
    expect(byField.statusCode).toBe(201);
    expect(byField.json()).toMatchObject({ audience: 'members', building: { id: building.id }, group: { id: group.id, slug: group.slug, name: group.name, url: group.path } });
    expect((await building.founder.post(`${group.path}/posts`, { body: 'Te wijd', audience: 'public' })).json<{ errors: unknown[] }>().errors).toEqual([expect.objectContaining({ path: 'audience' })]);
    const own = await buildPost(building.founder, building);
    expect(own).toMatchObject({ group: null });
    expect(await idsOf(building.founder, `${building.path}/posts`)).toEqual([own.id, byField.json<{ id: string }>().id]);
    expect(await idsOf(building.founder, `${building.path}/posts?groupSlug=${group.slug}`)).toEqual([byField.json<{ id: string }>().id]);
    expect(await idsOf(building.founder, '/feed?scope=mine')).toContain(byField.json<{ id: string }>().id);
  });

  test('are answered, reacted to and pinned by who is in the group, not by other members of the building', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building);
    const [inside, outside] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await joinGroup(group, inside, 'moderator');
    const post = await buildPost(inside, group);
    expect((await readPost(outside, post.id)).can).toMatchObject({ reply: false, react: false, pin: false, edit: false, delete: false });
    expect((await outside.post(`/posts/${post.id}/replies`, { body: 'Ik ook' })).json<{ type: string }>().type).toContain('join-first');
    expect((await outside.put(`/posts/${post.id}/reactions/like`)).statusCode).toBe(403);
    expect((await inside.put(`/posts/${post.id}/pin`)).statusCode).toBe(204);
    expect(await idsOf(inside, `${group.path}/posts?pinned=true`)).toEqual([post.id]);
    expect(await idsOf(inside, `${building.path}/posts?pinned=true`)).toEqual([]);
    await buildReply(inside, post);
    // Who administers the building removes what breaks the rules where they can read.
    expect((await building.founder.delete(`/posts/${post.id}`)).statusCode).toBe(204);
  });

  test('count where they stand, and in the building only as far as everybody may read them', async () => {
    const building = await buildBuilding(plein);
    const [open, hidden] = [await buildGroup(building), await buildGroup(building, { access: 'hidden' })];
    const counts = async (client: TestClient) => (await client.get(building.path)).json<{ postCount: number; lastActivityAt: string; memberCount: number }>();
    const member = await buildMemberOf(plein, building);
    const before = await counts(member);
    plein.clock.advance(60_000);
    await buildPost(building.founder, hidden);
    expect(await counts(member)).toEqual(before);
    const post = await buildPost(building.founder, open);
    expect(await counts(member)).toMatchObject({ postCount: before.postCount, lastActivityAt: post.publishedAt });
    expect((await groupAs(member, open)).postCount).toBe(1);
    const me = (await building.founder.get('/me')).json<{ buildings: { slug: string; groups: { slug: string; unread: number; url: string }[] }[] }>();
    expect(me.buildings.find(({ slug }) => slug === building.slug)?.groups.map(({ slug, url }) => [slug, url]).sort()).toEqual([open, hidden].map(({ slug, path }) => [slug, path]).sort());
  });

  test('are unread for a member of the group until read there', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building);
    const member = await buildMemberOf(plein, building);
    await joinGroup(group, member);
    plein.clock.advance(1000);
    const post = await buildPost(building.founder, group);
    const unread = async () => (await member.get('/me')).json<{ buildings: { slug: string; unread: number; groups: { unread: number }[] }[] }>().buildings.map((each) => [each.unread, ...each.groups.map((inside) => inside.unread)]);
    expect(await unread()).toEqual([[0, 1]]);
    expect((await member.put(`/read-markers/${encodeURIComponent(`group:${building.slug}/${group.slug}`)}`, { postId: post.id })).statusCode).toBe(200);
    expect(await unread()).toEqual([[0, 0]]);
  });

  test('are kept as drafts where they are meant for', async () => {
    const group = await buildGroup(await buildBuilding(plein));
    const id = '0190b0b0-0000-7000-8000-000000000001';
    const saved = await group.founder.put(`/drafts/${id}`, { buildingSlug: group.building.slug, groupSlug: group.slug, kind: 'message', body: 'Nog niet', format: 'markdown' });
    expect(saved.json()).toMatchObject({ buildingSlug: group.building.slug, groupSlug: group.slug, group: { url: group.path } });
  });

  test('tell only who may read them', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building, { access: 'hidden' });
    const [inside, outside] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await joinGroup(group, inside);
    await plein.drainJobs();
    await buildPost(building.founder, group, { body: `Voor @${inside.handle} en @${outside.handle}` });
    await plein.drainJobs();
    const heard = async (client: TestClient) => (await client.get('/notifications')).json<{ items: { kind: string }[] }>().items.filter(({ kind }) => kind === 'mention').length;
    expect([await heard(inside), await heard(outside)]).toEqual([1, 0]);
    const offered = (await inside.get(`/mentions?q=${outside.handle}&building=${building.slug}&group=${group.slug}`)).json<{ items: unknown[] }>().items;
    expect(offered).toEqual([]);
  });
});

test('what a group is asked under another building does not exist', async () => {
  const [one, other] = [await buildBuilding(plein), await buildBuilding(plein)];
  const group = await buildGroup(one);
  for (const path of ['', '/posts', '/memberships']) expect((await one.founder.get(`${other.path}/groups/${group.slug}${path}`)).statusCode).toBe(404);
  expect((await join(one, await buildMember(plein))).length).toBe(36);
});
