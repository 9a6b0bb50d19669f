// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchThread } from '../../federation/places/fetch-thread.ts';
import { fetchParents } from '../../federation/places/fetch-written.ts';
import { keepWritten } from '../../federation/places/keep-object.ts';
import { replicaById } from '../../federation/places/place-rows.ts';
import { replicaOf } from '../../federation/places/replica.ts';
import { remoteActor } from '../../federation/actors/remote-actors.ts';
import { readObject } from '../../federation/translate/post-of-object.ts';
import { FetchRefused } from '../../federation/wire/fetch.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, noteOf } from '../support/fediverse.ts';
import { type HostileActor, type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';

/** Threads that are kept on a server which answers as it pleases. */

let plein: OpenPlein;
let peer: HostilePeer;
let author: HostileActor;
let serial = 0;

beforeAll(async () => {
  plein = await startOpenPlein();
  peer = await startHostilePeer();
  author = peer.actor('schrijver');
});
afterAll(async () => {
  await plein.close();
  await peer.close();
});

const pathOf = (uri: string): string => uri.slice(peer.url.length);
const hang = (uri: string): string => peer.serveRaw(pathOf(uri), () => undefined);
const wasAsked = (uri: string): boolean => peer.requests.some(({ url }) => url === pathOf(uri));
const isHere = async (uri: string): Promise<boolean> => (await plein.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', uri).executeTakeFirst())) !== undefined;

/** Its author's own server serves it. */
function served(content: string, fields: Record<string, unknown> = {}): Activity {
  const note = noteOf(author, `<p>${content}</p>`, fields);
  peer.serve(pathOf(note.id), { body: note });
  return note;
}

/** A thread of which only the beginning is here; its answers stand in a collection. */
async function threadOf(collection: Record<string, unknown>): Promise<{ id: string; uri: string }> {
  const group = peer.actor(`groep${++serial}`, { type: 'Group' });
  const replies = `${peer.url}/collections/${serial}`;
  peer.serve(pathOf(replies), { body: { id: replies, type: 'OrderedCollection', ...collection } });
  const root = served('Een vraag', { audience: group.uri, replies });
  const { id } = await replicaOf(plein.deps, group.uri);
  const { id: authorId, uri: authorUri } = await remoteActor(plein.deps, author.uri);
  await plein.db(async (trx) => {
    const [replica, object] = [await replicaById(trx, id), readObject(root)];
    if (replica === null || object === null) throw new Error('no such place');
    expect(await keepWritten(trx, plein.deps, replica, { object, authorId, authorUri })).toBe(null);
  });
  return plein.db((trx) => trx.selectFrom('post').select(['id', 'uri']).where('uri', '=', root.id).executeTakeFirstOrThrow());
}

/** Answers know what they answer only when that is there. */
const answersTo = (list: Activity[], uri: string): void => list.forEach((each) => Object.assign(each, { inReplyTo: uri }));

test('a thread is fetched as far as the time for all of it goes; what is beyond is not asked for', async () => {
  const [first, second, third] = [served('Een'), served('Twee'), served('Drie')];
  const root = await threadOf({ totalItems: 3, orderedItems: [first.id, second.id, third.id] });
  answersTo([first, second, third], root.uri);
  hang(second.id);
  await fetchThread(plein.deps, root.id, 4_000);
  expect(await isHere(first.id)).toBe(true);
  expect([wasAsked(second.id), wasAsked(third.id)]).toEqual([true, false]);
  expect(await plein.db((trx) => trx.selectFrom('remote_post').select('reply_total').where('post_id', '=', root.id).executeTakeFirst())).toEqual({ reply_total: 3 });
});

test('what answers is looked for up to the end of the time, and no further', async () => {
  const root = await threadOf({ totalItems: 0, orderedItems: [] });
  const [above, further] = [served('Tussenin'), served('Nog hoger')];
  Object.assign(above, { inReplyTo: further.id });
  hang(further.id);
  const answer = readObject(served('Onderaan', { inReplyTo: above.id }));
  const replica = await plein.db(async (trx) => replicaById(trx, (await trx.selectFrom('post').select('place_id').where('id', '=', root.id).executeTakeFirstOrThrow()).place_id));
  if (answer === null || replica === null) throw new Error('nothing to look for');
  const refusal = await fetchParents(plein.deps, replica, answer, 2_000).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FetchRefused);
  expect(refusal).toMatchObject({ reason: 'too-slow' });
});

test('answers stand on a page after an empty one that came along, as Mastodon has it; what answers nothing is left', async () => {
  const [answer, loose] = [served('Een antwoord'), served('Iets anders')];
  const page = `${peer.url}/collections/of-mastodon?page=2`;
  const root = await threadOf({ totalItems: 1, first: { type: 'CollectionPage', next: page, items: [] } });
  peer.serve('/collections/of-mastodon?page=2', { body: { id: page, type: 'CollectionPage', items: [loose.id, answer.id] } });
  answersTo([answer], root.uri);
  await fetchThread(plein.deps, root.id);
  expect([await isHere(answer.id), await isHere(loose.id)]).toEqual([true, false]);
});

test('a page that cannot be had leaves what stood before it', async () => {
  const answer = served('Op de eerste bladzijde');
  const root = await threadOf({ totalItems: 2, orderedItems: [answer.id], next: `${peer.url}/collections/nowhere` });
  answersTo([answer], root.uri);
  await fetchThread(plein.deps, root.id);
  expect(await isHere(answer.id)).toBe(true);
});
