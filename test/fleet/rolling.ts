// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { buildBuilding, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import type { PleinProcess } from '../support/processes.ts';
import type { Backend } from '../support/queues.ts';
import { until } from '../support/until.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import { type Fleet, openFleet } from './fleet.ts';
import { follow, type Follower } from './follower.ts';
import { visit } from './visit.ts';

export interface Restarted {
  requests: number;
  /** What went wrong for a client: no answer, or another than was due. */
  failures: string[];
  balancerFaults: string[];
  /** Ids of posts that were acknowledged, in no order. */
  acknowledged: string[];
  /** Ids of the posts that are there, with those of replies. */
  present: string[];
  /** How often each socket was lost, and with which codes. */
  lostSockets: number[][];
  /** Per socket: how many posts it was not told of, was told of twice, and was told that nobody made. */
  missed: number[];
  doubled: number[];
  strange: number[];
  exits: (number | null)[];
  eventsUndone: number;
  notificationsDoubled: number;
}

export interface RollingSettings {
  rounds: number;
  clients: number;
  sockets: number;
}

/** Replaces every process of an instance, one after the other, while people read, write and listen through a balancer. */
export async function restartUnderLoad(backend: Backend, { rounds, clients, sockets }: RollingSettings): Promise<Restarted> {
  const fleet = await openFleet(backend, { env: { DRAIN_SECONDS: '1' } });
  const balancer = await openBalancer();
  try {
    for (const web of fleet.webs) balancer.add(web.address);
    await until(() => balancer.ready(), (ready) => ready === fleet.webs.length);
    const building = await buildBuilding(fleet.plein);
    const reader = await memberOf(fleet, building);
    const followers = await Promise.all(Array.from({ length: sockets }, (_, index) => follow([index % 2 === 0 ? balancer.http : balancer.tcp], reader, ['square', `building:${building.slug}`, 'me'])));
    const load = startLoad(fleet, balancer, building, clients);
    const exits: (number | null)[] = [];
    for (let round = 0; round < rounds; round++) exits.push(...(await replaceAll(fleet, balancer)));
    const { requests, failures, acknowledged } = await load.stop();
    await until(() => undone(fleet), (count) => count === 0, 60_000);
    await until(() => followers.every((each) => each.isCaughtUp()), Boolean, 20_000);
    await until(() => followers.every((each) => postsTold(each).size >= acknowledged.length), Boolean, 20_000).catch(() => undefined);
    const told = followers.map((each) => each.told('square').flatMap(({ event, data }) => (event === 'post.published' ? [String(data?.['postId'])] : [])));
    const result = {
      requests,
      failures,
      acknowledged,
      balancerFaults: balancer.faults,
      exits,
      present: await postsPresent(fleet),
      lostSockets: followers.map((each) => each.lost),
      missed: told.map((ids) => acknowledged.filter((id) => !ids.includes(id)).length),
      doubled: told.map((ids, index) => ids.length - new Set(ids).size + (followers[index]?.repeated.length ?? 0)),
      strange: told.map((ids) => ids.filter((id) => !acknowledged.includes(id)).length),
      eventsUndone: await undone(fleet),
      notificationsDoubled: await doubledNotifications(fleet),
    };
    await Promise.all(followers.map((each) => each.stop()));
    return result;
  } finally {
    await balancer.close();
    await fleet.close();
  }
}

async function memberOf(fleet: Fleet, building: TestBuilding): Promise<TestMember> {
  const member = await buildMember(fleet.plein);
  await join(building, member);
  return member;
}

const postsTold = (follower: Follower): Set<string> => new Set(follower.told('square').flatMap(({ event, data }) => (event === 'post.published' ? [String(data?.['postId'])] : [])));

/** The new one is there before the old one goes, as in a rolling update. @returns the exit codes */
async function replaceAll(fleet: Fleet, balancer: Balancer): Promise<(number | null)[]> {
  const exits: (number | null)[] = [];
  const replace = async (list: PleinProcess[], start: () => Promise<PleinProcess>, onStarted: (fresh: PleinProcess) => Promise<unknown>) => {
    for (const old of [...list]) {
      const fresh = await start();
      await onStarted(fresh);
      await old.stop();
      exits.push(await old.exit);
      list.splice(list.indexOf(old), 1, fresh);
    }
  };
  await replace(fleet.webs, fleet.startWeb, (fresh) => {
    balancer.add(fresh.address);
    return until(() => balancer.ready(), (ready) => ready === fleet.webs.length + 1);
  });
  await replace(fleet.workers, fleet.startWorker, async () => undefined);
  return exits;
}

/** Half of the clients come through one kind of balancer, half through the other, each on one connection that it keeps. */
function startLoad(fleet: Fleet, balancer: Balancer, building: TestBuilding, clients: number) {
  const failures: string[] = [];
  const acknowledged: string[] = [];
  let requests = 0;
  let stopping = false;

  async function ask(client: number, who: TestMember, dispatcher: Agent, due: number, ...what: ['GET' | 'POST', string, unknown?]) {
    requests++;
    const answer = await visit(client % 2 === 0 ? balancer.http : balancer.tcp, who, ...withBody(what), { dispatcher }).catch((error: Error) => {
      failures.push(`client ${client}, ${what[0]} ${what[1]}: ${error.message} (${String((error.cause as Error | undefined)?.message)})`);
      return null;
    });
    if (answer !== null && answer.status !== due) failures.push(`client ${client}, ${what[0]} ${what[1]}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer?.status === due ? answer : null;
  }

  async function run(client: number): Promise<void> {
    const who = await memberOf(fleet, building);
    const dispatcher = new Agent({ connections: 1, pipelining: 1 });
    for (let serial = 0; !stopping; serial++) {
      const made = await ask(client, who, dispatcher, 201, 'POST', `/buildings/${building.slug}/posts`, { body: `Bericht ${serial} van ${client}` });
      const id = made?.json<{ id: string }>().id;
      if (id !== undefined) acknowledged.push(id);
      await ask(client, who, dispatcher, 200, 'GET', '/feed?limit=10');
      if (id !== undefined) await ask(client, who, dispatcher, 200, 'GET', `/posts/${id}`);
      await sleep(200 + Math.random() * 800);
    }
    await dispatcher.close();
  }

  const running = Array.from({ length: clients }, (_, client) => run(client));
  return {
    async stop() {
      stopping = true;
      await Promise.all(running);
      return { requests, failures, acknowledged };
    },
  };
}

function withBody([method, path, body]: ['GET' | 'POST', string, unknown?]): ['GET' | 'POST', string, unknown] {
  return [method, path, body];
}

async function postsPresent(fleet: Fleet): Promise<string[]> {
  const rows = await fleet.plein.db((trx) => trx.selectFrom('post').select('id').execute());
  return rows.map((row) => row.id);
}

function undone(fleet: Fleet): Promise<number> {
  return fleet.plein.db(async (trx) => (await trx.selectFrom('event').select('id').where('done_at', 'is', null).execute()).length);
}

async function doubledNotifications(fleet: Fleet): Promise<number> {
  const rows = await fleet.plein.db((trx) => trx.selectFrom('notification').select(['recipient_id', 'kind', 'post_id']).execute());
  return rows.length - new Set(rows.map((row) => `${row.recipient_id} ${row.kind} ${row.post_id}`)).size;
}
