// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NotificationItem } from '../../server/notifications/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

interface SettingsAnswer {
  digest: { rhythm: string; hour: number; weekday: number };
  nextDigestAt: string | null;
  timeZone: string;
  quietHours: { from: number; until: number } | null;
  channels: { mail: boolean; push: boolean };
  places: { place: { id: string; name: string; url: string }; building: { name: string } | null; level: string; chosen: string | null }[];
  threads: { post: { id: string; title: string }; place: { name: string }; level: string }[];
}

const settingsOf = async (member: TestMember) => (await member.get('/notification-settings')).json<SettingsAnswer>();
const choose = async (member: TestMember, what: 'places' | 'threads', id: string, level: string) => expect((await member.put(`/notification-settings/${what}/${id}`, { level })).statusCode).toBe(200);

async function told(member: TestMember): Promise<{ kind: string; atOnce: boolean }[]> {
  await plein.drainJobs();
  return plein.db(async (trx) => {
    const rows = await trx.selectFrom('notification').select(['kind', 'due_at']).where('recipient_id', '=', member.actorId).orderBy('created_at').orderBy('id').execute();
    return rows.map((row) => ({ kind: row.kind, atOnce: row.due_at !== null }));
  });
}

describe('settings', () => {
  test('begin with a digest on workdays, at once for what is for me, and no quiet hours', async () => {
    const member = await buildMember(plein);
    expect(await settingsOf(member)).toMatchObject({ digest: { rhythm: 'workdays', hour: 8, weekday: 1 }, timeZone: 'Europe/Amsterdam', quietHours: null, channels: { mail: true, push: true }, places: [], threads: [] });
  });

  test('change one by one; the rest stays, and the next digest is reckoned anew', async () => {
    const member = await buildMember(plein);
    plein.clock.set(new Date('2026-11-24T12:00:00Z'));
    const first = await member.put('/notification-settings', { digest: { rhythm: 'weekly', hour: 17, weekday: 4 }, timeZone: 'America/Paramaribo' });
    expect(first.json()).toMatchObject({ digest: { rhythm: 'weekly', hour: 17, weekday: 4 }, timeZone: 'America/Paramaribo', nextDigestAt: '2026-11-26T20:00:00.000Z' });
    const second = await member.put('/notification-settings', { quietHours: { from: 22, until: 7 }, channels: { push: false } });
    expect(second.json()).toMatchObject({ digest: { rhythm: 'weekly', hour: 17 }, quietHours: { from: 22, until: 7 }, channels: { mail: true, push: false } });
    const third = await member.put('/notification-settings', { quietHours: null, digest: { rhythm: 'never' } });
    expect(third.json()).toMatchObject({ digest: { rhythm: 'never', hour: 17, weekday: 4 }, quietHours: null, nextDigestAt: null });
    expect(await settingsOf(member)).toEqual(third.json());
  });

  test('name the field that cannot be', async () => {
    const member = await buildMember(plein);
    const wrong: [object, string][] = [
      [{ timeZone: 'Europe/Nergens' }, 'timeZone'],
      [{ timeZone: '+02:00' }, 'timeZone'],
      [{ digest: { hour: 24 } }, 'digest/hour'],
      [{ digest: { weekday: 0 } }, 'digest/weekday'],
      [{ digest: { rhythm: 'daily' } }, 'digest/rhythm'],
      [{ quietHours: { from: 8, until: 8 } }, 'quietHours/until'],
      [{ quietHours: { from: 8 } }, 'quietHours'],
      [{ ownerId: member.actorId }, 'ownerId'],
    ];
    for (const [body, path] of wrong) {
      const answer = await member.put('/notification-settings', body);
      expect([answer.statusCode, answer.json<{ errors: { path: string }[] }>().errors.map((each) => each.path).join(' ')], JSON.stringify(body)).toEqual([400, expect.stringContaining(path)]);
    }
    expect((await buildGuest(plein).get('/notification-settings')).statusCode).toBe(401);
  });

  test('list my places by name, each building before its groups, with what I hear of them', async () => {
    const member = await buildMember(plein);
    const building = await buildBuilding(plein, { name: 'Aan de Waterkant' });
    const group = await buildGroup(building, { name: 'Baggeren' });
    const other = await buildBuilding(plein, { name: 'Zonnig Zuid', access: 'closed' });
    await join(building, member);
    await member.post(`${group.path}/memberships`);
    const membershipId = await join(other, member);
    await choose(member, 'places', group.id, 'none');
    await member.put('/notification-settings', { places: [{ placeId: other.id, level: 'all' }] });
    expect((await settingsOf(member)).places).toMatchObject([
      { place: { id: building.id, url: building.path }, building: null, level: 'digest', chosen: null },
      { place: { id: group.id, url: group.path }, building: { name: 'Aan de Waterkant' }, level: 'none', chosen: 'none' },
      { place: { id: other.id }, level: 'all', chosen: 'all' },
    ]);
    expect((await member.delete(`/notification-settings/places/${group.id}`)).statusCode).toBe(204);
    expect((await member.get(`/notification-settings/places/${group.id}`)).json()).toEqual({ level: 'digest', chosen: null });
    // Outside again there is nothing to hear, and the name is not told either.
    await other.founder.delete(`${other.path}/memberships/${membershipId}`);
    expect((await settingsOf(member)).places.map((each) => each.place.name)).toEqual(['Aan de Waterkant', 'Baggeren']);
  });

  test('of a thread win from those of its place, until they are taken back', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building, { kind: 'article', title: 'Het plan' });
    const reply = await buildReply(building.founder, post);
    await choose(member, 'places', building.id, 'mentions');
    expect((await member.get(`/notification-settings/threads/${reply.id}`)).json()).toEqual({ level: 'mentions', chosen: null });
    // By any post of the thread.
    await choose(member, 'threads', reply.id, 'all');
    expect((await member.get(`/notification-settings/threads/${post.id}`)).json()).toEqual({ level: 'all', chosen: 'all' });
    expect((await settingsOf(member)).threads).toMatchObject([{ post: { id: post.id, title: 'Het plan' }, place: { name: building.name }, level: 'all' }]);
    await member.delete(`/notification-settings/threads/${reply.id}`);
    expect((await settingsOf(member)).threads).toEqual([]);
  });
});

describe('a level', () => {
  test.each([
    ['all', [{ kind: 'watched', atOnce: true }, { kind: 'mention', atOnce: true }, { kind: 'reply', atOnce: true }, { kind: 'reply', atOnce: true }]],
    ['mentions', [{ kind: 'mention', atOnce: true }, { kind: 'reply', atOnce: true }]],
    ['digest', [{ kind: 'mention', atOnce: true }, { kind: 'reply', atOnce: true }, { kind: 'reply', atOnce: false }]],
    ['none', []],
  ])('"%s" of a place says what of a post, a mention, an answer to me and one in passing is told', async (level, expected) => {
    const building = await buildBuilding(plein);
    const [member, other] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await choose(member, 'places', building.id, level);
    const mine = await buildPost(member, building);
    const theirs = await buildPost(other, building);
    await buildPost(other, building, { body: `Wat vind jij, @${member.handle}?` });
    await buildReply(member, theirs);
    await buildReply(other, mine);
    await buildReply(other, theirs);
    expect((await told(member)).map((each) => each.kind).sort()).toEqual(expected.map((each) => each.kind).sort());
    expect(await told(member)).toEqual(expect.arrayContaining(expected));
  });

  test('of a group is that of the group and not of its building, and duties are told whatever it is', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building, { access: 'closed' });
    await choose(building.founder, 'places', building.id, 'none');
    const member = await buildMemberOf(plein, building);
    await member.post(`${group.path}/memberships`);
    await choose(building.founder, 'places', group.id, 'none');
    await (await buildMember(plein)).post(`${building.path}/memberships`);
    const kinds = (await told(building.founder)).map((each) => each.kind);
    expect(kinds).toEqual(['request', 'request']);

    const open = await buildBuilding(plein);
    const openGroup = await buildGroup(open);
    const both = await buildMemberOf(plein, open);
    await both.post(`${openGroup.path}/memberships`);
    await choose(both, 'places', open.id, 'all');
    await buildPost(openGroup.founder, openGroup);
    expect(await told(both)).toEqual([]);
    await buildPost(open.founder, open);
    expect(await told(both)).toEqual([{ kind: 'watched', atOnce: true }]);
  });

  test('of a thread lets in what the place keeps out, and keeps out what it lets in', async () => {
    const building = await buildBuilding(plein);
    const [watching, muting] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const post = await buildPost(building.founder, building);
    await plein.drainJobs();
    await choose(watching, 'places', building.id, 'none');
    await choose(watching, 'threads', post.id, 'all');
    await choose(muting, 'places', building.id, 'all');
    await choose(muting, 'threads', post.id, 'none');
    await buildReply(building.founder, post, { body: `Ook voor @${muting.handle}.` });
    expect([await told(watching), await told(muting)]).toEqual([[{ kind: 'watched', atOnce: true }], []]);
  });

  test('waits for the end of quiet hours, on the clock of the person', async () => {
    const building = await buildBuilding(plein);
    const [here, there] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    for (const member of [here, there]) await member.put('/notification-settings', { quietHours: { from: 22, until: 7 } });
    await there.put('/notification-settings', { timeZone: 'America/Paramaribo' });
    plein.clock.set(new Date('2026-11-24T22:30:00Z'));
    await buildPost(building.founder, building, { body: `Nog wakker, @${here.handle} en @${there.handle}?` });
    await plein.drainJobs();
    const dueOf = async ({ actorId }: TestMember) => (await plein.db((trx) => trx.selectFrom('notification').select('due_at').where('recipient_id', '=', actorId).executeTakeFirstOrThrow())).due_at?.toISOString();
    expect(await dueOf(here)).toBe('2026-11-25T06:00:00.000Z');
    expect(await dueOf(there)).toMatch(/^2026-11-24T22:3/);
  });

  test('"all" tells nobody who was put out, who was banned, or who blocked the author', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [staying, removed, banned, blocking] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    for (const member of [staying, removed, banned, blocking]) await choose(member, 'places', building.id, 'all');
    await blocking.put(`/people/${building.founder.handle}/block`);
    await plein.drainJobs();
    await buildPost(building.founder, building);
    await building.founder.delete(`${building.path}/memberships/${removed.membershipId}`);
    await building.founder.patch(`${building.path}/memberships/${banned.membershipId}`, { state: 'banned' });
    const watched = async (member: TestMember) => (await told(member)).filter((each) => each.kind === 'watched').length;
    expect([await watched(staying), await watched(removed), await watched(banned), await watched(blocking), await watched(building.founder)]).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('a thread that was opened', () => {
  const unreadIn = async (member: TestMember, id: string) => (await member.get('/me')).json<{ buildings: { id: string; unread: number }[] }>().buildings.find((each) => each.id === id)?.unread;
  const list = async (member: TestMember) => (await member.get('/notifications?unread=true')).json<{ items: NotificationItem[] }>().items.length;

  test('is read: its notifications, its place in the count, and on every screen', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const [one, two] = [await buildPost(building.founder, building, { body: `Zeg eens, @${member.handle}.` }), await buildPost(building.founder, building)];
    await plein.drainJobs();
    expect([await unreadIn(member, building.id), await list(member)]).toEqual([2, 1]);
    const reply = await buildReply(building.founder, one, { body: `Nog steeds, @${member.handle}.` });
    await plein.drainJobs();

    // From any post in it.
    const answer = await member.put(`/posts/${reply.id}/read`);
    expect(answer.json()).toEqual({ unread: 0, placeId: building.id, placeUnread: 1 });
    expect([await unreadIn(member, building.id), await list(member)]).toEqual([1, 0]);
    const pushed = () => plein.db((trx) => trx.selectFrom('live_update').select('data').where('recipient_id', '=', member.actorId).where('event', '=', 'counters').orderBy('id', 'desc').execute());
    expect((await pushed())[0]?.data).toEqual({ unread: 0, placeId: building.id, placeUnread: 1 });
    const before = (await pushed()).length;
    await member.put(`/posts/${one.id}/read`);
    expect((await pushed()).length).toBe(before);
    expect((await member.put(`/posts/${two.id}/read`)).json()).toMatchObject({ placeUnread: 0 });

    // Only forward.
    const until = () => plein.db((trx) => trx.selectFrom('thread_read').select('post_id').where('owner_id', '=', member.actorId).where('root_id', '=', one.id).executeTakeFirstOrThrow());
    expect((await until()).post_id).toBe(reply.id);
    await building.founder.delete(`/posts/${reply.id}`);
    await member.put(`/posts/${one.id}/read`);
    expect((await until()).post_id).toBe(reply.id);
  });

  test('reading a feed to its end says so on the other screens', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building);
    await member.put(`/read-markers/building:${building.slug}`, { postId: post.id });
    const pushed = await plein.db((trx) => trx.selectFrom('live_update').select('data').where('recipient_id', '=', member.actorId).where('event', '=', 'counters').execute());
    expect(pushed).toMatchObject([{ data: { placeId: building.id, placeUnread: 0 } }]);
  });
});
