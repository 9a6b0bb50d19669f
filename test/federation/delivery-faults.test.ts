// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { house } from '../../federation/house.ts';
import { sharedInboxUri } from '../../federation/addresses.ts';
import { deliveriesOf, stopDeliveries } from '../../federation/delivery/wake.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import { allSchedules } from '../../server/app.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { migrateQueues } from '../../server/platform/jobs/jobs.ts';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type PeerServer, startPeerServer } from '../support/peer-server.ts';
import { pings } from '../support/ping.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { openQueueHouse } from '../support/queues.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tell } from '../support/sending.ts';
import { openUnsteadyLine, type UnsteadyLine } from '../support/unsteady-line.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
/** Five hundred, and for how long others wait meanwhile: delivery-faults.long.ts. */
const WAITING = 150;
const KEYS = 15;

let sender: OpenPlein;
let anna: TestMember;
let line: UnsteadyLine;
let behind: TestPlein;
const others: OpenPlein[] = [];

/** One sends; of three that receive one is behind an unsteady line. All are real, with workers of their own. */
beforeAll(async () => {
  line = await openUnsteadyLine(seededRandom(4).next);
  [sender, behind] = await Promise.all([startOpenPlein(), startPlein({ workers: true, env: { PUBLIC_URL: line.url, FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed' } })]);
  others.push(...(await Promise.all([startOpenPlein(), startOpenPlein()])));
  anna = await buildMember(sender);
  await behind.listen();
  line.leadsTo((behind.app.server.address() as AddressInfo).port);
});
afterAll(async () => {
  await Promise.all([sender, behind, ...others].map((each) => each?.close()));
  await line?.cut();
});

const inboxAt = (url: string) => ({ host: new URL(url).host, inbox: sharedInboxUri({ publicUrl: url }) });

async function tellAll(deps: Deps, senderId: string, count: number, urls: readonly string[], prefix = ''): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    for (let number = 0; number < count; number++) await tell(deps, { senderId, about: `${prefix}${number % KEYS}`, number, type: 'Ping', to: urls.map(inboxAt) }, trx);
  });
}

/** By what it is about, in the order in which it was handled. */
function handledAt(url: string): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { at, about, number } of pings) if (at === url) (found[about] ??= []).push(number);
  return found;
}

const inOrder = (count: number, prefix = '') => Object.fromEntries(Array.from({ length: KEYS }, (_, key) => [`${prefix}${key}`, Array.from({ length: count / KEYS }, (_each, turn) => key + turn * KEYS)]));
const countAt = (url: string) => pings.filter(({ at }) => at === url).length;

test('a peer that was away gets everything once and in order, although it comes doubled and late, and others did not notice', async () => {
  const urls = [line.url, ...others.map(({ url }) => url)];
  await line.cut();
  await tellAll(sender.deps, anna.actorId, WAITING, urls);
  for (const { url } of others) await until(() => countAt(url), (count) => count === WAITING, 2 * MINUTE);
  expect(countAt(line.url)).toBe(0);
  for (const { url } of others) expect(handledAt(url)).toEqual(inOrder(WAITING));
  line.disturb(30);
  await line.mend();
  sender.clock.advance(10_000);
  // It may have been away in the middle, too.
  await until(() => countAt(line.url), (count) => count > 40, 2 * MINUTE);
  await line.cut();
  await line.mend();
  await until(async () => {
    sender.clock.advance(5_000);
    await deliveriesOf(sender.deps).look();
    return countAt(line.url);
  }, (count) => count >= WAITING, 3 * MINUTE);
  await line.settle();
  await inboxOf(behind.deps).settled();
  expect(line.carried()).toBeGreaterThan(WAITING + 15);
  expect(handledAt(line.url)).toEqual(inOrder(WAITING));
  await until(() => sender.db((trx) => trx.selectFrom('delivery').select('id').execute()), (rows) => rows.length === 0);
}, 6 * MINUTE);

test('a worker that is killed while it sends loses nothing, and nothing is handled twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plein-killed-'));
  const [receiver] = others;
  if (receiver === undefined) throw new Error('nobody receives');
  const web = await startOpenPlein({ workers: false });
  const bert = await buildMember(web);
  const count = 120;
  const processes: PleinProcess[] = [];
  try {
    await migrateQueues(web.databaseUrl);
    const start = async () => processes.push(await startProcess({ databaseUrl: web.databaseUrl, dataDir: web.config.dataDir, role: 'worker', publicUrl: web.url, env: { FEDERATION_ALLOW_PRIVATE: '1' } }));
    await start();
    await tellAll(web.deps, bert.actorId, count, [receiver.url], 'k');
    const handled = () => pings.filter(({ at, about }) => at === receiver.url && about.startsWith('k')).length;
    await until(handled, (found) => found > 20, MINUTE);
    await processes[0]?.kill();
    // What it had in hand is somebody else's when its lease has run out.
    await web.db((trx) => trx.updateTable('peer').set({ leased_until: new Date() }).execute());
    await start();
    await until(handled, (found) => found >= count, 2 * MINUTE);
    await inboxOf(receiver.deps).settled();
    const mine = Object.fromEntries(Object.entries(handledAt(receiver.url)).filter(([about]) => about.startsWith('k')));
    expect(mine).toEqual(inOrder(count, 'k'));
  } finally {
    for (const each of processes) await each.kill();
    await web.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 4 * MINUTE);

test('a flush of Redis loses nothing of what waits', async () => {
  const peer: PeerServer = await startPeerServer();
  const queues = await openQueueHouse('Redis', { FEDERATION_ALLOW_PRIVATE: '1', PUBLIC_URL: 'http://localhost:1' });
  try {
    await peer.vanish();
    const { deps } = await queues.startWorker([], allSchedules(house).filter(({ name }) => name === 'run-deliveries'));
    const senderId = newId();
    await deps.database.asSystem((trx) => trx.insertInto('actor').values({ id: senderId, type: 'person', handle: 'flush', name: 'Flush', uri: `${deps.config.publicUrl}/ap/actors/${senderId}`, audience_id: 1, created_at: new Date() }).execute());
    for (let number = 0; number < 10; number++) await tell(deps, { senderId, about: 'x', number, to: [{ host: peer.host, inbox: peer.inbox }] });
    await until(() => deps.database.asSystem((trx) => trx.selectFrom('peer').select('failures').executeTakeFirst()), (found) => (found?.failures ?? 0) > 0);
    const redis = new Redis(queues.redisUrl ?? '');
    await redis.flushall();
    redis.disconnect();
    await peer.comeBack();
    // The schedule, which was in Redis too, comes back by itself.
    await until(() => peer.delivered.length, (count) => count === 10, MINUTE);
    expect(peer.delivered.map(({ json }) => json['number'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await stopDeliveries(deps);
  } finally {
    await queues.close();
    await peer.close();
  }
}, 2 * MINUTE);

test('of two hundred peers the sixty that are dead keep nothing from the others', async () => {
  const peers: PeerServer[] = [];
  for (let number = 0; number < 200; number++) peers.push(await startPeerServer());
  const [dead, well] = [peers.slice(0, 60), peers.slice(60)];
  for (const each of dead.slice(0, 30)) await each.vanish();
  // Half of them take the request and never answer.
  for (const each of dead.slice(30)) each.answer = () => 'silence';
  for (let number = 0; number < 3; number++) await tell(sender.deps, { senderId: anna.actorId, about: 'allen', number, to: peers.map((each) => ({ host: each.host, inbox: each.inbox })) });
  await until(() => well.filter(({ delivered }) => delivered.length === 3).length, (count) => count === well.length, MINUTE);
  for (const each of well) expect(each.delivered.map(({ json }) => json['number'])).toEqual([0, 1, 2]);
  const hosts = dead.map(({ host }) => host);
  const left = await sender.db((trx) => trx.selectFrom('delivery').select((all) => all.fn.countAll<number>().as('count')).where('host', 'in', hosts).executeTakeFirstOrThrow());
  expect(left.count).toBe(180);
  for (const each of peers) await each.close();
}, 3 * MINUTE);
