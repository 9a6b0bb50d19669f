// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTANCE_ACTOR_ID } from '../../federation/addresses.ts';
import { synchronizePlaces } from '../../federation/places/sync.ts';
import { call } from '../../federation/wire/call.ts';
import { signedHeaders } from '../../federation/wire/sign.ts';
import { buildBuilding, buildGroup, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, lookUp, standing, type TestReplica, uriOf } from '../support/factories-federation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { receivedBy, type RecordedPlein, startRecordedPlein } from '../support/recorded-plein.ts';
import { openSocket } from '../support/socket.ts';
import { tracesIn } from '../support/traces.ts';
import { until } from '../support/until.ts';

/**
 * A building at A is shared with B and with nobody else. C is a third instance that knows both, speaks with both, and shares other buildings with
 * both. Words that stand nowhere else are put into everything, and looked for in every byte that C receives, in everything that it keeps, and in
 * everything that it can ask for.
 */
let a: RecordedPlein;
let b: RecordedPlein;
let c: RecordedPlein;

beforeAll(async () => {
  [a, b, c] = await Promise.all([startRecordedPlein(), startRecordedPlein(), startRecordedPlein()]);
}, 90_000);
afterAll(async () => {
  await Promise.all([a.close(), b.close(), c.close()]);
});

const all = () => [a, b, c];
/** A word of letters, so that it is one for search too. */
const canary = (name: string): string => `kanarie${name}${randomBytes(6).toString('hex').replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;

interface Shown { id: string; uri: string; text: string; reactions: Record<string, number> }
const feed = async (member: TestMember, path: string): Promise<Shown[]> => (await member.get(`${path}/posts`)).json<{ items: Shown[] }>().items;
const replies = async (member: TestMember, id: string): Promise<Shown[]> => (await member.get(`/posts/${id}/replies`)).json<{ items: Shown[] }>().items;

async function appears(look: () => Promise<Shown[]>, word: string): Promise<Shown> {
  const posts = await until(look, (found) => found.some((each) => each.text.includes(word)));
  const found = posts.find((each) => each.text.includes(word));
  if (found === undefined) throw new Error(`"${word}" is not there`);
  return found;
}

async function write(member: TestMember, path: string, body: object): Promise<Shown> {
  const response = await member.post(`${path}/posts`, body);
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json<Shown>();
}

/** As C asks: by its own actor, or by nobody. */
async function ask(from: RecordedPlein, url: string, signed: boolean, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const plain = { accept: 'application/activity+json', 'user-agent': `Plein (+${from.url}/)`, ...headers };
  const sent = signed ? await signedHeaders(from.deps, { actorId: INSTANCE_ACTOR_ID, method: 'GET', url, headers: plain, scheme: 'cavage' }) : plain;
  const answer = await call(from.deps, { method: 'GET', url, headers: sent, mostBytes: 10_000_000, patienceMs: 15_000 });
  return { status: answer.status, body: answer.body.toString('utf8') };
}

/** Every address under /ap of an instance, for every row that it has, and what else tells of them. */
async function addressesOf(plein: RecordedPlein, words: readonly string[]): Promise<string[]> {
  const { actors, posts, said, places } = await plein.db(async (trx) => ({
    actors: await trx.selectFrom('actor').select(['id', 'handle', 'uri', 'type', 'domain']).execute(),
    posts: await trx.selectFrom('post').select('id').execute(),
    said: await trx.selectFrom('sent_activity').select('id').execute(),
    places: await trx.selectFrom('place').select('slug').execute(),
  }));
  const paths = [
    ...actors.flatMap(({ id }) => ['', '/outbox', '/outbox?page=1', '/outbox?page=true', '/followers', '/members', '/moderators', '/token', '/inbox'].map((end) => `/ap/actors/${id}${end}`)),
    ...actors.filter((each) => each.domain === null).flatMap(({ handle, uri }) => [`acct:${handle}@${plein.host}`, uri, `${plein.url}/buildings/${handle}`].map((each) => `/.well-known/webfinger?resource=${encodeURIComponent(each)}`)),
    ...posts.flatMap(({ id }) => ['', '/replies', '/replies?page=1', '/context', '/context?page=1'].map((end) => `/ap/objects/${id}${end}`)),
    ...posts.flatMap(({ id }) => [`/posts/${id}`, `/api/v1/posts/${id}`, `/api/v1/posts/${id}/replies`]),
    ...said.map(({ id }) => `/ap/activities/${id}`),
    ...places.flatMap(({ slug }) => [`/buildings/${encodeURIComponent(slug)}`, `/api/v1/buildings/${encodeURIComponent(slug)}`, `/api/v1/buildings/${encodeURIComponent(slug)}/posts`, `/api/v1/buildings/${encodeURIComponent(slug)}/memberships`]),
    ...words.flatMap((word) => [`/api/v1/search?q=${word}`, `/api/v1/buildings?q=${word}`, `/search?q=${word}`, `/tags/${word}`, `/api/v1/tags/${word}/posts`]),
    '/', '/actor', '/nodeinfo/2.1', '/.well-known/nodeinfo', '/api/v1/buildings', '/api/v1/posts', '/sitemap.xml', '/robots.txt',
  ];
  return [...new Set(paths)].map((path) => `${plein.url}${path}`);
}

interface Sharing {
  building: TestBuilding;
  founder: TestMember;
  anna: TestMember;
  replica: TestReplica;
  words: string[];
  closedUris: string[];
}

/** Everything that one can do in a building, with a word of its own in each. */
async function fill(access: 'closed' | 'hidden'): Promise<Sharing> {
  const words: string[] = [];
  const word = (name: string): string => {
    const made = canary(name);
    words.push(made);
    return made;
  };
  const name = access === 'hidden' ? word('naam') : `Besloten overleg ${randomBytes(3).toString('hex')}`;
  const summary = access === 'hidden' ? word('samenvatting') : 'Waar wij overleggen.';
  const building = await buildBuilding(a, { access, name, summary });
  await allow(a, building, b);
  const anna = await buildMember(b);
  const replica = await joinElsewhere(b, a, building, anna);
  const colleague = await buildMemberOf(a, building);
  const socket = await openSocket(b.url, anna, { origin: b.url });
  await socket.subscribe(`building:${replica.slug}`);

  const title = word('titel');
  const post = await write(building.founder, building.path, { title, kind: 'article', body: `Met ${word('tekst')} en #${word('label')} en https://voorbeeld.example/${word('link')}` });
  const there = await appears(() => feed(anna, replica.path), words.at(-3) ?? '');
  await socket.hears((frame) => frame.topic === `building:${replica.slug}` && JSON.stringify(frame).includes(there.id));
  const answered = await anna.post(`/posts/${there.id}/replies`, { body: word('antwoord') });
  const answer = answered.json<Shown>();
  await appears(() => replies(colleague, post.id), words.at(-1) ?? '');
  const own = await write(anna, replica.path, { body: word('eigen') });
  const ownThere = await appears(() => feed(colleague, building.path), words.at(-1) ?? '');
  await colleague.post(`/posts/${ownThere.id}/replies`, { body: `@${anna.handle}@${b.host} ${word('terug')}` });
  await appears(() => replies(anna, own.id), words.at(-1) ?? '');
  await colleague.put(`/posts/${ownThere.id}/reactions/idea`);
  await until(() => feed(anna, replica.path), (posts) => posts.find((each) => each.id === own.id)?.reactions['idea'] === 1);
  await building.founder.patch(`/posts/${post.id}`, { body: word('bewerkt') });
  await appears(() => feed(anna, replica.path), words.at(-1) ?? '');
  const doomed = await write(building.founder, building.path, { body: word('verwijderd') });
  await appears(() => feed(anna, replica.path), words.at(-1) ?? '');
  await building.founder.delete(`/posts/${doomed.id}`);
  const group = await buildGroup(building, { name: word('groep'), access: 'hidden' });
  await write(building.founder, group.path, { body: word('groepsbericht') });
  socket.ws.close();
  return { building, founder: building.founder, anna, replica, words, closedUris: [post.uri, answer.uri, own.uri, doomed.uri] };
}

/** C has to do with both: it follows what is public of the same people, tries to come in, and is a member elsewhere. */
async function meddle(sharing: Sharing): Promise<{ publicWord: string }> {
  const { founder, anna, building } = sharing;
  const carla = await buildMember(c);
  const publicBuilding = await buildBuilding(a, { founder });
  await joinElsewhere(b, a, publicBuilding, anna);
  const replica = await joinElsewhere(c, a, publicBuilding, carla);
  const publicWord = canary('openbaar');
  await write(founder, publicBuilding.path, { body: publicWord });
  await appears(() => feed(carla, replica.path), publicWord);
  const other = await buildBuilding(a, { founder, access: 'closed' });
  await allow(a, other, c);
  await joinElsewhere(c, a, other, carla);
  // At the closed door; a hidden one is not even found.
  const found = await lookUp(c, a, building).catch(() => null);
  if (found !== null) {
    await carla.post(`${found.path}/memberships`, {});
    await until(() => standing(c, found.id, uriOf(c, carla)), (state) => state === null);
  }
  expect(await standing(a, building.id, uriOf(c, carla))).toBeNull();
  return { publicWord };
}

describe.each(['closed', 'hidden'] as const)('a %s building of A, shared with B', (access) => {
  let sharing: Sharing;
  let publicWord: string;
  let addresses: string[];

  beforeAll(async () => {
    sharing = await fill(access);
    ({ publicWord } = await meddle(sharing));
    addresses = [...(await addressesOf(a, sharing.words)), ...(await addressesOf(b, sharing.words))];
  }, 120_000);

  test('of what C receives, and of what it keeps, nothing is from there', async () => {
    const received = receivedBy(c, all());
    // The recording hears what C may hear.
    expect(received.includes(publicWord)).toBe(true);
    expect([...sharing.words, ...sharing.closedUris].filter((word) => received.includes(word))).toEqual([]);
    expect(await tracesIn(c, [...sharing.words, ...sharing.closedUris])).toEqual([]);
    if (access === 'hidden') expect(await tracesIn(c, [sharing.building.id, sharing.building.slug])).toEqual([]);
  });

  test('nothing that C asks for, signed or not, holds a word of it', async () => {
    for (const signed of [false, true]) {
      for (const url of addresses) {
        const { body } = await ask(c, url, signed);
        // What somebody looks for is said back to them, as it is for a word that nobody wrote.
        expect({ url, found: sharing.words.filter((word) => !url.includes(word) && body.includes(word)) }).toEqual({ url, found: [] });
      }
    }
  }, 120_000);

  test('whatever is for members answers C as what is absent does, on every address', async () => {
    const absent = await ask(c, `${a.url}/ap/objects/01a00000-0000-7000-8000-000000000000`, true);
    expect(absent.status).toBe(404);
    const { posts, said } = await a.db(async (trx) => ({
      posts: await trx.selectFrom('post').select('id').where('place_id', '=', sharing.building.id).execute(),
      said: await trx.selectFrom('sent_activity').select('id').where('members_of', '=', sharing.building.id).execute(),
    }));
    expect(posts.length).toBeGreaterThan(4);
    expect(said.length).toBeGreaterThan(4);
    const paths = [
      ...posts.flatMap(({ id }) => [`/ap/objects/${id}`, `/ap/objects/${id}/replies`, `/ap/objects/${id}/context`]),
      ...said.map(({ id }) => `/ap/activities/${id}`),
      ...['members', 'token', ...(access === 'hidden' ? ['outbox', 'followers', 'moderators'] : [])].map((end) => `/ap/actors/${sharing.building.id}/${end}`),
      ...(access === 'hidden' ? [`/ap/actors/${sharing.building.id}`] : []),
    ];
    for (const signed of [false, true]) {
      for (const path of paths) {
        const answer = await ask(c, `${a.url}${path}`, signed);
        expect({ path, ...answer, body: withoutItsName(answer.body, path) }).toEqual({ path, status: 404, body: withoutItsName(absent.body, '/ap/objects/01a00000-0000-7000-8000-000000000000') });
      }
    }
  }, 60_000);

  test('B is served what its member reads, and nobody else in its name', async () => {
    const { id } = await a.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', sharing.building.id).where('author_id', '=', sharing.founder.actorId).where('deleted_at', 'is', null).where('group_id', 'is', null).executeTakeFirstOrThrow());
    const object = `${a.url}/ap/objects/${id}`;
    expect((await ask(b, object, true)).status).toBe(200);
    expect((await ask(b, object, false)).status).toBe(404);
    // A token of another place, or for somebody else, opens nothing.
    const own = await b.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', sharing.replica.id).where('origin', '=', 'local').executeTakeFirstOrThrow());
    const atB = `${b.url}/ap/objects/${own.id}`;
    expect((await ask(a, atB, true)).status).toBe(200);
    expect((await ask(c, atB, true)).status).toBe(404);
    const token = JSON.parse((await ask(b, `${a.url}/ap/actors/${sharing.building.id}/token`, true)).body) as object;
    for (const forged of [token, { ...token, actor: `${c.url}/ap/actors/${INSTANCE_ACTOR_ID}` }]) {
      expect((await ask(c, atB, true, { authorization: `ActivityPubActorToken ${JSON.stringify(forged)}` })).status).toBe(404);
    }
  });

  test('after the removal of the member nothing that was on its way arrives, nothing is served, and nothing stays at B', async () => {
    const late = canary('telaat');
    const { building, anna } = sharing;
    b.unplug();
    await write(sharing.founder, building.path, { body: late });
    // It was tried, and waits.
    await until(() => a.db((trx) => trx.selectFrom('delivery').select('id').where('members_of', '=', building.id).execute()), (rows) => rows.length > 0);
    await until(() => a.db((trx) => trx.selectFrom('peer').select(['down_since', 'next_try_at']).where('host', '=', b.host).executeTakeFirst()), (row) => row?.next_try_at != null);
    const row = await a.db((trx) => trx.selectFrom('membership as m').innerJoin('actor as x', 'x.id', 'm.member_id').select('m.id').where('m.place_id', '=', building.id).where('x.uri', '=', uriOf(b, anna)).executeTakeFirstOrThrow());
    expect((await sharing.founder.delete(`${building.path}/memberships/${row.id}`)).statusCode).toBe(204);
    b.plugIn();
    await a.db((trx) => trx.updateTable('peer').set({ next_try_at: null, down_since: null }).where('host', '=', b.host).execute());
    // B speaks, so that A brings what waits.
    await joinElsewhere(b, a, await buildBuilding(a), anna);
    await until(() => b.db((trx) => trx.selectFrom('place').select('id').where('id', '=', sharing.replica.id).execute()), (rows) => rows.length === 0);
    await until(() => a.db((trx) => trx.selectFrom('delivery').select('id').where('members_of', '=', building.id).execute()), (rows) => rows.length === 0);
    expect(receivedBy(b, all()).includes(late)).toBe(false);
    await until(() => tracesIn(b, [...sharing.words, late]), (found) => found.length === 0);
    const { id } = await a.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', building.id).where('deleted_at', 'is', null).limit(1).executeTakeFirstOrThrow());
    expect((await ask(b, `${a.url}/ap/objects/${id}`, true)).status).toBe(404);
    expect((await ask(b, `${a.url}/ap/actors/${building.id}/members`, true)).status).toBe(404);
    expect((await ask(b, `${a.url}/ap/actors/${building.id}/token`, true)).status).toBe(404);
  }, 60_000);
});

test('a removal of which the notice was lost is found at the next comparison, and nothing stays', async () => {
  const word = canary('verloren');
  const building = await buildBuilding(a, { access: 'closed' });
  await allow(a, building, b);
  const anna = await buildMember(b);
  const replica = await joinElsewhere(b, a, building, anna);
  await write(building.founder, building.path, { body: word });
  await appears(() => feed(anna, replica.path), word);
  const losing = b.lose((request) => request.includes('"type":"Remove"'));
  const row = await a.db((trx) => trx.selectFrom('membership as m').innerJoin('actor as x', 'x.id', 'm.member_id').select('m.id').where('m.place_id', '=', building.id).where('x.uri', '=', uriOf(b, anna)).executeTakeFirstOrThrow());
  await building.founder.delete(`${building.path}/memberships/${row.id}`);
  await until(() => losing.times() > 0);
  losing.stop();
  expect(await standing(b, replica.id, uriOf(b, anna))).toBe('active');
  await synchronizePlaces.run(b.deps);
  await until(() => tracesIn(b, [word]), (found) => found.length === 0);
  expect(await standing(b, replica.id, uriOf(b, anna))).toBeNull();
});

/** The answer of what is absent names the address that was asked. */
function withoutItsName(body: string, path: string): string {
  return body.replaceAll(path, '').replace(/"(?:instance|requestId)":"[^"]*"/g, '');
}
