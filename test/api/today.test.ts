// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Today } from '../../server/today/schemas.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, joinGroup, type TestBuilding } from '../support/factories-buildings.ts';
import { buildReport } from '../support/factories-moderation.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { openSocket } from '../support/socket.ts';
import { statementsSent } from '../support/statements-sent.ts';
import { until } from '../support/until.ts';

let plein: TestPlein;
let address: string;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  address = await plein.listen();
});
afterAll(() => plein.close());

async function todayOf(member: TestMember): Promise<Today> {
  await plein.drainJobs();
  const response = await member.get('/today');
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Today>();
}

async function readAll(member: TestMember, body: Record<string, unknown>): Promise<{ id: string; undoUntil: string; unreadNotifications: number }> {
  const response = await member.post('/today/read', body);
  expect(response.statusCode, response.body).toBe(201);
  return response.json();
}

const undo = async (member: TestMember, id: string) => (await member.delete(`/today/read/${id}`)).statusCode;
const setLevel = async (member: TestMember, of: string, level: string) => expect((await member.put(`/notification-settings/${of}`, { level })).statusCode).toBe(200);

/** What stands in it, as short as can be compared. */
const shown = ({ asks, forMe, threads, places, square }: Today) => ({
  asks: asks.map((ask) => ask.kind),
  forMe: forMe.map((line) => line.post?.id ?? line.kind),
  threads: threads.map((line) => line.post?.id),
  places: places.map(({ place, unread, posts }) => [place.slug, unread, posts.map((post) => post.id)]),
  square: square.map((each) => each.post?.id ?? each.building?.slug),
});
const nothing = { asks: [], forMe: [], threads: [], places: [], square: [] };

/** The number beside a place in the rail. */
async function beside(member: TestMember, place: { id: string }): Promise<number> {
  const { buildings } = (await member.get('/me')).json<{ buildings: { id: string; unread: number; groups: { id: string; unread: number }[] }[] }>();
  return buildings.flatMap((building) => [building, ...building.groups]).find((each) => each.id === place.id)?.unread ?? -1;
}

/** Somebody for whom nothing is new on the square. */
async function memberOf(...places: TestBuilding[]): Promise<TestMember> {
  const member = await buildMember(plein);
  for (const place of places) await join(place, member);
  await readAll(member, { upTo: plein.clock.now().toISOString() });
  return member;
}

describe('what stands where', () => {
  test('in order of meaning, and each thing once', async () => {
    const mine = await buildBuilding(plein, { access: 'closed' });
    const member = await memberOf(mine);
    const other = await buildMemberOf(plein, mine);
    const { path } = mine;
    const { id } = (await mine.founder.get(`${path}/memberships?limit=100`)).json<{ items: { id: string; member: { handle: string } }[] }>().items.find((each) => each.member.handle === member.handle) ?? expect.fail('no membership');
    expect((await mine.founder.patch(`${path}/memberships/${id}`, { role: 'moderator' })).statusCode).toBe(200);
    await todayOf(member);
    await readAll(member, { upTo: plein.clock.now().toISOString() });

    const asking = await buildMember(plein);
    expect((await asking.post(`${path}/memberships`, { note: 'Mag ik meedoen?' })).statusCode).toBe(201);
    const written = await buildPost(member, mine, { title: 'Wie helpt mee?', body: 'Ik zoek iemand.' });
    const answer = await buildReply(other, written);
    const naming = await buildPost(other, mine, { body: `Kijk eens, @${member.handle}` });
    const more = [];
    for (let index = 0; index < 4; index++) more.push(await buildPost(other, mine, { body: `Nieuws ${index} uit de wijk` }));
    await buildReport(mine.founder, { postId: more[0]?.id ?? '' });
    const elsewhere = await buildBuilding(plein);
    const open = await buildPost(elsewhere.founder, elsewhere, { audience: 'public', title: 'Iedereen welkom', body: 'Kom langs op vrijdag.' });

    const today = await todayOf(member);
    expect(shown(today)).toEqual({
      asks: ['reports', 'requests'],
      forMe: [naming.id],
      threads: [answer.id],
      places: [[mine.slug, 5, [more[3]?.id, more[2]?.id, more[1]?.id]]],
      square: [open.id, elsewhere.slug],
    });
    expect(today.asks).toMatchObject([{ count: 1, isNew: true, place: { slug: mine.slug }, url: `${path}/moderation` }, { count: 1, isNew: true, actor: { handle: asking.handle }, url: `${path}/members` }]);
    expect(today.threads[0]).toMatchObject({ kind: 'reply', post: { rootId: written.id, title: 'Wie helpt mee?' }, actor: { handle: other.handle } });
    expect(today.places[0]?.posts[0]).toMatchObject({ excerpt: 'Nieuws 3 uit de wijk', author: { handle: other.handle }, url: `/posts/${more[3]?.id}` });
    expect(today.square[0]?.post).toMatchObject({ title: 'Iedereen welkom', excerpt: 'Kom langs op vrijdag.', place: { slug: elsewhere.slug } });
    // The numbers are those beside the bell and in the rail.
    expect((await member.get('/me')).json()).toMatchObject({ unreadNotifications: today.unreadNotifications });
    expect(await beside(member, mine)).toBe(5);
  });

  test('a thread in which one is named and answered is one line', async () => {
    const mine = await buildBuilding(plein);
    const member = await memberOf(mine);
    const other = await buildMemberOf(plein, mine);
    const root = await buildPost(member, mine);
    await buildReply(other, root);
    await buildReply(other, root, { body: `Toch, @${member.handle}?` });
    await buildReply(other, root);
    const { forMe, threads } = await todayOf(member);
    expect(threads).toEqual([]);
    expect(forMe).toMatchObject([{ kind: 'mention', answers: 2, post: { rootId: root.id } }]);
    expect((await member.post('/notifications/read', { ids: forMe[0]?.notificationIds })).json()).toEqual({ unread: 0 });
    expect(shown(await todayOf(member))).toEqual(nothing);
  });

  test('what waits for an answer stays until it is given, and is quiet once it was read', async () => {
    const mine = await buildBuilding(plein, { access: 'closed' });
    const asking = await buildMember(plein);
    await readAll(mine.founder, { upTo: plein.clock.now().toISOString() });
    await asking.post(`${mine.path}/memberships`, {});
    const { asks, upTo } = await todayOf(mine.founder);
    expect(asks).toMatchObject([{ kind: 'requests', isNew: true }]);
    await readAll(mine.founder, { upTo });
    expect((await todayOf(mine.founder)).asks).toMatchObject([{ kind: 'requests', isNew: false, count: 1 }]);
    const { items } = (await mine.founder.get(`${mine.path}/memberships?state=requested`)).json<{ items: { id: string }[] }>();
    expect((await mine.founder.post(`${mine.path}/memberships/${items[0]?.id}/answers`, { outcome: 'approved' })).statusCode).toBeLessThan(300);
    expect((await todayOf(mine.founder)).asks).toEqual([]);
  });

  test('a question to a portfolio waits until one answers, or until another did and one has seen it', async () => {
    const asker = await buildMember(plein);
    const theme = (await asker.post('/themes', { name: 'Waterkering' })).json<{ id: string }>();
    const [one, two] = [await memberOf(), await memberOf()];
    for (const holder of [one, two]) expect((await holder.patch('/me', { portfolio: [theme.id] })).statusCode).toBe(200);
    const { post } = (await asker.post('/asked-questions', { theme: 'waterkering', body: 'Wie heeft een dijk?' })).json<{ post: { id: string } }>();
    expect((await todayOf(one)).asks).toMatchObject([{ kind: 'question', theme: 'Waterkering', post: { id: post.id, excerpt: 'Wie heeft een dijk?' }, isNew: true }]);
    expect(shown(await todayOf(one)).square).toEqual([]);
    await buildReply(one, post);
    expect((await todayOf(one)).asks).toEqual([]);
    const { asks, upTo } = await todayOf(two);
    expect(asks).toMatchObject([{ kind: 'question' }]);
    await readAll(two, { upTo });
    expect((await todayOf(two)).asks).toEqual([]);
  });

  test('a merge that is proposed waits for who is to agree', async () => {
    const [source, target] = [await buildBuilding(plein), await buildBuilding(plein)];
    await readAll(target.founder, { upTo: plein.clock.now().toISOString() });
    await join(target, source.founder);
    expect((await source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name })).statusCode).toBe(201);
    expect((await todayOf(target.founder)).asks).toMatchObject([{ kind: 'merge', from: { slug: source.slug }, place: { slug: target.slug }, isNew: true }]);
    expect((await todayOf(source.founder)).asks).toEqual([]);
  });

  test('a group stands by itself, with the building it is in', async () => {
    const building = await buildBuilding(plein);
    const group = await buildGroup(building);
    const member = await memberOf(building);
    await joinGroup(group, member);
    await buildPost(building.founder, group, { audience: 'members' });
    expect((await todayOf(member)).places).toMatchObject([{ place: { id: group.id, url: group.path }, inside: { id: building.id }, unread: 1 }]);
    expect(await beside(member, group)).toBe(1);
    expect(await beside(member, building)).toBe(0);
  });
});

test('what one follows stands with one\'s conversations, opened or not in one\'s places', async () => {
  const mine = await buildBuilding(plein);
  const member = await memberOf(mine);
  const followed = await buildPost(mine.founder, mine);
  await setLevel(member, `threads/${followed.id}`, 'all');
  // Opened before the queue came to telling of it.
  await member.put(`/posts/${followed.id}/read`);
  expect(shown(await todayOf(member))).toEqual(nothing);
  const answer = await buildReply(mine.founder, followed);
  await setLevel(member, `places/${mine.id}`, 'all');
  const told = await buildPost(mine.founder, mine);
  expect(shown(await todayOf(member))).toEqual({ ...nothing, threads: [told.id, answer.id], places: [[mine.slug, 1, []]] });
  // Opening a thread is reading it, on the bell and beside the place too.
  expect((await member.put(`/posts/${told.id}/read`)).json()).toMatchObject({ unread: 1, placeUnread: 0 });
  expect(shown(await todayOf(member))).toEqual({ ...nothing, threads: [answer.id] });
  expect(await beside(member, mine)).toBe(0);
});

describe('what is left out', () => {
  test('places of which one wants to hear nothing, and silenced threads', async () => {
    const [quiet, loud] = [await buildBuilding(plein), await buildBuilding(plein)];
    const member = await memberOf(quiet, loud);
    const socket = await openSocket(address, member);
    await socket.subscribe('me');
    await setLevel(member, `places/${quiet.id}`, 'none');
    await until(() => socket.frames.some((frame) => frame.event === 'read.changed'), (heard) => heard);
    socket.ws.terminate();
    await buildPost(quiet.founder, quiet);
    const silenced = await buildPost(loud.founder, loud);
    await setLevel(member, `threads/${silenced.id}`, 'none');
    const heard = await buildPost(loud.founder, loud);
    expect(shown(await todayOf(member))).toEqual({ ...nothing, places: [[loud.slug, 1, [heard.id]]] });
    expect([await beside(member, quiet), await beside(member, loud)]).toEqual([0, 1]);
  });

  test('whom one blocked or muted, what was deleted, and what one may no longer read', async () => {
    const [mine, other] = [await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein, { access: 'hidden' })];
    const member = await memberOf(mine, other);
    const [blocked, muted] = [await buildMemberOf(plein, mine), await buildMemberOf(plein, mine)];
    for (const each of [blocked, muted]) await buildPost(each, mine, { body: `Hallo @${member.handle}` });
    expect((await todayOf(member)).unreadNotifications).toBe(2);
    await member.put(`/people/${blocked.handle}/block`);
    await member.put(`/people/${muted.handle}/mute`);
    const gone = await buildPost(mine.founder, mine);
    await buildPost(other.founder, other, { body: `Dag @${member.handle}` });
    expect((await todayOf(member)).unreadNotifications).toBe(1);
    expect(shown(await todayOf(member)).places).toEqual([[other.slug, 1, []], [mine.slug, 1, [gone.id]]]);
    await mine.founder.delete(`/posts/${gone.id}`);
    const { items } = (await other.founder.get(`${other.path}/memberships`)).json<{ items: { id: string; member: { handle: string } }[] }>();
    expect((await other.founder.delete(`${other.path}/memberships/${items.find((each) => each.member.handle === member.handle)?.id}`)).statusCode).toBeLessThan(300);
    const after = await todayOf(member);
    expect({ ...shown(after), forMe: after.forMe.map((line) => line.kind).filter((kind) => kind === 'mention') }).toEqual(nothing);
    expect([await beside(member, mine), await beside(member, other)]).toEqual([0, -1]);
  });
});

test('who is new finds what is going on, and where to look around', async () => {
  const place = await buildBuilding(plein, { summary: 'Voor iedereen' });
  const post = await buildPost(place.founder, place, { audience: 'public' });
  const newcomer = await buildMember(plein);
  const { ahead, square, ...today } = await todayOf(newcomer);
  expect(today).toMatchObject({ asks: [], forMe: [], threads: [], places: [], unreadNotifications: 0 });
  expect(square[0]?.post?.id).toBe(post.id);
  expect(ahead).toMatchObject({ isMember: false, timeZone: 'Europe/Amsterdam' });
  expect(Date.parse(ahead.nextDigestAt ?? '')).toBeGreaterThan(plein.clock.now().getTime());
  expect(ahead.toVisit).toContainEqual(expect.objectContaining({ slug: place.slug, summary: 'Voor iedereen', memberCount: 1 }));
});

describe('reading', () => {
  test('a thread, a place or everything counts down to nothing, and each screen hears of it', async () => {
    const mine = await buildBuilding(plein);
    const member = await memberOf(mine);
    const posts = [await buildPost(mine.founder, mine), await buildPost(mine.founder, mine), await buildPost(mine.founder, mine, { body: `Dag @${member.handle}` })];
    await plein.drainJobs();
    const socket = await openSocket(address, member);
    await socket.subscribe('me');
    const heard = () => socket.frames.filter((frame) => frame.event === 'read.changed' || frame.event === 'counters').length;
    expect(await beside(member, mine)).toBe(3);

    await member.put(`/read-markers/building:${mine.slug}`, { postId: posts[1]?.id });
    expect(await until(heard, (count) => count === 1)).toBe(1);
    expect(await beside(member, mine)).toBe(1);
    const { forMe, upTo, places } = await todayOf(member);
    // It stands higher up, so not here again; the number is that of the rail.
    expect(places).toMatchObject([{ unread: 1, posts: [] }]);
    expect(forMe).toHaveLength(1);

    const { unreadNotifications } = await readAll(member, { upTo });
    expect(unreadNotifications).toBe(0);
    expect(await until(heard, (count) => count === 2)).toBe(2);
    expect(shown(await todayOf(member))).toEqual(nothing);
    expect(await beside(member, mine)).toBe(0);
    // Again nothing moves, and nothing is told.
    await member.put(`/read-markers/building:${mine.slug}`, { postId: posts[0]?.id });
    expect(heard()).toBe(2);
    socket.ws.terminate();
  });

  test('one place, the notifications or the square leaves the rest as it was', async () => {
    const [one, two] = [await buildBuilding(plein), await buildBuilding(plein)];
    const member = await memberOf(one, two);
    await buildPost(one.founder, one);
    const there = await buildPost(two.founder, two);
    const naming = await buildPost(one.founder, one, { body: `Dag @${member.handle}` });
    const elsewhere = await buildBuilding(plein);
    const { upTo } = await todayOf(member);
    await readAll(member, { upTo, placeId: one.id });
    expect(shown(await todayOf(member))).toEqual({ ...nothing, forMe: [naming.id], places: [[two.slug, 1, [there.id]]], square: [elsewhere.slug] });
    const { id } = await readAll(member, { upTo, only: 'square' });
    await readAll(member, { upTo, only: 'notifications' });
    expect(shown(await todayOf(member))).toEqual({ ...nothing, places: [[two.slug, 1, [there.id]]] });
    await readAll(member, { upTo, only: 'places' });
    expect(shown(await todayOf(member))).toEqual(nothing);
    expect(await undo(member, id)).toBe(204);
    expect(shown(await todayOf(member))).toEqual({ ...nothing, square: [elsewhere.slug] });
    expect((await member.post('/today/read', { upTo, only: 'square', placeId: one.id })).statusCode).toBe(400);
  });

  test('everything can be taken back: exactly that, and nothing that came or was read since', async () => {
    const [one, two] = [await buildBuilding(plein), await buildBuilding(plein)];
    const member = await memberOf(one, two);
    const other = await buildMemberOf(plein, one);
    await readAll(member, { upTo: (await todayOf(member)).upTo });
    const root = await buildPost(member, one);
    await buildReply(other, root);
    const naming = await buildPost(other, one, { body: `Dag @${member.handle}` });
    const first = await buildPost(one.founder, one);
    const there = await buildPost(two.founder, two);
    const before = await todayOf(member);

    const { id, undoUntil } = await readAll(member, { upTo: before.upTo });
    expect(Date.parse(undoUntil)).toBeGreaterThan(plein.clock.now().getTime());
    expect(shown(await todayOf(member))).toEqual(nothing);
    const later = await buildPost(one.founder, one);
    // Read by themselves since: the place there, and the line about the name.
    await member.put(`/read-markers/building:${two.slug}`, { postId: there.id });
    await member.post('/notifications/read', { ids: before.forMe.flatMap((line) => line.notificationIds) });

    // And a thread that was opened.
    await member.put(`/posts/${first.id}/read`);

    expect(await undo(member, id)).toBe(204);
    const after = await todayOf(member);
    expect(shown(after)).toEqual({ ...shown(before), forMe: [], places: [[one.slug, 2, [later.id, naming.id]]] });
    expect(after.unreadNotifications).toBe(1);
    expect(await beside(member, one)).toBe(2);
    // Twice is once; what was read in between stays read.
    await readAll(member, { upTo: after.upTo });
    expect(await undo(member, id)).toBe(204);
    expect(shown(await todayOf(member))).toEqual(nothing);
  });

  test('can be taken back by nobody else, and for ten minutes', async () => {
    const mine = await buildBuilding(plein);
    const member = await memberOf(mine);
    await buildPost(mine.founder, mine);
    const { upTo } = await todayOf(member);
    const { id } = await readAll(member, { upTo });
    expect(await undo(mine.founder, id)).toBe(404);
    plein.clock.advance(9 * 60_000);
    expect(await undo(member, id)).toBe(204);
    const again = await readAll(member, { upTo });
    plein.clock.advance(11 * 60_000);
    expect(await undo(member, again.id)).toBe(404);
    expect((await todayOf(member)).places).toEqual([]);
  });

  test('what comes between looking and pressing stays unread, also when many press at once', async () => {
    const mine = await buildBuilding(plein);
    const member = await memberOf(mine);
    await buildPost(mine.founder, mine);
    const { upTo } = await todayOf(member);
    const came = await buildPost(mine.founder, mine, { body: `Nog iets, @${member.handle}` });
    await plein.drainJobs();
    const presses = await Promise.all(Array.from({ length: 5 }, () => readAll(member, { upTo })));
    expect(shown(await todayOf(member))).toMatchObject({ forMe: [came.id], places: [[mine.slug, 1, []]] });
    // Whoever was first read it all; taking the others back does nothing.
    const read = await Promise.all(presses.map(async ({ id }) => (await plein.db((trx) => trx.selectFrom('reading').select('markers').where('id', '=', id).executeTakeFirstOrThrow())).markers as unknown as unknown[]));
    expect(read.filter((markers) => markers.length > 0)).toHaveLength(1);
    for (const none of ['2016-12-31T23:59:60Z', 'gisteren', '']) expect((await member.post('/today/read', { upTo: none })).statusCode, none).toBe(400);
    await readAll(member, { upTo: '0001-01-01T00:00:00Z' });
    // Nobody has read what is still to come.
    await readAll(member, { upTo: '2999-01-01T00:00:00.000Z' });
    await buildPost(mine.founder, mine);
    expect((await todayOf(member)).places).toMatchObject([{ unread: 1 }]);
  });
});

test('costs as many statements in forty places as in two', async () => {
  const founder = await buildMember(plein);
  const places = [];
  for (let index = 0; index < 40; index++) places.push(await buildBuilding(plein, { founder, access: 'closed' }));
  const [few, many] = [await buildMember(plein), await buildMember(plein)];
  for (const place of places) await join(place, many, places.indexOf(place) < 5 ? 'admin' : 'member');
  for (const place of places.slice(0, 2)) await join(place, few, 'admin');
  for (const place of places) await buildPost(founder, place, { body: `Nieuws voor @${many.handle} en @${few.handle}` });
  await plein.drainJobs();
  const sentFor = async (member: TestMember) => (await statementsSent(() => member.get('/today'))).sent.length;
  await sentFor(few);
  expect(await sentFor(many)).toBe(await sentFor(few));
  expect((await todayOf(many)).places).toHaveLength(40);
});
