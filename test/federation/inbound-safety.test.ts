// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remoteActor } from '../../federation/actors/remote-actors.ts';
import type { Reason } from '../../federation/wire/reasons.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostileActor, type HostilePeer, type How, rsaKeys, startHostilePeer } from '../support/hostile-peer.ts';
import { until } from '../support/until.ts';

let plein: OpenPlein;
let peer: HostilePeer;
let mallory: HostileActor;

beforeAll(async () => {
  [plein, peer] = await Promise.all([startOpenPlein(), startHostilePeer()]);
  mallory = peer.actor('mallory');
});
afterAll(async () => {
  await Promise.all([plein.close(), peer.close()]);
});

const HOUR = 3_600_000;
const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

/** Something harmless that every instance may say. */
const activity = (actor: Pick<HostileActor, 'uri'> = mallory) => ({ '@context': 'https://www.w3.org/ns/activitystreams', id: `${new URL(actor.uri).origin}/activities/${randomUUID()}`, type: 'View', actor: actor.uri, object: `${actor.uri}/objects/1` });

/** What the inbox says to it: null when it is taken in. */
async function refusal(how: Partial<How> = {}, content: unknown = activity(), inbox = '/ap/inbox'): Promise<Reason | null> {
  const answer = await peer.send(plein.url + inbox, content, { as: mallory, ...how });
  if (answer.status === 202) return null;
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.status).toBeGreaterThanOrEqual(400);
  return answer.json['reason'] as Reason;
}

const kept = (uri: string) => plein.db((trx) => trx.selectFrom('received_activity').select(['uri', 'outcome', 'reason']).where('uri', '=', uri).execute());
const callsTo = (path: string): number => peer.requests.filter((seen) => seen.url === path).length;

test.each(['cavage', 'rfc9421'] as const)('what is signed well by %s is taken in, also with the key of a document that is fetched then', async (scheme) => {
  expect(await refusal({ scheme })).toBeNull();
});

test('1: unsigned, or signed so that it cannot be read, is refused, and nobody is asked about it', async () => {
  const quiet = peer.actor('quiet');
  expect(await refusal({ as: quiet, scheme: 'none' }, activity(quiet))).toBe('unsigned');
  expect(await refusal({ as: quiet, changes: { signature: 'keyId=' } }, activity(quiet))).toBe('signature-unreadable');
  expect(await refusal({ as: quiet, changes: { signature: 'sig1=:AAAA:', 'signature-input': 'sig1=("@method");created=1' } }, activity(quiet))).toBe('signature-unreadable');
  expect(await refusal({ as: quiet, changes: { signature: `keyId="${quiet.keyId}",algorithm="hmac-sha256",headers="(request-target) host date digest",signature="AAAA"` } }, activity(quiet))).toBe('signature-unreadable');
  expect(callsTo('/users/quiet')).toBe(0);
});

test.each([
  ['cavage', { digestOf: 'something else' }, 'digest-false'],
  ['rfc9421', { digestOf: 'something else' }, 'digest-false'],
  ['cavage', { changes: { digest: undefined } }, 'digest-missing'],
  ['rfc9421', { changes: { 'content-digest': undefined } }, 'digest-missing'],
  ['cavage', { changes: { digest: 'MD5=rL0Y20zC+Fzt72VPzMSk2A==' } }, 'digest-missing'],
  ['rfc9421', { changes: { 'content-digest': 'sha-256=rubbish' } }, 'digest-false'],
] as [How['scheme'], Partial<How>, Reason][])('2: with %s and %o the digest is not that of the body: %s', async (scheme, how, reason) => {
  const content = activity();
  expect(await refusal({ scheme: scheme ?? 'cavage', ...how }, content)).toBe(reason);
  expect(await kept(content.id)).toEqual([]);
});

test.each([
  ['cavage', ['host', 'date', 'digest']],
  ['cavage', ['(request-target)', 'date', 'digest']],
  ['cavage', ['(request-target)', 'host', 'digest']],
  ['cavage', ['(request-target)', 'host', 'date']],
  ['cavage', ['date']],
  ['rfc9421', ['@target-uri', '@authority', 'content-digest']],
  ['rfc9421', ['@method', '@authority', 'content-digest']],
  ['rfc9421', ['@method', '@path', 'content-digest']],
  ['rfc9421', ['@method', '@target-uri', '@authority']],
  ['rfc9421', []],
] as const)('3: a signature by %s of %o only could be of another message', async (scheme, covered) => {
  expect(await refusal({ scheme, covered })).toBe('signature-incomplete');
});

test.each(['cavage', 'rfc9421'] as const)('3: a signature by %s for another target, host or method does not hold here', async (scheme) => {
  expect(await refusal({ scheme, signedFor: `${plein.url}/ap/actors/${randomUUID()}/inbox` })).toBe('signature-false');
  expect(await refusal({ scheme, signedFor: 'http://other.example/ap/inbox' })).toBe('wrong-host');
  expect(await refusal({ scheme, signedFor: 'http://other.example/ap/inbox', changes: { host: plein.host } })).toBe('signature-false');
  const { privateKey } = rsaKeys();
  expect(await refusal({ scheme, as: { keyId: mallory.keyId, privateKey } })).toBe('signature-false');
});

test('3: without a moment of making a signature by rfc9421 is for ever, and refused', async () => {
  const answer = await peer.send(`${plein.url}/ap/inbox`, activity(), { as: mallory, scheme: 'rfc9421', changes: { 'signature-input': `sig1=("@method" "@target-uri" "@authority" "content-digest");keyid="${mallory.keyId}"` } });
  expect(answer.json['reason']).toBe('signature-incomplete');
});

test.each(['cavage', 'rfc9421'] as const)('4: by %s, an hour before or after our clock is taken, more is not', async (scheme) => {
  expect(await refusal({ scheme, date: ago(HOUR - 60_000) })).toBeNull();
  expect(await refusal({ scheme, date: ago(60_000 - HOUR) })).toBeNull();
  expect(await refusal({ scheme, date: ago(HOUR + 60_000) })).toBe('too-old');
  expect(await refusal({ scheme, date: ago(-HOUR - 60_000) })).toBe('too-new');
  expect(await refusal({ scheme, expires: ago(60_000) })).toBe('expired');
});

test('4: a date that is none is refused', async () => {
  expect(await refusal({ changes: { date: 'yesterday' } })).toBe('date-unreadable');
  expect(await refusal({ changes: { date: undefined } })).toBe('date-missing');
});

test('5: the same again is taken and handled once, at whichever inbox; the same name for something else is refused', async () => {
  const content = activity();
  expect(await refusal({}, content)).toBeNull();
  expect(await refusal({}, content)).toBeNull();
  expect(await refusal({}, content, `/ap/actors/${randomUUID()}/inbox`)).toBeNull();
  expect(await kept(content.id)).toHaveLength(1);
  expect(await refusal({}, { ...content, object: `${mallory.uri}/objects/2` })).toBe('replayed');
  expect(await kept(content.id)).toHaveLength(1);
});

test('6: who signs is who speaks: of the same instance as little as of another', async () => {
  const alice = peer.actor('alice');
  expect(await refusal({ as: mallory }, activity(alice))).toBe('actor-not-signer');
  const elsewhere = await startHostilePeer();
  const bob = elsewhere.actor('bob');
  expect(await refusal({ as: mallory }, activity(bob))).toBe('actor-not-signer');
  expect(await refusal({ as: mallory }, { ...activity(), id: `${elsewhere.url}/activities/1` })).toBe('foreign-id');
  await elsewhere.close();
});

test('6: a key that is not in the document of its actor is nobody\'s', async () => {
  const { privateKey, publicKey } = rsaKeys();
  const trudy = peer.actor('trudy');
  expect(await refusal({ as: { keyId: `${trudy.uri}#second-key`, privateKey } }, activity(trudy))).toBe('key-not-listed');
  // Lists a key of somebody else as its own.
  const eve = peer.actor('eve', { publicKey: { id: `${peer.url}/users/eve#main-key`, owner: mallory.uri, publicKeyPem: publicKey } });
  expect(await refusal({ as: eve }, activity(eve))).toBe('key-foreign-owner');
});

test('7: a document that says it is somebody else is nobody\'s word for it', async () => {
  const elsewhere = await startHostilePeer();
  const victim = elsewhere.actor('victim');
  const { privateKey, publicKey } = rsaKeys();
  const keyId = peer.url + '/stolen#main-key';
  peer.serve('/stolen', { body: { ...victim.document, publicKey: { id: keyId, owner: victim.uri, publicKeyPem: publicKey } } });
  // The address that it names is asked, which knows nothing of this key.
  expect(await refusal({ as: { keyId, privateKey } }, activity(victim))).toBe('key-foreign-owner');
  await expect(remoteActor(plein.deps, `${peer.url}/stolen`)).resolves.toMatchObject({ uri: victim.uri, keys: [{ material: victim.publicKeyPem.trim() }] });
  await elsewhere.close();
});

test('7: a key that stands by itself counts when the owner that it names is of its own host and lists it', async () => {
  const elsewhere = await startHostilePeer();
  const victim = elsewhere.actor('victim');
  const { privateKey, publicKey } = rsaKeys();
  const alone = (path: string, owner: string) => peer.serve(path, { body: { '@context': 'https://w3id.org/security/v1', id: peer.url + path, type: 'Key', owner, publicKeyPem: publicKey } });
  expect(await refusal({ as: { keyId: alone('/keys/1', victim.uri), privateKey } }, activity(victim))).toBe('key-foreign-owner');
  // Of the same host, and not listed by whom it names.
  expect(await refusal({ as: { keyId: alone('/keys/2', mallory.uri), privateKey } })).toBe('key-not-listed');
  const keyId = alone('/keys/3', `${peer.url}/users/separate`);
  const separate = peer.actor('separate', { publicKey: keyId });
  expect(await refusal({ as: { keyId, privateKey } }, activity(separate))).toBeNull();
  await elsewhere.close();
});

test('7: our own keys are never fetched, nor believed of somebody else', async () => {
  const { privateKey } = rsaKeys();
  expect(await refusal({ as: { keyId: `${plein.url}/ap/actors/00000000-0000-7000-8000-000000000001#main-key`, privateKey } })).toBe('ours');
});

test('13: a body that is too large, or nested too deep, is refused', async () => {
  expect(await refusal({}, { ...activity(), content: 'x'.repeat(600_000) })).toBe('too-large');
  expect(await refusal({}, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).toBe('too-deep');
  expect(await refusal({}, `{"type":${'['.repeat(400_000)}`)).toBe('too-deep');
  expect(await refusal({}, '["no object"]')).toBe('not-json');
  expect(await refusal({}, '{"half":')).toBe('not-json');
});

test('14: what says it is something else than ActivityPub is not read as such', async () => {
  for (const type of ['text/html', 'application/json', 'multipart/form-data; boundary=x', 'application/ld+json']) {
    expect(await refusal({ covered: ['(request-target)', 'host', 'date', 'digest'], changes: { 'content-type': type } }), type).toBe('wrong-content-type');
  }
  expect(await refusal({ covered: ['(request-target)', 'host', 'date', 'digest'], changes: { 'content-type': 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"' } })).toBeNull();
});

test('14: an actor document that is served as an upload would be is none', async () => {
  const { privateKey, publicKey } = rsaKeys();
  for (const [name, type] of [['one', 'application/json'], ['two', 'text/html'], ['three', 'application/octet-stream'], ['four', 'application/ld+json']] as const) {
    const uri = `${peer.url}/uploads/${name}`;
    peer.serve(`/uploads/${name}`, { headers: { 'content-type': type }, body: { id: uri, type: 'Person', preferredUsername: name, inbox: `${uri}/inbox`, publicKey: { id: `${uri}#key`, owner: uri, publicKeyPem: publicKey } } });
    expect(await refusal({ as: { keyId: `${uri}#key`, privateKey } }, activity({ uri })), type).toBe('wrong-content-type');
  }
});

test('15: who replaced their key is believed with the new one, which is fetched once for many tries', async () => {
  const rotating = peer.actor('rotating');
  expect(await refusal({ as: rotating }, activity(rotating))).toBeNull();
  const { privateKey, publicKey } = rsaKeys();
  rotating.document['publicKey'] = { id: rotating.keyId, owner: rotating.uri, publicKeyPem: publicKey };
  expect(await refusal({ as: { keyId: rotating.keyId, privateKey } }, activity(rotating))).toBeNull();
  expect(await refusal({ as: rotating }, activity(rotating))).toBe('signature-false');
  // Who it is that did something is fetched when that is handled.
  await until(() => plein.db((trx) => trx.selectFrom('received_activity').select('id').where('actor_uri', '=', rotating.uri).where('handled_at', 'is', null).execute()), (rows) => rows.length === 0);
  const calls = callsTo('/users/rotating');
  for (let time = 0; time < 5; time++) expect(await refusal({ as: { ...rotating, privateKey: rsaKeys().privateKey } }, activity(rotating))).toBe('signature-false');
  expect(callsTo('/users/rotating')).toBe(calls);
  // And with a key of another name, which leaves the old one worth nothing once the actor says so.
  const third = rsaKeys();
  rotating.document['publicKey'] = { id: `${rotating.uri}#third`, owner: rotating.uri, publicKeyPem: third.publicKey };
  expect(await refusal({ as: { keyId: `${rotating.uri}#third`, privateKey: third.privateKey } }, activity(rotating))).toBeNull();
  expect(await refusal({ as: { keyId: rotating.keyId, privateKey } }, activity(rotating))).toBe('key-not-listed');
});

test('a key is fetched once however many messages it signs at the same time, and a refused one not at every message', async () => {
  const busy = peer.actor('busy');
  await Promise.all(Array.from({ length: 20 }, async () => expect(await refusal({ as: busy }, activity(busy))).toBeNull()));
  // Once for the key, and once for who it is that did something.
  expect(callsTo('/users/busy')).toBeLessThanOrEqual(2);
  const nobody = peer.actor('nobody');
  const unlisted = { ...nobody, keyId: `${nobody.uri}#none` };
  await Promise.all(Array.from({ length: 20 }, async () => expect(await refusal({ as: unlisted }, activity(nobody))).toBe('key-not-listed')));
  expect(await refusal({ as: unlisted }, activity(nobody))).toBe('key-not-listed');
  expect(callsTo('/users/nobody')).toBe(1);
});

test('who is away is asked for their key again, and nothing is lost by it', async () => {
  const away = peer.actor('away');
  peer.serve('/users/away', { status: 503 });
  expect(await refusal({ as: away }, activity(away))).toBe('key-unavailable');
  peer.serve('/users/away', () => ({ body: away.document }));
  expect(await refusal({ as: away }, activity(away))).toBeNull();
});

test('15: somebody who deletes themselves is believed while we know them, and otherwise asked for no more', async () => {
  const goodbye = (actor: HostileActor) => ({ ...activity(actor), type: 'Delete', object: actor.uri });
  const known = peer.actor('known');
  await remoteActor(plein.deps, known.uri);
  const unknown = peer.actor('unknown');
  for (const name of ['known', 'unknown']) peer.serve(`/users/${name}`, { status: 410 });
  expect(await refusal({ as: known }, goodbye(known))).toBeNull();
  expect(await refusal({ as: unknown }, goodbye(unknown))).toBe('actor-gone');
  // Gone for good: what is served in their name later changes nothing.
  await until(() => plein.db((trx) => trx.selectFrom('actor').select('name').where('uri', '=', known.uri).where('deleted_at', 'is not', null).executeTakeFirst()));
  peer.serve('/users/known', () => ({ body: { ...known.document, name: 'Toch weer' } }));
  expect((await remoteActor(plein.deps, known.uri, { refresh: true })).name).not.toBe('Toch weer');
});

test('16: a blocked instance is refused before anything is asked of it, with everything below its name and at every port', async () => {
  const block = (domain: string) => plein.db((trx) => trx.insertInto('peer_block').values({ domain, created_at: new Date() }).execute());
  const lift = () => plein.db((trx) => trx.deleteFrom('peer_block').execute());
  const stranger = peer.actor('stranger');
  const { port } = new URL(peer.url);
  for (const domain of ['localhost', peer.host]) {
    await block(domain);
    expect(await refusal({ as: stranger }, activity(stranger)), domain).toBe('blocked');
    await expect(remoteActor(plein.deps, stranger.uri), domain).rejects.toMatchObject({ reason: 'blocked' });
    expect(callsTo('/users/stranger')).toBe(0);
    await lift();
  }
  await block(`localhost:${Number(port) + 1}`);
  await block('alhost');
  expect(await refusal({ as: stranger }, activity(stranger))).toBeNull();
  await lift();
  await block('localhost');
  // At once, also for who is known and whose key is at hand.
  expect(await refusal({ as: stranger }, activity(stranger))).toBe('blocked');
  const below = `http://people.${peer.host}/users/x`;
  expect(await refusal({ as: { keyId: `${below}#main-key`, privateKey: stranger.privateKey } }, activity({ uri: below }))).toBe('blocked');
  await lift();
  expect(await refusal({ as: stranger }, activity(stranger))).toBeNull();
});
