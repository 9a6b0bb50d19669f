// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { finishing, type Trx } from '../../server/platform/db/database.ts';
import { isOutage } from '../../server/platform/db/outage.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { Problem } from '../../server/platform/http/problem.ts';
import { gather } from '../lanes/gather.ts';
import type { Lane, LaneEnd } from '../lanes/lanes.ts';
import { pauseAfter } from '../lanes/pauses.ts';
import { unhurried } from '../lanes/unhurried.ts';
import { readJson } from '../wire/bounded-json.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import type { Reason } from '../wire/reasons.ts';
import { createActorMemory } from './actor-memory.ts';
import { giveWay } from './give-way.ts';
import { type Conclude, type Group, type Handled, type Handler, handlerFor, handlersOf, type Received } from './handler.ts';
import { type Order, Queueing, readOrder } from './order.ts';
import { createPermits } from './permits.ts';

/** Of each host in memory at once; and handled at once, as far as they have nothing to do with each other. */
const PAGE = 40;
const WIDTH = 4;
/** Of rows that wait only their order counts. */
const MOST_HELD = 2_000;
/** What cannot be fetched is given up after some two days; what we cannot handle after some minutes. */
const MOST_FETCHES = 24;
const MOST_FAULTS = 8;
const LONGEST_NOTE = 300;
/** PostgreSQL: division_by_zero. */
const HANDLED_BEFORE = '22012';

interface Row {
  id: string;
  uri: string;
  type: string;
  actorUri: string;
  orderingKey: string;
  body: string;
  attempts: number;
}

/** In the hands of a lane; `alone` when it was not done with others. */
interface Taken {
  row: Row;
  order: Order;
  alone: boolean;
}

interface Waiting {
  rows: Row[];
  held: { id: string; orderingKey: string }[];
}

export function createInboxLane(deps: Deps): (lane: Lane) => Promise<LaneEnd> {
  const { database, clock, log, config } = deps;
  // Readers need connections too.
  const permits = createPermits(Math.max(2, Math.floor(config.databasePoolSize * 0.4)));

  const read = gather<{ host: string; without: readonly string[] }, Waiting>(async (list) => {
    const now = clock.now();
    const hosts = list.map(({ host }) => host);
    return database.asSystem(async (trx) => {
      const [due, held] = await Promise.all([sql<Row & { host: string }>`
        select r.id, r.host, r.uri, r.type, r.actor_uri as "actorUri", r.ordering_key as "orderingKey", r.body, r.attempts from unnest(${hosts}::text[]) h (host)
        cross join lateral (select * from received_activity r where r.host = h.host and r.handled_at is null and (r.next_try_at is null or r.next_try_at <= ${now})
          and r.id <> all(${list.flatMap(({ without }) => without)}::uuid[]) order by r.id limit ${PAGE}) r order by r.id`.execute(trx), sql<{ id: string; host: string; orderingKey: string }>`
        select r.id, r.host, r.ordering_key as "orderingKey" from received_activity r
        where r.host = any(${hosts}::text[]) and r.handled_at is null and r.next_try_at > ${now} order by r.id limit ${MOST_HELD}`.execute(trx)]);
      return hosts.map((host) => ({ rows: due.rows.filter((row) => row.host === host), held: held.rows.filter((row) => row.host === host) }));
    });
  }, 20);

  const actors = createActorMemory(deps);

  async function received(row: Row): Promise<Received> {
    const found = readJson(row.body);
    if (!found.ok) throw new FetchRefused(found.reason, row.uri);
    return { id: row.id, uri: row.uri, type: row.type, actor: await actors(row.actorUri), json: found.json, raw: row.body, announcedBy: null };
  }

  /** Chosen before the transaction only where something must be asked of others first. */
  async function prepare(activity: Received): Promise<{ handler: Handler | null; prepared: unknown }> {
    const able = handlersOf(activity.type);
    if (able.every((each) => each.prepare === undefined)) return { handler: null, prepared: undefined };
    const [only] = able;
    const handler = able.length === 1 && only?.applies === undefined ? (only ?? null) : await database.asSystem((trx) => handlerFor(trx, activity));
    return { handler, prepared: await handler?.prepare?.(deps, activity) };
  }

  /** What it does and the note that it was done are one; a second run fails on the note of the first. */
  async function handle(activity: Received): Promise<void> {
    const { handler, prepared } = await prepare(activity);
    await permits.with(async () => {
      await giveWay(deps);
      await database.asSystem((trx) => carryOut(trx, activity, handler, prepared));
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== HANDLED_BEFORE) throw error;
    });
  }

  /** Those that may go together, each group in one transaction. @returns the rows that were done; the others go by themselves */
  async function handleTogether(rows: readonly Row[]): Promise<Set<string>> {
    const list = (await Promise.all(rows.map((row) => received(row).catch(() => null)))).filter((each) => each !== null);
    const groups = await groupsAmong(deps, list);
    const done = await Promise.all(groups.map((group) => permits.with(async () => {
      await giveWay(deps);
      return database.asSystem((trx) => carryOutGroup(trx, group));
    }).catch((error: unknown) => {
      if (isOutage(error)) throw error;
      log.debug({ err: error, activities: group.received.length }, 'handling activities together');
      return [];
    })));
    return new Set(done.flat());
  }

  async function carryOutGroup(trx: Trx, group: Group): Promise<string[]> {
    let ids: string[] = [];
    const relieved = unhurried(trx);
    await group.handle(trx, (done, send) => {
      ids = done.map(({ id }) => id);
      return finishing(trx, () => Promise.all([send(), noteHandled(trx, ids, { outcome: 'done' })]));
    });
    await relieved;
    return ids;
  }

  async function carryOut(trx: Trx, activity: Received, handler: Handler | null, prepared: unknown): Promise<void> {
    const relieved = unhurried(trx);
    const chosen = handler ?? (await handlerFor(trx, activity));
    let concluded = false;
    const conclude: Conclude = (send) => {
      concluded = true;
      return finishing(trx, async () => (await Promise.all([send(), noteHandled(trx, [activity.id], { outcome: 'done' })]))[0]);
    };
    const handled: Handled = chosen === null ? { outcome: 'refused', reason: 'not-understood' } : await chosen.handle(trx, deps, activity, prepared, conclude);
    await relieved;
    if (!concluded) await finishing(trx, () => noteHandled(trx, [activity.id], handled));
  }

  /** Sent together with the commit. Where one of the rows was handled meanwhile it divides by zero, so that everything is undone. */
  function noteHandled(trx: Trx, ids: readonly string[], handled: Handled): Promise<unknown> {
    return sql`
      with done as (update received_activity set handled_at = ${clock.now()}, outcome = ${handled.outcome}, reason = ${handled.outcome === 'refused' ? handled.reason : ''}, body = null, next_try_at = null
        where id = any(${[...ids]}::uuid[]) and handled_at is null returning 1)
      select 1 / (count(*) = ${ids.length}::int)::int from done`.execute(trx);
  }

  /** @returns whether it waits for a later moment */
  async function treat(row: Row): Promise<boolean> {
    try {
      await handle(await received(row));
      return false;
    } catch (error) {
      if (isOutage(error)) throw error;
      return setAside(row, error);
    }
  }

  async function setAside(row: Row, error: unknown): Promise<boolean> {
    if (error instanceof FetchRefused && !(error.mayPass && row.attempts + 1 < MOST_FETCHES)) return refuse(row, error.reason);
    if (error instanceof Problem && error.status < 500 && error.status !== 429) return refuse(row, error.status === 404 ? 'unknown-target' : 'not-allowed');
    if (!(error instanceof FetchRefused)) {
      log.warn({ err: error, activity: row.uri, type: row.type, attempt: row.attempts + 1 }, 'handling an activity');
      // Its body stays, for whoever mends this.
      if (row.attempts + 1 >= MOST_FAULTS) return refuse(row, `failed: ${(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_NOTE)}`, row.body);
    }
    const next = new Date(clock.now().getTime() + pauseAfter(row.attempts + 1));
    await database.asSystem((trx) => trx.updateTable('received_activity').set({ attempts: row.attempts + 1, next_try_at: next }).where('id', '=', row.id).where('handled_at', 'is', null).execute());
    return true;
  }

  async function refuse(row: Row, reason: Reason | `failed: ${string}`, body: string | null = null): Promise<boolean> {
    await database.asSystem((trx) =>
      trx.updateTable('received_activity').set({ handled_at: clock.now(), outcome: 'refused', reason, body, next_try_at: null, attempts: row.attempts + 1 }).where('id', '=', row.id).where('handled_at', 'is', null).execute());
    return false;
  }

  return async function run(lane) {
    const running = new Set<string>();
    const jobs = new Set<Promise<void>>();
    let rows: Taken[] = [];
    let held: { id: string; order: Order }[] = [];
    let ahead = true;

    /** Those that nothing before them stands in the way of; what runs stands among them until it is done. */
    function ready(): Taken[] {
      const before = new Queueing();
      let at = 0;
      return rows.filter(({ row, order }) => {
        for (let other = held[at]; other !== undefined && other.id < row.id; other = held[++at]) before.add(other.order);
        const may = !running.has(row.id) && before.mayGo(order);
        before.add(order);
        return may;
      });
    }

    function start(taken: readonly Taken[], work: () => Promise<void>): void {
      for (const { row } of taken) running.add(row.id);
      const job = work().finally(() => {
        for (const { row } of taken) running.delete(row.id);
        jobs.delete(job);
      });
      jobs.add(job);
    }

    async function alone(taken: Taken): Promise<void> {
      const waits = await treat(taken.row);
      rows = rows.filter((each) => each !== taken);
      if (waits) held = [...held, { id: taken.row.id, order: taken.order }].sort((a, b) => (a.id < b.id ? -1 : 1));
    }

    async function together(several: readonly Taken[]): Promise<void> {
      const done = await handleTogether(several.map(({ row }) => row));
      rows = rows.filter(({ row }) => !done.has(row.id));
      for (const each of several) each.alone = true;
    }

    /** @returns whether there was anything to start */
    function startNext(): boolean {
      const able = ready();
      const several = able.filter((each) => !each.alone && mayGoTogether(each.row));
      const [first] = able;
      if (several.length > 1) start(several, () => together(several));
      else if (first !== undefined) start([first], () => alone(first));
      return first !== undefined;
    }

    try {
      while (!lane.over()) {
        if (ahead && rows.length < PAGE / 2) {
          const found = await read({ host: lane.host, without: rows.map(({ row }) => row.id) });
          ahead = found.rows.length === PAGE;
          rows.push(...found.rows.map((row) => ({ row, order: readOrder(row.orderingKey), alone: false })));
          held = found.held.map(({ id, orderingKey }) => ({ id, order: readOrder(orderingKey) }));
        }
        while (jobs.size < WIDTH && startNext());
        if (jobs.size > 0) await Promise.race(jobs);
        else if (!ahead || rows.length >= PAGE / 2) break;
      }
    } finally {
      await Promise.allSettled(jobs);
    }
    return rows.length > 0 ? 'waits' : 'done';
  };
}

/** What is long takes its time by itself. */
const LONGEST_TOGETHER = 20_000;

const mayGoTogether = ({ type, body }: Row): boolean => body.length <= LONGEST_TOGETHER && handlersOf(type).some((each) => each.together !== undefined);

async function groupsAmong(deps: Deps, list: readonly Received[]): Promise<Group[]> {
  const able = [...new Set(list.flatMap(({ type }) => handlersOf(type)))];
  return (await Promise.all(able.map((each) => each.together?.(deps, list.filter(({ type }) => each.types.includes(type))) ?? []))).flat();
}
