// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf, synchronizePlaces } from '../../federation/places/sync.ts';
import { fetchInPlace } from '../../federation/places/fetch-written.ts';
import { issueToken, issuerOfToken } from '../../federation/places/actor-token.ts';
import { replicaById } from '../../federation/places/place-rows.ts';
import { INSTANCE_ACTOR_ID, actorUri, objectUri } from '../../federation/addresses.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, standing, uriOf } from '../support/factories-federation.ts';
import { buildMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let home: OpenPlein;
let one: OpenPlein;
let two: OpenPlein;

beforeAll(async () => {
  [home, one, two] = await Promise.all([startOpenPlein(), startOpenPlein(), startOpenPlein()]);
});
afterAll(async () => {
  await Promise.all([home.close(), one.close(), two.close()]);
});

async function shared() {
  const building = await buildBuilding(home, { access: 'closed' });
  for (const other of [one, two]) await allow(home, building, other);
  const [anna, bram] = [await buildMember(one), await buildMember(two)];
  const annas = await joinElsewhere(one, home, building, anna);
  const brams = await joinElsewhere(two, home, building, bram);
  return { building, anna, bram, annas, brams };
}

const numbered = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const lastOf = (count: number): string => numbered(count);

/** People of one instance who are members of a place of another, as both have it written down. */
async function buildMany(homeId: string, replicaId: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => numbered(index + 1));
  for (const [plein, placeId, domain] of [[one, replicaId, null], [home, homeId, one.host]] as const) {
    await plein.db(async (trx) => {
      const { members_audience_id: audience } = await trx.selectFrom('place').select('members_audience_id').where('id', '=', placeId).executeTakeFirstOrThrow();
      await trx.insertInto('actor').values(people.map((id) => ({ id, type: 'person', handle: `lid-${id.slice(-4)}`, domain, name: `Lid ${id.slice(-4)}`, uri: `${one.url}/ap/actors/${id}`, audience_id: 1, created_at: new Date() }))).execute();
      if (domain !== null) await trx.insertInto('remote_actor').values(people.map((id) => ({ actor_id: id, host: domain, kind: 'Person', inbox: `${one.url}/ap/actors/${id}/inbox`, fetched_at: new Date() }))).execute();
      await trx.insertInto('membership').values(people.map((member_id) => ({ id: crypto.randomUUID(), place_id: placeId, member_id, role: 'member', state: 'active', joined_through: 'door', audience_id: audience, created_at: new Date() }))).execute();
    });
  }
}

const write = (path: string, member: { post(path: string, body: unknown): Promise<{ statusCode: number }> }, body: string) => member.post(`${path}/posts`, { body });

describe('the members of a place, compared (FEP-8fcf)', () => {
  test('the digest is the sum of that of each, in whatever order', () => {
    const [a, b] = ['https://testing.example.org/users/1', 'https://testing.example.org/users/2'];
    expect(digestOf([a, b])).toBe('c33f48cd341ef046a206b8a72ec97af65079f9a3a9b90eef79c5920dce45c61f');
    expect(digestOf([b, a])).toBe(digestOf([a, b]));
    expect(digestOf([a])).toBe(createHash('sha256').update(a).digest('hex'));
    expect(digestOf([])).toBe('0'.repeat(64));
  });

  test('somebody whom the home forgot is out after the next delivery for members', async () => {
    const { building, anna, annas } = await shared();
    const colleague = await buildMember(one);
    await joinElsewhere(one, home, building, colleague);
    // As after a backup was put back.
    await home.db((trx) => trx.deleteFrom('membership').where('place_id', '=', building.id).where('member_id', 'in', (select) => select.selectFrom('actor').select('id').where('uri', '=', uriOf(one, anna))).execute());
    await write(building.path, building.founder, 'Hier is iets nieuws.');
    await until(() => standing(one, annas.id, uriOf(one, anna)), (state) => state === null);
    expect(await standing(one, annas.id, uriOf(one, colleague))).toBe('active');
  });

  test('somebody whom we forgot is taken off the list at home, and who asked and was let in comes in', async () => {
    const { building, anna, annas } = await shared();
    const [colleague, other] = [await buildMember(one), await buildMember(one)];
    for (const each of [colleague, other]) await joinElsewhere(one, home, building, each);
    await one.db(async (trx) => {
      await trx.deleteFrom('membership').where('place_id', '=', annas.id).where('member_id', '=', anna.actorId).execute();
      await trx.updateTable('membership').set({ state: 'requested' }).where('place_id', '=', annas.id).where('member_id', '=', colleague.actorId).execute();
    });
    await synchronizePlaces.run(one.deps);
    await until(() => standing(home, building.id, uriOf(one, anna)), (state) => state === null);
    expect(await standing(one, annas.id, uriOf(one, colleague))).toBe('active');
    expect(await standing(home, building.id, uriOf(one, colleague))).toBe('active');
  });

  test('however many an instance has in a place, and in however many places, all are compared', async () => {
    const building = await buildBuilding(home);
    const anna = await buildMember(one);
    const replica = await joinElsewhere(one, home, building, anna);
    await buildMany(building.id, replica.id, 600);
    // As after a backup was put back: one more is in here than at home.
    await home.db((trx) => trx.deleteFrom('membership').where('place_id', '=', building.id).where('member_id', 'in', (select) => select.selectFrom('actor').select('id').where('uri', '=', `${one.url}/ap/actors/${lastOf(600)}`)).execute());
    await synchronizePlaces.run(one.deps);
    expect(await one.db((trx) => trx.selectFrom('membership').select((all) => all.fn.countAll<number>().as('count')).where('place_id', '=', replica.id).where('state', '=', 'active').executeTakeFirstOrThrow())).toEqual({ count: 600 });
    expect(await standing(one, replica.id, `${one.url}/ap/actors/${lastOf(600)}`)).toBeNull();
  });

  test('an instance sees its own members, and no others', async () => {
    const { building, anna, annas } = await shared();
    const replica = await one.db((trx) => replicaById(trx, annas.id));
    if (replica === null) throw new Error('no place');
    const { json } = await fetchInPlace(one.deps, replica, `${actorUri(home.config, building.id)}/members`);
    expect(json).toMatchObject({ totalItems: 3, orderedItems: [uriOf(one, anna)] });
  });
});

describe('what a member wrote on a third instance', () => {
  test('is served to the instance of another member with the word of the home, for half an hour', async () => {
    const { bram, annas, brams } = await shared();
    const post = (await bram.post(`${brams.path}/posts`, { body: 'Van de derde' })) as { json(): { id: string } };
    const replica = await one.db((trx) => replicaById(trx, annas.id));
    if (replica === null) throw new Error('no place');
    const { json } = await fetchInPlace(one.deps, replica, objectUri(two.config, post.json().id));
    expect(JSON.stringify(json)).toContain('Van de derde');
  });

  test('a token is for who it names, while it holds, and as it was signed', async () => {
    const { building } = await shared();
    const actor = actorUri(one.config, INSTANCE_ACTOR_ID);
    const token = await issueToken(home.deps, building.id, actor);
    const said = (value: object) => `ActivityPubActorToken ${JSON.stringify(value)}`;
    const issuer = actorUri(home.config, building.id);
    expect(await issuerOfToken(two.deps, said(token), actor)).toBe(issuer);
    expect(await issuerOfToken(two.deps, said(token), actorUri(two.config, INSTANCE_ACTOR_ID))).toBeNull();
    expect(await issuerOfToken(two.deps, said({ ...token, actor: actorUri(two.config, INSTANCE_ACTOR_ID) }), actorUri(two.config, INSTANCE_ACTOR_ID))).toBeNull();
    expect(await issuerOfToken(two.deps, said({ ...token, validUntil: new Date(Date.now() + 3_600_000).toISOString() }), actor)).toBeNull();
    expect(await issuerOfToken(two.deps, said({ ...token, signatures: [] }), actor)).toBeNull();
    expect(await issuerOfToken(two.deps, 'ActivityPubActorToken {"half', actor)).toBeNull();
    expect(await issuerOfToken(two.deps, `Bearer ${JSON.stringify(token)}`, actor)).toBeNull();
    two.clock.advance(36 * 60_000);
    expect(await issuerOfToken(two.deps, said(token), actor)).toBeNull();
    two.clock.advance(-36 * 60_000);
  });
});

test('who is the first here in an open building finds what was said lately', async () => {
  const building = await buildBuilding(home);
  await write(building.path, building.founder, 'Van voor jouw tijd');
  const post = (await building.founder.get(`${building.path}/posts`)).json<{ items: { id: string }[] }>().items[0];
  await building.founder.post(`/posts/${post?.id}/replies`, { body: 'En een antwoord' });
  const member = await buildMember(one);
  const replica = await joinElsewhere(one, home, building, member);
  const posts = await until(async () => (await member.get(`${replica.path}/posts`)).json<{ items: { text: string; replyCount: number }[] }>().items, (items) => items.some((each) => each.text.includes('Van voor') && each.replyCount === 1));
  expect(posts).toHaveLength(1);
});
