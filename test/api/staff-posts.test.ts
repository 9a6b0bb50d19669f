// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';
import { openSocket, type TestSocket } from '../support/socket.ts';

const canary = 'ambtsgeheim';
let plein: TestPlein;
let building: TestBuilding;
let colleague: TestMember;
let staffOutside: TestMember;
/** Inside, but no civil servants (any more): members, an admin, and one who wrote in the thread when still one. */
let others: Record<'resident' | 'admin' | 'formerly staff', TestMember>;
let sockets: TestSocket[];
/** Thread and replies for civil servants. */
const secret: string[] = [];

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const address = await plein.listen();
  building = await buildBuilding(plein, { name: 'Open huis' });
  colleague = await buildMemberOf(plein, building);
  staffOutside = await buildMember(plein);
  const formerly = await buildMemberOf(plein, building);
  others = {
    resident: await buildMemberOf(plein, building, 'member', { staff: false }),
    admin: await buildMemberOf(plein, building, 'admin', { staff: false }),
    'formerly staff': formerly,
  };
  const names = Object.values(others).map((each) => `@${each.handle}`).join(' ');
  const thread = await buildPost(building.founder, building, { kind: 'article', title: canary, body: `${canary} ${names}`, audience: 'staff', tags: [canary] });
  secret.push(thread.id, (await buildReply(formerly, thread)).id, (await buildReply(colleague, thread, { body: `${canary} ${names}` })).id);
  await building.founder.patch(`/posts/${thread.id}`, { body: `Herzien ${canary} ${names}` });
  await formerly.put(`/posts/${thread.id}/bookmark`);
  await plein.drainJobs();
  expect((await formerly.get('/notifications')).body).toContain(canary);
  await plein.db((trx) => trx.updateTable('account').set({ is_staff: false }).where('id', '=', formerly.accountId).execute());

  sockets = await Promise.all(Object.values(others).map((each) => openSocket(address, each)));
  for (const socket of sockets) for (const topic of ['square', 'me', `building:${building.slug}`, `post:${thread.id}`]) await socket.subscribe(topic);
});
afterAll(async () => {
  for (const socket of sockets) socket.ws.terminate();
  await plein.close();
});

const lists = () => [
  '/feed?scope=square', '/feed?scope=mine', `/buildings/${building.slug}/posts`, `/tags/${canary}/posts`, `/tags?q=${canary}`, `/people/${building.founder.handle}/posts`, '/bookmarks', '/notifications', '/me',
];

/** Of what was written for civil servants these three find nothing, by no way in. */
async function expectNothing(): Promise<void> {
  for (const [name, client] of Object.entries(others)) {
    for (const id of secret) {
      for (const path of [`/posts/${id}`, `/posts/${id}/replies`, `/posts/${id}/revisions`, `/posts/${id}/reactions`]) expect((await client.get(path)).statusCode, `${path} for ${name}`).toBe(404);
      for (const [method, path, body] of [['POST', 'replies', { body: 'x' }], ['PUT', 'pin'], ['PUT', 'bookmark'], ['PUT', 'reactions/like'], ['DELETE', '']] as const) {
        expect((await client.send(method, `/api/v1/posts/${id}${path === '' ? '' : `/${path}`}`, body)).statusCode, `${method} ${path} for ${name}`).toBe(404);
      }
    }
    for (const path of lists()) {
      const { body } = await client.get(path);
      for (const each of [`"${canary}`, ` ${canary}`, ...secret]) expect(body, `${path} for ${name}`).not.toContain(each);
    }
    expect((await client.get('/me')).json().unreadNotifications, name).toBe((await client.get('/notifications?unread=true&limit=100')).json().items.length);
  }
  for (const { frames } of sockets) for (const id of secret) expect(JSON.stringify(frames.filter((frame) => frame.event !== undefined))).not.toContain(id);
}

/** A civil servant inside answers, and what is told of it has been told. */
async function answerInside(): Promise<void> {
  secret.push((await buildReply(colleague, { id: secret[0] ?? '' }, { body: `${canary} nog iets` })).id);
  await plein.drainJobs();
  const marker = await buildPost(colleague, building, { audience: 'members' });
  await plein.drainJobs();
  for (const socket of sockets) await socket.hears((frame) => frame.topic === `building:${building.slug}` && frame.data?.['postId'] === marker.id);
}

const statusFor = async (client: TestClient) => (await client.get(`/posts/${secret[0]}`)).statusCode;

describe('what is written for civil servants stays with civil servants', () => {
  test('in an open building', async () => {
    await answerInside();
    await expectNothing();
    expect([await statusFor(colleague), await statusFor(staffOutside), await statusFor(buildGuest(plein))]).toEqual([200, 200, 404]);
  });

  test.each(['closed', 'hidden', 'closed', 'open', 'closed'] as const)('when it becomes %s: inside with those who are members', async (access) => {
    const preview = await others.admin.get(`${building.path}/access-changes?access=${access}`);
    expect(preview.statusCode).toBe(200);
    expect((await others.admin.patch(building.path, { access })).statusCode).toBe(200);
    await answerInside();
    await expectNothing();
    expect([await statusFor(colleague), await statusFor(staffOutside), await statusFor(buildGuest(plein))]).toEqual([200, 404, 404]);
    expect(await readPost(colleague, secret[0] ?? '')).toMatchObject({ audience: 'staff', revisionCount: 1, can: { reply: true, react: true } });
    for (const path of ['/feed?scope=square', '/feed?scope=mine', `${building.path}/posts`, `/tags/${canary}/posts`]) expect(await idsOf(colleague, path), path).toContain(secret[0]);
    expect((await colleague.get(`/posts/${secret[0]}/replies?limit=100`)).json().items.map((each: { id: string }) => each.id)).toEqual(secret.slice(1));
    expect((await colleague.get('/notifications')).body).toContain(secret[0]);
  });

  test('when it is deleted nobody reads it, and undoing brings it back to the same', async () => {
    await others.admin.patch(building.path, { access: 'open' });
    const open = await buildPost(building.founder, building, { body: canary, audience: 'staff' });
    secret.push(open.id);
    await others.admin.delete(`${building.path}?name=${encodeURIComponent(building.name)}`);
    await plein.drainJobs();
    for (const client of [colleague, staffOutside, building.founder]) expect([await statusFor(client), (await client.get(`/posts/${open.id}`)).statusCode]).toEqual([404, 404]);
    await expectNothing();
    expect((await others.admin.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(201);
    await plein.drainJobs();
    await expectNothing();
    expect([await statusFor(colleague), await statusFor(staffOutside)]).toEqual([200, 404]);
    expect(await readPost(staffOutside, open.id)).toMatchObject({ audience: 'staff' });
  });

  test('and who becomes one, or is one no more, reads accordingly at once', async () => {
    const { resident } = others;
    const set = (is_staff: boolean) => plein.db((trx) => trx.updateTable('account').set({ is_staff }).where('id', '=', resident.accountId).execute());
    await set(true);
    expect(await statusFor(resident)).toBe(200);
    await set(false);
    expect(await statusFor(resident)).toBe(404);
  });

  test('the admin who closes is told of all posts that move', async () => {
    const other = await buildBuilding(plein);
    const admin = await buildMemberOf(plein, other, 'admin', { staff: false });
    for (const audience of ['public', 'staff', 'members'] as const) await buildPost(other.founder, other, { audience });
    expect((await admin.get(`${other.path}/access-changes?access=closed`)).json()).toMatchObject({ posts: 2 });
  });
});

describe('the count and the last activity of an open building', () => {
  const shown = async (client: TestClient, of: TestBuilding) => {
    const { postCount, lastActivityAt } = (await client.get(of.path)).json<{ postCount: number; lastActivityAt: string }>();
    return { postCount, lastActivityAt };
  };
  const order = async (client: TestClient) => (await client.get('/buildings?sort=activity&limit=100')).json().items.map((each: { slug: string }) => each.slug);

  test('are of what is public for those who are no members', async () => {
    const open = await buildBuilding(plein);
    const guest = buildGuest(plein);
    await buildPost(open.founder, open, { audience: 'public' });
    plein.clock.advance(60_000);
    await buildBuilding(plein);
    for (const client of [guest, staffOutside]) {
      const before = [await shown(client, open), await order(client)];
      expect(before[0]).toMatchObject({ postCount: 1 });
      for (const audience of ['staff', 'members'] as const) {
        plein.clock.advance(60_000);
        const post = await buildPost(open.founder, open, { audience });
        plein.clock.advance(60_000);
        const reply = await buildReply(open.founder, post);
        expect([await shown(client, open), await order(client)]).toEqual(before);
        await open.founder.delete(`/posts/${reply.id}`);
        await open.founder.delete(`/posts/${post.id}`);
        expect([await shown(client, open), await order(client)]).toEqual(before);
      }
    }
    const post = await buildPost(open.founder, open, { audience: 'members' });
    expect(await shown(open.founder, open)).toEqual({ postCount: 2, lastActivityAt: post.publishedAt });
    expect((await order(open.founder))[0]).toBe(open.slug);
  });

  test('follow what is public, also when it moves and comes back', async () => {
    const open = await buildBuilding(plein);
    const guest = buildGuest(plein);
    const [first, second] = [await buildPost(open.founder, open, { audience: 'public' }), await buildPost(open.founder, open, { audience: 'public' })];
    plein.clock.advance(60_000);
    const reply = await buildReply(open.founder, first);
    expect(await shown(guest, open)).toEqual({ postCount: 2, lastActivityAt: reply.publishedAt });
    expect((await order(guest))[0]).toBe(open.slug);
    await open.founder.delete(`/posts/${second.id}`);
    expect(await shown(guest, open)).toEqual({ postCount: 1, lastActivityAt: reply.publishedAt });
    await open.founder.delete(`${open.path}?name=${encodeURIComponent(open.name)}`);
    await open.founder.post(`/me/deleted-buildings/${open.slug}/restorations`);
    expect(await shown(guest, open)).toEqual({ postCount: 1, lastActivityAt: reply.publishedAt });
    const { createdAt } = (await guest.get(open.path)).json<{ createdAt: string }>();
    await open.founder.patch(open.path, { access: 'closed' });
    await open.founder.patch(open.path, { access: 'open' });
    expect(await shown(guest, open)).toEqual({ postCount: 0, lastActivityAt: createdAt });
    expect(await shown(open.founder, open)).toEqual({ postCount: 1, lastActivityAt: reply.publishedAt });
  });
});
