// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, type TestReplica } from '../support/factories-federation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let home: OpenPlein;
let one: OpenPlein;
let two: OpenPlein;

beforeAll(async () => {
  [home, one, two] = await Promise.all([startOpenPlein(), startOpenPlein(), startOpenPlein()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([home.close(), one.close(), two.close()]);
});

interface Shown {
  id: string;
  uri: string;
  text: string;
  title: string | null;
  audience: string;
  author: { handle: string };
  reactions: Record<string, number>;
  replyCount: number;
  deletedAt: string | null;
}

const feed = async (member: TestMember, path: string): Promise<Shown[]> => (await member.get(`${path}/posts`)).json<{ items: Shown[] }>().items;
const thread = async (member: TestMember, id: string): Promise<Shown[]> => (await member.get(`/posts/${id}/replies`)).json<{ items: Shown[] }>().items;
const byUri = (posts: readonly Shown[], uri: string): Shown | undefined => posts.find((each) => each.uri === uri);

/** Waits until a post with this text is the first of a list. */
async function appears(look: () => Promise<Shown[]>, text: string): Promise<Shown> {
  const posts = await until(look, (found) => found.some((each) => each.text.includes(text)));
  const found = posts.find((each) => each.text.includes(text));
  if (found === undefined) throw new Error(`"${text}" is not there`);
  return found;
}

async function write(member: TestMember, path: string, body: string, more: object = {}): Promise<Shown> {
  const response = await member.post(`${path}/posts`, { body, ...more });
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json<Shown>();
}

async function answer(member: TestMember, id: string, body: string): Promise<Shown> {
  const response = await member.post(`/posts/${id}/replies`, { body });
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json<Shown>();
}

describe.each(['closed', 'open'] as const)('a %s building with people of three instances', (access) => {
  let building: TestBuilding;
  let atHome: TestMember;
  let anna: TestMember;
  let bram: TestMember;
  let annas: TestReplica;
  let brams: TestReplica;

  beforeAll(async () => {
    building = await buildBuilding(home, { access });
    atHome = await buildMemberOf(home, building);
    [anna, bram] = [await buildMember(one), await buildMember(two)];
    for (const other of [one, two]) await allow(home, building, other);
    annas = await joinElsewhere(one, home, building, anna);
    brams = await joinElsewhere(two, home, building, bram);
  }, 60_000);

  test('what is written at home is read by all, for the same readers', async () => {
    const post = await write(atHome, building.path, 'Het verslag van dinsdag', { title: 'Verslag', kind: 'article', tags: ['verslag'] });
    for (const [member, replica] of [[anna, annas], [bram, brams]] as const) {
      const there = await appears(() => feed(member, replica.path), 'Het verslag');
      expect(there).toMatchObject({ uri: post.uri, title: 'Verslag', audience: access === 'open' ? 'public' : 'members', author: { handle: `${atHome.handle}@${home.host}` } });
    }
  });

  test('what is written elsewhere stands at home, and from there with the others; answers and reactions travel too', async () => {
    const post = await write(anna, annas.path, 'Wie kent een voorbeeld?');
    const there = await appears(() => feed(atHome, building.path), 'Wie kent');
    expect(there.author.handle).toBe(`${anna.handle}@${one.host}`);
    const third = await appears(() => feed(bram, brams.path), 'Wie kent');
    expect(third.uri).toBe(post.uri);
    await answer(bram, third.id, 'Bij ons ligt er een.');
    await appears(() => thread(atHome, there.id), 'Bij ons');
    const back = await appears(() => thread(anna, post.id), 'Bij ons');
    expect(back.author.handle).toBe(`${bram.handle}@${two.host}`);
    await until(() => one.db((trx) => trx.selectFrom('notification').select('kind').where('recipient_id', '=', anna.actorId).execute()), (rows) => rows.some((row) => row.kind === 'reply'));
    await until(() => one.db((trx) => trx.selectFrom('remote_post').select('state').where('post_id', '=', post.id).executeTakeFirst()), (row) => row?.state === 'taken');
    await bram.put(`/posts/${third.id}/reactions/thanks`);
    await until(() => feed(anna, annas.path), (posts) => byUri(posts, post.uri)?.reactions['thanks'] === 1);
    await until(() => feed(atHome, building.path), (posts) => byUri(posts, post.uri)?.reactions['thanks'] === 1);
    await bram.delete(`/posts/${third.id}/reactions/thanks`);
    await until(() => feed(anna, annas.path), (posts) => byUri(posts, post.uri)?.reactions['thanks'] === undefined);
  });

  test('an edit and a removal reach everybody', async () => {
    const post = await write(anna, annas.path, 'Eerste gedachte');
    await appears(() => feed(bram, brams.path), 'Eerste gedachte');
    await anna.patch(`/posts/${post.id}`, { body: 'Tweede gedachte' });
    await appears(() => feed(bram, brams.path), 'Tweede gedachte');
    await anna.delete(`/posts/${post.id}`);
    await until(() => feed(bram, brams.path), (posts) => byUri(posts, post.uri) === undefined);
    await until(() => feed(atHome, building.path), (posts) => byUri(posts, post.uri) === undefined);
  });

  test('what a moderator at home removes is gone everywhere', async () => {
    const post = await write(anna, annas.path, 'Dit hoort hier niet');
    const there = await appears(() => feed(atHome, building.path), 'Dit hoort');
    await appears(() => feed(bram, brams.path), 'Dit hoort');
    expect((await building.founder.delete(`/posts/${there.id}`)).statusCode).toBe(204);
    await until(() => feed(bram, brams.path), (posts) => byUri(posts, post.uri) === undefined);
    await until(() => feed(anna, annas.path), (posts) => byUri(posts, post.uri) === undefined);
  });

  test('what its home does not take is shown to its author alone', async () => {
    const { id } = await home.db((trx) => trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').select('m.id').where('m.place_id', '=', building.id).where('a.handle', '=', anna.handle).executeTakeFirstOrThrow());
    const colleague = await buildMember(one);
    await joinElsewhere(one, home, building, colleague);
    await home.db((trx) => trx.updateTable('membership').set({ suspended_until: new Date(Date.now() + 3_600_000) }).where('id', '=', id).execute());
    const post = await write(anna, annas.path, 'Mag dit nog?');
    await until(() => one.db((trx) => trx.selectFrom('remote_post').select('state').where('post_id', '=', post.id).executeTakeFirst()), (row) => row?.state === 'refused');
    expect(byUri(await feed(colleague, annas.path), post.uri)).toBeUndefined();
    expect(byUri(await feed(atHome, building.path), post.uri)).toBeUndefined();
    await home.db((trx) => trx.updateTable('membership').set({ suspended_until: null }).where('id', '=', id).execute());
  });
});
