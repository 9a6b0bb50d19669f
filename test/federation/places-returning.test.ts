// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorUri, PUBLIC } from '../../federation/addresses.ts';
import { newActivityId } from '../../federation/delivery/send.ts';
import { signedPost } from '../../federation/wire/sign.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, type TestReplica } from '../support/factories-federation.ts';
import { decideOn, queueOf } from '../support/factories-moderation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** What a moderator hides goes from everybody, and comes back to everybody when it is given back. */

let home: OpenPlein;
let one: OpenPlein;
let two: OpenPlein;

beforeAll(async () => {
  [home, one, two] = await Promise.all([startOpenPlein(), startOpenPlein(), startOpenPlein()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([home.close(), one.close(), two.close()]);
});

const textsIn = async (member: TestMember, path: string): Promise<string[]> => (await member.get(`${path}/posts`)).json<{ items: { text: string }[] }>().items.map(({ text }) => text);
const idAt = async (plein: OpenPlein, uri: string): Promise<string> => (await until(() => plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', uri).executeTakeFirst()), Boolean, 30_000))?.id ?? '';

describe.each(['closed', 'open'] as const)('in a %s building', (access) => {
  let building: TestBuilding;
  let moderator: TestMember;
  let anna: TestMember;
  let bram: TestMember;
  let annas: TestReplica;
  let brams: TestReplica;

  beforeAll(async () => {
    building = await buildBuilding(home, { access });
    moderator = await buildMemberOf(home, building, 'moderator');
    [anna, bram] = [await buildMember(one), await buildMember(two)];
    for (const other of [one, two]) await allow(home, building, other);
    annas = await joinElsewhere(one, home, building, anna);
    brams = await joinElsewhere(two, home, building, bram);
  }, 60_000);

  async function decide(postId: string, action: 'hide' | 'restore'): Promise<void> {
    if (action === 'hide') await moderator.post('/reports', { postId, reason: 'abuse', note: 'Kijk eens' });
    const found = action === 'hide' ? (await queueOf(moderator, building)).at(-1)?.id : await caseOf(postId);
    const decided = await moderator.post(`/reports/${found}/decisions`, { action, reason: 'Omdat' });
    expect(decided.statusCode, decided.body).toBe(201);
  }
  const caseOf = async (postId: string) => (await home.db((trx) => trx.selectFrom('moderation_case').select('id').where('post_id', '=', postId).executeTakeFirst()))?.id;
  const seenBy = (member: TestMember, path: string, text: string, there: boolean) => until(() => textsIn(member, path), (texts) => texts.includes(text) === there, 30_000);

  test('what was written at home, with the answers to it', async () => {
    const text = `Van hier ${access}`;
    const post = (await building.founder.post(`${building.path}/posts`, { body: text, tags: ['woo'] })).json<{ id: string; uri: string }>();
    await seenBy(anna, annas.path, text, true);
    const reply = (await anna.post(`/posts/${await idAt(one, post.uri)}/replies`, { body: 'Een antwoord van elders' })).json<{ uri: string }>();
    const copy = await idAt(two, post.uri);
    await idAt(two, reply.uri);
    await decide(post.id, 'hide');
    for (const [member, path] of [[anna, annas.path], [bram, brams.path]] as const) await seenBy(member, path, text, false);
    expect(await two.db((trx) => trx.selectFrom('post').select('text').where('id', '=', copy).executeTakeFirst())).toEqual({ text: '' });
    await decide(post.id, 'restore');
    for (const [member, path] of [[anna, annas.path], [bram, brams.path]] as const) await seenBy(member, path, text, true);
    const replies = await until(async () => (await bram.get(`/posts/${copy}/replies`)).json<{ items: { text: string }[] }>().items, (items) => items.length > 0);
    expect(replies.map((each) => each.text)).toEqual(['Een antwoord van elders']);
    expect((await bram.get(`/posts/${copy}`)).json()).toMatchObject({ text, tags: ['woo'], replyCount: 1, deletedAt: null });
    expect(await two.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', post.uri).execute())).toHaveLength(1);
  });

  test('what somebody wrote elsewhere, of whom the words were never lost', async () => {
    const text = `Van elders ${access}`;
    const mine = (await anna.post(`${annas.path}/posts`, { body: text })).json<{ id: string; uri: string }>();
    await seenBy(bram, brams.path, text, true);
    const atHome = await idAt(home, mine.uri);
    await decide(atHome, 'hide');
    await seenBy(bram, brams.path, text, false);
    await seenBy(anna, annas.path, text, false);
    expect((await anna.get(`/posts/${mine.id}`)).statusCode).toBe(404);
    await decide(atHome, 'restore');
    await seenBy(bram, brams.path, text, true);
    await seenBy(anna, annas.path, text, true);
    expect((await anna.get(`/posts/${mine.id}`)).json()).toMatchObject({ text, elsewhere: { state: 'taken' } });
  });

  test('not what moderators here hid as well', async () => {
    const text = `Hier verborgen ${access}`;
    const [administrator, reporter] = [await buildMember(one, { administrator: true }), await buildMember(one)];
    await joinElsewhere(one, home, building, reporter);
    const mine = (await anna.post(`${annas.path}/posts`, { body: text })).json<{ id: string; uri: string }>();
    const atHome = await idAt(home, mine.uri);
    await decide(atHome, 'hide');
    await seenBy(anna, annas.path, text, false);
    await decide(atHome, 'restore');
    await seenBy(anna, annas.path, text, true);
    expect((await reporter.post('/reports', { postId: mine.id, reason: 'abuse', note: 'Kijk eens' })).statusCode).toBe(201);
    const found = (await queueOf(administrator, null)).at(-1);
    await decideOn(administrator, found?.id, 'hide');
    const place = actorUri(home.config, building.id);
    const deletion = { id: newActivityId(home.deps).uri, type: 'Delete', actor: place, object: mine.uri };
    expect(await sayAsPlace(deletion, one)).toBe('');
    expect(await sayAsPlace({ type: 'Undo', object: deletion }, one)).toBe('');
    expect(await textsIn(anna, annas.path)).not.toContain(text);
    await decideOn(administrator, found?.id, 'restore');
    await seenBy(anna, annas.path, text, true);
  });

  test('not what its author took back: no home brings that back', async () => {
    const text = `Teruggenomen ${access}`;
    const mine = (await anna.post(`${annas.path}/posts`, { body: text })).json<{ id: string; uri: string }>();
    await seenBy(bram, brams.path, text, true);
    const raw = await home.db((trx) => trx.selectFrom('remote_post as r').innerJoin('post as p', 'p.id', 'r.post_id').select('r.raw_create').where('p.uri', '=', mine.uri).executeTakeFirstOrThrow());
    await anna.delete(`/posts/${mine.id}`);
    await seenBy(bram, brams.path, text, false);
    const place = (await home.db((trx) => trx.selectFrom('actor').select('uri').where('id', '=', building.id).executeTakeFirstOrThrow())).uri;
    expect(await sayAsPlace({ type: 'Undo', object: { type: 'Delete', id: `${home.url}/ap/activities/x`, actor: place, object: mine.uri } })).toBe('not-theirs');
    expect(await sayAsPlace(JSON.parse(raw.raw_create ?? '{}') as Record<string, unknown>)).toBe('');
    expect(await textsIn(bram, brams.path)).not.toContain(text);
  });

  /** The home passes on something that it made up, or kept. @returns why it was refused there */
  async function sayAsPlace(inner: Record<string, unknown>, to = two): Promise<string> {
    const place = actorUri(home.config, building.id);
    const { uri } = newActivityId(home.deps);
    const readers = access === 'open' ? { to: [PUBLIC] } : { to: [place, `${place}/members`] };
    const object = inner['id'] === undefined ? { id: newActivityId(home.deps).uri, actor: place, ...readers, ...inner } : inner;
    const body = JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', id: uri, type: 'Announce', actor: place, ...readers, object });
    expect(await signedPost(home.deps, { actorId: building.id, inbox: `${to.url}/ap/inbox`, body })).toMatchObject({ status: 202 });
    const row = await until(() => to.db((trx) => trx.selectFrom('received_activity').select(['reason', 'handled_at']).where('uri', '=', uri).executeTakeFirst()), (found) => found?.handled_at != null, 30_000);
    return row?.reason ?? '';
  }
});
