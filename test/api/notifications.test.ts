// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NotificationItem } from '../../server/notifications/queries.ts';
import { digestContents, digestsDue, digestWindow, type DueBundle, leaveForDigest, settleDigest, settleTold, stillNew, stillUnread, takeDue } from '../../server/notifications/public.ts';
import { memberOfActor } from '../../server/identity/public.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

async function told(member: TestClient, query = ''): Promise<NotificationItem[]> {
  await plein.drainJobs();
  const response = await member.get(`/notifications${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: NotificationItem[] }>().items;
}

const kindsOf = async (member: TestClient) => (await told(member)).map((each) => each.kind);
const unreadOf = async (member: TestClient) => (await member.get('/me')).json<{ unreadNotifications: number }>().unreadNotifications;

describe('of answers', () => {
  test('are told to who wrote in the thread, never to who answers', async () => {
    const building = await buildBuilding(plein);
    const [author, earlier, answering, bystander] = [building.founder, await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const post = await buildPost(author, building, { kind: 'article', title: 'Het plan voor de wijk' });
    await buildReply(earlier, post);
    await told(author);
    await author.post('/notifications/read', { upTo: (await told(author))[0]?.id });
    const reply = await buildReply(answering, post, { body: 'Daar ben ik het mee eens.' });

    expect((await told(author, '?unread=true'))[0]).toMatchObject({
      kind: 'reply',
      count: 1,
      readAt: null,
      actor: { handle: answering.handle },
      building: { slug: building.slug },
      post: { id: reply.id, url: reply.url, title: 'Het plan voor de wijk', excerpt: 'Daar ben ik het mee eens.' },
    });
    expect(await kindsOf(earlier)).toEqual(['reply']);
    expect(await kindsOf(answering)).toEqual([]);
    expect(await kindsOf(bystander)).toEqual([]);
  });

  test('in one thread are one line with a count, read and unread apart', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const [one, two] = [await buildPost(building.founder, building), await buildPost(building.founder, building)];
    for (let index = 0; index < 4; index++) await buildReply(other, one);
    const last = await buildReply(other, two);
    expect((await told(building.founder)).map(({ count, actorCount, post }) => [count, actorCount, post?.id === last.id])).toEqual([[1, 1, true], [4, 1, false]]);
    expect(await unreadOf(building.founder)).toBe(2);

    const bundled = (await told(building.founder))[1];
    const { unread } = (await building.founder.post('/notifications/read', { ids: [bundled?.id] })).json<{ unread: number }>();
    expect(unread).toBe(1);
    await buildReply(other, one);
    expect((await told(building.founder)).map(({ count, readAt }) => [count, readAt === null])).toEqual([[1, true], [1, true], [4, false]]);
  });

  test('that were deleted before they were read are gone', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const reply = await buildReply(other, await buildPost(building.founder, building));
    expect(await kindsOf(building.founder)).toEqual(['reply']);
    await other.delete(`/posts/${reply.id}`);
    expect(await kindsOf(building.founder)).toEqual([]);
    expect(await unreadOf(building.founder)).toBe(0);
  });
});

describe('of mentions', () => {
  test('win from an answer, once per person per post, however often the handlers run', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const post = await buildPost(other, building);
    await buildReply(building.founder, post, { body: `Goed punt, @${other.handle} en nog eens @${other.handle}.` });
    await told(other);
    await plein.db((trx) => trx.deleteFrom('event_handled').execute());
    await plein.db((trx) => trx.updateTable('event').set({ done_at: null }).execute());
    expect(await told(other)).toMatchObject([{ kind: 'mention', count: 1 }]);
  });

  test('reach nobody who may not read them', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const outsider = await buildMember(plein);
    await buildPost(building.founder, building, { body: `Dit gaat over @${outsider.handle}.` });
    expect(await kindsOf(outsider)).toEqual([]);
  });

  test('of somebody who was put out before the queue ran reach nobody', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const leaving = await buildMemberOf(plein, building);
    await plein.drainJobs();
    await buildPost(building.founder, building, { body: `Tot ziens, @${leaving.handle}.` });
    await building.founder.delete(`${building.path}/memberships/${leaving.membershipId}`);
    expect(await kindsOf(leaving)).toEqual(['removed']);
  });

  test('in a post that closes before the queue runs reach nobody outside', async () => {
    const building = await buildBuilding(plein);
    const outsider = await buildMember(plein);
    await buildPost(building.founder, building, { body: `Kom erbij, @${outsider.handle}!`, audience: 'public' });
    expect((await building.founder.patch(building.path, { access: 'closed' })).statusCode).toBe(200);
    expect(await kindsOf(outsider)).toEqual([]);
  });

  test('reach nobody who was banned, though the post is public', async () => {
    const building = await buildBuilding(plein);
    const banned = await buildMemberOf(plein, building);
    await building.founder.patch(`${building.path}/memberships/${banned.membershipId}`, { state: 'banned' });
    await buildPost(building.founder, building, { body: `Over @${banned.handle}.`, audience: 'public' });
    // That they are no member any more, and nothing of the post.
    expect(await kindsOf(banned)).toEqual(['removed']);
  });

  test('that are added by an edit are told then', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building, { body: 'Wie weet dit?' });
    expect(await kindsOf(other)).toEqual([]);
    await building.founder.patch(`/posts/${post.id}`, { body: `Weet jij dit, @${other.handle}?` });
    expect(await kindsOf(other)).toEqual(['mention']);
  });
});

describe('of memberships', () => {
  test('go to those who may answer, and to who asked once it was answered', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const ordinary = await buildMemberOf(plein, building);
    const [welcome, unwelcome] = [await buildMember(plein), await buildMember(plein)];
    const asked = (await welcome.post(`${building.path}/memberships`)).json<{ id: string }>();
    const alsoAsked = (await unwelcome.post(`${building.path}/memberships`)).json<{ id: string }>();
    expect(await told(building.founder)).toMatchObject([{ kind: 'request', count: 2, actorCount: 2, building: { slug: building.slug }, actor: { handle: unwelcome.handle } }]);
    expect((await told(moderator)).map((each) => each.kind)).toEqual(['request', 'role']);
    expect(await kindsOf(ordinary)).toEqual([]);

    await moderator.patch(`${building.path}/memberships/${asked.id}`, { state: 'active' });
    await moderator.delete(`${building.path}/memberships/${alsoAsked.id}`);
    expect(await told(welcome)).toMatchObject([{ kind: 'approved', actor: { handle: moderator.handle }, building: { slug: building.slug } }]);
    expect(await told(unwelcome)).toMatchObject([{ kind: 'refused', building: { slug: building.slug } }]);
    expect(await unreadOf(building.founder)).toBe(0);
  });

  test('tell a new role, a succession and a removal', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    await building.founder.patch(`${building.path}/memberships/${member.membershipId}`, { role: 'moderator' });
    const mine = (await building.founder.get(building.path)).json<{ myMembership: { id: string } }>().myMembership.id;
    await building.founder.delete(`${building.path}/memberships/${mine}?successor=${member.membershipId}`);
    expect(await kindsOf(member)).toEqual(['successor', 'role']);

    const removed = await buildMember(plein);
    const { id } = (await removed.post(`${building.path}/memberships`)).json<{ id: string }>();
    await member.delete(`${building.path}/memberships/${id}`);
    expect(await told(removed)).toMatchObject([{ kind: 'removed', building: { slug: building.slug } }]);
  });

  test('of a hidden building name it to nobody outside', async () => {
    const building = await buildBuilding(plein, { access: 'hidden', name: 'Onzichtbaar Overleg' });
    const removed = await buildMemberOf(plein, building);
    const invited = await buildMember(plein);
    await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] });
    await building.founder.delete(`${building.path}/memberships/${removed.membershipId}`);
    expect(await kindsOf(removed)).toEqual([]);
    expect(await kindsOf(invited)).toEqual([]);
    expect((await removed.get('/notifications')).body).not.toContain('Onzichtbaar');
  });

  test('tell an invitation to who has an account', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const invited = await buildMember(plein);
    await building.founder.post(`${building.path}/invitations`, { emails: [invited.email] });
    expect(await told(invited)).toMatchObject([{ kind: 'invited', building: { slug: building.slug }, actor: { handle: building.founder.handle } }]);
  });
});

describe('the list', () => {
  test('loses what somebody may no longer read, and has it back when they may', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const member = await buildMemberOf(plein, building);
    await buildPost(building.founder, building, { body: `Hallo @${member.handle}` });
    expect(await kindsOf(member)).toEqual(['mention']);
    await member.delete(`${building.path}/memberships/${member.membershipId}`);
    expect(await kindsOf(member)).toEqual([]);
    expect(await unreadOf(member)).toBe(0);
    await join(building, member);
    expect(await kindsOf(member)).toEqual(['mention']);
  });

  test('follows a building that closes, is deleted and comes back', async () => {
    const building = await buildBuilding(plein);
    const outsider = await buildMember(plein);
    const member = await buildMemberOf(plein, building);
    await buildPost(building.founder, building, { body: `@${outsider.handle} en @${member.handle}, kijk eens`, audience: 'public' });
    expect(await kindsOf(outsider)).toEqual(['mention']);
    expect((await building.founder.delete(`${building.path}?name=${encodeURIComponent(building.name)}`)).statusCode).toBe(204);
    expect([await kindsOf(outsider), await kindsOf(member)]).toEqual([[], []]);
    expect((await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(201);
    expect([await kindsOf(outsider), await kindsOf(member)]).toEqual([['mention'], ['mention']]);
    await building.founder.patch(building.path, { access: 'closed' });
    expect([await kindsOf(outsider), await kindsOf(member)]).toEqual([[], ['mention']]);
  });

  test('comes in pages and is one\'s own', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    for (let index = 0; index < 5; index++) await buildReply(other, await buildPost(building.founder, building));
    await plein.drainJobs();
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: NotificationItem[]; next: string | null } = (await building.founder.get(`/notifications?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((each) => each.id));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(5);

    expect((await other.post('/notifications/read', { ids: seen })).json()).toEqual({ unread: 0 });
    expect(await unreadOf(building.founder)).toBe(5);
    expect((await building.founder.post('/notifications/read', { upTo: seen[2] })).json()).toEqual({ unread: 2 });
    expect((await building.founder.get('/notifications?unread=true')).json<{ items: { id: string }[] }>().items.map((each) => each.id)).toEqual(seen.slice(0, 2));
  });

  test('is for who signed in, and says what is wrong with a request', async () => {
    const member: TestMember = await buildMember(plein);
    expect((await buildGuest(plein).get('/notifications')).statusCode).toBe(401);
    for (const body of [{}, { ids: [] }, { ids: ['x'] }, { ids: [member.actorId], upTo: member.actorId }, { upTo: member.actorId, recipientId: member.actorId }]) {
      expect((await member.post('/notifications/read', body)).statusCode).toBe(400);
    }
    expect((await member.get('/notifications?cursor=nonsense')).statusCode).toBe(400);
  });
});

/** What would be told outside the application now, to these people, and settles it as a mail. */
async function dueNow(...people: TestMember[]): Promise<DueBundle[]> {
  return plein.db(async (trx) => {
    const bundles = (await takeDue(trx, plein.clock.now(), 500)).filter((each) => people.some(({ actorId }) => actorId === each.recipientId));
    await settleTold(trx, bundles.flatMap((each) => each.notificationIds), 'mail', plein.clock.now());
    return bundles;
  });
}

/** What a digest for somebody holds now, and settles it. */
async function digestOf(member: TestMember): Promise<{ kinds: string[]; postIds: string[] }> {
  await plein.drainJobs();
  const window = await plein.db((trx) => digestWindow(trx, member.actorId, plein.clock.now()));
  const recipient = await memberOfActor(plein.deps.database.pool, member.actorId);
  if (window === null || recipient === null) return { kinds: [], postIds: [] };
  const { notifications, places } = await plein.deps.database.readAs(recipient, (db) => digestContents(db, recipient, window));
  const told = await plein.db((trx) => settleDigest(trx, window, notifications.map((each) => each.id), plein.clock.now(), null));
  return { kinds: notifications.filter((each) => told?.includes(each.id)).map((each) => each.kind), postIds: places.flatMap((each) => each.postIds) };
}

/** Everything that was written so far is a while ago. */
async function aWhileLater(): Promise<void> {
  await plein.drainJobs();
  plein.clock.advance(2 * 60_000);
}

const MINUTE = 60_000;

describe('outside the application', () => {
  test('mentions and answers to me are told at once, answers to somebody else in the thread with the digest', async () => {
    const building = await buildBuilding(plein);
    const [earlier, answering] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const post = await buildPost(building.founder, building);
    await buildReply(earlier, post);
    await aWhileLater();
    await dueNow(building.founder, earlier, answering);
    const reply = await buildReply(answering, post);
    await plein.drainJobs();
    expect(await dueNow(building.founder, earlier)).toEqual([]);
    await aWhileLater();
    expect(await dueNow(building.founder, earlier, answering)).toMatchObject([{ recipientId: building.founder.actorId, kinds: ['reply'], rootId: post.id, settings: { mailAtOnce: true, pushAtOnce: true, locale: 'nl' } }]);
    expect(await dueNow(building.founder, earlier)).toEqual([]);
    expect((await digestOf(earlier)).kinds).toEqual(['reply']);
    expect((await digestOf(earlier)).kinds).toEqual([]);

    await buildReply(building.founder, post, { inReplyTo: reply.id, body: `Dank, ook aan @${earlier.handle}.` });
    await aWhileLater();
    const bundles = await dueNow(earlier, answering);
    expect(Object.fromEntries(bundles.map((each) => [each.recipientId, each.kinds]))).toEqual({ [earlier.actorId]: ['mention'], [answering.actorId]: ['reply'] });
  });

  test('what comes close together in one thread is told together, and what was read is not told', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const [one, two] = [await buildPost(building.founder, building), await buildPost(building.founder, building)];
    await buildReply(other, one);
    await buildReply(other, two);
    await plein.drainJobs();
    plein.clock.advance(MINUTE - 5_000);
    await buildReply(other, one);
    await plein.drainJobs();
    plein.clock.advance(10_000);
    const [line] = await told(building.founder, '?unread=true&limit=100').then((items) => items.filter((each) => each.post?.url.includes(two.id)));
    await building.founder.post('/notifications/read', { ids: [line?.id] });
    expect((await dueNow(building.founder)).map((each) => [each.rootId, each.notificationIds.length])).toEqual([[one.id, 2]]);
  });

  test('what is left for the digest is in it, once, with what is new in my places', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    await aWhileLater();
    await digestOf(member);
    const [first, second] = [await buildPost(building.founder, building), await buildPost(building.founder, building)];
    const naming = await buildPost(building.founder, building, { body: `Wat vind jij, @${member.handle}?` });
    await buildPost(member, building);
    await buildReply(building.founder, first);
    await aWhileLater();
    await plein.db(async (trx) => {
      for (const bundle of await takeDue(trx, plein.clock.now(), 500)) await leaveForDigest(trx, bundle.notificationIds);
    });
    const digest = await digestOf(member);
    expect(digest).toEqual({ kinds: ['mention'], postIds: [second.id, first.id] });
    expect(digest.postIds).not.toContain(naming.id);
    expect(await digestOf(member)).toEqual({ kinds: [], postIds: [] });
  });

  test('a digest leaves out what was read, of whom I blocked, and what I may no longer read', async () => {
    const [building, closed] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' })];
    const member = await buildMemberOf(plein, building);
    const [blocked, author] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const membershipId = await join(closed, member);
    await aWhileLater();
    await digestOf(member);
    await member.put(`/people/${blocked.handle}/block`);
    const read = await buildPost(author, building);
    await buildPost(blocked, building);
    await buildPost(closed.founder, closed);
    await buildPost(closed.founder, closed, { body: `Niet voor buiten, @${member.handle}.` });
    const unread = await buildPost(author, building);
    await member.put(`/read-markers/building:${building.slug}`, { postId: read.id });
    await aWhileLater();
    await closed.founder.delete(`${closed.path}/memberships/${membershipId}`);
    expect(await digestOf(member)).toEqual({ kinds: ['removed'], postIds: [unread.id] });
  });

  test('what was made before is looked at again when it is sent', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building);
    await buildPost(building.founder, building, { body: `Wat vind jij, @${member.handle}?` });
    await aWhileLater();
    const [bundle] = await dueNow(member);
    const still = async () => {
      const recipient = await memberOfActor(plein.deps.database.pool, member.actorId);
      if (recipient === null) return null;
      return plein.deps.database.readAs(recipient, async (db) => [(await stillUnread(db, recipient, bundle?.notificationIds ?? [])).length, await stillNew(db, recipient, [post.id])]);
    };
    expect(await still()).toEqual([1, [post.id]]);
    await building.founder.delete(`${building.path}/memberships/${member.membershipId}`);
    expect(await still()).toEqual([0, []]);
    await join(building, member);
    expect(await still()).toEqual([1, [post.id]]);
    await member.put(`/read-markers/building:${building.slug}`, { postId: post.id });
    await member.post('/notifications/read', { ids: bundle?.notificationIds });
    expect(await still()).toEqual([0, []]);
  });

  test('what a letter was sent about is told by it', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [asking, waiting] = [await buildMember(plein), await buildMember(plein)];
    const { id } = (await asking.post(`${building.path}/memberships`)).json<{ id: string }>();
    await waiting.post(`${building.path}/memberships`);
    await building.founder.patch(`${building.path}/memberships/${id}`, { state: 'active' });
    // Who is let in because the door opens gets no letter.
    await building.founder.patch(building.path, { access: 'open' });
    await aWhileLater();
    expect((await digestOf(asking)).kinds).toEqual([]);
    expect((await digestOf(waiting)).kinds).toEqual(['approved']);
    expect(await kindsOf(asking)).toEqual(['approved']);
  });

  test('a digest is due once per moment, for whoever has a rhythm', async () => {
    const member = await buildMember(plein);
    const dueFor = (now: Date) => plein.db(async (trx) => (await digestsDue(trx, now, 5_000)).filter((each) => each.ownerId === member.actorId).length);
    // A Friday, Amsterdam; eight o'clock is seven in UTC.
    expect(await dueFor(new Date('2026-11-20T06:00:00Z'))).toBe(0);
    expect(await dueFor(new Date('2026-11-20T06:59:59Z'))).toBe(0);
    expect(await dueFor(new Date('2026-11-20T07:00:00Z'))).toBe(1);
    expect(await dueFor(new Date('2026-11-20T07:00:00Z'))).toBe(0);
    // After a weekend in which nothing ran it comes once.
    expect(await dueFor(new Date('2026-11-24T12:00:00Z'))).toBe(1);
    expect(await dueFor(new Date('2026-11-24T12:00:00Z'))).toBe(0);
  });
});
