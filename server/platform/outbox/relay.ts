// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Client } from 'pg';
import { createClient } from '../db/pool.ts';
import type { Deps } from '../deps.ts';
import type { JobToAdd, QueueName } from '../jobs/jobs.ts';
import type { Subscriber } from './subscriber.ts';

const BATCH = 200;
const HEARTBEAT_MS = 20_000;
const REBUILD_BATCH = 1_000;
const POLL_MS = 1_000;
/** Work that was handed to the queue this long ago and is not done is handed over again: the queue may have been flushed. */
const REBUILD_AFTER_MS = 60_000;
/** Later than any clock says. */
const EVER = new Date('9999-12-31');

export interface Relay {
  /** Takes everything that waits now. @returns how many events. */
  drain(): Promise<number>;
  /** Hands over again what was relayed before `moment` and never finished. @returns how many events. */
  rebuild(moment: Date): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Carries events from the outbox to the queues: woken by NOTIFY after a commit, and every second in case that was missed.
 * Any number may run: rows are taken with SKIP LOCKED, and job ids (event + subscriber) are added once.
 */
export function startRelay(deps: Deps, subscribers: readonly Subscriber[]): Relay {
  const { database, jobs, log, clock } = deps;
  const byType = new Map<string, Subscriber[]>();
  for (const each of subscribers) for (const type of each.types) byType.set(type, [...(byType.get(type) ?? []), each]);
  const namesByType = JSON.stringify(Object.fromEntries([...byType].map(([type, list]) => [type, list.map(({ name }) => name)])));

  let stopped = false;
  let draining: Promise<number> | null = null;
  let again = false;
  let lastRebuild = clock.now().getTime();
  let lastLook = 0;

  async function takeBatch(): Promise<number> {
    return database.asSystem(async (trx) => {
      const events = await trx.selectFrom('event').select(['id', 'type']).where('relayed_at', 'is', null).orderBy('id').limit(BATCH).forUpdate().skipLocked().execute();
      if (events.length === 0) return 0;
      await enqueue(events);
      const ids = events.map((event) => event.id);
      const nobody = events.filter((event) => !byType.has(event.type)).map((event) => event.id);
      const expected = sql<string[]>`array(select jsonb_array_elements_text(${namesByType}::jsonb -> type))`;
      await trx.updateTable('event').set({ relayed_at: clock.now(), expected }).where('id', 'in', ids).execute();
      if (nobody.length > 0) await trx.updateTable('event').set({ done_at: clock.now() }).where('id', 'in', nobody).execute();
      return events.length;
    });
  }

  async function enqueue(events: readonly { id: string; type: string }[]): Promise<void> {
    const perQueue = new Map<QueueName, JobToAdd[]>();
    for (const event of events) {
      for (const each of byType.get(event.type) ?? []) {
        const list = perQueue.get(each.queue) ?? [];
        list.push({ name: each.name, data: { eventId: event.id }, id: `${event.id}-${each.name}` });
        perQueue.set(each.queue, list);
      }
    }
    await Promise.all([...perQueue].map(([queue, list]) => jobs.addAll(queue, list)));
  }

  async function drainAll(): Promise<number> {
    let total = 0;
    do {
      again = false;
      let taken: number;
      do {
        taken = await takeBatch();
        total += taken;
      } while (taken === BATCH);
    } while (again);
    return total;
  }

  function drain(): Promise<number> {
    if (draining !== null) {
      again = true;
      return draining;
    }
    draining = drainAll().finally(() => {
      draining = null;
    });
    return draining;
  }

  async function rebuild(moment: Date): Promise<number> {
    let total = 0;
    // Page by page: what keeps failing must not stand before the rest.
    for (let after: string | null = null; ; ) {
      const events: { id: string; type: string }[] = await database.asSystem((trx) =>
        trx
          .selectFrom('event')
          .select(['id', 'type'])
          .where('done_at', 'is', null)
          .where('relayed_at', '<', moment)
          .$if(after !== null, (query) => query.where('id', '>', after))
          .orderBy('id')
          .limit(REBUILD_BATCH)
          .execute(),
      );
      await enqueue(events);
      total += events.length;
      after = events.at(-1)?.id ?? null;
      if (events.length < REBUILD_BATCH) return total;
    }
  }

  /** Not waiting for the next round: the work of whole minutes may be gone. */
  async function rebuildIfEmptied(): Promise<void> {
    if (performance.now() - lastLook < POLL_MS) return;
    lastLook = performance.now();
    if (!(await jobs.emptied())) return;
    await rebuild(EVER);
    await jobs.restoreSchedules();
  }

  async function tick(): Promise<void> {
    try {
      await drain();
      const now = clock.now().getTime();
      await rebuildIfEmptied();
      if (now - lastRebuild >= REBUILD_AFTER_MS) {
        lastRebuild = now;
        await rebuild(new Date(now - REBUILD_AFTER_MS));
      }
    } catch (error) {
      if (!stopped) log.warn({ err: error }, 'relay');
    }
  }

  const timer = setInterval(() => void tick(), POLL_MS);
  const listener = keepListening(deps, 'plein_outbox', () => void tick());
  void tick();

  return {
    drain,
    rebuild,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await listener.stop();
      await draining?.catch(() => undefined);
    },
  };
}

/** Listens on a channel and comes back after a lost connection. */
export function keepListening(deps: Pick<Deps, 'config' | 'log'>, channel: string, onNotice: (payload: string) => void, onReconnect?: () => void): { ready: Promise<void>; stop(): Promise<void> } {
  let client: Client | null = null;
  let stopped = false;
  let first = true;
  let retry: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    if (stopped) return;
    const next = createClient(deps.config.databaseUrl);
    client = next;
    let lost = false;
    let heartbeat: NodeJS.Timeout | null = null;
    const onLost = (error?: Error) => {
      if (heartbeat !== null) clearInterval(heartbeat);
      if (lost || stopped) return;
      lost = true;
      if (error !== undefined) deps.log.warn({ err: error, channel }, 'listening connection lost');
      next.end().catch(() => undefined);
      retry = setTimeout(() => void connect(), 500);
    };
    next.on('error', onLost);
    next.on('end', () => onLost());
    next.on('notification', (notice) => onNotice(notice.payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      // A connection that only listens does not notice that the other end is gone.
      heartbeat = setInterval(() => void next.query('select 1').catch(onLost), HEARTBEAT_MS);
      heartbeat.unref();
      if (!first) onReconnect?.();
      first = false;
    } catch (error) {
      onLost(error as Error);
    }
  }

  const ready = connect();
  return {
    ready,
    async stop() {
      stopped = true;
      if (retry !== null) clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Wakes the relays after commits: at most one NOTIFY under way, however many commits. */
export function createNudge(send: () => Promise<unknown>): () => void {
  let busy = false;
  let again = false;
  const nudge = (): void => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    send()
      .catch(() => undefined) // The relay's own poll makes up for a lost notice.
      .finally(() => {
        busy = false;
        if (again) {
          again = false;
          nudge();
        }
      });
  };
  return nudge;
}
