// SPDX-License-Identifier: EUPL-1.2
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retryNow } from '../../federation/delivery/retry-now.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import { forgetTraffic } from '../../federation/housekeeping.ts';
import { buildMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostileActor, type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';
import { pings, whilePinged } from '../support/ping.ts';
import { tell } from '../support/sending.ts';
import { until } from '../support/until.ts';

let plein: OpenPlein;
let peer: HostilePeer;
let jan: HostileActor;
let inbox: string;

beforeAll(async () => {
  plein = await startOpenPlein();
  peer = await startHostilePeer();
  jan = peer.actor('jan');
  inbox = `${plein.url}/ap/inbox`;
});
afterAll(async () => {
  await plein.close();
  await peer.close();
});
beforeEach(() => {
  whilePinged.act = async () => undefined;
});

let serial = 0;
const ping = (fields: Record<string, unknown> = {}): Record<string, unknown> & { id: string } =>
  ({ '@context': 'https://www.w3.org/ns/activitystreams', id: `${peer.url}/activities/${++serial}`, type: 'Ping', actor: jan.uri, about: 'x', number: serial, ...fields }) as never;
const send = (content: unknown, to = inbox) => peer.send(to, content, { as: jan, date: plein.clock.now() });
const row = (uri: string) => plein.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'reason', 'body', 'attempts', 'handled_at', 'next_try_at']).where('uri', '=', uri).executeTakeFirst());
const handled = (uri: string) => until(() => row(uri), (found) => found?.handled_at != null);
const handledTimes = (uri: string) => pings.filter((each) => each.uri === uri).length;

describe('what is taken in', () => {
  test('is answered with 202, handled once, and its text is not kept', async () => {
    const activity = ping();
    expect((await send(activity)).status).toBe(202);
    expect(await handled(activity.id)).toMatchObject({ outcome: 'done', reason: '', body: null });
    expect(handledTimes(activity.id)).toBe(1);
  });

  test('may be sent again, and to another inbox, and is still handled once', async () => {
    const anna = await buildMember(plein);
    const activity = ping();
    const answers = await Promise.all([send(activity), send(activity), send(activity, `${plein.url}/ap/actors/${anna.actorId}/inbox`)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await handled(activity.id);
    expect((await send(activity)).status).toBe(202);
    await inboxOf(plein.deps).settled();
    expect(handledTimes(activity.id)).toBe(1);
  });

  test('may have its members in another order, and a signature of its own anew', async () => {
    const activity = ping();
    await send(activity);
    const again = { signature: { type: 'RsaSignature2017', created: 'later' }, ...Object.fromEntries(Object.entries(activity).reverse()) };
    expect((await send(again)).status).toBe(202);
  });

  test('cannot come back under the same name with something else in it', async () => {
    const activity = ping();
    await send(activity);
    const answer = await send({ ...activity, number: -1 });
    expect([answer.status, answer.json['reason']]).toEqual([409, 'replayed']);
    expect((await handled(activity.id))?.outcome).toBe('done');
    expect(pings.find(({ uri }) => uri === activity.id)?.number).toBe(activity['number']);
  });

  test('is refused with a reason when nobody here understands it', async () => {
    const activity = ping({ type: 'Pong' });
    expect((await send(activity)).status).toBe(202);
    expect(await handled(activity.id)).toMatchObject({ outcome: 'refused', reason: 'not-understood' });
  });

  test('lets what waits for its sender leave: who speaks is back', async () => {
    const anna = await buildMember(plein);
    await plein.db((trx) => trx.insertInto('peer').values({ host: peer.host, first_seen_at: new Date(), failures: 9, next_try_at: new Date(Date.now() + 3_600_000), parked_at: new Date() })
      .onConflict((clash) => clash.column('host').doUpdateSet({ failures: 9, next_try_at: new Date(Date.now() + 3_600_000), parked_at: new Date() })).execute());
    await tell(plein.deps, { senderId: anna.actorId, about: 'wacht', number: 1, type: 'Accept', to: [{ host: peer.host, inbox: jan.inbox }] });
    expect(peer.requests.some(({ url, body }) => url === '/users/jan/inbox' && body.includes('wacht'))).toBe(false);
    await send(ping());
    await until(() => peer.requests.some(({ url, body }) => url === '/users/jan/inbox' && body.includes('wacht')));
  });

  test('is forgotten after thirty days, when it was handled', async () => {
    const [old, young] = [ping(), ping()];
    await send(old);
    await send(young);
    await handled(old.id);
    await handled(young.id);
    await plein.db((trx) => trx.updateTable('received_activity').set({ received_at: new Date(Date.now() - 31 * 24 * 3_600_000) }).where('uri', '=', old.id).execute());
    await forgetTraffic.run(plein.deps);
    expect(await row(old.id)).toBeUndefined();
    expect(await row(young.id)).toBeDefined();
  });
});

describe('refused at the door, with the reason', () => {
  const cases: [string, () => Promise<{ status: number; json: Record<string, unknown> }>, number, string][] = [
    ['no signature', () => peer.send(inbox, ping(), { as: jan, scheme: 'none' }), 401, 'unsigned'],
    ['a changed body', () => peer.send(inbox, ping(), { as: jan, digestOf: 'something else' }), 401, 'digest-false'],
    ['plain JSON', () => peer.send(inbox, ping(), { as: jan, changes: { 'content-type': 'application/json' } }), 415, 'wrong-content-type'],
    ['JSON-LD of another kind', () => peer.send(inbox, ping(), { as: jan, changes: { 'content-type': 'application/ld+json' } }), 415, 'wrong-content-type'],
    ['no JSON', () => send('{"id":'), 400, 'not-json'],
    ['a list', () => send('[]'), 400, 'not-json'],
    ['JSON that is nested deeper than anything means', () => send(`{"id":"${peer.url}/x","type":"Ping","actor":"${jan.uri}","object":${'['.repeat(40)}${']'.repeat(40)}}`), 400, 'too-deep'],
    ['no id', () => send(ping({ id: undefined })), 400, 'not-an-activity'],
    ['an id that is no address', () => send(ping({ id: 'urn:x' })), 400, 'not-an-activity'],
    ['no type', () => send(ping({ type: undefined })), 400, 'not-an-activity'],
    ['no actor', () => send(ping({ actor: undefined })), 400, 'no-actor'],
    ['an id of another origin', () => send(ping({ id: 'https://elders.example/1' })), 403, 'foreign-id'],
    ['somebody else as the actor', () => send(ping({ actor: `${peer.url}/users/piet` })), 403, 'actor-not-signer'],
    ['an actor that stands there whole and is another', () => send(ping({ actor: { id: `${peer.url}/users/piet`, type: 'Person', publicKey: {} } })), 403, 'actor-not-signer'],
    ['more than half a megabyte', () => send(ping({ summary: 'x'.repeat(530_000) })), 413, 'too-large'],
  ];
  test.each(cases)('%s', async (_name, act, status, reason) => {
    const before = await plein.db((trx) => trx.selectFrom('received_activity').select((all) => all.fn.countAll<number>().as('count')).executeTakeFirstOrThrow());
    const answer = await act();
    expect([answer.status, answer.json['reason']]).toEqual([status, reason]);
    expect(answer.json['type']).toBe(`/problems/inbox-${reason}`);
    expect(await plein.db((trx) => trx.selectFrom('received_activity').select((all) => all.fn.countAll<number>().as('count')).executeTakeFirstOrThrow())).toEqual(before);
  });

  test('who does not sign is answered before the body is read', async () => {
    const { hostname, port } = new URL(plein.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /ap/inbox HTTP/1.1\r\nHost: ${plein.host}\r\nContent-Type: application/activity+json\r\nContent-Length: 400000\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    await until(() => text.includes('"reason":"unsigned"'));
    socket.destroy();
  });

  test('a blocked host, whichever of its names', async () => {
    await plein.db((trx) => trx.insertInto('peer_block').values({ domain: peer.host, created_at: new Date() }).execute());
    const answer = await send(ping());
    await plein.db((trx) => trx.deleteFrom('peer_block').where('domain', '=', peer.host).execute());
    expect([answer.status, answer.json['reason']]).toEqual([403, 'blocked']);
  });
});

describe('handling', () => {
  test('is in the order in which things of one kind came, and different things go at once', async () => {
    let together = 0;
    let most = 0;
    whilePinged.act = async () => {
      most = Math.max(most, ++together);
      await new Promise((resolve) => setTimeout(resolve, 3));
      together--;
    };
    const sent: Record<string, unknown>[] = [];
    for (let number = 0; number < 12; number++) for (const about of ['p', 'q', 'r']) sent.push(ping({ about, number, object: `${peer.url}/things/${about}` }));
    for (const each of sent) expect((await send(each)).status).toBe(202);
    await until(() => pings.filter(({ about }) => 'pqr'.includes(about)).length === 36);
    for (const about of ['p', 'q', 'r']) expect(pings.filter((each) => each.about === about).map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, number) => number));
    expect(most).toBeGreaterThan(1);
  });

  test('undoes everything when it fails, tries again, and sets aside what fails always; the next of another kind goes on', async () => {
    const bad = ping({ object: `${peer.url}/things/slecht` });
    const good = ping({ object: `${peer.url}/things/goed` });
    let times = 0;
    whilePinged.act = async ({ uri }, trx) => {
      if (uri !== bad.id) return;
      times++;
      await trx.insertInto('tombstone').values({ uri: `half of ${bad.id}`, actor_uri: '', deleted_at: new Date() }).execute();
      throw new Error('cannot handle this');
    };
    await send(bad);
    await send(good);
    await handled(good.id);
    for (let turn = 0; (await row(bad.id))?.handled_at == null && turn < 20; turn++) {
      plein.clock.advance(24 * 3_600_000);
      await inboxOf(plein.deps).look();
      await inboxOf(plein.deps).settled();
    }
    expect(await row(bad.id)).toMatchObject({ outcome: 'refused', reason: 'failed: cannot handle this', attempts: 8 });
    expect(times).toBe(8);
    expect(await plein.db((trx) => trx.selectFrom('tombstone').select('uri').where('uri', '=', `half of ${bad.id}`).executeTakeFirst())).toBeUndefined();
    expect(handledTimes(bad.id)).toBe(0);
  });

  test('waits for what cannot be fetched now, and refuses what cannot be fetched at all', async () => {
    let there = false;
    peer.serve('/things/later', () => (there ? { body: { id: `${peer.url}/things/later`, type: 'Note' } } : { status: 503 }));
    const later = { ...ping(), type: 'Fetching', object: `${peer.url}/things/later` };
    const never = { ...ping(), type: 'Fetching', object: `${peer.url}/things/never` };
    await send(later);
    await send(never);
    expect(await handled(never.id)).toMatchObject({ outcome: 'refused', reason: 'not-found' });
    expect(await until(() => row(later.id), (found) => (found?.attempts ?? 0) > 0)).toMatchObject({ outcome: null });
    there = true;
    plein.clock.advance(3_600_000);
    await inboxOf(plein.deps).look();
    expect(await handled(later.id)).toMatchObject({ outcome: 'done' });
  });
});

test('everybody may be tried again at once', async () => {
  await expect(retryNow(plein.deps, 'nobody.example')).resolves.toBeUndefined();
});
