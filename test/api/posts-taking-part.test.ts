// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';
import { until } from '../support/until.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const eventTypes = async (postId: string) => {
  const rows = await plein.db((trx) => trx.selectFrom('event').select(['type', 'payload']).orderBy('id').execute());
  return rows.filter((row) => (row.payload as { postId?: string }).postId === postId).map((row) => row.type);
};
const mentioned = (postId: string) => plein.db(async (trx) => (await trx.selectFrom('mention').select('actor_id').where('post_id', '=', postId).execute()).map((row) => row.actor_id));

describe('reactions', () => {
  test('are given and taken back as often as one likes, and told of when they change', async () => {
    const building = await buildBuilding(plein);
    const [one, two] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const post = await buildPost(building.founder, building);
    const put = async (client: typeof one, name: string) => (await client.put(`/posts/${post.id}/reactions/${name}`)).json();
    expect(await put(one, 'like')).toEqual({ reactions: { like: 1 }, myReactions: ['like'] });
    expect(await put(one, 'like')).toEqual({ reactions: { like: 1 }, myReactions: ['like'] });
    expect(await put(one, 'idea')).toEqual({ reactions: { idea: 1, like: 1 }, myReactions: ['idea', 'like'] });
    expect(await put(two, 'like')).toEqual({ reactions: { idea: 1, like: 2 }, myReactions: ['like'] });
    expect((await one.delete(`/posts/${post.id}/reactions/idea`)).json()).toEqual({ reactions: { like: 2 }, myReactions: ['like'] });
    expect((await one.delete(`/posts/${post.id}/reactions/idea`)).statusCode).toBe(200);
    expect(await eventTypes(post.id)).toEqual(['PostPublished', ...Array<string>(4).fill('ReactionChanged')]);
    expect((await one.put(`/posts/${post.id}/reactions/dislike`)).statusCode).toBe(404);
    const [feed] = (await two.get(`${building.path}/posts`)).json().items;
    expect(feed).toMatchObject({ reactions: { like: 2 }, myReactions: ['like'] });
    const first = (await two.get(`/posts/${post.id}/reactions?limit=1`)).json();
    const second = (await two.get(`/posts/${post.id}/reactions?limit=1&cursor=${first.next}`)).json();
    expect([...first.items, ...second.items]).toMatchObject([{ name: 'like', actor: { id: two.actorId } }, { name: 'like', actor: { id: one.actorId } }]);
    expect(second.next).toBeNull();
    expect((await buildGuest(plein).get(`/posts/${post.id}/reactions`)).statusCode).toBe(401);
  });

  test('sent many times at once count once', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building);
    await Promise.all(Array.from({ length: 8 }, () => building.founder.put(`/posts/${post.id}/reactions/like`)));
    expect((await readPost(building.founder, post.id)).reactions).toEqual({ like: 1 });
    expect((await eventTypes(post.id)).filter((type) => type === 'ReactionChanged')).toHaveLength(1);
  });
});

describe('mentions', () => {
  test('of people and buildings become links, and people are told', async () => {
    const [building, other] = [await buildBuilding(plein), await buildBuilding(plein)];
    const [piet, saskia] = [await buildMember(plein), await buildMember(plein, { staff: false })];
    const post = await buildPost(building.founder, building, { body: `Dag @${piet.handle.toUpperCase()}, @${saskia.handle}. Zie @${other.slug} en @niemand-zo.` });
    expect(post.html).toBe(
      `<p>Dag <a href="/people/${piet.handle}" class="mention">@${piet.handle.toUpperCase()}</a>, <a href="/people/${saskia.handle}" class="mention">@${saskia.handle}</a>. Zie <a href="/buildings/${other.slug}" class="mention">@${other.slug}</a> en @niemand-zo.</p>`,
    );
    expect(new Set(await mentioned(post.id))).toEqual(new Set([piet.actorId, saskia.actorId]));
  });

  test('of somebody who may not read the post stay text, without a word about why', async () => {
    const [open, closed] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'closed' })];
    const [outsider, resident, suspended] = [await buildMember(plein), await buildMember(plein, { staff: false }), await buildMember(plein)];
    await plein.db((trx) => trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', suspended.accountId).execute());
    const inside = await buildPost(closed.founder, closed, { body: `@${outsider.handle}` });
    const staff = await buildPost(open.founder, open, { body: `@${resident.handle} @${outsider.handle}`, audience: 'staff' });
    const gone = await buildPost(open.founder, open, { body: `@${suspended.handle}` });
    expect([inside.html, await mentioned(inside.id)]).toEqual([`<p>@${outsider.handle}</p>`, []]);
    expect(staff.html).toContain(`<p>@${resident.handle} <a href="/people/${outsider.handle}"`);
    expect(await mentioned(staff.id)).toEqual([outsider.actorId]);
    expect([gone.html, await mentioned(gone.id)]).toEqual([`<p>@${suspended.handle}</p>`, []]);
  });

  test('of a hidden building lead there only for who reads them inside', async () => {
    const [open, hidden] = [await buildBuilding(plein), await buildBuilding(plein, { access: 'hidden' })];
    await join(open, hidden.founder);
    const outside = await buildPost(hidden.founder, open, { body: `Zie @${hidden.slug}` });
    const inside = await buildPost(hidden.founder, hidden, { body: `Zie @${hidden.slug}` });
    const stranger = await buildPost(open.founder, open, { body: `Zie @${hidden.slug}` });
    expect(outside.html).toBe(`<p>Zie @${hidden.slug}</p>`);
    expect(stranger.html).toBe(outside.html);
    expect(inside.html).toContain(`href="/buildings/${hidden.slug}"`);
    expect((await open.founder.post('/previews', { body: `@${hidden.slug}` })).json()).toEqual({ html: `<p>@${hidden.slug}</p>` });
  });

  test('that an edit adds are told apart from those that were there', async () => {
    const building = await buildBuilding(plein);
    const [one, two] = [await buildMember(plein), await buildMember(plein)];
    const post = await buildPost(building.founder, building, { body: `@${one.handle}` });
    await building.founder.patch(`/posts/${post.id}`, { body: `@${one.handle} @${two.handle}` });
    const edited = await plein.db((trx) => trx.selectFrom('event').select('payload').where('type', '=', 'PostEdited').orderBy('id', 'desc').executeTakeFirstOrThrow());
    expect(edited.payload).toMatchObject({ postId: post.id, newMentions: [two.actorId] });
    expect(new Set(await mentioned(post.id))).toEqual(new Set([one.actorId, two.actorId]));
  });

  test('are completed with those whom the writer may know and a text there can name', async () => {
    const [open, closed, hidden] = [await buildBuilding(plein, { name: 'Qwerty open' }), await buildBuilding(plein, { access: 'closed', name: 'Qwerty besloten' }), await buildBuilding(plein, { access: 'hidden', name: 'Qwerty verborgen' })];
    const insider = await buildMemberOf(plein, closed, 'member', { name: 'Anouk Qwerty' });
    const outsider = await buildMember(plein, { name: 'Qwerty Bakker', staff: false });
    const names = async (client: TestClient, query: string) => (await client.get(`/mentions?${query}`)).json().items.map((each: { name: string }) => each.name);
    expect(await names(outsider, 'q=qwerty')).toEqual(['Anouk Qwerty', 'Qwerty Bakker', 'Qwerty besloten', 'Qwerty open']);
    expect(await names(hidden.founder, 'q=@qwerty')).toContain('Qwerty verborgen');
    expect(await names(insider, `q=qwerty&building=${closed.slug}`)).toEqual(['Anouk Qwerty', 'Qwerty besloten', 'Qwerty open']);
    expect(await names(outsider, `q=qwerty&building=${closed.slug}`)).toEqual([]);
    expect((await outsider.get(`/mentions?q=qwerty&building=${hidden.slug}`)).statusCode).toBe(404);
    expect(await names(outsider, 'q=')).toEqual([]);
    expect(await names(outsider, 'q=%25')).toEqual([]);
    const [first] = (await outsider.get(`/mentions?q=anouk&building=${open.slug}`)).json().items;
    expect(first).toEqual({ type: 'person', handle: insider.handle, name: 'Anouk Qwerty', organisation: null, isGuest: false });
    expect((await buildGuest(plein).get('/mentions?q=qwerty')).statusCode).toBe(401);
  });
});

describe('drafts', () => {
  test('are kept under the id of the client, once, and come back as they were', async () => {
    const building = await buildBuilding(plein);
    const [writer, id] = [building.founder, newId()];
    const body = { buildingSlug: building.slug, inReplyTo: null, kind: 'article', title: 'Half', body: '<p>af', format: 'html', audience: 'members', tags: ['Nog niet af!'] };
    const saved = await writer.put(`/drafts/${id}`, body);
    expect(saved.statusCode, saved.body).toBe(200);
    expect(saved.json()).toMatchObject({ id, ...body, building: { slug: building.slug } });
    plein.clock.advance(1_000);
    await Promise.all([writer.put(`/drafts/${id}`, { ...body, body: 'later' }), writer.put(`/drafts/${id}`, { ...body, body: 'later' })]);
    const second = newId();
    await writer.put(`/drafts/${second}`, { kind: 'message', body: '', format: 'markdown', updatedAt: '2020-01-01T00:00:00Z' });
    const first = (await writer.get('/drafts?limit=1')).json();
    const rest = (await writer.get(`/drafts?limit=1&cursor=${first.next}`)).json();
    expect([...first.items, ...rest.items]).toMatchObject([{ id: second, buildingSlug: null, building: null, title: '', audience: null, tags: [] }, { id, body: 'later' }]);
    expect((await writer.delete(`/drafts/${id}`)).statusCode).toBe(204);
    expect((await writer.delete(`/drafts/${id}`)).statusCode).toBe(204);
    expect((await writer.get('/drafts')).json().items).toHaveLength(1);
  });

  test('are their owner’s alone: another neither reads, overwrites nor deletes them', async () => {
    const [owner, other] = [await buildMember(plein), await buildMember(plein)];
    const id = newId();
    const draft = { kind: 'message', body: 'van mij', format: 'markdown' };
    await owner.put(`/drafts/${id}`, draft);
    expect((await other.put(`/drafts/${id}`, { ...draft, body: 'gekaapt' })).statusCode).toBe(404);
    expect((await other.delete(`/drafts/${id}`)).statusCode).toBe(204);
    expect((await other.get('/drafts')).json().items).toEqual([]);
    expect((await owner.get('/drafts')).json().items).toMatchObject([{ id, body: 'van mij' }]);
    expect((await owner.put('/drafts/geen-uuid', draft)).statusCode).toBe(400);
    expect((await buildGuest(plein).get('/drafts')).statusCode).toBe(401);
  });

  test('for a place or post that one may not know are refused, and lose a place that was lost', async () => {
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const member = await buildMemberOf(plein, hidden);
    const outsider = await buildMember(plein);
    const post = await buildPost(hidden.founder, hidden);
    const draft = { kind: 'message', body: 'x', format: 'markdown' };
    expect((await outsider.put(`/drafts/${newId()}`, { ...draft, buildingSlug: hidden.slug })).statusCode).toBe(404);
    expect((await outsider.put(`/drafts/${newId()}`, { ...draft, inReplyTo: post.id })).json().errors[0].path).toBe('inReplyTo');
    await member.put(`/drafts/${newId()}`, { ...draft, buildingSlug: hidden.slug });
    await hidden.founder.delete(`${hidden.path}/memberships/${member.membershipId}`);
    expect((await member.get('/drafts')).json().items).toMatchObject([{ buildingSlug: null, building: null, body: 'x' }]);
  });
});

describe('a preview', () => {
  test('is what would be published', async () => {
    const building = await buildBuilding(plein);
    const body = `# Kop\n\nDag @${building.founder.handle} over #woo: https://example.nl\n\n<script>alert(1)</script>`;
    const { html } = (await building.founder.post('/previews', { body, format: 'markdown' })).json();
    expect(html).toBe((await buildPost(building.founder, building, { body })).html);
    expect((await building.founder.post('/previews', { body: '' })).json()).toEqual({ html: '' });
    expect((await buildGuest(plein).post('/previews', { body: 'x' })).statusCode).toBe(401);
  });
});

describe('when a building closes its door', () => {
  test('its posts go with all that hangs on them, for good', async () => {
    const building = await buildBuilding(plein);
    const [member, outsider] = [await buildMemberOf(plein, building), await buildMember(plein)];
    const post = await buildPost(building.founder, building, { body: `Hallo @${outsider.handle} #dichtdoen` });
    const staff = await buildPost(building.founder, building, { audience: 'staff' });
    const reply = await buildReply(member, post, { body: 'antwoord #dichtdoen' });
    await member.put(`/posts/${post.id}/reactions/like`);
    await building.founder.patch(`/posts/${post.id}`, { body: `Nog eens @${outsider.handle} #dichtdoen` });
    expect((await building.founder.get(`${building.path}/access-changes?access=closed`)).json()).toMatchObject({ posts: 3 });
    expect((await building.founder.patch(building.path, { access: 'closed' })).statusCode).toBe(200);
    for (const client of [buildGuest(plein), outsider]) {
      for (const each of [post, staff, reply]) expect((await client.get(`/posts/${each.id}`)).statusCode).toBe(404);
      expect((await client.get('/tags?q=dichtdoen')).json().items).toEqual([]);
      expect(await idsOf(client, '/tags/dichtdoen/posts')).toEqual([]);
      expect(await idsOf(client, `/people/${building.founder.handle}/posts`)).toEqual([]);
    }
    expect(await readPost(member, post.id)).toMatchObject({ audience: 'members', reactions: { like: 1 }, tags: ['dichtdoen'], revisionCount: 1 });
    expect((await member.get(`/posts/${post.id}/revisions`)).json().items).toHaveLength(1);
    const kept = await plein.db(async (trx) => {
      const { audience_id: audience } = await trx.selectFrom('post').select('audience_id').where('id', '=', post.id).executeTakeFirstOrThrow();
      const rows = await Promise.all((['post_revision', 'post_tag', 'mention', 'reaction'] as const).map((table) => trx.selectFrom(table).select('audience_id').where('post_id', 'in', [post.id, reply.id]).execute()));
      return rows.map((each) => each.length > 0 && each.every((row) => row.audience_id === audience));
    });
    expect(kept).toEqual([true, true, true, true]);
    await building.founder.patch(building.path, { access: 'open' });
    expect((await outsider.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect(await buildPost(building.founder, building)).toMatchObject({ audience: 'public' });
  });

  test('or is deleted and brought back, each post is again for whom it was', async () => {
    const building = await buildBuilding(plein);
    const [all, members] = [await buildPost(building.founder, building, { tags: ['weg-en-terug'] }), await buildPost(building.founder, building, { audience: 'members' })];
    await building.founder.put(`/posts/${all.id}/reactions/like`);
    await building.founder.delete(`${building.path}?name=${encodeURIComponent(building.name)}`);
    for (const client of [buildGuest(plein), building.founder]) {
      for (const post of [all, members]) expect((await client.get(`/posts/${post.id}`)).statusCode).toBe(404);
      expect(await idsOf(client, '/tags/weg-en-terug/posts')).toEqual([]);
    }
    expect((await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(201);
    expect(await readPost(buildGuest(plein), all.id)).toMatchObject({ audience: 'public', reactions: { like: 1 }, tags: ['weg-en-terug'] });
    expect((await buildGuest(plein).get(`/posts/${members.id}`)).statusCode).toBe(404);
    expect(await readPost(building.founder, members.id)).toMatchObject({ audience: 'members' });
  });

  test('a reaction waits for a move that is under way, and goes along', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building);
    let reaction: Promise<unknown> = Promise.resolve();
    const moved = await plein.db(async (trx) => {
      const { members_audience_id: members } = await trx.selectFrom('place').select('members_audience_id').where('id', '=', building.id).executeTakeFirstOrThrow();
      await trx.updateTable('post').set({ audience_id: members }).where('id', '=', post.id).execute();
      reaction = building.founder.put(`/posts/${post.id}/reactions/like`);
      await until(async () => {
        const { rows } = await plein.deps.database.pool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return rows.length > 0;
      });
      return members;
    });
    await reaction;
    const rows = await plein.db((trx) => trx.selectFrom('reaction').select('audience_id').where('post_id', '=', post.id).execute());
    expect(rows).toEqual([{ audience_id: moved }]);
  });

  test('nothing that is written or reacted meanwhile stays outside', async () => {
    const building = await buildBuilding(plein);
    const members = await Promise.all(Array.from({ length: 6 }, () => buildMemberOf(plein, building)));
    const post = await buildPost(building.founder, building);
    await Promise.all([
      ...members.map((member) => member.post(`${building.path}/posts`, { body: 'op het nippertje', audience: 'public' })),
      ...members.map((member) => member.put(`/posts/${post.id}/reactions/like`)),
      building.founder.patch(building.path, { access: 'closed' }),
      ...members.map((member) => member.post(`/posts/${post.id}/replies`, { body: 'nog één' })),
    ]);
    const wide = await plein.db(async (trx) => {
      const posts = await trx.selectFrom('post').select('id').where('place_id', '=', building.id).execute();
      const ids = posts.map((each) => each.id);
      return {
        posts: await trx.selectFrom('post').select('id').where('id', 'in', ids).where('audience_id', '<', 100).execute(),
        reactions: await trx.selectFrom('reaction').select('post_id').where('post_id', 'in', ids).where('audience_id', '<', 100).execute(),
      };
    });
    expect(wide).toEqual({ posts: [], reactions: [] });
  });
});
