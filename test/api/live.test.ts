// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { housekeeping } from '../../server/notifications/housekeeping.ts';
import { pushLive } from '../../server/platform/live/push-live.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, joinGroup } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { openSocket, type Frame, type SocketOptions, type TestSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';

const ABSENT = '00000000-0000-7000-8000-000000000000';

describe.each([{ queue: 'PostgreSQL', redis: false }, { queue: 'Redis', redis: true }])('live over $queue, with two processes', ({ redis }) => {
  let plein: TestPlein;
  let other: TestPlein;
  let address: string;
  let otherAddress: string;
  let sockets: TestSocket[] = [];

  beforeAll(async () => {
    plein = await startPlein({ workers: true, redis });
    other = await startPlein({ databaseUrl: plein.databaseUrl });
    [address, otherAddress] = [await plein.listen(), await other.listen()];
  });
  afterEach(() => {
    for (const socket of sockets) socket.ws.terminate();
    sockets = [];
  });
  afterAll(async () => {
    await other.close();
    await plein.close();
  });

  async function open(client: { cookie: string | null } | null, options: SocketOptions & { at?: string } = {}): Promise<TestSocket> {
    const socket = await openSocket(options.at ?? otherAddress, client, options);
    sockets.push(socket);
    return socket;
  }

  /** Waits until everything that happened was told, so that it is not taken for what follows. */
  const settled = () => until(async () => (await plein.deps.database.pool.query<{ count: number }>('select count(*) from event where done_at is null')).rows[0]?.count, (count) => count === 0);

  test('a post made in one process arrives at a socket of the other, as ids and counts', async () => {
    const building = await buildBuilding(plein);
    const reader = await open(await buildMemberOf(plein, building));
    expect(await reader.subscribe(`building:${building.slug}`)).toMatchObject({ event: 'subscribed', cursor: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await reader.subscribe('square');
    const post = await buildPost(building.founder, building, { body: 'Geheim tot je het leest' });
    const told = await reader.hears((frame) => frame.event === 'post.published' && frame.topic === `building:${building.slug}`);
    expect(told).toEqual({ topic: `building:${building.slug}`, event: 'post.published', data: { postId: post.id, rootId: post.id, authorId: building.founder.actorId, replyCount: 0 }, cursor: expect.any(String) });
    await reader.hears((frame) => frame.event === 'post.published' && frame.topic === 'square');
    expect(JSON.stringify(reader.frames)).not.toContain('Geheim');
  });

  test('a thread tells of answers, reactions, edits and deletions', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building);
    const reader = await open(await buildMemberOf(plein, building));
    await reader.subscribe(`post:${post.id}`);
    const reply = await buildReply(building.founder, post);
    expect((await reader.hears((frame) => frame.event === 'reply.published')).data).toEqual({ postId: reply.id, rootId: post.id, authorId: building.founder.actorId, replyCount: 1 });
    await building.founder.put(`/posts/${reply.id}/reactions/thanks`);
    expect((await reader.hears((frame) => frame.event === 'reactions.changed')).data).toEqual({ postId: reply.id, rootId: post.id, reactions: { thanks: 1 } });
    await building.founder.patch(`/posts/${post.id}`, { body: 'Anders' });
    expect((await reader.hears((frame) => frame.event === 'post.changed')).data).toMatchObject({ postId: post.id, deleted: false });
    await building.founder.delete(`/posts/${reply.id}`);
    await reader.hears((frame) => frame.event === 'post.changed' && frame.data?.['deleted'] === true);
  });

  test('I am told of notifications at once, and on my other screens when I have read them', async () => {
    const building = await buildBuilding(plein);
    const author = building.founder;
    const [one, two] = [await open(author), await open(author, { at: address })];
    await one.subscribe('me');
    await two.subscribe('me');
    const post = await buildPost(author, building);
    const answering = await buildMemberOf(plein, building);
    await buildReply(answering, post);
    const told = await one.hears((frame) => frame.event === 'notification');
    expect(told.data).toMatchObject({ kind: 'reply', unread: 1 });
    await two.hears((frame) => frame.event === 'notification');
    await author.post('/notifications/read', { ids: [told.data?.['notificationId']] });
    expect((await two.hears((frame) => frame.event === 'counters')).data).toEqual({ unread: 0 });
  });

  test('an approval is told to the member, and to the building that it grew', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const asker = await buildMember(plein);
    const [mine, admins] = [await open(asker), await open(building.founder)];
    await mine.subscribe('me');
    await admins.subscribe('me');
    await admins.subscribe(`building:${building.slug}`);
    const { id } = (await asker.post(`${building.path}/memberships`)).json<{ id: string }>();
    expect((await admins.hears((frame) => frame.event === 'notification')).data).toMatchObject({ kind: 'request' });
    expect(await mine.subscribe(`building:${building.slug}`)).toEqual({ topic: `building:${building.slug}`, error: 'not-found' });
    await building.founder.patch(`${building.path}/memberships/${id}`, { state: 'active' });
    await mine.hears((frame) => frame.event === 'notification' && frame.data?.['kind'] === 'approved');
    await admins.hears((frame) => frame.event === 'membership.changed' && frame.data?.['memberCount'] === 2);
    // The socket is older than the membership, and may subscribe now.
    expect(await mine.subscribe(`building:${building.slug}`)).toMatchObject({ event: 'subscribed' });
  });

  test('what is hidden is refused like what is absent, to members of nothing and to guests', async () => {
    const closed = await buildBuilding(plein, { access: 'closed' });
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const post = await buildPost(hidden.founder, hidden, { audience: 'members' });
    for (const client of [await buildMember(plein), null]) {
      const socket = await open(client);
      for (const topic of [`building:${closed.slug}`, `building:${hidden.slug}`, 'building:bestaat-niet', `post:${post.id}`, `post:${ABSENT}`, 'post:nonsense', 'account:1', 'constructor']) {
        expect(await socket.subscribe(topic)).toEqual({ topic, error: 'not-found' });
      }
    }
  });

  test('guests listen to what is public, and hear nothing else there', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building, { audience: 'public' });
    await settled();
    const guest = await open(null);
    expect(await guest.subscribe('me')).toEqual({ topic: 'me', error: 'not-found' });
    for (const topic of ['square', `building:${building.slug}`, `post:${post.id}`]) expect(await guest.subscribe(topic)).toMatchObject({ event: 'subscribed' });
    await buildPost(building.founder, building, { audience: 'members' });
    await buildPost(building.founder, building, { audience: 'staff' });
    const last = await buildPost(building.founder, building, { audience: 'public' });
    await guest.hears((frame) => frame.topic === 'square' && frame.data?.['postId'] === last.id);
    expect(guest.heard('square').map((frame) => frame.data?.['postId'])).toEqual([last.id]);
    expect(guest.heard(`building:${building.slug}`).filter((frame) => frame.event === 'post.published').map((frame) => frame.data?.['postId'])).toEqual([last.id]);
  });

  test('a member who is removed is silent within a second, also for what is already under way', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const removed = await buildMemberOf(plein, building);
    const staying = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building);
    await settled();
    const [gone, here] = [await open(removed), await open(staying)];
    for (const topic of ['square', `building:${building.slug}`, `post:${post.id}`]) await Promise.all([gone.subscribe(topic), here.subscribe(topic)]);
    const start = performance.now();
    await building.founder.delete(`${building.path}/memberships/${removed.membershipId}`);
    const before = gone.frames.length;
    const reply = await buildReply(building.founder, post);
    await here.hears((frame) => frame.event === 'reply.published' && frame.data?.['postId'] === reply.id);
    await until(() => gone.frames.filter((frame) => frame.error === 'not-found').length, (count) => count === 2);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(gone.frames.slice(before).filter((frame) => frame.event === 'reply.published')).toEqual([]);
  });

  test.each(['group', 'building'] as const)('who is put out of the %s hears no more of the group, and nobody outside of it ever did', async (from) => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building, { access: 'hidden' });
    const removed = await buildMemberOf(plein, building);
    const membership = await joinGroup(group, removed);
    const post = await buildPost(building.founder, group);
    await settled();
    const topics = [`group:${building.slug}/${group.slug}`, `post:${post.id}`];
    const [gone, here, colleague] = [await open(removed), await open(building.founder), await open(await buildMemberOf(plein, building))];
    for (const topic of topics) {
      expect(await gone.subscribe(topic)).toMatchObject({ event: 'subscribed' });
      await here.subscribe(topic);
      expect(await colleague.subscribe(topic)).toMatchObject({ error: 'not-found' });
    }
    await gone.subscribe(`building:${building.slug}`);
    const path = from === 'group' ? `${group.path}/memberships/${membership}` : `${building.path}/memberships/${removed.membershipId}`;
    expect((await building.founder.delete(path)).statusCode).toBe(204);
    await until(() => new Set(gone.frames.filter((frame) => frame.error === 'not-found').map((frame) => frame.topic)), (refused) => topics.every((topic) => refused.has(topic)), 2_000);
    const reply = await buildReply(building.founder, post);
    await here.hears((frame) => frame.event === 'reply.published' && frame.data?.['postId'] === reply.id);
    for (const { frames } of [gone, colleague]) expect(JSON.stringify(frames)).not.toContain(reply.id);
    expect(gone.frames.some((frame) => frame.error === 'not-found' && frame.topic === `building:${building.slug}`)).toBe(from === 'building');
  });

  test('nothing reaches a removed member even before the removal is heard of', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const removed = await buildMemberOf(plein, building);
    await settled();
    const socket = await open(removed);
    await socket.subscribe(`building:${building.slug}`);
    const { members_audience_id: audienceId } = await plein.db(async (trx) => {
      // Behind the room's back: no event tells the hub.
      await trx.deleteFrom('membership').where('id', '=', removed.membershipId).execute();
      return trx.selectFrom('place').select('members_audience_id').where('id', '=', building.id).executeTakeFirstOrThrow();
    });
    await plein.db((trx) => pushLive(trx, [
      { topic: `building:${building.slug}`, event: 'post.published', data: { postId: ABSENT }, audienceId },
      { topic: `building:${building.slug}`, event: 'post.published', data: { postId: 'public' }, audienceId: 1 },
    ]));
    await socket.hears((frame) => frame.data?.['postId'] === 'public');
    expect(socket.heard(`building:${building.slug}`)).toHaveLength(1);
  });

  test('closing a building ends the subscriptions of those outside', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building, { audience: 'public' });
    const [guest, member] = [await open(null), await open(building.founder)];
    for (const socket of [guest, member]) for (const topic of [`building:${building.slug}`, `post:${post.id}`]) expect(await socket.subscribe(topic)).toMatchObject({ event: 'subscribed' });
    expect((await building.founder.patch(building.path, { access: 'closed' })).statusCode).toBe(200);
    await until(() => guest.frames.filter((frame) => frame.error === 'not-found').length, (count) => count === 2, 2_000);
    await buildReply(building.founder, post);
    await member.hears((frame) => frame.topic === `post:${post.id}` && frame.event === 'reply.published');
    expect(guest.heard(`post:${post.id}`).filter((frame) => frame.event === 'reply.published')).toEqual([]);
  });

  test('signing out, or ending the other sessions, closes their sockets and no other', async () => {
    const member = await buildMember(plein);
    const [first, bystander] = [await open(member), await open(await buildMember(plein))];
    await first.subscribe('me');
    const start = performance.now();
    expect((await member.delete('/sessions/current')).statusCode).toBe(204);
    expect(await first.closed).toBe(4401);
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(bystander.ws.readyState).toBe(bystander.ws.OPEN);
  });

  test('an account that is suspended is cut off', async () => {
    const administrator = await buildMember(plein, { administrator: true });
    const member = await buildMember(plein);
    const socket = await open(member);
    await socket.subscribe('me');
    expect((await administrator.patch(`/operations/people/${member.actorId}`, { suspended: true })).statusCode).toBe(200);
    expect(await Promise.race([socket.closed, sleep(2_000)])).toBe(4401);
  });

  test('an access token opens a socket, which closes when the token is withdrawn', async () => {
    const member = await buildMember(plein);
    const { id, token } = (await member.post('/tokens', { name: 'lezer', scopes: ['read'] })).json<{ id: string; token: string }>();
    const socket = await open(null, { headers: { authorization: `Bearer ${token}` }, origin: null });
    expect(await socket.subscribe('me')).toMatchObject({ event: 'subscribed' });
    expect((await member.delete(`/tokens/${id}`)).statusCode).toBe(204);
    expect(await Promise.race([socket.closed, sleep(2_000)])).toBe(4401);
    await expect(open(null, { headers: { authorization: `Bearer ${token}` }, origin: null })).rejects.toThrow('refused with 401');
  });

  test('other websites are refused at the door, with and without a cookie', async () => {
    const member = await buildMember(plein);
    for (const client of [member, null]) await expect(open(client, { origin: 'https://evil.example' })).rejects.toThrow('refused with 403');
    await expect(open(member, { origin: null })).rejects.toThrow('refused with 403');
    expect((await member.get('/live')).statusCode).toBe(426);
  });

  test('who comes back catches up without loss, each update once, in the order of cursors', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const member = await buildMemberOf(plein, building);
    const topic = `building:${building.slug}`;
    const published = (frames: Frame[]) => frames.filter((each) => each.topic === topic && each.event === 'post.published').map((each) => String(each.data?.['postId']));
    await settled();
    const first = await open(member);
    await first.subscribe(topic);
    const ids: string[] = [];
    for (let index = 0; index < 12; index++) {
      if (index === 6) first.ws.terminate();
      ids.push((await buildPost(building.founder, building)).id);
      // Several are under way when the line breaks.
      if (index === 3) await until(() => published(first.frames).length, (count) => count > 1);
    }
    await first.closed;
    const heard = published(first.frames);
    const cursor = first.frames.at(-1)?.cursor ?? '';
    expect(heard.length).toBeLessThan(12);
    const second = await open(member);
    await second.subscribe(topic);
    const caughtUp = await until(
      async () => (await member.get(`/updates?after=${cursor}&topics=${topic},square,me`)).json<{ items: Frame[]; next: string; reset: boolean }>(),
      ({ items }) => published(items).length >= 12 - heard.length,
    );
    expect([...heard, ...published(caughtUp.items)].sort()).toEqual([...ids].sort());
    expect([...caughtUp.items].sort((a, b) => String(a.cursor).localeCompare(String(b.cursor)))).toEqual(caughtUp.items);
    expect(caughtUp.next).toBe(caughtUp.items.at(-1)?.cursor);
    expect((await member.get(`/updates?after=${caughtUp.next}&topics=${topic}`)).json()).toEqual({ items: [], next: caughtUp.next, reset: false });
    const outsider = await buildMember(plein);
    for (const client of [outsider, buildGuest(plein)]) expect((await client.get(`/updates?after=${cursor}&topics=${topic},square,me`)).body).not.toContain(ids[9]);
  });

  test('cursors have the order of commits, however many push at once', async () => {
    const { cursor } = await (await open(null)).subscribe('square');
    await Promise.all(Array.from({ length: 40 }, (_, index) => plein.db(async (trx) => {
      await sleep(Math.random() * 20);
      await pushLive(trx, [{ topic: 'square', event: 'test', data: { index }, audienceId: 1 }]);
      await sleep(Math.random() * 10);
    })));
    const reader = await open(null);
    await reader.subscribe('square');
    const { items } = (await buildGuest(plein).get(`/updates?after=${cursor}&topics=square`)).json<{ items: Frame[] }>();
    expect(items.filter((each) => each.event === 'test')).toHaveLength(40);
  });

  test('a cursor from long ago says to start afresh, a foreign one is refused', async () => {
    const guest = buildGuest(plein);
    const old = '01890000-0000-7000-8000-000000000000';
    expect((await guest.get(`/updates?after=${old}&topics=square`)).json()).toMatchObject({ items: [], reset: true, next: expect.any(String) });
    for (const query of ['after=x&topics=square', 'topics=square', `after=${ABSENT}`, `after=${ABSENT}&topics=,`, `after=${ABSENT}&topics=${Array.from({ length: 101 }, (_, index) => `post:${index}`).join(',')}`]) {
      expect((await guest.get(`/updates?${query}`)).statusCode, query).toBe(400);
    }
  });

  test('what was told of an open building is forgotten when it closes', async () => {
    const building = await buildBuilding(plein);
    const guest = await open(null);
    const { cursor } = await guest.subscribe('square');
    const post = await buildPost(building.founder, building, { audience: 'public' });
    await guest.hears((frame) => frame.data?.['postId'] === post.id);
    expect((await buildGuest(plein).get(`/updates?after=${cursor}&topics=square`)).body).toContain(post.id);
    await building.founder.patch(building.path, { access: 'closed' });
    expect((await buildGuest(plein).get(`/updates?after=${cursor}&topics=square,building:${building.slug}`)).body).not.toContain(post.id);
  });
});

test('sockets are asked to come back when the database cut every connection, and hear again', async () => {
  const plein = await startPlein({ workers: true });
  const address = await plein.listen();
  try {
    const building = await buildBuilding(plein);
    const first = await openSocket(address, null);
    await first.subscribe('square');
    await plein.deps.database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    expect(await first.closed).toBe(1013);
    const second = await openSocket(address, null);
    await second.subscribe('square');
    const post = await until(() => buildPost(building.founder, building, { audience: 'public' }).catch(() => null));
    await second.hears((frame) => frame.data?.['postId'] === post?.id);
    second.ws.terminate();
  } finally {
    await plein.close();
  }
});

test('what sockets were told is forgotten after a day, and old notifications after half a year', async () => {
  const plein = await startPlein();
  const building = await buildBuilding(plein);
  await buildReply(await buildMemberOf(plein, building), await buildPost(building.founder, building));
  await plein.drainJobs();
  const counts = async () => (await plein.db((trx) => sql<{ updates: number; notifications: number }>`select (select count(*) from live_update) as updates, (select count(*) from notification) as notifications`.execute(trx))).rows[0];
  const run = async () => {
    for (const schedule of housekeeping) await schedule.run(plein.deps);
  };
  await run();
  const before = await counts();
  expect([(before?.updates ?? 0) > 0, before?.notifications]).toEqual([true, 1]);
  plein.clock.advance(25 * 3_600_000);
  await run();
  expect(await counts()).toEqual({ updates: 0, notifications: 1 });
  plein.clock.advance(181 * 24 * 3_600_000);
  await run();
  expect(await counts()).toEqual({ updates: 0, notifications: 0 });
  await plein.close();
});
