// SPDX-License-Identifier: EUPL-1.2
import { sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuerOfToken } from '../../federation/places/actor-token.ts';
import { retryNow } from '../../federation/delivery/retry-now.ts';
import { hostOf } from '../../federation/addresses.ts';
import { blockInstance } from '../../federation/screens/change-relation.ts';
import { synchronize } from '../../federation/places/sync.ts';
import { readJson } from '../../federation/wire/bounded-json.ts';
import { replicaById } from '../../federation/places/place-rows.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { allow, joinElsewhere, standing, uriOf } from '../support/factories-federation.ts';
import { buildPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { announces, brought, broughtTo, inside, noteOf, type Voice, voiceOf } from '../support/fediverse.ts';
import { type HostilePeer, signed, startHostilePeer } from '../support/hostile-peer.ts';
import { until } from '../support/until.ts';

/** What holds besides all that is asked of each part: at the moment between two, and against who would turn one against another. */
let plein: OpenPlein;
let other: OpenPlein;
let peer: HostilePeer;
let serial = 0;

beforeAll(async () => {
  [plein, other, peer] = await Promise.all([startOpenPlein(), startOpenPlein(), startHostilePeer()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([plein.close(), other.close(), peer.close()]);
});

const place = (id: string) => `${plein.url}/ap/actors/${id}`;
const somebody = (): Voice => voiceOf(plein, peer, peer.actor(`wie${++serial}`));
const get = async (uri: string) => {
  const answer = await fetch(uri, { headers: { accept: 'application/activity+json' } });
  return { status: answer.status, text: await answer.text() };
};

async function followed(): Promise<{ building: TestBuilding; follower: Voice }> {
  const building = await buildBuilding(plein);
  const follower = somebody();
  expect(await follower.say({ type: 'Follow', object: place(building.id) })).toBe('done');
  return { building, follower };
}

test('the words of a deleted post are in nothing that was said of it', async () => {
  const { building, follower } = await followed();
  const post = await buildPost(building.founder, building, { body: 'zeldzaamwoordvandetuinman' });
  const answer = noteOf(follower.actor, '<p>nogzeldzamerwoord</p>', { inReplyTo: post.uri });
  expect(await follower.say({ type: 'Create', object: answer })).toBe('done');
  await brought(peer, (each) => announces('Create')(each) && inside(inside(each) as never).id === answer.id);
  const left = (word: string) =>
    plein.db(async (trx) => [
      ...(await trx.selectFrom('sent_activity').select('id').where('body', 'like', `%${word}%`).execute()),
      ...(await trx.selectFrom('remote_post').select('post_id').where('raw_create', 'like', `%${word}%`).execute()),
      ...(await trx.selectFrom('received_activity').select('id').where('body', 'like', `%${word}%`).execute()),
    ]);
  expect((await left('zeldzaamwoordvandetuinman')).length).toBeGreaterThan(0);
  expect((await left('nogzeldzamerwoord')).length).toBeGreaterThan(0);
  expect(await follower.say({ type: 'Delete', object: { id: answer.id, type: 'Tombstone' } })).toBe('done');
  await building.founder.delete(`/posts/${post.id}`);
  await until(async () => [...(await left('zeldzaamwoordvandetuinman')), ...(await left('nogzeldzamerwoord'))], (rows) => rows.length === 0);
  await brought(peer, (each) => announces('Delete')(each) && inside(inside(each) as never).id === post.uri);
});

describe('what was for everybody and is so no longer', () => {
  test('is in no outbox from the moment on that its place closes, whatever the queue does', async () => {
    const { building } = await followed();
    const anna = await buildMemberOf(plein, building);
    const post = await buildPost(anna, building, { body: 'zonnebloemveld in de polder' });
    await brought(peer, (each) => announces('Create')(each) && inside(inside(each) as never).id === post.uri);
    const outboxes = [`${place(anna.actorId)}/outbox`, `${place(building.id)}/outbox`];
    for (const outbox of outboxes) expect((await get(`${outbox}?page=first`)).text).toContain('zonnebloemveld');
    // As between the moment of closing and that at which the copies elsewhere are taken back.
    await plein.db(async (trx) => {
      const { members_audience_id: audience } = await trx.selectFrom('place').select('members_audience_id').where('id', '=', building.id).executeTakeFirstOrThrow();
      await trx.updateTable('post').set({ audience_id: audience }).where('id', '=', post.id).execute();
    });
    for (const outbox of outboxes) {
      expect((await get(`${outbox}?page=first`)).text).not.toContain('zonnebloemveld');
      expect((await get(outbox)).text).toContain('"totalItems":0');
    }
  });

  test('does not leave for who could not be reached when it was; that it is gone does', async () => {
    const away = await startHostilePeer();
    const follower = voiceOf(plein, away, away.actor('ver'));
    const [building, own] = [await buildBuilding(plein), await buildBuilding(plein)];
    for (const each of [building, own]) expect(await follower.say({ type: 'Follow', object: place(each.id) })).toBe('done');
    await until(() => broughtTo(away).filter((each) => each.type === 'Accept').length === 2);
    let [open, passed] = [false, ''];
    away.serve('/users/ver/inbox', ({ body }) => {
      if (open) passed += body;
      return { status: open ? 202 : 503 };
    });
    const closing = await buildPost(building.founder, building, { body: 'korenbloemen op de dijk' });
    const staying = await buildPost(own.founder, own, { body: 'boterbloemen op de dijk' });
    await until(() => broughtTo(away).some((each) => each.type === 'Announce'));
    expect((await building.founder.patch(building.path, { access: 'closed' })).statusCode).toBe(200);
    await until(() => plein.db((trx) => trx.selectFrom('sent_activity').select('id').where('type', '=', 'Reject').where('sender_id', '=', building.id).executeTakeFirst()));
    open = true;
    // A try that was under way when it came back may have failed after it.
    await until(async () => {
      await retryNow(plein.deps, away.host);
      return passed.includes(staying.uri) && passed.includes('"Reject"') && passed.includes('Tombstone');
    }, Boolean, 30_000);
    expect(passed).toContain('boterbloemen');
    expect(passed).toContain(closing.uri);
    expect(passed).not.toContain('korenbloemen');
    await away.close();
  });

  test('is not served as it was passed on, also where somebody elsewhere wrote it', async () => {
    const { building } = await followed();
    const author = somebody();
    const note = noteOf(author.actor, '<p>klaprozen langs de vaart</p>', { audience: place(building.id), to: ['https://www.w3.org/ns/activitystreams#Public', place(building.id)] });
    expect(await author.say({ type: 'Create', object: note })).toBe('done');
    const { id } = await brought(peer, (each) => announces('Create')(each) && inside(inside(each) as never).id === note.id);
    expect((await get(id)).text).toContain('klaprozen');
    await plein.db((trx) => trx.updateTable('post').set({ deleted_at: plein.clock.now() }).where('uri', '=', note.id).execute());
    expect((await get(id)).status).toBe(404);
  });
});

describe('what would spoil it for others', () => {
  test('a character that no database keeps is refused before anything is kept: what comes beside it would fail with it', async () => {
    expect(readJson('{"id":"a\\u0000"}')).toEqual({ ok: false, reason: 'not-json' });
    expect(readJson('{"id":"a\\\\\\u0000"}')).toEqual({ ok: false, reason: 'not-json' });
    expect(readJson('{"id":"a\\\\u0000"}')).toEqual({ ok: true, json: { id: 'a\\u0000' } });
    const bad = somebody();
    const answer = await peer.send(`${plein.url}/ap/inbox`, { id: `${peer.url}/a\u0000`, type: 'Like', actor: bad.actor.uri, object: bad.actor.uri }, { as: bad.actor, date: plein.clock.now() });
    expect(answer.json['reason']).toBe('not-json');
  });

  test('an address in which something stands that is not read is none', () => {
    for (const uri of ['https://a.example/x\ny', ' https://a.example/', 'https://a.exa\tmple/', 'https://a.example/\u0000', 'https://a.example/ b']) expect(hostOf(uri), uri).toBeNull();
    expect(hostOf('https://a.example:8443/x')).toBe('a.example:8443');
  });

  test('taking back a reaction that was never given is told to nobody', async () => {
    const { building } = await followed();
    const post = await buildPost(building.founder, building);
    const stranger = somebody();
    const id = `${peer.url}/nooit/${++serial}`;
    expect(await stranger.say({ id, type: 'Undo', object: { id: `${id}/like`, type: 'Like', actor: stranger.actor.uri, object: post.uri } })).toBe('unknown-object');
    expect(broughtTo(peer).filter((each) => announces('Undo')(each) && inside(each).id === id)).toEqual([]);
  });
});

test('a token that was given for half an hour cannot be read as one for later', async () => {
  const home = peer.actor('plek', { type: 'Group' });
  const bearer = `${peer.url}/users/drager`;
  const now = plein.clock.now().getTime();
  const iso = (at: number) => new Date(at).toISOString();
  const signedAs = (lines: readonly string[]) => sign('sha256', Buffer.from(lines.join('\n')), home.privateKey).toString('base64');
  const header = (token: object, signature: string) => `ActivityPubActorToken ${JSON.stringify({ ...token, signatures: [{ algorithm: 'rsa-sha256', keyId: home.keyId, signature }] })}`;
  const fair = { actor: bearer, issuedAt: iso(now), issuer: home.uri, validUntil: iso(now + 1_800_000) };
  expect(await issuerOfToken(plein.deps, header(fair, signedAs(Object.entries(fair).map(([key, value]) => `${key}: ${value}`))), bearer)).toBe(home.uri);
  // Given to an actor whose address has lines in it, long ago.
  const old = [`issuedAt: ${iso(now - 9e7)}`, `issuer: ${home.uri}`, `validUntil: ${iso(now - 8e7)}`];
  const forged = { ...fair, zz: `\n${old.join('\n')}` };
  const text = [`actor: ${bearer}`, `issuedAt: ${fair.issuedAt}`, `issuer: ${home.uri}`, `validUntil: ${fair.validUntil}`, 'zz: ', ...old];
  expect(await issuerOfToken(plein.deps, header(forged, signedAs(text)), bearer)).toBeNull();
});

describe('members across the border', () => {
  test.each(['open', 'closed'] as const)('of a place that is %s, a signature that does not hold just now ends no membership', async (access) => {
    const building = await buildBuilding(plein, { access });
    if (access === 'closed') await allow(plein, building, other);
    const bea = await buildMember(other);
    const replica = await joinElsewhere(other, plein, building, bea);
    const found = await other.db((trx) => replicaById(trx, replica.id));
    if (found === null) throw new Error('no replica');
    // Its clock runs two hours behind: what it signs is too old.
    other.clock.advance(-2 * 3_600_000);
    await synchronize(other.deps, found);
    other.clock.advance(2 * 3_600_000);
    expect(await standing(other, replica.id, uriOf(other, bea))).toBe('active');
    expect(await standing(plein, building.id, uriOf(other, bea))).toBe('active');
  });

  test('whose signature does not hold hears so of what is there and of what is not alike', async () => {
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const asker = peer.actor(`vrager${++serial}`);
    const answers = [];
    for (const id of [hidden.id, '019a0000-0000-7000-8000-00000000abcd']) {
      for (const path of ['', '/outbox', '/followers', '/members', '/token']) {
        const url = `${place(id)}${path}`;
        const answer = await fetch(url, { headers: signed(url, '', { as: asker, method: 'GET', date: new Date(plein.clock.now().getTime() - 2 * 3_600_000) }) });
        answers.push(`${answer.status} ${((await answer.json()) as { type: string }).type.split('/').at(-1) ?? ''}`);
      }
    }
    expect(new Set(answers)).toEqual(new Set(['401 signature-refused']));
  });

  test('when its home is blocked, what was kept of a closed place goes', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    await allow(plein, building, other);
    const bea = await buildMember(other);
    const replica = await joinElsewhere(other, plein, building, bea);
    await buildPost(building.founder, building, { body: 'vingerhoedskruid achter de schuur' });
    const kept = () => other.db((trx) => trx.selectFrom('post').select('id').where('text', 'like', '%vingerhoedskruid%').execute());
    await until(kept, (posts) => posts.length === 1);
    await other.db((trx) => blockInstance(trx, other.clock.now(), plein.host, '', bea.actorId));
    await until(kept, (posts) => posts.length === 0);
    expect(await standing(other, replica.id, uriOf(other, bea))).toBeNull();
  });
});
