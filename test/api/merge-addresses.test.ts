// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, joinGroup, type TestBuilding } from '../support/factories-buildings.ts';
import { merge as mergeBoth } from '../support/factories-merging.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const merge = async (...both: Parameters<typeof mergeBoth>): Promise<string> => (await mergeBoth(...both)).id;
const led = async (who: { get: TestMember['get'] }, path: string) => {
  const response = await who.get(path);
  return response.statusCode === 308 ? String(response.headers['location']) : response.statusCode;
};

describe('an old address', () => {
  test('leads on, with what follows it, through as many merges as there were, and stays taken', async () => {
    const admin = await buildMember(plein);
    const [first, second, third] = [await buildBuilding(plein, { founder: admin }), await buildBuilding(plein, { founder: admin }), await buildBuilding(plein, { founder: admin })];
    await merge(admin, first, second);
    expect(await led(buildGuest(plein), first.path)).toBe(`/api/v1${second.path}`);
    await merge(admin, second, third);
    expect(await led(buildGuest(plein), `${first.path}/posts?limit=3`)).toBe(`/api/v1${third.path}/posts?limit=3`);
    const written = await admin.post(`${first.path}/posts`, { body: 'Op het oude adres' });
    expect([written.statusCode, written.headers['location']]).toEqual([308, `/api/v1${third.path}/posts`]);
    expect((await admin.post('/buildings', { slug: first.slug, name: 'Weer', access: 'open' })).statusCode).toBe(409);
    expect((await admin.get('/me/deleted-buildings')).json()).toMatchObject({ items: [] });
    const page = await plein.app.inject({ method: 'GET', url: first.path, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['location'], page.headers['cache-control']]).toEqual([301, third.path, 'no-store']);
    expect((await buildGuest(plein).get(`${third.path}/merged`)).json()).toMatchObject({ items: [{ name: second.name, slug: second.slug }] });
  });

  test.each([
    ['closed', 'hidden'], ['open', 'hidden'], ['hidden', 'open'], ['hidden', 'hidden'],
  ] as const)('of one that was %s, gone up in one that is %s, is absent to whoever may not know of it', async (from, to) => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin, access: from }), await buildBuilding(plein, { founder: admin, access: to })];
    const member = await buildMemberOf(plein, source);
    await merge(admin, source, target);
    expect(await led(member, source.path)).toBe(`/api/v1${target.path}`);
    const outsider = await buildMember(plein);
    for (const who of [buildGuest(plein), outsider]) {
      const [old, absent] = [await who.get(source.path), await who.get('/buildings/dit-is-er-niet')];
      expect([old.statusCode, old.body]).toEqual([absent.statusCode, absent.body]);
      expect((await who.post(`${source.path}/memberships`)).statusCode).toBe(who === outsider ? 404 : 401);
    }
    const page = await plein.app.inject({ method: 'GET', url: source.path, headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    expect((await buildGuest(plein).get(`${target.path}/merged`)).body).not.toContain(source.name);
  });

  test('is a place again when the merge is undone, and may be undone once only, within 30 days', async () => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin }), await buildBuilding(plein, { founder: admin })];
    const id = await merge(admin, source, target);
    expect((await admin.post(`/merges/${id}/undoings`)).statusCode).toBe(201);
    expect(await led(buildGuest(plein), source.path)).toBe(200);
    expect((await admin.post(`/merges/${id}/undoings`)).statusCode).toBe(409);
    const again = await merge(admin, source, target);
    await plein.db((trx) => trx.updateTable('merge').set({ done_at: new Date(Date.now() - 31 * 24 * 3_600_000) }).where('id', '=', again).execute());
    expect((await admin.post(`/merges/${again}/undoings`)).statusCode).toBe(409);
  });
});

describe('groups', () => {
  test('move along with their members and posts, under an address of their own, and back', async () => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin, access: 'closed' }), await buildBuilding(plein, { founder: admin, access: 'closed' })];
    const group = await buildGroup(source, { slug: 'kern', name: 'Kern van de een' });
    await buildGroup(target, { slug: 'kern', name: 'Kern van de ander' });
    const member = await buildMemberOf(plein, source);
    await joinGroup(group, member);
    const inTarget = await buildMemberOf(plein, target);
    const post = await buildPost(member, { slug: `${source.slug}/groups/${group.slug}` });
    const id = await merge(admin, source, target);
    expect(await led(member, group.path)).toBe(`/api/v1${target.path}/groups/kern-2`);
    expect((await member.get(`${target.path}/groups/kern-2`)).json()).toMatchObject({ name: 'Kern van de een', memberCount: 2 });
    expect((await readPost(member, post.id)).building.slug).toBe(target.slug);
    expect((await inTarget.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await admin.post(`/merges/${id}/undoings`)).statusCode).toBe(201);
    expect((await member.get(group.path)).json()).toMatchObject({ name: 'Kern van de een', memberCount: 2 });
    expect((await readPost(member, post.id)).building.slug).toBe(source.slug);
  });

  test.each([['closed'], ['hidden']] as const)('that a %s building closed open again when it is undone, but for one in which something was written since; what was written goes along', async (to) => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin, access: 'open' }), await buildBuilding(plein, { founder: admin, access: to })];
    const [quiet, busy] = [await buildGroup(source, { founder: admin, access: 'open' }), await buildGroup(source, { founder: admin, access: 'open' })];
    const [old, other] = [await buildPost(admin, quiet, { audience: 'public' }), await buildPost(admin, busy, { audience: 'public' })];
    const member = await buildMemberOf(plein, source);
    await joinGroup(busy, member);
    const id = await merge(admin, source, target);
    const fresh = await buildPost(member, { slug: `${target.slug}/groups/${busy.slug}` }, { body: 'Achter de deur' });
    const answer = await buildReply(admin, fresh);
    expect((await admin.post(`/merges/${id}/undoings`)).statusCode).toBe(201);

    const [guest, stranger] = [buildGuest(plein), await buildMember(plein)];
    expect([(await guest.get(quiet.path)).json(), (await guest.get(busy.path)).json()]).toMatchObject([{ access: 'open', postCount: 1 }, { access: 'closed' }]);
    expect([(await guest.get(`/posts/${old.id}`)).statusCode, (await guest.get(`/posts/${other.id}`)).statusCode]).toEqual([200, 404]);
    await stranger.post(`${busy.path}/memberships`, {});
    for (const post of [fresh, answer]) {
      expect((await stranger.get(`/posts/${post.id}`)).statusCode).toBe(404);
      expect((await readPost(member, post.id)).building.slug).toBe(source.slug);
    }
    expect(await idsOf(member, `${busy.path}/posts`)).toEqual([fresh.id, other.id]);
    expect(await idsOf(admin, `${target.path}/posts`)).toEqual([]);
  });

  test('of one building become one, by whoever administers it', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [one, other] = [await buildGroup(building, { name: 'Werkgroep afval' }), await buildGroup(building, { name: 'Afval werkgroep' })];
    const [inOne, inOther] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await joinGroup(one, inOne);
    await joinGroup(other, inOther);
    const post = await buildPost(inOne, { slug: `${building.slug}/groups/${one.slug}` });
    expect((await inOther.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await building.founder.get(`/duplicates?building=${building.slug}`)).json()).toMatchObject({ items: [{ sharedMembers: 1 }] });
    const id = await merge(building.founder, one, other);
    expect((await readPost(inOther, post.id)).building.slug).toBe(building.slug);
    expect(await led(inOne, one.path)).toBe(`/api/v1${other.path}`);
    await building.founder.post(`/merges/${id}/undoings`);
    expect((await inOther.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await inOne.get(`/posts/${post.id}`)).statusCode).toBe(200);
    const elsewhere = await buildGroup(await buildBuilding(plein, { founder: building.founder }));
    expect((await building.founder.post('/merges', { sourceId: one.id, targetId: elsewhere.id, name: one.name })).statusCode).toBe(400);
  });
});

describe('at once', () => {
  test('with posts that are being written, none is lost, and each is in one of the two', async () => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin, access: 'closed' }), await buildBuilding(plein, { founder: admin, access: 'closed' })];
    const root = await buildPost(admin, source);
    const writing = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? admin.post(`${source.path}/posts`, { body: `Bericht ${index}` }) : admin.post(`/posts/${root.id}/replies`, { body: `Antwoord ${index}` })));
    const [answers] = await Promise.all([Promise.all(writing), merge(admin, source, target)]);
    const made = answers.filter((answer) => answer.statusCode === 201).map((answer) => answer.json<{ id: string }>().id);
    expect(answers.every((answer) => [201, 308, 404].includes(answer.statusCode))).toBe(true);
    for (const id of made) expect((await readPost(admin, id)).building.slug).toBe(target.slug);
    expect(await plein.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', source.id).execute())).toEqual([]);
  });

  test('twice, it is done once', async () => {
    const [one, other] = [await buildBuilding(plein), await buildBuilding(plein)];
    const { id } = (await one.founder.post('/merges', { sourceId: one.id, targetId: other.id, name: one.name })).json<{ id: string }>();
    const answers = await Promise.all([1, 2, 3].map(() => other.founder.post(`/merges/${id}/agreements`, { name: one.name })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409]);
  });

  test('a large one goes in the background, from where it stopped, and back', async () => {
    const admin = await buildMember(plein);
    const [source, target] = [await buildBuilding(plein, { founder: admin, access: 'closed' }), await buildBuilding(plein, { founder: admin, access: 'closed' })];
    const member = await buildMemberOf(plein, source);
    const post = await buildPost(admin, source);
    await plein.db((trx) =>
      sql`insert into post (id, uri, kind, author_id, place_id, audience_id, html, text, source, format, published_at)
        select gen_random_uuid(), 'x:' || n, kind, author_id, place_id, audience_id, html, text, source, format, published_at
        from post, generate_series(1, 2400) n where id = ${post.id}::uuid`.execute(trx),
    );
    const id = await merge(admin, source, target);
    const state = async () => (await admin.get(`/merges/${id}`)).json<{ state: string; posts: number; moved: number }>();
    expect(await state()).toMatchObject({ state: 'moving', posts: 2_401, moved: 0 });
    expect((await member.get(`/posts/${post.id}`)).statusCode).toBe(200);
    expect((await admin.post(`${source.path}/posts`, { body: 'Intussen' })).statusCode).toBe(201);
    await plein.drainJobs();
    expect(await state()).toMatchObject({ state: 'done', moved: 2_401 });
    const left = (place: TestBuilding) => plein.db((trx) => trx.selectFrom('post').select(({ fn }) => fn.countAll<number>().as('count')).where('place_id', '=', place.id).executeTakeFirstOrThrow());
    expect([await left(source), await left(target)]).toEqual([{ count: 0 }, { count: 2_402 }]);
    const told = async () => (await member.get('/notifications')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind);
    expect(await told()).toEqual(['merged']);
    await admin.post(`/merges/${id}/undoings`);
    expect(await state()).toMatchObject({ state: 'undoing' });
    await plein.drainJobs();
    expect(await state()).toMatchObject({ state: 'undone' });
    expect([await left(source), await left(target)]).toEqual([{ count: 2_402 }, { count: 0 }]);
    // What was told of the other place is no longer theirs to know.
    expect(await told()).toEqual(['merge-undone']);
  });
});

describe('while it is under way', () => {
  /** Two closed buildings of which the one goes up in the other, in the background. */
  async function underWay() {
    const [a, b] = [await buildMember(plein), await buildMember(plein)];
    const [source, target] = [await buildBuilding(plein, { founder: a, access: 'closed' }), await buildBuilding(plein, { founder: b, access: 'closed' })];
    const member = await buildMemberOf(plein, source);
    const post = await buildPost(member, source);
    await plein.db((trx) => trx.updateTable('post').set({ reply_count: 2_000 }).where('id', '=', post.id).execute());
    const start = async () => {
      const id = await merge(a, source, target);
      expect((await b.post(`/merges/${id}/agreements`, { name: source.name })).json()).toMatchObject({ state: 'moving' });
      return id;
    };
    const stateOf = async (id: string) => (await a.get(`/merges/${id}`)).json<{ state: string }>().state;
    return { a, b, source, target, member, post, start, stateOf };
  }
  const membershipOf = (place: TestBuilding, who: TestMember) => plein.db(async (trx) => (await trx.selectFrom('membership').selectAll().where('place_id', '=', place.id).where('member_id', '=', who.actorId).executeTakeFirst()) ?? null);

  test('neither goes on to a third or is deleted, and nothing is lost; what another went up in is deleted after 30 days, or when that is undone', async () => {
    const { a, b, source, target, member, post, start, stateOf } = await underWay();
    const third = await buildBuilding(plein, { founder: b, access: 'closed' });
    const before = await merge(b, third, target);
    const id = await start();
    const kind = async (response: ReturnType<TestMember['post']>) => {
      const { statusCode, json } = await response;
      return [statusCode, json<{ type: string }>().type];
    };
    const refused = [409, '/problems/merge-under-way'];
    const fourth = await buildBuilding(plein, { founder: b, access: 'closed' });
    expect(await kind(b.post('/merges', { sourceId: target.id, targetId: fourth.id, name: target.name }))).toEqual(refused);
    expect(await kind(b.post('/merges', { sourceId: fourth.id, targetId: target.id, name: fourth.name }))).toEqual(refused);
    expect(await kind(b.post(`/merges/${before}/undoings`))).toEqual(refused);
    expect(await kind(b.delete(target.path))).toEqual(refused);
    expect(await kind(a.delete(source.path))).toEqual(refused);
    await plein.drainJobs();
    expect([await stateOf(id), (await member.get(`/posts/${post.id}`)).statusCode]).toEqual(['done', 200]);

    expect(await kind(b.delete(target.path))).toEqual([409, '/problems/merge-undoable']);
    for (const each of [id, before]) {
      expect((await b.post(`/merges/${each}/undoings`)).statusCode).toBe(201);
      await plein.drainJobs();
    }
    expect((await b.delete(target.path)).statusCode).toBe(204);
    expect((await member.get(`/posts/${post.id}`)).statusCode).toBe(200);
  });

  test('a place that is gone all the same takes nothing with it, and does not come back by undoing', async () => {
    for (const side of ['source', 'target'] as const) {
      const { member, post, start, stateOf, ...both } = await underWay();
      const id = await start();
      const joined = await buildMemberOf(plein, both.source);
      await plein.db((trx) => trx.updateTable('place').set({ deleted_at: new Date() }).where('id', '=', both[side].id).execute());
      await plein.drainJobs();
      expect(await stateOf(id)).toBe('undone');
      expect(await plein.db((trx) => trx.selectFrom('post').select('place_id').where('id', '=', post.id).executeTakeFirstOrThrow())).toEqual({ place_id: both.source.id });
      expect((await both.a.post(`/merges/${id}/undoings`)).statusCode).toBe(409);
      if (side === 'source') expect((await member.get(both.source.path)).statusCode).toBe(404);
      else expect([(await member.get(`/posts/${post.id}`)).statusCode, (await membershipOf(both.source, joined))?.state]).toEqual([200, 'active']);
    }
  });

  test('who is put out of the one, leaves it or loses a role there, is none of the other', async () => {
    const { a, source, target, member, post, start } = await underWay();
    const [left, moderator, both, staying] = [await buildMemberOf(plein, source), await buildMemberOf(plein, source, 'moderator'), await buildMemberOf(plein, source, 'moderator'), await buildMemberOf(plein, source)];
    await join(target, both);
    await start();
    expect((await membershipOf(target, moderator))?.role).toBe('moderator');
    const idOf = async (who: TestMember) => (await membershipOf(source, who))?.id;
    expect((await a.delete(`${source.path}/memberships/${await idOf(member)}`)).statusCode).toBe(204);
    expect((await left.delete(`${source.path}/memberships/${await idOf(left)}`)).statusCode).toBe(204);
    expect((await left.post(`${source.path}/memberships`, { note: 'Toch weer' })).statusCode).toBe(201);
    expect((await a.delete(`${source.path}/memberships/${await idOf(both)}`)).statusCode).toBe(204);
    expect((await a.patch(`${source.path}/memberships/${await idOf(moderator)}`, { role: 'member' })).statusCode).toBe(200);
    await plein.drainJobs();
    const now = await Promise.all([member, left, both, moderator, staying].map(async (who) => {
      const row = await membershipOf(target, who);
      return row === null ? 'none' : `${row.state} ${row.role}`;
    }));
    expect(now).toEqual(['none', 'requested member', 'active member', 'active member', 'active member']);
    expect([(await member.get(`/posts/${post.id}`)).statusCode, (await staying.get(`/posts/${post.id}`)).statusCode]).toEqual([404, 200]);
  });

  test('who is put out of the other meanwhile, or leaves it, is not let in again at the end', async () => {
    const { b, target, source, member, post, start } = await underWay();
    const left = await buildMemberOf(plein, source);
    await start();
    expect((await b.delete(`${target.path}/memberships/${(await membershipOf(target, member))?.id}`)).statusCode).toBe(204);
    expect((await left.delete(`${target.path}/memberships/${(await membershipOf(target, left))?.id}`)).statusCode).toBe(204);
    await plein.drainJobs();
    expect([await membershipOf(target, member), await membershipOf(target, left)]).toEqual([null, null]);
    expect((await member.get(`/posts/${post.id}`)).statusCode).toBe(404);
  });

  test('an admin of the one who is banned from the other on the way, leads as before', async () => {
    const { a, b, source, target, start, stateOf } = await underWay();
    await b.post(`${source.path}/memberships`, {});
    const id = await start();
    expect((await a.patch(`${source.path}/memberships/${(await membershipOf(source, b))?.id}`, { state: 'banned' })).statusCode).toBe(200);
    await plein.drainJobs();
    expect(await stateOf(id)).toBe('done');
    expect(await membershipOf(target, b)).toMatchObject({ state: 'active', role: 'admin' });
  });

  test.each([['a moderator leads it', true], ['it goes back', false]])('when nobody is left who leads it, %s', async (_what, hasModerator) => {
    const { a, b, source, target, post, member, start, stateOf } = await underWay();
    const moderator = hasModerator ? await buildMemberOf(plein, target, 'moderator') : null;
    const id = await start();
    if (!hasModerator) await member.delete(`${source.path}/memberships/${(await membershipOf(source, member))?.id}`);
    await join(source, b);
    expect((await a.patch(`${source.path}/memberships/${(await membershipOf(source, b))?.id}`, { state: 'banned' })).statusCode).toBe(200);
    expect((await b.patch(`${target.path}/memberships/${(await membershipOf(target, a))?.id}`, { state: 'banned' })).statusCode).toBe(200);
    await plein.db((trx) => trx.deleteFrom('membership').where('place_id', '=', target.id).where('member_id', '=', b.actorId).execute());
    await plein.drainJobs();
    const { state } = await plein.db((trx) => trx.selectFrom('merge').select('state').where('id', '=', id).executeTakeFirstOrThrow());
    expect(state).toBe(hasModerator ? 'done' : 'undone');
    if (moderator !== null) expect((await membershipOf(target, moderator))?.role).toBe('admin');
    else {
      expect(await stateOf(id)).toBe('undone');
      expect((await membershipOf(source, a))?.role).toBe('admin');
      expect((await readPost(a, post.id)).building.slug).toBe(source.slug);
    }
  });
});

describe('likely duplicates', () => {
  test('are shown with why to the administrator, never a hidden one that they are no member of, and not again once they are told apart', async () => {
    const administrator = await buildMember(plein, { administrator: true });
    const one = await buildBuilding(plein, { name: 'Woningtoewijzing Zuid', summary: 'Over urgentie en loting' });
    const other = await buildBuilding(plein, { name: 'Zuid: woningtoewijzing', summary: 'Urgentie, loting en meer' });
    const hidden = await buildBuilding(plein, { name: 'Woningtoewijzing/zuid', access: 'hidden' });
    for (const place of [one, other]) await buildPost(place.founder, place, { tags: ['wonen'] });
    const pairs = async (who: TestMember) => (await who.get('/duplicates')).json<{ items: { one: { id: string }; other: { id: string }; sharedWords: string[]; sharedTags: string[] }[] }>().items;
    const found = (await pairs(administrator)).filter((pair) => [one.id, other.id, hidden.id].includes(pair.one.id));
    expect(found.map((pair) => [pair.one.id, pair.other.id].sort())).toEqual([[one.id, other.id].sort()]);
    expect(found[0]).toMatchObject({ sharedTags: ['wonen'] });
    expect(found[0]?.sharedWords.sort()).toEqual(['loting', 'urgentie']);
    expect((await pairs(hidden.founder)).flatMap((pair) => [pair.one.id, pair.other.id])).toContain(hidden.id);
    expect(await pairs(await buildMember(plein))).toEqual([]);
    expect((await administrator.put(`/duplicates/${other.id}/${one.id}/dismissal`)).statusCode).toBe(204);
    expect((await pairs(administrator)).filter((pair) => pair.one.id === one.id || pair.other.id === one.id)).toEqual([]);
  });
});
