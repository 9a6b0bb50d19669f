// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retryNow } from '../../federation/delivery/retry-now.ts';
import { send, newActivityId } from '../../federation/delivery/send.ts';
import { deliveriesOf } from '../../federation/delivery/wake.ts';
import { actorUri } from '../../federation/addresses.ts';
import { instanceOf } from '../../federation/screens/instances.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type PeerServer, startPeerServer } from '../support/peer-server.ts';
import { tell } from '../support/sending.ts';
import { until } from '../support/until.ts';

let plein: OpenPlein;
let anna: TestMember;
const peers: PeerServer[] = [];

beforeAll(async () => {
  plein = await startOpenPlein();
  anna = await buildMember(plein);
});
afterAll(async () => {
  await plein.close();
  for (const peer of peers) await peer.close();
});

async function newPeer(): Promise<PeerServer> {
  const peer = await startPeerServer();
  peers.push(peer);
  return peer;
}

const at = (peer: PeerServer, path = '/inbox') => ({ host: peer.host, inbox: `${peer.url}${path}` });
const say = (about: string, number: number, ...to: PeerServer[]) => tell(plein.deps, { senderId: anna.actorId, about, number, to: to.map((peer) => at(peer)) });
const waiting = (peer: PeerServer) => plein.db((trx) => trx.selectFrom('delivery').select(['id', 'attempts', 'next_try_at']).where('host', '=', peer.host).orderBy('id').execute());
const gone = (peer: PeerServer) => until(() => waiting(peer), (rows) => rows.length === 0);
/** As the administrator sees it. */
const healthOf = async (peer: PeerServer) => (await plein.db((trx) => instanceOf(trx, peer.host))).delivery;
const isDown = ({ state }: { state: string }): boolean => state === 'down';
/** For how long it is left alone after the last failure, in milliseconds. */
const rest = ({ nextTryAt, lastErrorAt }: { nextTryAt: string | null; lastErrorAt: string | null }): number => Date.parse(nextTryAt ?? '') - Date.parse(lastErrorAt ?? '');
const numbers = (peer: PeerServer, about: string) => peer.delivered.filter(({ json }) => json['about'] === about).map(({ json }) => json['number']);

describe('what is sent', () => {
  test('arrives signed, as it was written, and leaves no row behind', async () => {
    const peer = await newPeer();
    const uri = await say('een', 1, peer);
    await gone(peer);
    const [delivered] = peer.delivered;
    expect(delivered?.json['id']).toBe(uri);
    expect(delivered?.headers['content-type']).toBe('application/activity+json');
    expect(delivered?.headers['signature']).toContain(`keyId="${actorUri(plein.config, anna.actorId)}#`);
    expect(delivered?.headers['digest']).toMatch(/^SHA-256=/i);
    expect(await plein.db((trx) => trx.selectFrom('sent_activity').select('body').where('uri', '=', uri).executeTakeFirst())).toEqual({ body: delivered?.body });
    expect(await healthOf(peer)).toMatchObject({ state: 'fine', backlog: 0, lastError: '' });
  });

  test('does not leave when its transaction comes to nothing', async () => {
    const peer = await newPeer();
    await expect(plein.db(async (trx) => {
      await tell(plein.deps, { senderId: anna.actorId, about: 'terug', number: 1, to: [at(peer)] }, trx);
      throw new Error('no');
    })).rejects.toThrow('no');
    await say('terug', 2, peer);
    await gone(peer);
    expect(numbers(peer, 'terug')).toEqual([2]);
  });

  test('is sent once under one dedupe key, and once to an inbox that several share', async () => {
    const peer = await newPeer();
    for (let turn = 0; turn < 2; turn++) {
      const { uri } = newActivityId(plein.deps);
      const activity = { id: uri, type: 'Like', about: 'dubbel', number: turn };
      await plein.db((trx) => send(trx, plein.deps, { dedupeKey: 'dubbel', type: 'Like', senderId: anna.actorId, activity, orderingKey: 'dubbel', to: [at(peer), at(peer), at(peer, '/other')] }));
    }
    await gone(peer);
    expect(peer.delivered.map(({ path }) => path).sort()).toEqual(['/inbox', '/other']);
    expect(numbers(peer, 'dubbel')).toEqual([0, 0]);
  });

  test('never goes to ourselves, nor to a host that is blocked with its subdomains', async () => {
    const peer = await newPeer();
    await plein.db((trx) => trx.insertInto('peer_block').values([{ domain: peer.host, created_at: new Date() }, { domain: 'kwaad.example', created_at: new Date() }]).execute());
    await tell(plein.deps, { senderId: anna.actorId, about: 'dicht', number: 1, to: [at(peer), { host: plein.host, inbox: `${plein.url}/ap/inbox` }, { host: 'sub.kwaad.example', inbox: 'https://sub.kwaad.example/inbox' }] });
    expect(await plein.db((trx) => trx.selectFrom('delivery').selectAll().where('ordering_key', '=', 'dicht').execute())).toEqual([]);
    expect(peer.knocks).toBe(0);
  });

  test('is told in order for one thing, and of different things at once', async () => {
    const peer = await newPeer();
    let together = 0;
    let most = 0;
    const under = new Set<unknown>();
    peer.answer = async ({ json }) => {
      expect(under.has(json['about'])).toBe(false);
      under.add(json['about']);
      most = Math.max(most, ++together);
      await new Promise((resolve) => setTimeout(resolve, 5));
      together--;
      under.delete(json['about']);
      return 202;
    };
    await plein.db(async (trx) => {
      for (let number = 0; number < 20; number++) for (const about of ['a', 'b', 'c']) await tell(plein.deps, { senderId: anna.actorId, about, number, to: [at(peer)] }, trx);
    });
    await gone(peer);
    for (const about of ['a', 'b', 'c']) expect(numbers(peer, about)).toEqual(Array.from({ length: 20 }, (_, number) => number));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('a host that does not answer', () => {
  test('waits longer and longer, is told in order when it is back, and holds up nobody', async () => {
    const [dead, well] = [await newPeer(), await newPeer()];
    await dead.vanish();
    for (let number = 0; number < 5; number++) await say('weg', number, dead, well);
    await gone(well);
    expect(numbers(well, 'weg')).toEqual([0, 1, 2, 3, 4]);
    const first = await until(() => healthOf(dead), isDown);
    expect(first.backlog).toBe(5);
    expect(first.lastError).toContain('unreachable');
    plein.clock.advance(3_000);
    await deliveriesOf(plein.deps).look();
    const second = await until(() => healthOf(dead), ({ lastErrorAt }) => lastErrorAt !== first.lastErrorAt);
    expect(rest(second)).toBeGreaterThan(rest(first));
    await dead.comeBack();
    await retryNow(plein.deps, dead.host);
    await gone(dead);
    expect(numbers(dead, 'weg')).toEqual([0, 1, 2, 3, 4]);
    expect(await healthOf(dead)).toMatchObject({ state: 'fine', nextTryAt: null });
  });

  test.each([429, 503])('that says %i and for how long is left alone for as long', async (status) => {
    const peer = await newPeer();
    peer.answer = () => ({ status, headers: { 'retry-after': '1800' } });
    await say('rust', 1, peer);
    expect(rest(await until(() => healthOf(peer), isDown))).toBe(1_800_000);
    await deliveriesOf(plein.deps).look();
    expect(peer.knocks).toBe(1);
  });

  test('that is silent after taking the request holds up no other', async () => {
    const [silent, well] = [await newPeer(), await newPeer()];
    silent.answer = () => 'silence';
    await say('stil', 1, silent);
    await until(() => silent.knocks === 1);
    for (let number = 0; number < 30; number++) await say('stil', number, well);
    await gone(well);
    expect(well.delivered).toHaveLength(30);
    expect(await waiting(silent)).toHaveLength(1);
    await silent.vanish();
    await until(() => healthOf(silent), isDown);
  });

  test('for thirty days is parked: what it must know is kept, the rest is counted; and it is tried again when asked', async () => {
    const peer = await newPeer();
    await peer.vanish();
    await plein.db((trx) => trx.insertInto('peer').values({ host: peer.host, first_seen_at: new Date(), failures: 40, down_since: new Date(plein.clock.now().getTime() - 31 * 24 * 3_600_000) }).execute());
    await plein.db(async (trx) => {
      for (let number = 0; number < 3; number++) await tell(plein.deps, { senderId: anna.actorId, about: 'lang', number, to: [at(peer)] }, trx);
      await tell(plein.deps, { senderId: anna.actorId, about: 'lang-lid', number: 7, type: 'Remove', to: [at(peer)] }, trx);
    });
    await until(() => healthOf(peer), ({ state }) => state === 'parked');
    expect((await healthOf(peer)).dropped).toBe(3);
    await say('lang', 9, peer);
    expect(await healthOf(peer)).toMatchObject({ state: 'parked', dropped: 4, backlog: 1 });
    await deliveriesOf(plein.deps).look();
    await peer.comeBack();
    expect(peer.knocks).toBe(0);
    await retryNow(plein.deps, peer.host);
    await gone(peer);
    expect(peer.delivered.map(({ json }) => json['type'])).toEqual(['Remove']);
    expect((await healthOf(peer)).state).toBe('fine');
  });
});

describe('hosts that are slow', () => {
  /** They take what comes, and answer when they are let go. */
  async function slowPeers(count: number): Promise<{ slow: PeerServer[]; letGo: () => void }> {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const slow = await Promise.all(Array.from({ length: count }, newPeer));
    for (const peer of slow) peer.answer = () => held.then(() => 202);
    return { slow, letGo };
  }
  const asked = (peers: readonly PeerServer[]) => peers.filter(({ knocks }) => knocks > 0).length;
  const answered = (peers: readonly PeerServer[]) => plein.db((trx) => trx.selectFrom('peer').select('host').where('host', 'in', peers.map(({ host }) => host)).where(({ or, eb }) => or([eb('failures', '>', 0), eb('last_success_at', 'is not', null)])).execute());

  test('leave their room to others as soon as that shows', async () => {
    const well = await newPeer();
    const { slow, letGo } = await slowPeers(97);
    await say('traag', 1, ...slow);
    await until(() => asked(slow), (count) => count === 96);
    await say('vlot', 1, well);
    await gone(well);
    // None of them was given up, nor answered, before.
    expect(await answered(slow)).toEqual([]);
    letGo();
    for (const peer of slow) await gone(peer);
    expect(slow.every((peer) => numbers(peer, 'traag').length === 1)).toBe(true);
  });

  test('and known to be so, are served a few at a time, each in turn', async () => {
    const { slow, letGo } = await slowPeers(40);
    await plein.db((trx) => trx.insertInto('peer').values(slow.map(({ host }) => ({ host, first_seen_at: new Date(), slow: true }))).execute());
    const well = await newPeer();
    await say('bekend', 1, ...slow);
    await say('bekend', 1, well);
    await gone(well);
    await until(() => asked(slow), (count) => count === 32);
    letGo();
    for (const peer of slow) await gone(peer);
    // They answered at once now, but for those that waited.
    await say('bekend', 2, ...slow);
    for (const peer of slow) await gone(peer);
    expect(slow.every((peer) => numbers(peer, 'bekend').join() === '1,2')).toBe(true);
    expect(await plein.db((trx) => trx.selectFrom('peer').select('host').where('host', 'in', slow.map(({ host }) => host)).where('slow', '=', true).execute())).toEqual([]);
  });
});

describe('a host without an inbox for all', () => {
  test('is brought one to each, in order, while one of them that fails holds up no other', async () => {
    const peer = await newPeer();
    peer.answer = ({ path }) => (path === '/users/1/inbox' ? 500 : 202);
    await plein.db(async (trx) => {
      for (let number = 0; number < 5; number++) await tell(plein.deps, { senderId: anna.actorId, about: 'elk', number, to: [1, 2, 3].map((user) => at(peer, `/users/${user}/inbox`)) }, trx);
    });
    await until(() => peer.delivered.length, (count) => count === 10);
    for (const user of [2, 3]) expect(peer.delivered.filter(({ path }) => path === `/users/${user}/inbox`).map(({ json }) => json['number'])).toEqual([0, 1, 2, 3, 4]);
    await plein.db((trx) => trx.deleteFrom('delivery').where('host', '=', peer.host).execute());
  });

  test('with ten thousand of them keeps nothing from others', async () => {
    const [crowd, ...others] = [await newPeer(), await newPeer(), await newPeer(), await newPeer()];
    const inboxes = Array.from({ length: 10_000 }, (_, user) => at(crowd, `/users/${user}/inbox`));
    await tell(plein.deps, { senderId: anna.actorId, about: 'menigte', number: 1, to: inboxes });
    await until(() => crowd.delivered.length > 0);
    for (let number = 0; number < 20; number++) await say('menigte', number, ...others);
    for (const peer of others) await gone(peer);
    expect(others.map((peer) => numbers(peer, 'menigte'))).toEqual(others.map(() => Array.from({ length: 20 }, (_, number) => number)));
    expect(crowd.delivered.length).toBeLessThan(10_000);
    expect((await waiting(crowd)).length).toBeGreaterThan(0);
    await plein.db((trx) => trx.deleteFrom('delivery').where('host', '=', crowd.host).execute());
  });
});

describe('an answer that says never', () => {
  test.each([400, 403, 404, 405, 413, 422])('%i drops the one delivery, with a note, and the next goes on', async (status) => {
    const peer = await newPeer();
    peer.answer = ({ json }) => (json['number'] === 0 ? status : 202);
    await say('nooit', 0, peer);
    await say('nooit', 1, peer);
    await gone(peer);
    expect(numbers(peer, 'nooit')).toEqual([1]);
    const health = await healthOf(peer);
    expect(health).toMatchObject({ state: 'fine', dropped: 1 });
    expect(health.lastError).toMatch(new RegExp(`^${status}`));
    // Both ways of signing were tried where the signature may be what was not understood.
    expect(peer.knocks).toBe(status === 400 ? 3 : 2);
  });

  test('410 closes the inbox: its owner is gone, and nothing else is brought there', async () => {
    const peer = await newPeer();
    const actorId = anna.actorId;
    await plein.db(async (trx) => {
      await trx.insertInto('actor').values({ id: '01900000-0000-7000-8000-00000000aaaa', type: 'person', handle: 'weg', domain: peer.host, name: 'Weg', uri: `${peer.url}/users/weg`, audience_id: 1, created_at: new Date() }).execute();
      await trx.insertInto('remote_actor').values({ actor_id: '01900000-0000-7000-8000-00000000aaaa', host: peer.host, kind: 'Person', inbox: `${peer.url}/users/weg/inbox`, fetched_at: new Date() }).execute();
    });
    peer.answer = ({ path }) => (path === '/users/weg/inbox' ? 410 : 202);
    await plein.db(async (trx) => {
      for (let number = 0; number < 3; number++) await tell(plein.deps, { senderId: actorId, about: 'weg', number, to: [at(peer, '/users/weg/inbox'), at(peer)] }, trx);
    });
    await gone(peer);
    expect(numbers(peer, 'weg')).toEqual([0, 1, 2]);
    expect((await plein.db((trx) => trx.selectFrom('remote_actor').select('gone_at').where('host', '=', peer.host).executeTakeFirstOrThrow())).gone_at).not.toBeNull();
  });

  test.each([500, 401])('%i for one thing holds that thing and what follows it, while others go on', async (status) => {
    const peer = await newPeer();
    let broken = true;
    peer.answer = ({ json }) => (json['about'] === 'stuk' && broken ? status : 202);
    await plein.db(async (trx) => {
      for (let number = 0; number < 3; number++) for (const about of ['stuk', 'heel']) await tell(plein.deps, { senderId: anna.actorId, about, number, to: [at(peer)] }, trx);
    });
    await until(() => waiting(peer), (rows) => rows.length === 3 && (rows[0]?.attempts ?? 0) > 0);
    expect(numbers(peer, 'heel')).toEqual([0, 1, 2]);
    expect(numbers(peer, 'stuk')).toEqual([]);
    expect((await healthOf(peer)).state).toBe('busy');
    broken = false;
    await retryNow(plein.deps, peer.host);
    await gone(peer);
    expect(numbers(peer, 'stuk')).toEqual([0, 1, 2]);
  });
});
