// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trx } from '../../server/platform/db/database.ts';
import { guest, type Viewer } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { personFeed, squareFeed, tagFeed, threadOf } from '../../server/posts/feeds.ts';
import { postForViewer } from '../../server/posts/read-posts.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

/** Many posts at known moments, past the commands; two share each moment, so that the id decides. */
async function fill(building: TestBuilding, count: number, audienceId = 1): Promise<string[]> {
  const start = Date.now() - 10_000_000;
  const rows = Array.from({ length: count }, (_, index) => {
    const id = newId();
    return { id, uri: `http://plein.test/ap/objects/${id}`, kind: 'message', author_id: building.founder.actorId, place_id: building.id, audience_id: audienceId, html: '<p>x</p>', text: 'x', source: 'x', format: 'markdown', published_at: new Date(start + Math.floor(index / 2) * 1000) };
  });
  await plein.db((trx) => trx.insertInto('post').values(rows).execute());
  return rows.sort((a, b) => b.published_at.getTime() - a.published_at.getTime() || (a.id < b.id ? 1 : -1)).map((row) => row.id);
}

describe('the square', () => {
  test('shows each reader all that they may read, newest first, and nothing else', async () => {
    const [open, closed, hidden] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein, { access: 'hidden' })];
    const insider = await buildMember(plein);
    for (const building of [closed, hidden]) await join(building, insider);
    const posts = [await buildPost(open.founder, open), await buildPost(open.founder, open, { audience: 'staff' }), await buildPost(open.founder, open, { audience: 'members' }), await buildPost(closed.founder, closed), await buildPost(hidden.founder, hidden)];
    const [all, staff, members, inClosed, inHidden] = posts.map((post) => post.id);
    const ours = new Set(posts.map((post) => post.id));
    const square = async (client: Parameters<typeof idsOf>[0]) => (await idsOf(client, '/feed?scope=square', 3)).filter((id) => ours.has(id));
    expect(await square(buildGuest(plein))).toEqual([all]);
    expect(await square(await buildMember(plein, { staff: false }))).toEqual([all]);
    expect(await square(await buildMember(plein))).toEqual([staff, all]);
    expect(await square(insider)).toEqual([inHidden, inClosed, staff, all]);
    expect(await square(open.founder)).toEqual([members, staff, all]);
  });

  test('pages through moments that posts share without leaving out or repeating one', async () => {
    const [one, other] = [await buildBuilding(plein), await buildBuilding(plein)];
    const expected = new Set([...(await fill(one, 30)), ...(await fill(other, 31))]);
    const walked = (await idsOf(buildGuest(plein), '/feed', 7)).filter((id) => expected.has(id));
    expect(walked).toHaveLength(61);
    expect(new Set(walked)).toEqual(expected);
    expect((await buildGuest(plein).get('/feed?cursor=onzin')).json().errors[0].path).toBe('cursor');
    expect((await buildGuest(plein).get('/feed?limit=101')).statusCode).toBe(400);
  });

  test('asks the database the same few questions for a page of one as for a page of fifty', async () => {
    const building = await buildBuilding(plein);
    await fill(building, 60);
    const { pool } = plein.deps.database;
    const statements = async (limit: number) => {
      const queries: string[] = [];
      const client = await pool.connect();
      const original = Object.getPrototypeOf(client).query as (...parameters: unknown[]) => unknown;
      client.release();
      Object.getPrototypeOf(client).query = function (this: unknown, ...parameters: unknown[]) {
        queries.push(String(parameters[0]));
        return original.apply(this, parameters);
      };
      try {
        await building.founder.get(`${building.path}/posts?limit=${limit}`);
      } finally {
        Object.getPrototypeOf(client).query = original;
      }
      return queries.length;
    };
    const few = await statements(1);
    expect(few).toBeGreaterThan(0);
    expect(await statements(50)).toBe(few);
  });
});

describe('each of the two locks', () => {
  test('holds by itself: the query without row-level security, and row-level security without the query', async () => {
    const [open, hidden] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'hidden' })];
    await join(open, hidden.founder);
    const seen = await buildPost(hidden.founder, open, { tags: ['twee-sloten'] });
    const reply = await buildReply(hidden.founder, seen);
    const unseen = await buildPost(hidden.founder, hidden, { tags: ['twee-sloten'] });
    const { rows } = await plein.deps.database.pool.query<{ audiences: string[] }>('select audiences from viewer_of_actor($1)', [hidden.founder.actorId]);
    const outsider = guest('nl');
    const insider = { ...outsider, audiences: rows[0]?.audiences.map(Number) ?? [] };
    const feeds: ((trx: Trx, viewer: Viewer) => Promise<{ items: { id: string }[] }>)[] = [
      (trx, viewer) => squareFeed(trx, viewer, { limit: 100 }),
      (trx, viewer) => personFeed(trx, viewer, hidden.founder.handle, {}),
      (trx, viewer) => tagFeed(trx, viewer, 'twee-sloten', {}),
    ];
    for (const feed of feeds) {
      const found = async (asked: Promise<{ items: { id: string }[] }>) => (await asked).items.map((post) => post.id).filter((id) => id === seen.id || id === unseen.id);
      const { database } = plein.deps;
      expect(await found(database.asSystem((trx) => feed(trx, outsider)))).toEqual([seen.id]);
      expect(await found(database.asViewer(outsider, (trx) => feed(trx, insider)))).toEqual([seen.id]);
      expect(await found(database.readAs(outsider, (db) => feed(db, insider)))).toEqual([seen.id]);
      expect((await found(database.readAs(insider, (db) => feed(db, insider)))).sort()).toEqual([seen.id, unseen.id].sort());
      expect((await found(database.asViewer(insider, (trx) => feed(trx, insider)))).sort()).toEqual([seen.id, unseen.id].sort());
    }
    const thread = (viewer: Viewer, id: string) => plein.deps.database.asSystem((trx) => threadOf(trx, viewer, { id, root: null }, {}));
    expect((await thread(outsider, seen.id)).items.map((post) => post.id)).toEqual([reply.id]);
    await expect(plein.deps.database.asSystem((trx) => postForViewer(trx, outsider, unseen.id))).rejects.toMatchObject({ status: 404 });
    await expect(plein.deps.database.readAs(outsider, (db) => postForViewer(db, insider, unseen.id))).rejects.toMatchObject({ status: 404 });
    await expect(plein.deps.database.asViewer(outsider, (trx) => postForViewer(trx, insider, unseen.id))).rejects.toMatchObject({ status: 404 });
  });
});

describe('mine', () => {
  test('holds the places of which one is a member, with everything one may read there', async () => {
    const [mine, asked, other] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein)];
    const resident = await buildMember(plein, { staff: false });
    await join(mine, resident);
    await resident.post(`${asked.path}/memberships`, { note: 'graag' });
    const [all, , members] = [await buildPost(mine.founder, mine), await buildPost(mine.founder, mine, { audience: 'staff' }), await buildPost(mine.founder, mine, { audience: 'members' })];
    await buildPost(asked.founder, asked);
    await buildPost(other.founder, other);
    expect(await idsOf(resident, '/feed?scope=mine', 1)).toEqual([members.id, all.id]);
    expect((await buildGuest(plein).get('/feed?scope=mine')).statusCode).toBe(401);
    const { items } = (await resident.get(`${mine.path}/memberships`)).json<{ items: { id: string; member: { id: string } }[] }>();
    await resident.delete(`${mine.path}/memberships/${items.find((each) => each.member.id === resident.actorId)?.id}`);
    expect(await idsOf(resident, '/feed?scope=mine')).toEqual([]);
  });
});

describe('a building', () => {
  test('filters by kind and tag, and gives pinned threads apart', async () => {
    const building = await buildBuilding(plein);
    const article = await buildPost(building.founder, building, { kind: 'article', title: 'A', tags: ['Archief'] });
    const question = await buildPost(building.founder, building, { kind: 'question', body: 'Wie weet #archief?' });
    const message = await buildPost(building.founder, building);
    const feed = (query: string) => idsOf(buildGuest(plein), `${building.path}/posts?${query}`, 1);
    expect(await feed('kind=article')).toEqual([article.id]);
    expect(await feed('tag=ARCHIEF')).toEqual([question.id, article.id]);
    expect(await feed('tag=archief&kind=question')).toEqual([question.id]);
    expect(await feed('tag=bestaat-niet')).toEqual([]);
    expect(await feed('pinned=true')).toEqual([]);
    const moderator = await buildMemberOf(plein, building, 'moderator');
    for (const post of [message, article]) expect((await moderator.put(`/posts/${post.id}/pin`)).statusCode).toBe(204);
    expect(await feed('pinned=true')).toEqual([article.id, message.id]);
    await moderator.put(`/posts/${message.id}/pin`);
    expect(await feed('pinned=true')).toEqual([article.id, message.id]);
    expect((await moderator.delete(`/posts/${article.id}/pin`)).statusCode).toBe(204);
    expect(await feed('pinned=true')).toEqual([message.id]);
    expect(await feed('')).toEqual([message.id, question.id, article.id]);
  });

  test('is pinned in by its moderators, whole threads only', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(member, building);
    const reply = await buildReply(member, post);
    expect((await member.put(`/posts/${post.id}/pin`)).statusCode).toBe(403);
    expect((await building.founder.put(`/posts/${reply.id}/pin`)).statusCode).toBe(403);
    expect((await building.founder.put(`/posts/${post.id}/pin`)).statusCode).toBe(204);
    expect(await readPost(buildGuest(plein), post.id)).toMatchObject({ pinned: true });
  });

  test('that one may not read in answers as one that is not there', async () => {
    const [closed, hidden] = [await buildBuilding(plein, { access: 'closed' }), await buildBuilding(plein, { access: 'hidden' })];
    const posts = [await buildPost(closed.founder, closed), await buildPost(hidden.founder, hidden)];
    for (const client of [buildGuest(plein), await buildMember(plein)]) {
      const absent = await client.get('/buildings/bestaat-niet/posts');
      for (const building of [closed, hidden]) {
        const answer = await client.get(`${building.path}/posts`);
        expect([answer.statusCode, answer.body]).toEqual([404, absent.body]);
      }
      const absentPost = await client.get(`/posts/${newId()}`);
      for (const post of posts) {
        for (const path of ['', '/replies', '/revisions']) {
          const answer = await client.get(`/posts/${post.id}${path}`);
          expect([answer.statusCode, answer.body]).toEqual([404, absentPost.body]);
        }
      }
    }
    const outsider = await buildMember(plein);
    for (const post of posts) {
      const answers = [await outsider.get(`/posts/${post.id}/reactions`), await outsider.put(`/posts/${post.id}/reactions/like`), await outsider.delete(`/posts/${post.id}/reactions/like`), await outsider.put(`/posts/${post.id}/bookmark`), await outsider.put(`/posts/${post.id}/pin`), await outsider.patch(`/posts/${post.id}`, { body: 'x' }), await outsider.delete(`/posts/${post.id}`), await outsider.post(`/posts/${post.id}/replies`, { body: 'x' })];
      expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 404));
      expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    }
  });
});

describe('a person and a tag', () => {
  test('show of somebody what the reader may read, threads only', async () => {
    const [open, closed] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' })];
    const author = await buildMemberOf(plein, open);
    await join(closed, author);
    const [seen, unseen] = [await buildPost(author, open), await buildPost(author, closed)];
    await buildReply(author, seen);
    const path = `/people/${author.handle}/posts`;
    expect(await idsOf(buildGuest(plein), path)).toEqual([seen.id]);
    expect(await idsOf(closed.founder, path, 1)).toEqual([unseen.id, seen.id]);
    expect((await buildGuest(plein).get('/people/niemand-zo/posts')).statusCode).toBe(404);
  });

  test('show what carries a tag, replies too, and count only what the reader may read', async () => {
    const [open, closed] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' })];
    const insider = await buildMemberOf(plein, closed);
    await join(open, insider);
    const post = await buildPost(insider, open, { body: 'Over #Zeldzaam-Woord' });
    const reply = await buildReply(insider, post, { body: 'en nog eens #zeldzaam-woord' });
    const secret = await buildPost(insider, closed, { tags: ['zeldzaam-woord', 'zeldzaam-geheim'] });
    expect(await idsOf(buildGuest(plein), '/tags/zeldzaam-woord/posts', 1)).toEqual([reply.id, post.id]);
    expect(await idsOf(insider, '/tags/%23Zeldzaam-woord/posts')).toEqual([secret.id, reply.id, post.id]);
    expect((await buildGuest(plein).get('/tags?q=zeldzaam')).json().items).toEqual([{ name: 'zeldzaam-woord', count: 2 }]);
    expect((await insider.get('/tags?q=%23Zeldzaam')).json().items).toEqual([{ name: 'zeldzaam-woord', count: 3 }, { name: 'zeldzaam-geheim', count: 1 }]);
    expect((await buildGuest(plein).get('/tags/zeldzaam-geheim/posts')).json()).toEqual((await buildGuest(plein).get('/tags/bestaat-niet/posts')).json());
    expect((await insider.get('/tags?q=zeldzaam%25')).json().items).toEqual([]);
    await insider.delete(`/posts/${reply.id}`);
    expect(await idsOf(buildGuest(plein), '/tags/zeldzaam-woord/posts')).toEqual([post.id]);
  });
});

describe('here you were', () => {
  test('the mark in a feed moves forward only, and is one’s own', async () => {
    const building = await buildBuilding(plein);
    const [older, newer] = [await buildPost(building.founder, building), await buildPost(building.founder, building)];
    const reader = await buildMember(plein);
    for (const scope of ['square', 'mine', `building:${building.slug}`]) {
      const path = `/read-markers/${encodeURIComponent(scope)}`;
      const before = await reader.get(path);
      expect(before.statusCode).toBe(200);
      expect(before.json()).toEqual({ postId: null, publishedAt: null });
      const set = await reader.put(path, { postId: newer.id, publishedAt: '2001-01-01T00:00:00Z' });
      expect(set.statusCode, set.body).toBe(200);
      expect(set.json()).toEqual({ postId: newer.id, publishedAt: newer.publishedAt });
      expect((await reader.put(path, { postId: older.id })).json()).toEqual({ postId: newer.id, publishedAt: newer.publishedAt });
      expect((await reader.get(path)).json()).toEqual({ postId: newer.id, publishedAt: newer.publishedAt });
      expect((await building.founder.get(path)).json()).toEqual({ postId: null, publishedAt: null });
    }
    expect((await reader.get('/read-markers/iets-anders')).statusCode).toBe(404);
    expect((await buildGuest(plein).get('/read-markers/square')).statusCode).toBe(401);
  });

  test('cannot be laid at a post that one may not read, or in a building that one may not know', async () => {
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const post = await buildPost(hidden.founder, hidden);
    const outsider = await buildMember(plein);
    expect((await outsider.put('/read-markers/square', { postId: post.id })).json().errors[0].path).toBe('postId');
    expect((await outsider.put(`/read-markers/building:${hidden.slug}`, { postId: post.id })).statusCode).toBe(404);
    const open = await buildBuilding(plein);
    expect((await hidden.founder.put(`/read-markers/building:${open.slug}`, { postId: post.id })).statusCode).toBe(400);
  });

  test('tells in Me how many posts of each building are new, one’s own not counted', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building, 'member', { staff: false });
    plein.clock.advance(1_000);
    const unread = async () => (await member.get('/me')).json().buildings.find((each: { id: string }) => each.id === building.id).unread;
    const post = await buildPost(building.founder, building);
    await buildPost(building.founder, building, { audience: 'staff' });
    await buildPost(building.founder, building, { audience: 'members' });
    await buildPost(member, building);
    await buildReply(building.founder, post);
    expect(await unread()).toBe(2);
    await member.put(`/read-markers/building:${building.slug}`, { postId: post.id });
    expect(await unread()).toBe(1);
  });
});

describe('bookmarks', () => {
  test('are one’s own, kept once, latest first, and gone from sight with the right to read', async () => {
    const [open, closed] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' })];
    const reader = await buildMemberOf(plein, closed);
    const [one, two] = [await buildPost(open.founder, open), await buildPost(closed.founder, closed)];
    for (const post of [two, one, two]) {
      plein.clock.advance(10);
      expect((await reader.put(`/posts/${post.id}/bookmark`)).statusCode).toBe(204);
    }
    expect(await idsOf(reader, '/bookmarks', 1)).toEqual([one.id, two.id]);
    expect(await readPost(reader, two.id)).toMatchObject({ bookmarked: true });
    expect(await readPost(closed.founder, two.id)).toMatchObject({ bookmarked: false });
    await closed.founder.delete(`${closed.path}/memberships/${reader.membershipId}`);
    expect(await idsOf(reader, '/bookmarks')).toEqual([one.id]);
    expect((await reader.delete(`/posts/${two.id}/bookmark`)).statusCode).toBe(204);
    expect((await reader.delete(`/posts/${one.id}/bookmark`)).statusCode).toBe(204);
    expect(await idsOf(reader, '/bookmarks')).toEqual([]);
    expect((await buildGuest(plein).get('/bookmarks')).statusCode).toBe(401);
  });
});
