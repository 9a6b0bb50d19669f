// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPublicKey, verify } from 'node:crypto';
import { verifyRequest } from '@fedify/fedify/sig';
import { CryptographicKey } from '@fedify/fedify/vocab';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INSTANCE_ACTOR_ID } from '../../federation/addresses.ts';
import { publicKeysOf, signingKeys } from '../../federation/wire/keys.ts';
import { fetchJson } from '../../federation/wire/fetch.ts';
import { schemeOf, signedPost } from '../../federation/wire/sign.ts';
import { verifySignature } from '../../federation/wire/verify.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostilePeer, type Said, type Seen, startHostilePeer } from '../support/hostile-peer.ts';

let plein: OpenPlein;
const others: TestPlein[] = [];
const peers: HostilePeer[] = [];
beforeAll(async () => {
  plein = await startOpenPlein();
});
afterAll(async () => {
  await Promise.all([plein.close(), ...others.map((other) => other.close()), ...peers.map((peer) => peer.close())]);
});

const schemeSeen = ({ headers }: Seen): string => (headers['signature-input'] !== undefined ? 'rfc9421' : headers.signature !== undefined ? 'cavage' : 'none');

/** A peer with an inbox that answers as told. */
async function peerThat(answers: (seen: Seen, scheme: string) => Said): Promise<{ peer: HostilePeer; inbox: string; knocks(): string[]; deliver(): Promise<number> }> {
  const peer = await startHostilePeer();
  peers.push(peer);
  const inbox = peer.serve('/inbox', (seen) => answers(seen, schemeSeen(seen)));
  return {
    peer, inbox,
    knocks: () => peer.requests.splice(0).map(schemeSeen),
    deliver: async () => (await signedPost(plein.deps, { actorId: INSTANCE_ACTOR_ID, inbox, body: '{"type":"View"}' })).status,
  };
}

test('19: the first knock is with the old scheme, which whoever says yes before looking understands too', async () => {
  const { deliver, knocks, peer } = await peerThat(() => ({ status: 202 }));
  expect(await deliver()).toBe(202);
  expect(await deliver()).toBe(202);
  expect(knocks()).toEqual(['cavage', 'cavage']);
  expect(await schemeOf(plein.deps, peer.host)).toBe('cavage');
});

test('19: who refuses the old scheme is asked with the new one, and from then on with that', async () => {
  const { deliver, knocks, peer } = await peerThat((_seen, scheme) => ({ status: scheme === 'rfc9421' ? 202 : 401 }));
  expect(await deliver()).toBe(202);
  expect(knocks()).toEqual(['cavage', 'rfc9421']);
  expect(await deliver()).toBe(202);
  expect(knocks()).toEqual(['rfc9421']);
  // Another process knows it too.
  const other = await startPlein({ databaseUrl: plein.databaseUrl, env: { FEDERATION_ALLOW_PRIVATE: '1', PUBLIC_URL: plein.url, DATA_DIR: plein.config.dataDir } });
  others.push(other);
  expect(await schemeOf(other.deps, peer.host)).toBe('rfc9421');
});

test('19: who goes back to the old scheme is followed', async () => {
  let understood = 'rfc9421';
  const { deliver, knocks } = await peerThat((_seen, scheme) => ({ status: scheme === understood ? 202 : 401 }));
  expect(await deliver()).toBe(202);
  understood = 'cavage';
  expect(await deliver()).toBe(202);
  expect(await deliver()).toBe(202);
  expect(knocks()).toEqual(['cavage', 'rfc9421', 'rfc9421', 'cavage', 'cavage']);
});

test('19: who refuses both is told nothing more, and nothing is remembered of it', async () => {
  const { deliver, knocks, peer } = await peerThat(() => ({ status: 401 }));
  expect(await deliver()).toBe(401);
  expect(knocks()).toEqual(['cavage', 'rfc9421']);
  expect(await schemeOf(plein.deps, peer.host)).toBe('cavage');
});

test.each([404, 410, 429, 500, 503])('19: an answer of %i is no word about the signature', async (status) => {
  const { deliver, knocks } = await peerThat(() => ({ status }));
  expect(await deliver()).toBe(status);
  expect(knocks()).toEqual(['cavage']);
});

test('19: so it is when we fetch', async () => {
  const { peer, knocks } = await peerThat(() => ({}));
  const note = peer.serve('/note', (seen) => (schemeSeen(seen) === 'rfc9421' ? { body: { id: `${peer.url}/note`, type: 'Note' } } : { status: 401 }));
  expect((await fetchJson(plein.deps, note)).json).toMatchObject({ type: 'Note' });
  expect(await fetchJson(plein.deps, note)).toMatchObject({ url: note });
  expect(knocks()).toEqual(['cavage', 'rfc9421', 'rfc9421']);
});

test('what is fetched with a query is signed with it, as the draft has it', async () => {
  const neighbour = await startOpenPlein();
  others.push(neighbour);
  const { peer } = await peerThat(() => ({}));
  const page = `${peer.url}/page?cursor=a%20b`;
  peer.serve('/page', { body: { id: page, type: 'OrderedCollectionPage' } });
  await fetchJson(plein.deps, page);
  const [seen] = peer.requests.filter(({ url }) => url.startsWith('/page'));
  expect(seen?.headers.signature).toContain('(request-target)');
  // The peer passes it on as it came to one who verifies: at that address it holds, and at another page it does not.
  const asIfOurs = { ...neighbour.deps, config: { ...neighbour.config, publicUrl: peer.url } };
  const verify = (url: string) => verifySignature(asIfOurs, { method: 'GET', url, headers: seen?.headers ?? {}, body: Buffer.alloc(0) });
  expect(await verify(page)).toMatchObject({ ok: true });
  expect(await verify(`${peer.url}/page?cursor=other`)).toEqual({ ok: false, reason: 'signature-false' });
});

test('what is signed with the old scheme holds for whoever follows the draft: target with its query, digest, and their order', async () => {
  const { peer, deliver } = await peerThat(() => ({ status: 202 }));
  expect(await deliver()).toBe(202);
  const [post] = peer.requests.splice(0);
  if (post === undefined) throw new Error('nothing was said');
  expect(post.headers['digest']).toBe(`SHA-256=${createHash('sha256').update('{"type":"View"}').digest('base64')}`);
  const { rsa } = await signingKeys(plein.deps, INSTANCE_ACTOR_ID);
  const published = (await publicKeysOf(plein.deps, INSTANCE_ACTOR_ID)).find(({ kind }) => kind === 'rsa');
  const said = String(post.headers['signature']);
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(said)?.[1] ?? '';
  expect(part('keyId')).toBe(rsa.keyId);
  expect(part('headers')).toBe('(request-target) host date digest content-type');
  const lines = part('headers').split(' ').map((name) => `${name}: ${name === '(request-target)' ? 'post /inbox' : String(post.headers[name])}`);
  expect(verify('sha256', Buffer.from(lines.join('\n')), createPublicKey(published?.publicKey ?? ''), Buffer.from(part('signature'), 'base64'))).toBe(true);
  // And by somebody else's reading of the draft.
  const url = `http://${peer.host}/inbox`;
  const key = new CryptographicKey({ id: new URL(rsa.keyId), owner: new URL(rsa.keyId.replace(/#.*$/, '')), publicKey: createPublicKey(published?.publicKey ?? '').toCryptoKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, true, ['verify']) });
  const headers = Object.fromEntries(Object.entries(post.headers).map(([name, value]) => [name, String(value)]));
  const byFedify = await verifyRequest(new Request(url, { method: 'POST', headers, body: '{"type":"View"}' }), {
    spec: 'draft-cavage-http-signatures-12',
    keyCache: { get: () => Promise.resolve(key), set: () => Promise.resolve() },
    documentLoader: () => Promise.reject(new Error('no other key')),
    contextLoader: () => Promise.reject(new Error('no context')),
  });
  expect(byFedify).not.toBeNull();
});
