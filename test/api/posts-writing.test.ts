// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const eventsAbout = (postId: string) =>
  plein.db(async (trx) => {
    const rows = await trx.selectFrom('event').select(['type', 'payload']).orderBy('id').execute();
    return rows.map((row) => ({ type: row.type, ...(row.payload as Record<string, unknown>) })).filter((event) => 'postId' in event && event.postId === postId);
  });

describe('publishing', () => {
  test('a message answers with the whole post, its address and one event of ids only', async () => {
    const building = await buildBuilding(plein);
    const response = await building.founder.post(`${building.path}/posts`, { kind: 'message', body: 'Dag **allemaal**\nnieuwe regel', audience: 'public' });
    expect(response.statusCode, response.body).toBe(201);
    const post = response.json();
    expect(response.headers['location']).toBe(`/api/v1/posts/${post.id}`);
    expect(post).toMatchObject({
      uri: `http://plein.test/ap/objects/${post.id}`, url: `/posts/${post.id}`, kind: 'message', title: null, html: '<p>Dag <strong>allemaal</strong><br />nieuwe regel</p>', text: 'Dag allemaal\nnieuwe regel',
      author: { id: building.founder.actorId, handle: building.founder.handle }, building: { id: building.id, slug: building.slug, url: building.path }, group: null,
      audience: 'public', tags: [], editedAt: null, deletedAt: null, replyCount: 0, reactions: {}, myReactions: [], bookmarked: false, pinned: false, inReplyTo: null, root: null, revisionCount: 0,
      source: { body: 'Dag **allemaal**\nnieuwe regel', format: 'markdown' }, can: { edit: true, delete: true, reply: true, react: true, pin: true, bookmark: true },
    });
    expect(await eventsAbout(post.id)).toEqual([{ type: 'PostPublished', postId: post.id, rootId: null, placeId: building.id, authorId: building.founder.actorId }]);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 1 });
  });

  test('what was typed is for its author only', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building);
    const member = await buildMemberOf(plein, building);
    expect(await readPost(building.founder, post.id)).toHaveProperty('source');
    expect(await readPost(member, post.id)).not.toHaveProperty('source');
    expect(await readPost(buildGuest(plein), post.id)).toMatchObject({ can: { edit: false, delete: false, reply: false, react: false, pin: false, bookmark: false } });
  });

  test('an article needs a title, and a kind that is not said follows from it', async () => {
    const building = await buildBuilding(plein);
    const without = await building.founder.post(`${building.path}/posts`, { kind: 'article', body: 'x', title: ' \u200b ' });
    expect(without.statusCode).toBe(400);
    expect(without.json().errors).toEqual([expect.objectContaining({ path: 'title' })]);
    expect(await buildPost(building.founder, building, { title: ' Een\n titel ' })).toMatchObject({ kind: 'article', title: 'Een titel' });
    expect(await buildPost(building.founder, building)).toMatchObject({ kind: 'message', title: null });
    expect(await buildPost(building.founder, building, { kind: 'question', title: 'Hoe?' })).toMatchObject({ kind: 'question', title: 'Hoe?' });
  });

  test('takes bounded fields and no others', async () => {
    const building = await buildBuilding(plein);
    const faults = async (body: object) => {
      const response = await building.founder.post(`${building.path}/posts`, body);
      expect(response.statusCode, response.body).toBe(400);
      return response.json().errors.map((fault: { path: string }) => fault.path);
    };
    expect(await faults({ body: '' })).toEqual(['body']);
    expect(await faults({ body: ' <script>x</script> ', format: 'html' })).toEqual(['body']);
    expect(await faults({ body: 'a'.repeat(100_001), title: 't'.repeat(201), kind: 'poll' })).toEqual(expect.arrayContaining(['body', 'title', 'kind']));
    expect(await faults({ body: 'x', tags: Array.from({ length: 21 }, (_, index) => `t${index}`) })).toEqual(['tags']);
    expect(await faults({ body: 'x', tags: ['goed', 'niet goed!'] })).toEqual(['tags/1']);
    expect(await faults({ body: 'x', tags: ['a'.repeat(51)] })).toEqual(['tags/0']);
    expect(await faults({ body: 'x', authorId: building.founder.actorId, buildingId: building.id })).toEqual(expect.arrayContaining(['authorId', 'buildingId']));
    expect((await building.founder.post(`${building.path}/posts`, { body: 'a'.repeat(100_000) })).statusCode).toBe(201);
  });

  test('sent again with its Idempotency-Key is published once', async () => {
    const building = await buildBuilding(plein);
    const send = () => building.founder.post(`${building.path}/posts`, { body: 'één keer' }, { 'idempotency-key': 'sleutel-1' });
    const [first, second] = [await send(), await send()];
    expect(second.json()).toEqual(first.json());
    expect(await idsOf(building.founder, `${building.path}/posts`)).toHaveLength(1);
  });

  test('sent again before the first was answered is answered the same, also when its author joined elsewhere meanwhile', async () => {
    const building = await buildBuilding(plein);
    const elsewhere = await buildBuilding(plein);
    const author = building.founder;
    const send = () => author.post(`${building.path}/posts`, { body: 'twee keer gevraagd' }, { 'idempotency-key': 'sleutel-2' });
    const waiting = async () => (await plein.deps.database.pool.query<{ count: number }>(`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rows[0]?.count;
    const asked: ReturnType<typeof send>[] = [];
    await plein.db(async (trx) => {
      await trx.selectFrom('place').select('id').where('id', '=', building.id).forUpdate().execute();
      asked.push(send());
      await until(waiting, (count) => count === 1);
      asked.push(send());
      await until(waiting, (count) => count === 2);
      expect((await author.post(`${elsewhere.path}/memberships`)).statusCode).toBe(201);
    });
    const [first, second] = await Promise.all(asked);
    expect([first?.statusCode, second?.statusCode]).toEqual([201, 201]);
    expect(second?.json()).toEqual(first?.json());
  });
});

describe('who may write where', () => {
  test('guests sign in first, outsiders of an open building join first, others are refused', async () => {
    const building = await buildBuilding(plein);
    const outsider = await buildMember(plein, { staff: false });
    expect((await buildGuest(plein).post(`${building.path}/posts`, { body: 'x' })).statusCode).toBe(401);
    const refused = await outsider.post(`${building.path}/posts`, { body: 'x' });
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/join-first']);
    await outsider.post(`${building.path}/memberships`);
    expect((await outsider.post(`${building.path}/posts`, { body: 'x' })).statusCode).toBe(201);

    const closed = await buildBuilding(plein, { access: 'closed' });
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    expect((await outsider.post(`${closed.path}/posts`, { body: 'x' })).json()).toMatchObject({ status: 403, type: '/problems/forbidden' });
    expect((await outsider.post(`${hidden.path}/posts`, { body: 'x' })).statusCode).toBe(404);
  });

  test('somebody banned writes, answers and reacts no more, and may still take back what is theirs', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const own = await buildPost(member, building);
    await member.put(`/posts/${own.id}/reactions/like`);
    await building.founder.patch(`${building.path}/memberships/${member.membershipId}`, { state: 'banned' });
    for (const answer of [await member.post(`${building.path}/posts`, { body: 'x' }), await member.post(`/posts/${own.id}/replies`, { body: 'x' }), await member.put(`/posts/${own.id}/reactions/idea`), await member.patch(`/posts/${own.id}`, { body: 'y' })]) {
      expect(answer.json()).toMatchObject({ status: 403, type: '/problems/forbidden' });
    }
    expect((await member.delete(`/posts/${own.id}/reactions/like`)).json()).toEqual({ reactions: {}, myReactions: [] });
    expect((await member.delete(`/posts/${own.id}`)).statusCode).toBe(204);
  });

  test('an open building takes all three audiences, and staff only from staff', async () => {
    const building = await buildBuilding(plein);
    const resident = await buildMemberOf(plein, building, 'member', { staff: false });
    const outsider = await buildMember(plein);
    const [all, staff, members] = [await buildPost(building.founder, building), await buildPost(building.founder, building, { audience: 'staff' }), await buildPost(building.founder, building, { audience: 'members' })];
    expect([all.audience, staff.audience, members.audience]).toEqual(['public', 'staff', 'members']);
    const refused = await resident.post(`${building.path}/posts`, { body: 'x', audience: 'staff' });
    expect([refused.statusCode, refused.json().errors[0].path]).toEqual([400, 'audience']);
    const seenBy = async (client: Parameters<typeof idsOf>[0]) => [await idsOf(client, `${building.path}/posts`), await Promise.all([all, staff, members].map(async (post) => (await client.get(`/posts/${post.id}`)).statusCode))];
    expect(await seenBy(buildGuest(plein))).toEqual([[all.id], [200, 404, 404]]);
    expect(await seenBy(outsider)).toEqual([[staff.id, all.id], [200, 200, 404]]);
    expect(await seenBy(resident)).toEqual([[members.id, all.id], [200, 404, 200]]);
    expect(await seenBy(building.founder)).toEqual([[members.id, staff.id, all.id], [200, 200, 200]]);
  });

  test('closed and hidden buildings take members only, and that is what is meant when nothing is said', async () => {
    for (const access of ['closed', 'hidden'] as const) {
      const building = await buildBuilding(plein, { access });
      expect(await buildPost(building.founder, building)).toMatchObject({ audience: 'members' });
      for (const audience of ['public', 'staff']) {
        const refused = await building.founder.post(`${building.path}/posts`, { body: 'x', audience });
        expect([refused.statusCode, refused.json().errors[0].path]).toEqual([400, 'audience']);
      }
    }
  });
});

describe('threads', () => {
  test('a reply carries the audience of its root, whatever it answers, and counts on both', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const root = await buildPost(building.founder, building, { audience: 'members', kind: 'question', title: 'Wie?' });
    const first = await buildReply(member, root);
    const second = await buildReply(building.founder, root, { inReplyTo: first.id });
    const third = await buildReply(member, second);
    expect(third).toMatchObject({ kind: 'message', audience: 'members', root: root.id, inReplyTo: second.id, url: `/posts/${root.id}#post-${third.id}`, can: { pin: false } });
    expect(await idsOf(building.founder, `/posts/${root.id}/replies`)).toEqual([first.id, second.id, third.id]);
    expect(await idsOf(building.founder, `/posts/${second.id}/replies`, 1)).toEqual([first.id, second.id, third.id]);
    expect([(await readPost(member, root.id)).replyCount, (await readPost(member, first.id)).replyCount, (await readPost(member, third.id)).replyCount]).toEqual([3, 1, 0]);
    expect(await idsOf(member, `${building.path}/posts`)).toEqual([root.id]);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 1 });
    expect((await buildMember(plein).then((outsider) => outsider.get(`/posts/${third.id}`))).statusCode).toBe(404);
    expect((await buildMember(plein).then((outsider) => outsider.post(`/posts/${root.id}/replies`, { body: 'x' }))).statusCode).toBe(404);
    expect(await eventsAbout(third.id)).toEqual([{ type: 'PostPublished', postId: third.id, rootId: root.id, placeId: building.id, authorId: member.actorId }]);
  });

  test('an answer belongs to its own thread', async () => {
    const building = await buildBuilding(plein);
    const [root, other] = [await buildPost(building.founder, building), await buildPost(building.founder, building)];
    const elsewhere = await buildReply(building.founder, other);
    const secret = await buildBuilding(plein, { access: 'hidden' });
    const unseen = await buildPost(secret.founder, secret);
    for (const inReplyTo of [elsewhere.id, other.id, unseen.id, '01900000-0000-7000-8000-000000000000']) {
      const refused = await building.founder.post(`/posts/${root.id}/replies`, { body: 'x', inReplyTo });
      expect([refused.statusCode, refused.json().errors[0].path, refused.json().errors[0].message]).toEqual([400, 'inReplyTo', 'Waar je op reageert staat niet in dit gesprek.']);
    }
  });

  test('outsiders of an open building join before they answer or react', async () => {
    const building = await buildBuilding(plein);
    const root = await buildPost(building.founder, building);
    const outsider = await buildMember(plein, { staff: false });
    for (const answer of [await outsider.post(`/posts/${root.id}/replies`, { body: 'x' }), await outsider.put(`/posts/${root.id}/reactions/like`)]) {
      expect(answer.json()).toMatchObject({ status: 403, type: '/problems/join-first' });
    }
    expect((await buildGuest(plein).post(`/posts/${root.id}/replies`, { body: 'x' })).statusCode).toBe(401);
  });

  test('many answers at once are each counted', async () => {
    const building = await buildBuilding(plein);
    const root = await buildPost(building.founder, building);
    const members = await Promise.all(Array.from({ length: 8 }, () => buildMemberOf(plein, building)));
    await Promise.all(members.map((member) => buildReply(member, root)));
    expect((await readPost(building.founder, root.id)).replyCount).toBe(8);
  });
});

describe('deleting', () => {
  test('without answers nothing is left, and nothing of what was written stays in the database', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building, { title: 'Kanarie-titel', body: `Kanarie-tekst @${member.handle} #kanarie` });
    await building.founder.patch(`/posts/${post.id}`, { body: `Kanarie-later @${member.handle} #kanarie` });
    await member.put(`/posts/${post.id}/reactions/like`);
    await member.put(`/posts/${post.id}/bookmark`);
    expect((await building.founder.delete(`/posts/${post.id}`)).statusCode).toBe(204);
    for (const path of [`/posts/${post.id}`, `/posts/${post.id}/replies`, `/posts/${post.id}/revisions`, `/posts/${post.id}/reactions`]) expect((await building.founder.get(path)).statusCode).toBe(404);
    expect(await idsOf(building.founder, `${building.path}/posts`)).toEqual([]);
    expect(await idsOf(member, '/bookmarks')).toEqual([]);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 0 });
    const left = await plein.db(async (trx) => ({
      row: await trx.selectFrom('post').select(['title', 'html', 'text', 'source', 'revision_count']).where('id', '=', post.id).executeTakeFirst(),
      others: await Promise.all((['post_revision', 'post_tag', 'mention', 'reaction', 'bookmark'] as const).map((table) => trx.selectFrom(table).selectAll().where('post_id', '=', post.id).execute())),
    }));
    expect(left).toEqual({ row: { title: null, html: '', text: '', source: '', revision_count: 0 }, others: [[], [], [], [], []] });
    expect((await building.founder.delete(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await eventsAbout(post.id)).map((event) => event.type)).toContain('PostDeleted');
  });

  test('with answers a tombstone stays, without words or author, that nobody can act on', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const root = await buildPost(building.founder, building, { title: 'Weg', tags: ['weg'] });
    const reply = await buildReply(member, root);
    await building.founder.put(`/posts/${root.id}/pin`);
    await building.founder.delete(`/posts/${root.id}`);
    expect(await readPost(member, root.id)).toMatchObject({ title: null, html: '', text: '', author: null, tags: [], pinned: false, replyCount: 1, deletedAt: expect.any(String), can: { edit: false, delete: false, reply: false, react: false, pin: false, bookmark: false } });
    expect(await idsOf(member, `/posts/${root.id}/replies`)).toEqual([reply.id]);
    expect(await idsOf(member, `${building.path}/posts`)).toEqual([]);
    expect((await member.post(`/posts/${root.id}/replies`, { body: 'x' })).statusCode).toBe(400);
    expect((await member.put(`/posts/${root.id}/reactions/like`)).statusCode).toBe(404);
    expect((await member.put(`/posts/${root.id}/bookmark`)).statusCode).toBe(404);
    expect((await member.post(`/posts/${root.id}/replies`, { body: 'gaat door', inReplyTo: reply.id })).statusCode).toBe(201);
  });

  test('tombstones go with the last answer under them', async () => {
    const building = await buildBuilding(plein);
    const root = await buildPost(building.founder, building);
    const a = await buildReply(building.founder, root);
    const b = await buildReply(building.founder, a);
    const c = await buildReply(building.founder, b);
    const thread = () => idsOf(building.founder, `/posts/${root.id}/replies`);
    await building.founder.delete(`/posts/${a.id}`);
    await building.founder.delete(`/posts/${b.id}`);
    expect(await thread()).toEqual([a.id, b.id, c.id]);
    expect((await readPost(building.founder, root.id)).replyCount).toBe(1);
    await building.founder.delete(`/posts/${c.id}`);
    expect(await thread()).toEqual([]);
    expect((await readPost(building.founder, root.id)).replyCount).toBe(0);
    expect((await building.founder.get(`/posts/${a.id}`)).statusCode).toBe(404);
  });

  test('is for the author and who moderates that building, and for nobody else', async () => {
    const building = await buildBuilding(plein);
    const [author, member, moderator] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building, 'moderator')];
    const elsewhere = await buildBuilding(plein);
    const administrator = await buildMember(plein, { administrator: true });
    const post = await buildPost(author, building);
    for (const other of [member, elsewhere.founder, administrator]) expect((await other.delete(`/posts/${post.id}`)).statusCode).toBe(403);
    expect((await buildGuest(plein).delete(`/posts/${post.id}`)).statusCode).toBe(401);
    for (const other of [moderator, building.founder]) expect((await other.patch(`/posts/${post.id}`, { body: 'anders' })).statusCode).toBe(403);
    expect((await moderator.delete(`/posts/${post.id}`)).statusCode).toBe(204);
  });
});

describe('editing', () => {
  test('keeps what was there before, for whoever may read the post', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building, { kind: 'article', title: 'Eerst', body: 'Versie een', audience: 'members' });
    plein.clock.advance(60_000);
    const edited = await building.founder.patch(`/posts/${post.id}`, { title: 'Daarna', body: 'Versie <b>twee</b>', format: 'html' });
    expect(edited.statusCode, edited.body).toBe(200);
    expect(edited.json()).toMatchObject({ title: 'Daarna', html: 'Versie <strong>twee</strong>', revisionCount: 1, source: { format: 'html' }, publishedAt: post.publishedAt });
    expect(edited.json().editedAt > post.publishedAt).toBe(true);
    plein.clock.advance(60_000);
    await building.founder.patch(`/posts/${post.id}`, { body: 'Versie drie' });
    const revisions = (await member.get(`/posts/${post.id}/revisions`)).json();
    expect(revisions.items).toMatchObject([
      { title: 'Daarna', html: 'Versie <strong>twee</strong>', editedAt: edited.json().editedAt, editor: { id: building.founder.actorId } },
      { title: 'Eerst', html: '<p>Versie een</p>', editedAt: post.publishedAt },
    ]);
    expect((await buildMember(plein).then((outsider) => outsider.get(`/posts/${post.id}/revisions`))).statusCode).toBe(404);
    expect((await eventsAbout(post.id)).map((event) => event.type)).toEqual(['PostPublished', 'PostEdited', 'PostEdited']);
  });

  test('that changes nothing leaves no trace, and the rest of a post cannot be edited', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building, { body: 'Hetzelfde #een', tags: ['twee'] });
    const same = await building.founder.patch(`/posts/${post.id}`, { body: 'Hetzelfde #een' });
    expect(same.json()).toMatchObject({ editedAt: null, revisionCount: 0, tags: ['een', 'twee'] });
    for (const field of ['audience', 'kind', 'publishedAt', 'authorId']) expect((await building.founder.patch(`/posts/${post.id}`, { [field]: 'members' })).statusCode).toBe(400);
    expect((await building.founder.patch(`/posts/${post.id}`, { body: '  ' })).statusCode).toBe(400);
  });

  test('lets tags in the text go with the text, and keeps those that were given', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building, { body: 'Over #Archief en #woo', tags: ['Vast'] });
    expect(post.tags).toEqual(['archief', 'vast', 'woo']);
    expect((await building.founder.patch(`/posts/${post.id}`, { body: 'Over #woo alleen' })).json().tags).toEqual(['vast', 'woo']);
    expect((await building.founder.patch(`/posts/${post.id}`, { tags: [] })).json().tags).toEqual(['woo']);
  });
});
