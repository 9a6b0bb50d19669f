// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorUri, membersUri, objectUri, PUBLIC } from '../../federation/addresses.ts';
import { newActivityId, send } from '../../federation/delivery/send.ts';
import { withContext } from '../../federation/translate/vocabulary.ts';
import { withProof } from '../../federation/wire/proof.ts';
import { newId } from '../../server/platform/ids.ts';
import { buildBuilding, buildGroup, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, lookUp, standing, type TestReplica, uriOf } from '../support/factories-federation.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let home: OpenPlein;
let here: OpenPlein;
let third: OpenPlein;
let building: TestBuilding;
let anna: TestMember;
let replica: TestReplica;
/** Of the third instance; no member. */
let stranger: TestMember;

beforeAll(async () => {
  [home, here, third] = await Promise.all([startOpenPlein(), startOpenPlein(), startOpenPlein()]);
  building = await buildBuilding(home, { access: 'closed' });
  await allow(home, building, here);
  [anna, stranger] = [await buildMember(here), await buildMember(third)];
  replica = await joinElsewhere(here, home, building, anna);
});
afterAll(async () => {
  await Promise.all([home.close(), here.close(), third.close()]);
});

type Said = Record<string, unknown>;

/** Says something as somebody of an instance, signed and delivered as everything is. @returns what was made of it where it came. */
async function say(from: OpenPlein, senderId: string, to: OpenPlein, activity: Said): Promise<{ outcome: string | null; reason: string }> {
  const uri = String(activity['id'] ?? newActivityId(from.deps).uri);
  const inbox = `${to.url}/ap/inbox`;
  await from.db((trx) => send(trx, from.deps, { dedupeKey: uri, type: String(activity['type']), senderId, activity: withContext({ id: uri, actor: actorUri(from.config, senderId), ...activity }), orderingKey: uri, to: [{ host: to.host, inbox }] }));
  const row = await until(() => to.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'reason', 'handled_at']).where('uri', '=', uri).executeTakeFirst()), (found) => found?.handled_at != null, 30_000);
  return { outcome: row?.outcome ?? null, reason: row?.reason ?? '' };
}

const placeUri = () => actorUri(home.config, building.id);
const forMembers = () => ({ to: [placeUri(), membersUri(home.config, building.id)] });

function note(plein: OpenPlein, author: string, more: Said = {}): Said {
  return { id: objectUri(plein.config, newId()), type: 'Note', attributedTo: actorUri(plein.config, author), content: '<p>Gezegd</p>', audience: placeUri(), published: new Date().toISOString(), ...forMembers(), ...more };
}

const create = (plein: OpenPlein, author: string, object: Said, more: Said = {}): Said => ({ id: newActivityId(plein.deps).uri, type: 'Create', actor: actorUri(plein.config, author), ...forMembers(), object, ...more });
const announce = (inner: Said, more: Said = {}) => say(home, building.id, here, { type: 'Announce', ...forMembers(), object: inner, ...more });
const isKept = async (uri: unknown) => (await here.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', String(uri)).executeTakeFirst())) !== undefined;

describe('what comes from the home of a closed place', () => {
  test('is kept as it should be', async () => {
    const object = note(home, building.founder.actorId);
    expect(await announce(create(home, building.founder.actorId, object))).toEqual({ outcome: 'done', reason: '' });
    expect(await isKept(object['id'])).toBe(true);
  });

  test('is refused when any part of it says that it is for everybody', async () => {
    const by = building.founder.actorId;
    const open = note(home, by, { to: [PUBLIC] });
    expect(await announce(create(home, by, open))).toMatchObject({ reason: 'said-public' });
    const cc = note(home, by);
    expect(await announce(create(home, by, cc, { cc: ['as:Public'] }))).toMatchObject({ reason: 'said-public' });
    const outer = note(home, by);
    expect(await announce(create(home, by, outer), { cc: [PUBLIC] })).toMatchObject({ reason: 'said-public' });
    for (const object of [open, cc, outer]) expect(await isKept(object['id'])).toBe(false);
  });

  test('is refused when it does not say that it is for this place', async () => {
    const elsewhere = note(home, building.founder.actorId, { to: [actorUri(home.config, newId())], audience: undefined });
    expect(await announce(create(home, building.founder.actorId, elsewhere))).toMatchObject({ outcome: 'refused', reason: 'foreign-object' });
  });

  test('is believed of a third instance only with the proof of its author', async () => {
    const bare = note(third, stranger.actorId);
    expect((await announce(create(third, stranger.actorId, bare))).outcome).toBe('refused');
    const proven = note(third, stranger.actorId);
    const said = await withProof(third.deps, stranger.actorId, withContext(create(third, stranger.actorId, proven)));
    const changed = { ...said, object: { ...(said['object'] as Said), content: '<p>Iets anders</p>' } };
    expect(await announce(changed)).toMatchObject({ reason: 'proof-false' });
    expect(await isKept(proven['id'])).toBe(false);
    expect(await announce(said)).toEqual({ outcome: 'done', reason: '' });
    expect(await isKept(proven['id'])).toBe(true);
  });

  test('puts no words into the mouth of somebody else, here or elsewhere', async () => {
    const by = building.founder.actorId;
    const borrowed = note(home, by, { attributedTo: uriOf(third, stranger) });
    expect(await announce(create(home, by, borrowed))).toMatchObject({ reason: 'foreign-object' });
    const foreign = note(third, by, { attributedTo: actorUri(home.config, by) });
    expect(await announce(create(home, by, foreign))).toMatchObject({ reason: 'foreign-object' });
    const annas = note(here, anna.actorId);
    expect(await announce(create(here, anna.actorId, annas))).toMatchObject({ reason: 'not-theirs' });
    const mine = (await anna.post(`${replica.path}/posts`, { body: 'Van Anna zelf' })).json<{ id: string; uri: string }>();
    const update = { ...create(home, by, { ...note(home, by), id: mine.uri }), type: 'Update' };
    expect((await announce(update)).outcome).toBe('refused');
    expect((await anna.get(`/posts/${mine.id}`)).json()).toMatchObject({ text: 'Van Anna zelf' });
  });

  test('has nobody here do what they did not, under the address of something that they did', async () => {
    const mine = (await anna.post(`${replica.path}/posts`, { body: 'Blijft staan' })).json<{ id: string; uri: string }>();
    const { uri } = (await until(() => here.db((trx) => trx.selectFrom('sent_activity').select('uri').where('about', '=', mine.uri).executeTakeFirst()), (row) => row !== undefined)) as { uri: string };
    for (const [type, by] of [['Delete', anna], ['Like', anna], ['Like', await buildMember(here)]] as const) {
      expect(await announce({ id: uri, type, actor: uriOf(here, by), object: mine.uri }), type).toMatchObject({ reason: 'not-theirs' });
    }
    expect((await anna.get(`/posts/${mine.id}`)).json()).toMatchObject({ text: 'Blijft staan', deletedAt: null });
  });

  test('is not kept when its removal came first', async () => {
    const by = building.founder.actorId;
    const object = note(home, by);
    await announce({ id: newActivityId(home.deps).uri, type: 'Delete', actor: actorUri(home.config, by), object: object['id'], ...forMembers() });
    expect(await announce(create(home, by, object))).toEqual({ outcome: 'done', reason: '' });
    expect(await isKept(object['id'])).toBe(false);
  });

  test('is refused from a place that nobody here is in', async () => {
    const other = await buildBuilding(home, { access: 'closed' });
    await lookUp(here, home, other);
    const object = note(home, other.founder.actorId, { to: [actorUri(home.config, other.id)], audience: actorUri(home.config, other.id) });
    expect(await say(home, other.id, here, { type: 'Announce', to: [actorUri(home.config, other.id)], object: create(home, other.founder.actorId, object) })).toMatchObject({ reason: 'not-a-member' });
    expect(await isKept(object['id'])).toBe(false);
  });
});

describe('what is said to a closed place at home', () => {
  const postedAtHome = async (uri: unknown) => (await home.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', String(uri)).executeTakeFirst())) !== undefined;

  test('is refused from who is no member, whatever they say', async () => {
    for (const more of [{}, { to: [PUBLIC], cc: [placeUri()] }]) {
      const object = note(third, stranger.actorId, more);
      expect((await say(third, stranger.actorId, home, create(third, stranger.actorId, object, more))).outcome).toBe('refused');
      expect(await postedAtHome(object['id'])).toBe(false);
    }
  });

  test('a closed group in a hidden building answers who may not know of it like what is not there', async () => {
    const secret = await buildBuilding(home, { access: 'hidden' });
    const group = await buildGroup(secret, { access: 'closed' });
    for (const type of ['Join', 'Follow']) expect(await say(third, stranger.actorId, home, { type, object: actorUri(home.config, group.id) })).toMatchObject({ outcome: 'refused', reason: 'unknown-target' });
    expect(await home.db((trx) => trx.selectFrom('sent_activity').select('type').where('sender_id', '=', group.id).execute())).toEqual([]);
  });

  test('is refused from a member when it says that it is for everybody', async () => {
    const object = note(here, anna.actorId, { to: [PUBLIC], cc: [placeUri()] });
    expect(await say(here, anna.actorId, home, create(here, anna.actorId, object, { to: [PUBLIC], cc: [placeUri()] }))).toMatchObject({ outcome: 'refused', reason: 'said-public' });
    expect(await postedAtHome(object['id'])).toBe(false);
  });
});

test('a closed group in a building that they are not in is as absent as one that never was, for who asks to come in', async () => {
  const hidden = await buildBuilding(home, { access: 'hidden' });
  for (const around of [building, hidden]) {
    const group = await buildGroup(around, { access: 'closed' });
    const ask = () => say(third, stranger.actorId, home, { type: 'Join', object: actorUri(home.config, group.id) });
    expect(await ask()).toEqual({ outcome: 'refused', reason: 'unknown-target' });
    // Named, and still without anybody in the building.
    await allow(home, around, third);
    expect(await ask()).toEqual({ outcome: 'refused', reason: 'unknown-target' });
    expect(await home.db((trx) => trx.selectFrom('sent_activity').select('type').where('sender_id', '=', group.id).execute())).toEqual([]);
    await around.founder.delete(`${around.path}/allowed-instances/${third.host}`);
  }
});

test('a complaint about what was said behind a door goes to an instance while one of its people is there, and not after', async () => {
  const room = await buildBuilding(home, { access: 'closed' });
  await allow(home, room, here);
  const cas = await buildMember(here);
  const copy = await joinElsewhere(here, home, room, cas);
  const report = async (text: string): Promise<number> => {
    const { id } = (await until(() => home.db((trx) => trx.selectFrom('post').select('id').where('text', '=', text).executeTakeFirst()), (found) => found !== undefined, 30_000)) ?? { id: '' };
    const reported = await room.founder.post('/reports', { postId: id, reason: 'abuse', note: `Over ${text}`, tellHome: true });
    expect(reported.statusCode, reported.body).toBe(201);
    const event = await home.db((trx) => trx.selectFrom('event').select('id').where('type', '=', 'ReportForHome').orderBy('id', 'desc').executeTakeFirstOrThrow());
    await until(() => home.db((trx) => trx.selectFrom('event_handled').select('event_id').where('event_id', '=', event.id).where('subscriber', '=', 'tell-home-of-report').executeTakeFirst()), (row) => row !== undefined, 30_000);
    return (await home.db((trx) => trx.selectFrom('sent_activity').select('id').where('type', '=', 'Flag').where('body', 'like', `%Over ${text}%`).execute())).length;
  };
  for (const body of ['Eerste gemelde', 'Tweede gemelde']) await cas.post(`${copy.path}/posts`, { body });
  expect(await report('Eerste gemelde')).toBe(1);
  await until(() => home.db((trx) => trx.selectFrom('post').select('id').where('text', '=', 'Tweede gemelde').executeTakeFirst()), (found) => found !== undefined, 30_000);
  const { id } = await home.db((trx) => trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').select('m.id').where('m.place_id', '=', room.id).where('a.uri', '=', uriOf(here, cas)).executeTakeFirstOrThrow());
  expect((await room.founder.delete(`${room.path}/memberships/${id}`)).statusCode).toBe(204);
  expect(await report('Tweede gemelde')).toBe(0);
});

describe('answers that nobody asked for', () => {
  test('an Accept or Reject of another place, or without a question, changes nothing', async () => {
    const asked = await buildBuilding(home, { access: 'closed' });
    await allow(home, asked, here);
    const there = await lookUp(here, home, asked);
    await anna.post(`${there.path}/memberships`, {});
    const { join_uri: uri } = await until(() => here.db((trx) => trx.selectFrom('remote_membership').select('join_uri').where('place_id', '=', there.id).executeTakeFirst()), (row) => row !== undefined) as { join_uri: string };
    for (const type of ['Accept', 'Reject']) {
      expect(await say(home, building.id, here, { type, object: uri })).toMatchObject({ reason: 'not-asked' });
      expect((await say(home, asked.id, here, { type, object: `${here.url}/ap/activities/${newId()}` })).outcome).toBe('refused');
    }
    expect(await standing(here, there.id, uriOf(here, anna))).toBe('requested');
  });

  test('nobody puts somebody out of a place but its home', async () => {
    expect((await say(third, stranger.actorId, here, { type: 'Remove', object: uriOf(here, anna), target: membersUri(home.config, building.id) })).outcome).toBe('refused');
    const other = await buildBuilding(home);
    expect((await say(home, other.id, here, { type: 'Remove', object: uriOf(here, anna), target: membersUri(home.config, building.id) })).outcome).toBe('refused');
    expect(await standing(here, replica.id, uriOf(here, anna))).toBe('active');
  });
});
