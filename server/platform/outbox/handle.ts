// SPDX-License-Identifier: EUPL-1.2
import type { Job } from 'bullmq';
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { type JobData, postpone, type QueueName, queueNames, queues } from '../jobs/jobs.ts';
import type { DomainEvent } from './publish.ts';
import type { StoredEvent, Subscriber } from './subscriber.ts';

/** For as long may another version be at work beside this one that knows what this one does not. */
const STRANGERS_WAIT_MS = 24 * 3_600_000;
const STRANGERS_PAUSE_MS = 5_000;

/** Work that no event asks for: once per period, however many workers. */
export interface Schedule {
  name: string;
  everyMs: number;
  /** Where it stands in line; with the housekeeping where nobody waits for it. */
  queue?: QueueName;
  run(deps: Deps): Promise<void>;
}

/** Starts the workers of this process. Refuses to start when two subscribers or schedules share a name. */
export async function startWorkers(deps: Deps, subscribers: readonly Subscriber[], schedules: readonly Schedule[]): Promise<void> {
  const byName = uniqueByName(subscribers);
  const scheduled = uniqueByName(schedules);
  await deps.jobs.schedule(schedules.map((each) => ({ name: each.name, everyMs: each.everyMs, queue: each.queue ?? 'housekeeping' })));
  for (const queue of queueNames) {
    deps.jobs.work(queue, queues[queue].concurrency, async (job) => {
      const schedule = scheduled.get(job.name);
      if (schedule !== undefined && job.data['eventId'] === undefined) await schedule.run(deps);
      else await handleJob(deps, subscribers, byName, job);
    });
  }
}

/**
 * A job for a subscriber that is not known here is left for a worker of another version, as during a rolling upgrade:
 * it waits, and uses up none of its attempts. Only when none has come for a day it is set aside.
 */
async function handleJob(deps: Deps, subscribers: readonly Subscriber[], byName: Map<string, Subscriber>, job: Job<JobData>): Promise<void> {
  const subscriber = byName.get(job.name);
  const eventId = job.data['eventId'];
  if (subscriber === undefined && eventId !== undefined && Date.now() - job.timestamp < STRANGERS_WAIT_MS) return postpone(job, STRANGERS_PAUSE_MS);
  if (subscriber === undefined || eventId === undefined) throw new Error(`no handler for job "${job.name}"`);
  await handleEvent(deps, subscriber, eventId, subscribers);
}

/**
 * Lets one subscriber act on one event, once: a second run finds its own note and does nothing.
 * @returns false when it was done before or the event is gone.
 */
export async function handleEvent(deps: Deps, subscriber: Subscriber, eventId: string, subscribers: readonly Subscriber[]): Promise<boolean> {
  if (subscriber.deliver !== undefined) {
    const found = await deps.database.asSystem((trx) => findEvent(trx, eventId, subscriber.name));
    if (found === null) return false;
    await subscriber.deliver(found.event, found.stored, deps);
  }
  return deps.database.asSystem(async (trx) => {
    // Handlers of one event wait for each other here, so that the last one sees the notes of all.
    const found = await findEvent(trx, eventId, subscriber.name);
    if (found !== null) {
      await trx.insertInto('event_handled').values({ event_id: eventId, subscriber: subscriber.name }).execute();
      await subscriber.handle?.(trx, found.event, found.stored, deps);
    }
    await markDone(trx, eventId, subscribers);
    return found !== null;
  });
}

interface FoundEvent {
  event: DomainEvent & Record<string, unknown>;
  stored: StoredEvent;
}

/** Locks the event; null when it is gone or this subscriber has done its part. */
async function findEvent(trx: Trx, eventId: string, subscriber: string): Promise<FoundEvent | null> {
  const row = await trx.selectFrom('event').select(['id', 'type', 'payload', 'created_at']).where('id', '=', eventId).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const noted = await trx.selectFrom('event_handled').select('event_id').where('event_id', '=', eventId).where('subscriber', '=', subscriber).executeTakeFirst();
  if (noted !== undefined) return null;
  // The payload is what `publish` wrote for this type.
  return { event: { ...(row.payload as Record<string, unknown>), type: row.type }, stored: { id: row.id, createdAt: row.created_at } };
}

/** Done is what all have noted: those known here, and those that the relay, perhaps of another version, made jobs for. */
async function markDone(trx: Trx, eventId: string, subscribers: readonly Subscriber[]): Promise<void> {
  const event = await trx.selectFrom('event').select(['type', 'expected']).where('id', '=', eventId).executeTakeFirst();
  if (event === undefined) return;
  const expected = [...event.expected, ...subscribers.filter((each) => each.types.includes(event.type)).map((each) => each.name)];
  const noted = await trx.selectFrom('event_handled').select('subscriber').where('event_id', '=', eventId).execute();
  const names = new Set(noted.map((each) => each.subscriber));
  if (expected.every((name) => names.has(name))) await trx.updateTable('event').set({ done_at: sql`now()` }).where('id', '=', eventId).where('done_at', 'is', null).execute();
}

function uniqueByName<T extends { name: string }>(list: readonly T[]): Map<string, T> {
  const byName = new Map(list.map((each) => [each.name, each]));
  if (byName.size !== list.length) throw new Error('two handlers or schedules share a name');
  return byName;
}
