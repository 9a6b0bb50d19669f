// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Post } from '../../server/posts/schemas.ts';
import { type ApexPeer, type ApexPerson, startApexPeer } from '../support/apex-peer.ts';
import type { Doc } from '../support/apex-store.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply, readPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
let plein: OpenPlein;
let apex: ApexPeer;
let building: TestBuilding;
let place: string;
let alice: ApexPerson;

beforeAll(async () => {
  [plein, apex] = await Promise.all([startOpenPlein(), startApexPeer()]);
  building = await buildBuilding(plein);
  place = `${plein.url}/ap/actors/${building.id}`;
  alice = await apex.person('alice');
});
afterAll(async () => {
  await plein.close();
  await apex.close();
});

/** Compacted with lists, as this server keeps what it was brought. */
const one = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const inboxHas = (person: ApexPerson, fits: (activity: Doc) => boolean) => until(async () => (await person.inbox()).find(fits), (found) => found !== undefined, 20_000);
const objectOf = (activity: Doc): Doc => one(activity['object']) as Doc;
const repliesTo = async (post: Post) => (await building.founder.get(`/posts/${post.id}/replies`)).json<{ items: Post[] }>().items;

describe('with an independent server (activitypub-express), over HTTP', () => {
  let followId: string;

  test('somebody there follows an open building and is accepted; what is written is brought to them', async () => {
    followId = await alice.say({ type: 'Follow', to: [place], object: place });
    const accept = await inboxHas(alice, ({ type }) => type === 'Accept');
    expect(one((objectOf(accept as Doc) as Doc)['id'] ?? objectOf(accept as Doc))).toBe(followId);
    const post = await buildPost(building.founder, building, { body: 'Bericht voor de hele wereld' });
    const announce = (await inboxHas(alice, (each) => each['type'] === 'Announce' && objectOf(each)['type'] === 'Create' && objectOf(objectOf(each)).id === post.uri)) as Doc;
    expect(one(objectOf(objectOf(announce))['content'])).toBe('<p>Bericht voor de hele wereld</p>');
    expect(apex.store.missing).toEqual([]);
  });

  test('an answer stands in the thread and is answered by name; what is deleted here goes there, and the other way', async () => {
    const post = await buildPost(building.founder, building, { body: 'Wie weet raad?' });
    const createId = await alice.say({ type: 'Create', to: [PUBLIC, `${plein.url}/ap/actors/${building.founder.actorId}`], object: { type: 'Note', attributedTo: alice.uri, to: [PUBLIC], content: '<p>Ik weet het</p>', inReplyTo: post.uri } });
    const [reply] = await until(() => repliesTo(post), (found) => found.length === 1);
    expect(reply).toMatchObject({ text: 'Ik weet het', author: { handle: `alice@${apex.host}` } });
    // Passed on to who reads along, alice among them: the same activity, known already.
    expect(createId).toContain(apex.url);
    // An answer from here reaches her by name.
    const answer = await buildReply(building.founder, { id: post.id }, { body: 'Vertel!', inReplyTo: reply?.id ?? '' });
    const create = (await inboxHas(alice, (each) => each['type'] === 'Create' && objectOf(each).id === answer.uri)) as Doc;
    expect(one(objectOf(create)['inReplyTo'])).toBe(reply?.uri);
    // Deleted here, gone there.
    expect((await building.founder.delete(`/posts/${answer.id}`)).statusCode).toBeLessThan(300);
    await until(async () => (await apex.store.getObject(answer.uri))?.['type'] === 'Tombstone', Boolean, 20_000);
    // Deleted there, gone here.
    await alice.say({ type: 'Delete', to: [PUBLIC, `${plein.url}/ap/actors/${building.founder.actorId}`], object: reply?.uri });
    await until(() => repliesTo(post), (found) => found.length === 0);
  });

  test('whoever takes back their following hears no more', async () => {
    const post = await buildPost(building.founder, building, { body: 'Mooi weer' });
    const create = (await inboxHas(alice, (each) => each['type'] === 'Announce' && objectOf(each)['type'] === 'Create' && objectOf(objectOf(each)).id === post.uri)) as Doc;
    // This server likes activities; one of ours has an address of its own.
    expect((await fetch(objectOf(create).id, { headers: { accept: 'application/activity+json' } })).status).toBe(200);
    const undone = await alice.say({ type: 'Undo', to: [place], object: followId });
    expect(undone).toContain(apex.url);
    await until(() => plein.db((trx) => trx.selectFrom('follower').select('follower_id').where('target_id', '=', building.id).execute()), (rows) => rows.length === 0);
    const member = await buildMemberOf(plein, building);
    const later = await buildPost(member, building, { body: 'Alice hoort dit niet meer' });
    await until(() => plein.db((trx) => trx.selectFrom('told_post').select('post_id').where('post_id', '=', later.id).executeTakeFirst()));
    expect((await alice.inbox()).some((each) => JSON.stringify(each).includes(later.uri))).toBe(false);
    expect((await readPost(member, later.id)).replyCount).toBe(0);
  });
});
