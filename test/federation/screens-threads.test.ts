// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** A thread that is kept elsewhere, of which a part is here. */

let here: OpenPlein;
let there: OpenPlein;
let member: TestMember;
let place: TestBuilding;
let replica: string;
let copy: string;

interface State { host: string; loaded: number; total: number | null }

beforeAll(async () => {
  [here, there] = await Promise.all([startOpenPlein(), startOpenPlein()]);
  member = await buildMember(here);
  place = await buildBuilding(there, { access: 'closed' });
  await place.founder.put(`${place.path}/allowed-instances/${here.host}`);
  replica = `/buildings/${place.slug}@${there.host}`;
  expect((await member.get(replica)).statusCode).toBe(200);
  expect((await member.post(`${replica}/memberships`)).json()).toMatchObject({ state: 'requested' });
  const asked = await until(async () => (await place.founder.get(`${place.path}/memberships?state=requested`)).json<{ items: { id: string }[] }>().items, (items) => items.length === 1);
  await place.founder.patch(`${place.path}/memberships/${asked[0]?.id}`, { state: 'active' });
  await until(async () => (await member.get(replica)).json<{ myMembership: { state: string } | null }>().myMembership?.state === 'active');
  const root = await buildPost(place.founder, place, { body: 'Een vraag' });
  const other = await buildMemberOf(there, place);
  for (let turn = 0; turn < 3; turn++) await buildReply(turn === 1 ? other : place.founder, root, { body: `Antwoord ${turn}` });
  const found = await until(() => here.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', root.uri).where('reply_count', '=', 3).executeTakeFirst()));
  copy = found?.id ?? '';
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
});

/** As if the announcements of two of them had never come. */
async function lose(count: number): Promise<void> {
  await here.db(async (trx) => {
    const lost = await trx.selectFrom('post').select('id').where('root_id', '=', copy).orderBy('published_at').limit(count).execute();
    await trx.deleteFrom('post').where('id', 'in', lost.map((row) => row.id)).execute();
    await trx.updateTable('post').set({ reply_count: 3 - count }).where('id', '=', copy).execute();
  });
}

test('says how much of it is here, and fetches the rest for those who may read it', async () => {
  await lose(2);
  expect((await member.get(`/posts/${copy}/thread-state`)).json<State>()).toMatchObject({ host: there.host, loaded: 1 });
  const fetched = await member.post(`/posts/${copy}/fetch-replies`);
  expect(fetched.statusCode, fetched.body).toBe(200);
  expect(fetched.json<State>()).toMatchObject({ loaded: 3, total: 3 });
  const replies = (await member.get(`/posts/${copy}/replies`)).json<{ items: { text: string; elsewhere: { host: string; state: string } | null }[] }>().items;
  expect(replies.map((reply) => reply.text).sort()).toEqual(['Antwoord 0', 'Antwoord 1', 'Antwoord 2']);
  expect(replies.every((reply) => reply.elsewhere?.host === there.host && reply.elsewhere.state === 'kept')).toBe(true);
  // A second press changes nothing.
  expect((await member.post(`/posts/${copy}/fetch-replies`)).json<State>()).toMatchObject({ loaded: 3, total: 3 });
});

test('is nobody else\'s to ask after, and nothing of ours', async () => {
  const outsider = await buildMember(here);
  for (const who of [outsider, buildGuest(here)]) expect((await who.get(`/posts/${copy}/thread-state`)).statusCode).toBe(404);
  expect((await outsider.post(`/posts/${copy}/fetch-replies`)).statusCode).toBe(404);
  const own = await buildPost(member, await buildBuilding(here, { founder: member }), {});
  expect((await member.get(`/posts/${own.id}/thread-state`)).statusCode).toBe(404);
});

test('tells who wrote of an answer as of an answer, though it names them for other servers', async () => {
  const asked = (await member.post(`${replica}/posts`, { body: 'Wie belt?' })).json<{ id: string }>();
  const kept = await until(() => there.db((trx) => trx.selectFrom('post').select('id').where('uri', 'like', `%${asked.id}%`).executeTakeFirst()));
  expect((await place.founder.post(`/posts/${kept?.id}/replies`, { body: 'Wie het ziet, belt.' })).statusCode).toBe(201);
  const news = await until(async () => (await member.get('/notifications')).json<{ items: { kind: string }[] }>().items.filter((each) => ['reply', 'mention'].includes(each.kind)), (items) => items.length > 0);
  expect(news.map((each) => each.kind)).toEqual(['reply']);
});

test('shows on the page of somebody of elsewhere what they wrote here, to who may read it', async () => {
  const { author } = (await member.get(`/posts/${copy}`)).json<{ author: { handle: string } }>();
  expect(author.handle).toMatch(new RegExp(`@${there.host}$`));
  const written = await member.get(`/people/${author.handle}/posts`);
  expect(written.statusCode, written.body).toBe(200);
  expect(written.json<{ items: { id: string }[] }>().items.map((each) => each.id)).toContain(copy);
  expect((await buildGuest(here).get(`/people/${author.handle}/posts`)).json<{ items: unknown[] }>().items).toEqual([]);
});

test('says so when its home is away, and loses nothing', async () => {
  await there.close();
  const answer = await member.post(`/posts/${copy}/fetch-replies`);
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ type: '/problems/home-away', detail: expect.stringContaining(there.host) });
  expect((await member.get(`/posts/${copy}/thread-state`)).json<State>()).toMatchObject({ loaded: 3, total: 3 });
});
