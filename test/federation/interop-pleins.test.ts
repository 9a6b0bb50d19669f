// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '../../server/posts/schemas.ts';
import type { TestClient } from '../support/app.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { joinElsewhere, lookUp } from '../support/factories-federation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let home: OpenPlein;
let east: OpenPlein;
let west: OpenPlein;
let building: TestBuilding;
let [ella, wim]: TestMember[] = [];
let [ofEast, ofWest]: Awaited<ReturnType<typeof lookUp>>[] = [];

/** An open building of one instance, with a member on each of two others. */
beforeAll(async () => {
  [home, east, west] = await Promise.all([startOpenPlein(), startOpenPlein(), startOpenPlein()]);
  building = await buildBuilding(home, { name: 'Omgevingswet' });
  [ella, wim] = await Promise.all([buildMember(east, { name: 'Ella Oost' }), buildMember(west, { name: 'Wim West' })]);
  ofEast = await joinElsewhere(east, home, building, ella);
  ofWest = await joinElsewhere(west, home, building, wim);
});
afterAll(() => Promise.all([home, east, west].map((each) => each.close())));

const who = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not begun');
  return value;
};
const feed = async (client: TestClient, path: string) => (await client.get(`${path}/posts`)).json<{ items: Post[] }>().items;
/** The post with this address, as somebody finds it in their own instance. */
const found = (client: TestClient, path: string, uri: string) => until(async () => (await feed(client, path)).find((post) => post.uri === uri), (post) => post !== undefined, 20_000) as Promise<Post>;
const replies = (client: TestClient, id: string, texts: string[]) => until(async () => (await client.get(`/posts/${id}/replies`)).json<{ items: Post[] }>().items, (items) => items.map(({ text }) => text).join() === texts.join(), 20_000);

describe('an open building that people of three instances share', () => {
  test('shows everybody what was written in it, by name and where they are from', async () => {
    const post = await buildPost(building.founder, building, { kind: 'question', title: 'Hoe doen jullie dit?', body: 'Met de **vergunningen**.', tags: ['woo'] });
    for (const [client, replica] of [[who(ella), who(ofEast)], [who(wim), who(ofWest)]] as const) {
      const copy = await found(client, replica.path, post.uri);
      expect(copy).toMatchObject({ kind: 'question', title: 'Hoe doen jullie dit?', html: '<p>Met de <strong>vergunningen</strong>.</p>', tags: ['woo'], audience: 'public', author: { handle: `${building.founder.handle}@${home.host}` } });
    }
  });

  test('takes an answer of one to the other two, and its change, and its end', async () => {
    const post = await buildPost(building.founder, building, { body: 'Wie heeft er een voorbeeld?' });
    const [inEast, inWest] = [await found(who(ella), who(ofEast).path, post.uri), await found(who(wim), who(ofWest).path, post.uri)];
    const answer = await buildReply(who(ella), inEast, { body: 'Wij, in het oosten' });
    const [atHome] = await replies(building.founder, post.id, ['Wij, in het oosten']);
    expect(atHome).toMatchObject({ uri: answer.uri, author: { handle: `${who(ella).handle}@${east.host}`, name: 'Ella Oost' } });
    await replies(who(wim), inWest.id, ['Wij, in het oosten']);
    // Whom she answers hears of it.
    await until(async () => (await building.founder.get('/notifications')).json<{ items: { kind: string }[] }>().items.some(({ kind }) => kind === 'reply'));
    expect((await who(ella).patch(`/posts/${answer.id}`, { body: 'Wij, en het westen ook' })).statusCode).toBe(200);
    await replies(building.founder, post.id, ['Wij, en het westen ook']);
    const [theirs] = await replies(who(wim), inWest.id, ['Wij, en het westen ook']);
    // Wim answers her: from his instance to the home, and from there to hers.
    await buildReply(who(wim), inWest, { body: 'Dank, Ella', inReplyTo: theirs?.id ?? '' });
    await replies(who(ella), inEast.id, ['Wij, en het westen ook', 'Dank, Ella']);
    expect((await who(ella).delete(`/posts/${answer.id}`)).statusCode).toBeLessThan(300);
    await until(async () => (await building.founder.get(`/posts/${atHome?.id}`)).json<Post>().deletedAt !== null, Boolean, 20_000);
    await until(async () => (await who(wim).get(`/posts/${theirs?.id}`)).json<Post>().deletedAt !== null, Boolean, 20_000);
  });

  test('begins a thread from elsewhere, and counts what people of all three think of it', async () => {
    const post = await buildPost(who(wim), { slug: who(ofWest).slug, path: who(ofWest).path }, { kind: 'article', title: 'Van ver', body: 'Een heel verhaal.' });
    const atHome = await found(building.founder, building.path, post.uri);
    expect(atHome).toMatchObject({ kind: 'article', title: 'Van ver', html: '<p>Een heel verhaal.</p>' });
    const inEast = await found(who(ella), who(ofEast).path, post.uri);
    expect((await who(ella).put(`/posts/${inEast.id}/reactions/idea`)).statusCode).toBe(200);
    expect((await building.founder.put(`/posts/${atHome.id}/reactions/thanks`)).statusCode).toBe(200);
    await until(async () => (await who(wim).get(`/posts/${post.id}`)).json<Post>().reactions, ({ idea, thanks }) => idea === 1 && thanks === 1, 20_000);
    expect((await who(ella).delete(`/posts/${inEast.id}/reactions/idea`)).statusCode).toBe(200);
    await until(async () => (await who(wim).get(`/posts/${post.id}`)).json<Post>().reactions, ({ idea }) => idea === undefined, 20_000);
  });

  test('lets its moderators remove something everywhere', async () => {
    const post = await buildPost(who(ella), { slug: who(ofEast).slug, path: who(ofEast).path }, { body: 'Dit hoort hier niet' });
    const [atHome, inWest] = [await found(building.founder, building.path, post.uri), await found(who(wim), who(ofWest).path, post.uri)];
    expect((await building.founder.delete(`/posts/${atHome.id}`)).statusCode).toBeLessThan(300);
    await until(async () => (await who(wim).get(`/posts/${inWest.id}`)).statusCode, (status) => status === 404, 20_000);
    await until(async () => (await who(ella).get(`/posts/${post.id}`)).statusCode, (status) => status === 404, 20_000);
  });
});
