// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import type { LookupAddress } from 'node:dns';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { peerOf, remoteActor, remoteActorByHandle } from '../../federation/actors/remote-actors.ts';
import { INSTANCE_ACTOR_ID } from '../../federation/addresses.ts';
import { fetchJson, fetchWith } from '../../federation/wire/fetch.ts';
import type { Reason } from '../../federation/wire/reasons.ts';
import { signedPost } from '../../federation/wire/sign.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';

/** What names of the outside world lead to, in the hands of the test; those it does not know are looked up as ever. */
const names = vi.hoisted(() => ({ answers: new Map<string, LookupAddress[][]>(), asked: [] as string[] }));
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  return {
    ...dns,
    lookup: (name: string, options: object, done: (error: Error | null, found: LookupAddress[]) => void) => {
      const list = names.answers.get(name);
      if (list === undefined) return dns.lookup(name, options as never, done as never);
      names.asked.push(name);
      return done(null, list.shift() ?? []);
    },
  };
});
afterEach(() => {
  names.answers.clear();
  names.asked.length = 0;
});

let plein: OpenPlein;
let peer: HostilePeer;
/** As it is set up in the world: over TLS and to public addresses only. */
let strict: TestPlein;

beforeAll(async () => {
  [plein, peer, strict] = await Promise.all([startOpenPlein(), startHostilePeer(), startPlein({ env: { PUBLIC_URL: 'https://plein.example' } })]);
});
afterAll(async () => {
  await Promise.all([plein.close(), peer.close(), strict.close()]);
});

const reasonOf = async (asked: Promise<unknown>): Promise<Reason | null> => asked.then(() => null, (error: { reason: Reason }) => error.reason);

test.each([
  'https://127.0.0.1/a', 'https://10.0.0.5/a', 'https://192.168.1.1/a', 'https://172.16.0.1/a', 'https://169.254.169.254/latest/meta-data', 'https://0.0.0.0/a', 'https://100.64.0.1/a',
  'https://2130706433/a', 'https://0177.0.0.1/a', 'https://0x7f.1/a', 'https://127.1/a', 'https://0251.0376.0251.0376/a',
  'https://[::1]/a', 'https://[::]/a', 'https://[fc00::1]/a', 'https://[fe80::1]/a', 'https://[::ffff:127.0.0.1]/a', 'https://[::ffff:7f00:1]/a', 'https://[64:ff9b::7f00:1]/a', 'https://[2002:7f00:1::]/a',
  'https://localhost/a', 'https://intern/a', 'https://db.internal/a', 'https://x.localhost/a', 'http://other.example/a', 'https://other.example:8443/a', 'https://user:secret@other.example/a', 'ftp://other.example/a', 'file:///etc/passwd', 'data:application/json,{}', 'gopher://other.example/a', 'geen adres', '',
])('12: %s is not called, whatever it is asked for', async (address) => {
  const { deps } = strict;
  const asked = [() => fetchJson(deps, address), () => fetchWith(deps, address), () => remoteActor(deps, address), () => signedPost(deps, { actorId: INSTANCE_ACTOR_ID, inbox: address, body: '{}' })];
  for (const ask of asked) expect(await reasonOf(ask())).toBe('address-refused');
});

test.each(['localhost', '127.0.0.1', '[::1]', '2130706433', '169.254.169.254', 'intern', '10.0.0.1:22'])('12: nobody at %s is looked for by their handle', async (host) => {
  expect(await reasonOf(remoteActorByHandle(strict.deps, `@jan@${host}`))).toBe('address-refused');
});

test('12: a name that leads inside is not called, also when only one of its addresses does, or at a second look', async () => {
  const inside: LookupAddress[][] = [[{ address: '127.0.0.1', family: 4 }], [{ address: '::1', family: 6 }], [{ address: '93.184.216.34', family: 4 }, { address: '10.0.0.7', family: 4 }], [{ address: '::ffff:169.254.169.254', family: 6 }], [{ address: '64:ff9b::a00:1', family: 6 }]];
  for (const answer of inside) {
    names.answers.set('rebinding.example', [answer, [{ address: '93.184.216.34', family: 4 }]]);
    expect(await reasonOf(fetchJson(strict.deps, 'https://rebinding.example/users/x'))).toBe('address-refused');
  }
  // Looked up once for each call: no second answer is waited for.
  expect(names.asked).toHaveLength(inside.length);
});

test('12: what is called is what was looked up', async () => {
  names.answers.set('peer.test', [[{ address: '127.0.0.1', family: 4 }], [{ address: '10.0.0.1', family: 4 }]]);
  const { port } = new URL(peer.url);
  // Not a connection that is kept: that one leads where it was looked up to lead.
  peer.serve('/pinned', { headers: { 'content-type': 'application/json', connection: 'close' }, body: { pinned: true } });
  expect((await fetchWith(plein.deps, `http://peer.test:${port}/pinned`)).json).toEqual({ pinned: true });
  expect(names.asked).toEqual(['peer.test']);
  expect(await reasonOf(fetchWith(plein.deps, `http://peer.test:${port}/pinned`))).toBe('address-refused');
});

test('12: a redirection is looked at as an address of its own', async () => {
  for (const target of ['http://10.0.0.1/x', 'http://169.254.169.254/latest', 'http://[fd00::1]/x', 'file:///etc/passwd', 'http://0x0a000001/x', 'http://user:x@localhost/x']) {
    peer.serve('/away', { status: 302, headers: { location: target } });
    expect(await reasonOf(fetchJson(plein.deps, `${peer.url}/away`)), target).toBe('address-refused');
  }
  peer.serve('/home', { status: 302, headers: { location: `${plein.url}/api/v1/instance` } });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/home`))).toBe('ours');
  await plein.db((trx) => trx.insertInto('peer_block').values({ domain: 'blocked.example', created_at: new Date() }).execute());
  peer.serve('/blocked', { status: 302, headers: { location: 'https://blocked.example/x' } });
  expect(await reasonOf(fetchJson(plein.deps, `${peer.url}/blocked`))).toBe('blocked');
});

test('12: contexts are names, and never fetched', async () => {
  const context = peer.serve('/context', { headers: { 'content-type': 'application/ld+json' }, body: { '@context': {} } });
  const carol = peer.actor('carol', { '@context': [context, `${peer.url}/context-two`] });
  await remoteActor(plein.deps, carol.uri);
  const answer = await peer.send(`${plein.url}/ap/inbox`, { '@context': [context, { '@import': context }], id: `${peer.url}/activities/1`, type: 'Like', actor: carol.uri, object: `${carol.uri}/1` }, { as: carol });
  expect(answer.status).toBe(202);
  expect(peer.requests.filter(({ url }) => url.startsWith('/context'))).toEqual([]);
});

test('12: NodeInfo leads nowhere but to its own host', async () => {
  peer.serve('/.well-known/nodeinfo', { headers: { 'content-type': 'application/json' }, body: { links: [
    { rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: 'http://10.0.0.1/nodeinfo' },
    { rel: 'https://www.w3.org/ns/activitystreams#Application', href: 'http://169.254.169.254/actor' },
  ] } });
  expect(await peerOf(plein.deps, peer.host)).toMatchObject({ software: '', instanceUri: null });
});

test('13: what is too large, too slow, too deep or packed is refused', async () => {
  const json = { 'content-type': 'application/json' };
  peer.serve('/large', { headers: json, body: JSON.stringify({ text: 'x'.repeat(1_100_000) }) });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/large`))).toBe('too-large');
  peer.serveRaw('/endless', (_request, response) => {
    response.writeHead(200, json);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/endless`))).toBe('too-large');
  peer.serve('/deep', { headers: json, body: `${'{"a":'.repeat(100)}1${'}'.repeat(100)}` });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/deep`))).toBe('too-deep');
  peer.serve('/half', { headers: json, body: '{"a":' });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/half`))).toBe('not-json');
  peer.serve('/bomb', { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify({ text: 'x'.repeat(900_000) })) });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/bomb`))).toBe('packed');
  peer.serveRaw('/cut', (_request, response) => {
    response.writeHead(200, { ...json, 'content-length': '100' });
    response.write('{"a":1}');
    response.socket?.destroy();
  });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/cut`))).toBe('unreachable');
});

test('13: who answers a byte at a time is waited for no longer than ten seconds in all', async () => {
  let drip: NodeJS.Timeout | undefined;
  peer.serveRaw('/slow', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    drip = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(drip));
  });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/slow`))).toBe('too-slow');
}, 30_000);

test('13: redirections are followed three times, and not in a circle', async () => {
  peer.serve('/circle', { status: 302, headers: { location: '/circle' } });
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/circle`))).toBe('too-many-redirects');
  for (const step of [1, 2, 3, 4]) peer.serve(`/step-${step}`, { status: 307, headers: { location: `/step-${step + 1}` } });
  peer.serve('/step-5', { headers: { 'content-type': 'application/json' }, body: { there: true } });
  expect((await fetchWith(plein.deps, `${peer.url}/step-2`)).url).toBe(`${peer.url}/step-5`);
  expect(await reasonOf(fetchWith(plein.deps, `${peer.url}/step-1`))).toBe('too-many-redirects');
});

test('14: only what says that it is ActivityPub is read so, and only at its own address', async () => {
  const at = (path: string, type: string, id = peer.url + path) => peer.serve(path, { headers: { 'content-type': type }, body: { id, type: 'Note' } });
  for (const type of ['application/json', 'text/html', 'text/plain', 'application/ld+json', 'application/ld+json; profile="https://example.org/"', 'image/png']) {
    expect(await reasonOf(fetchJson(plein.deps, at('/note', type))), type).toBe('wrong-content-type');
  }
  for (const type of ['application/activity+json', 'application/activity+json; charset=utf-8', 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"', 'application/ld+json;profile="https://www.w3.org/ns/activitystreams";charset=utf-8']) {
    expect((await fetchJson(plein.deps, at('/note', type))).url, type).toBe(`${peer.url}/note`);
  }
  // It says to be another: that one is asked, and what it says counts.
  at('/real', 'application/activity+json');
  expect((await fetchJson(plein.deps, at('/other-name', 'application/activity+json', `${peer.url}/real`))).url).toBe(`${peer.url}/real`);
  at('/first', 'application/activity+json', `${peer.url}/second`);
  at('/second', 'application/activity+json', `${peer.url}/first`);
  expect(await reasonOf(fetchJson(plein.deps, `${peer.url}/first`))).toBe('foreign-id');
  expect(await reasonOf(fetchJson(plein.deps, peer.serve('/nameless', { body: { type: 'Note' } })))).toBe('foreign-id');
});

test('7: an actor whose inbox is of another host is not taken, so that nobody is sent what they did not ask for', async () => {
  const evil = peer.actor('evil', { inbox: 'http://victim.example/inbox' });
  expect(await reasonOf(remoteActor(plein.deps, evil.uri))).toBe('foreign-inbox');
  const shared = peer.actor('shared', { endpoints: { sharedInbox: 'http://victim.example/inbox' }, followers: 'http://victim.example/followers' });
  expect(await remoteActor(plein.deps, shared.uri)).toMatchObject({ sharedInbox: null, followers: null });
});
