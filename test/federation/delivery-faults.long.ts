// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedInboxUri } from '../../federation/addresses.ts';
import { deliveriesOf } from '../../federation/delivery/wake.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import type { TestClock } from '../support/app.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { joinElsewhere } from '../support/factories-federation.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type PeerServer, startPeerServer } from '../support/peer-server.ts';
import { pings } from '../support/ping.ts';
import { createRates } from '../support/rates.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { tell } from '../support/sending.ts';
import { openUnsteadyLine, type UnsteadyLine } from '../support/unsteady-line.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
/** Each with all that is compared, forwards and backwards in turns, so that what the machine does besides weighs on all of it. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 9);
const HOURS_AWAY = 2;
const WAITING = 500;
const KEYS = 25;
/** What others may notice of somebody's being away. */
const LEAST = 0.9;
/** An hour, in steps so short that what is under way does not become too old. */
const [STEP_MS, STEPS] = [30_000, 120];

let home: OpenPlein;
let anna: TestMember;
let line: UnsteadyLine;
/** Behind the line. */
let a: OpenPlein;
let b: OpenPlein;
let c: OpenPlein;
const clocks: TestClock[] = [];

beforeAll(async () => {
  [home, b, c] = [await startOpenPlein(), await startOpenPlein(), await startOpenPlein()];
  line = await openUnsteadyLine(seededRandom(6).next);
  const behind: TestPlein = await startPlein({ workers: true, env: { PUBLIC_URL: line.url, FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed' } });
  await behind.listen();
  line.leadsTo((behind.app.server.address() as AddressInfo).port);
  a = { ...behind, host: line.host, url: line.url };
  clocks.push(...[home, a, b, c].map(({ clock }) => clock));
  anna = await buildMember(home);
}, 3 * MINUTE);
afterAll(async () => {
  await Promise.all([home, a, b, c].map((each) => each?.close()));
  await line?.cut();
});

/** Time goes by for everybody, and what is due is tried. */
async function goOn(): Promise<void> {
  for (const clock of clocks) clock.advance(STEP_MS);
  await deliveriesOf(home.deps).look();
}

const inTurns = <T>(kinds: readonly T[], round: number): readonly T[] => (round % 2 === 0 ? kinds : kinds.toReversed());

const waitingFor = async (host: string): Promise<number> => Number((await home.db((trx) => trx.selectFrom('delivery').select((all) => all.fn.countAll().as('count')).where('host', '=', host).executeTakeFirstOrThrow())).count);
const handledAt = ({ url }: OpenPlein, prefix: string) => pings.filter(({ at, about }) => at === url && about.startsWith(prefix));

/** By what it is about, in the order in which it was handled. */
function inOrderAt(plein: OpenPlein, prefix: string): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { about, number } of handledAt(plein, prefix)) (found[about] ??= []).push(number);
  return found;
}

const expectedOrder = (prefix: string) => Object.fromEntries(Array.from({ length: KEYS }, (_, key) => [`${prefix}${key}`, Array.from({ length: WAITING / KEYS }, (_each, turn) => key + turn * KEYS)]));

/** Tells some 500 things, all at once. @returns milliseconds until B and C have done them all */
async function tellAndTime(prefix: string, to: readonly OpenPlein[]): Promise<number> {
  const targets = to.map(({ host, url }) => ({ host, inbox: sharedInboxUri({ publicUrl: url }) }));
  await home.deps.database.asSystem(async (trx) => {
    for (let number = 0; number < WAITING; number++) await tell(home.deps, { senderId: anna.actorId, about: `${prefix}${number % KEYS}`, number, type: 'Ping', to: targets }, trx);
  });
  const begin = performance.now();
  while ([b, c].some((each) => handledAt(each, prefix).length < WAITING)) {
    await sleep(50);
    await goOn();
  }
  return performance.now() - begin;
}

/** The line is there again, but doubles what it carries, brings copies among what comes later, and breaks in the middle. */
async function comeBackBadly(): Promise<void> {
  const before = await waitingFor(a.host);
  line.disturb(30);
  await line.mend();
  await goOn();
  await until(async () => {
    await goOn();
    return waitingFor(a.host);
  }, (left) => left < before * 0.7, 3 * MINUTE);
  await line.cut();
  await goOn();
  await line.mend();
  await until(async () => {
    await goOn();
    return waitingFor(a.host);
  }, (left) => left === 0, 5 * MINUTE);
  await line.settle();
  await inboxOf(a.deps).settled();
  line.disturb(0);
}

test('one that was away for an hour catches up once and in order, and others were told meanwhile', async () => {
  for (let round = 0; round < HOURS_AWAY; round++) {
    await line.cut();
    await tellAndTime(`away${round}-`, [a, b, c]);
    for (let step = 0; step < STEPS; step++) await goOn();
    expect(await waitingFor(a.host)).toBe(WAITING);
    expect(handledAt(a, `away${round}-`)).toEqual([]);
    const carried = line.carried();
    await comeBackBadly();
    expect(line.carried() - carried).toBeGreaterThan(WAITING + 50);
    for (const each of [a, b, c]) expect(inOrderAt(each, `away${round}-`)).toEqual(expectedOrder(`away${round}-`));
  }
}, 20 * MINUTE);

/** What waited for A is let go, and it is there again, unharmed. */
async function forgetAway(): Promise<void> {
  await deliveriesOf(home.deps).settled();
  await home.db(async (trx) => {
    await trx.deleteFrom('delivery').where('host', '=', a.host).execute();
    await trx.updateTable('peer').set({ failures: 0, down_since: null, next_try_at: null, parked_at: null, slow: false }).where('host', '=', a.host).execute();
  });
  await line.mend();
}

test('while one is away, with 500 things waiting for it, others are told as fast as ever', async () => {
  const rates = createRates();
  await tellAndTime('begin', [a, b, c]);
  await until(() => handledAt(a, 'begin').length, (count) => count === WAITING, 2 * MINUTE);
  const measure = {
    'B and C alone': (prefix: string) => tellAndTime(prefix, [b, c]),
    'A, B and C, all there': async (prefix: string) => {
      const took = await tellAndTime(prefix, [a, b, c]);
      await until(() => handledAt(a, prefix).length, (count) => count === WAITING, 2 * MINUTE);
      return took;
    },
    'A away': async (prefix: string) => {
      await line.cut();
      // By now it waits: it is not found out while it is measured.
      await tellAndTime(`before ${prefix}`, [a, b, c]);
      const took = await tellAndTime(prefix, [a, b, c]);
      expect(await waitingFor(a.host)).toBe(2 * WAITING);
      await forgetAway();
      return took;
    },
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of inTurns(['A, B and C, all there', 'B and C alone', 'A away'] as const, round)) rates.note(kind, 2 * WAITING, await measure[kind](`${kind} ${round}-`));
  }
  const [toAll, toAlone] = [rates.ratio('A away', 'A, B and C, all there'), rates.ratio('A away', 'B and C alone')];
  console.log(`${rates.table('deliveries to B and C, per second')}\nA away / all there: ${toAll.toFixed(2)}; A away / B and C alone: ${toAlone.toFixed(2)}`);
  expect(toAll).toBeGreaterThanOrEqual(LEAST);
}, 20 * MINUTE);

/** What people at home do in an hour: they write, answer, change, react and take back. */
async function writeForAnHour(author: TestMember, building: TestBuilding): Promise<void> {
  const chance = seededRandom(11);
  const posts: { id: string }[] = [];
  const replies: { id: string }[] = [];
  for (let number = 0; number < 110; number++) {
    posts.push(await buildPost(author, building, { kind: 'article', title: `Bericht ${number}`, body: `Eerste versie van **${number}**` }));
    for (let turn = 0; turn < 2; turn++) {
      const post = chance.pick(posts);
      const reply = await buildReply(author, post, { body: `Antwoord ${number}.${turn}` });
      if (chance.chance(0.7)) replies.push(reply);
      else expect((await author.delete(`/posts/${reply.id}`)).statusCode).toBeLessThan(300);
    }
    const changed = chance.chance(0.5) || replies.length === 0 ? chance.pick(posts) : chance.pick(replies);
    expect((await author.patch(`/posts/${changed.id}`, { body: `Versie van beurt ${number}` })).statusCode).toBe(200);
    const reacted = chance.pick(posts);
    expect((await author.put(`/posts/${reacted.id}/reactions/idea`)).statusCode).toBe(200);
    if (chance.chance(0.4)) expect((await author.delete(`/posts/${reacted.id}/reactions/idea`)).statusCode).toBeLessThan(300);
    for (const clock of clocks) clock.advance(STEP_MS);
  }
}

/** Everything that was said in a building, as an instance has it. */
async function stateOf(plein: OpenPlein, placeId: string): Promise<unknown[]> {
  const { rows } = await plein.db((trx) => sql`
    select p.uri, p.kind, p.title, p.html, p.reply_count, p.revision_count, p.deleted_at is not null as deleted, parent.uri as parent, root.uri as root, author.uri as author,
      (select coalesce(json_agg(r.name || ' ' || w.uri order by r.name, w.uri), '[]') from reaction r join actor w on w.id = r.actor_id where r.post_id = p.id) as reactions
    from post p join actor author on author.id = p.author_id left join post parent on parent.id = p.in_reply_to left join post root on root.id = p.root_id
    where p.place_id = ${placeId} order by p.uri`.execute(trx));
  return rows;
}

const tombstones = (plein: OpenPlein) => plein.db((trx) => trx.selectFrom('tombstone').select('uri').where('uri', 'like', `${home.url}/ap/objects/%`).orderBy('uri').execute());
const outcomes = (plein: OpenPlein) => plein.db((trx) => trx.selectFrom('received_activity').select(['uri', 'type', 'outcome', 'reason']).where('host', '=', home.host).where('type', '=', 'Announce').orderBy('uri').execute());

test('an instance that was away for an hour has the same afterwards as one that was there', async () => {
  const building = await buildBuilding(home, { name: 'Vergunningen' });
  const [ella, bram] = [await buildMember(a), await buildMember(b)];
  const there = await joinElsewhere(a, home, building, ella);
  const twin = await joinElsewhere(b, home, building, bram);
  await line.cut();
  await writeForAnHour(building.founder, building);
  await until(() => home.db((trx) => trx.selectFrom('event').select('id').where('done_at', 'is', null).execute()), (left) => left.length === 0, 3 * MINUTE);
  await until(() => waitingFor(b.host), (left) => left === 0, 3 * MINUTE);
  await inboxOf(b.deps).settled();
  const waited = await waitingFor(a.host);
  expect(waited).toBeGreaterThanOrEqual(WAITING);
  expect(await stateOf(a, there.id)).toEqual([]);
  await comeBackBadly();
  const [mine, theirs] = [await stateOf(a, there.id), await stateOf(b, twin.id)];
  console.log(`${waited} activities waited for A; ${mine.length} posts and answers, ${(await tombstones(a)).length} taken back`);
  expect(mine.length).toBeGreaterThan(250);
  expect(mine).toEqual(theirs);
  expect(await tombstones(a)).toEqual(await tombstones(b));
  expect(await outcomes(a)).toEqual(await outcomes(b));
}, 15 * MINUTE);

const PEERS = 200;
const DEAD = 60;
const EACH = 12;
const PEER_ROUNDS = Math.min(ROUNDS, 6);

async function startPeers(count: number): Promise<PeerServer[]> {
  return Promise.all(Array.from({ length: count }, startPeerServer));
}

/** A third refuses, a third takes what comes and says nothing, a third always has a fault. */
async function die(peers: readonly PeerServer[]): Promise<void> {
  for (const [number, peer] of peers.entries()) {
    if (number % 3 === 0) await peer.vanish();
    else peer.answer = () => (number % 3 === 1 ? 'silence' : 500);
  }
}

/** @returns milliseconds until those that live have everything */
async function timeLiving(living: readonly PeerServer[], rest: readonly PeerServer[]): Promise<number> {
  const to = [...rest, ...living].map(({ host, inbox }) => ({ host, inbox }));
  await home.deps.database.asSystem(async (trx) => {
    for (let number = 0; number < EACH; number++) await tell(home.deps, { senderId: anna.actorId, about: `thread ${number % 3}`, number, to }, trx);
  });
  const begin = performance.now();
  await until(() => living.filter(({ delivered }) => delivered.length === EACH).length, (count) => count === living.length, 2 * MINUTE);
  return performance.now() - begin;
}

/** Each time other peers, of whom nobody knows yet how they are doing. */
async function withPeers(restCount: number, dead: boolean): Promise<{ done: number; milliseconds: number }> {
  const [living, rest] = [await startPeers(PEERS - DEAD), await startPeers(restCount)];
  if (dead) await die(rest);
  const milliseconds = await timeLiving(living, rest);
  for (const each of living) expect(each.delivered.filter(({ json }) => json['about'] === 'thread 1').map(({ json }) => json['number'])).toEqual([1, 4, 7, 10]);
  if (dead) expect(rest.flatMap(({ delivered }) => delivered)).toEqual([]);
  for (const each of [...living, ...rest]) await each.close();
  await deliveriesOf(home.deps).settled();
  await home.db((trx) => trx.deleteFrom('delivery').where('host', 'in', rest.map(({ host }) => host).concat('')).execute());
  return { done: living.length * EACH, milliseconds };
}

test('sixty dead of two hundred keep nothing from the others, nor slow them', async () => {
  const rates = createRates();
  await withPeers(DEAD, false);
  for (let round = 0; round < PEER_ROUNDS; round++) {
    for (const [kind, rest, dead] of inTurns([['all 200 there', DEAD, false], ['the 140 alone', 0, false], ['60 of 200 dead', DEAD, true]] as const, round)) {
      const { done, milliseconds } = await withPeers(rest, dead);
      rates.note(kind, done, milliseconds);
    }
  }
  const [toAll, toAlone] = [rates.ratio('60 of 200 dead', 'all 200 there'), rates.ratio('60 of 200 dead', 'the 140 alone')];
  console.log(`${rates.table('deliveries to the 140 that live, per second')}\n60 dead / all there: ${toAll.toFixed(2)}; 60 dead / the 140 alone: ${toAlone.toFixed(2)}`);
  expect(toAll).toBeGreaterThanOrEqual(LEAST);
}, 15 * MINUTE);
