// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { finishing, type Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { gather } from '../lanes/gather.ts';
import { peersInOrder } from '../lanes/peers-in-order.ts';
import { pauseAfter } from '../lanes/pauses.ts';
import { unhurried } from '../lanes/unhurried.ts';
import { tellOfNotBrought } from './not-brought.ts';
import { keptTypes, PARKED_AFTER_MS } from './parked.ts';

type Surroundings = Pick<Deps, 'database' | 'clock'>;

/** What is kept of an error; for people, so without its stack. */
const LONGEST_NOTE = 300;
/** A success is noted again only after this, so that a busy row is not written for each. */
const NOTED_EVERY_SECONDS = 10;
const MOST_AT_ONCE = 500;
/** A delivery that its peer refused so often, while it took others, is given up: by then two days have passed. */
const MOST_ATTEMPTS = 24;

export interface Settled {
  id: string;
  host: string;
  /** Null when it arrived; otherwise why it never will. */
  dropped: string | null;
  /** Whether its host took long to answer. */
  slow: boolean;
}

/** Deletes what arrived and what never will, many in one statement, and notes how its host is doing. */
export function createSettling({ database, clock }: Surroundings): (settled: Settled) => Promise<void> {
  return gather<Settled, void>(async (list) => {
    const now = clock.now();
    const arrived = new Map(list.filter(({ dropped }) => dropped === null).map(({ host, slow }) => [host, slow]));
    const dropped = list.filter((each) => each.dropped !== null);
    await database.asSystem(async (trx) => {
      if (dropped.length > 0) await tellOfNotBrought(trx, dropped.map(({ id }) => id));
      // None waits for the answer of another.
      await finishing(trx, () => Promise.all([
        unhurried(trx),
        sql`delete from delivery where id = any(${list.map(({ id }) => id)}::uuid[])`.execute(trx),
        ...(arrived.size === 0 ? [] : [sql`
            with locked as materialized (${peersInOrder([...arrived.keys()])})
            update peer set last_success_at = ${now}, failures = 0, down_since = null, next_try_at = null, parked_at = null, slow = t.slow
            from unnest(${[...arrived.keys()]}::text[], ${[...arrived.values()]}::bool[]) t (host, slow)
            where peer.host = t.host and peer.host in (select host from locked)
              and (failures > 0 or peer.slow <> t.slow or parked_at is not null or last_success_at is null or last_success_at < ${now}::timestamptz - make_interval(secs => ${NOTED_EVERY_SECONDS}))`.execute(trx)]),
        ...(dropped.length === 0 ? [] : [noteDropped(trx, dropped, now)]),
      ]));
    });
    return list.map(() => undefined);
  }, MOST_AT_ONCE);
}

/** How many of each host, and why the last of them. */
function noteDropped(trx: Trx, dropped: readonly Settled[], now: Date): Promise<unknown> {
  const hosts = [...Map.groupBy(dropped, ({ host }) => host)];
  const column = <T>(read: (rows: readonly Settled[]) => T) => hosts.map(([, rows]) => read(rows));
  return sql`
    with locked as materialized (${peersInOrder(hosts.map(([host]) => host))})
    update peer set dropped = dropped + t.count, last_error = t.error, last_error_at = ${now}
    from unnest(${hosts.map(([host]) => host)}::text[], ${column((rows) => rows.length)}::int[], ${column((rows) => cut(rows.at(-1)?.dropped ?? ''))}::text[]) t (host, count, error)
    where peer.host = t.host and peer.host in (select host from locked)`.execute(trx);
}

const cut = (text: string): string => text.slice(0, LONGEST_NOTE);

export interface Failed {
  host: string;
  error: string;
  /** How long it asked for; null when it said nothing of that. */
  askedMs: number | null;
}

/** The whole host waits: it did not answer, or asked for rest. Many fail at once, and should cost those that do not as little as can be. */
export function createFailing({ database, clock }: Surroundings): (failed: Failed) => Promise<void> {
  return gather<Failed, void>(async (list) => {
    const now = clock.now();
    const byHost = new Map(list.map((each) => [each.host, each]));
    await database.asSystem(async (trx) => {
      const relieved = unhurried(trx);
      const { rows } = await sql<{ host: string; failures: number; downSince: Date | null }>`
        select host, failures, down_since as "downSince" from peer where host = any(${[...byHost.keys()]}::text[]) order by host for update`.execute(trx);
      await relieved;
      const noted = rows.map(({ host, failures, downSince }) => ({
        host, failures: failures + 1, downSince: downSince ?? now, error: cut(byHost.get(host)?.error ?? ''),
        nextTry: new Date(now.getTime() + Math.max(pauseAfter(failures + 1), byHost.get(host)?.askedMs ?? 0)),
        parked: now.getTime() - (downSince ?? now).getTime() > PARKED_AFTER_MS,
      }));
      const column = <T>(read: (each: (typeof noted)[number]) => T) => noted.map(read);
      await sql`
        update peer set failures = t.failures, down_since = t.down_since, last_error = t.error, last_error_at = ${now}, next_try_at = t.next_try, parked_at = case when t.parked then ${now}::timestamptz else parked_at end
        from unnest(${column(({ host }) => host)}::text[], ${column(({ failures }) => failures)}::int[], ${column(({ downSince }) => downSince)}::timestamptz[], ${column(({ error }) => error)}::text[],
          ${column(({ nextTry }) => nextTry)}::timestamptz[], ${column(({ parked }) => parked)}::bool[]) t (host, failures, down_since, error, next_try, parked)
        where peer.host = t.host`.execute(trx);
      for (const { host, parked } of noted) if (parked) await dropWhatIsNotKept(trx, host);
    });
    return list.map(() => undefined);
  }, MOST_AT_ONCE);
}

async function dropWhatIsNotKept(trx: Trx, host: string): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('delivery').where('host', '=', host)
    .where('activity_id', 'in', (query) => query.selectFrom('sent_activity').select('id').whereRef('sent_activity.id', '=', 'delivery.activity_id').where('type', 'not in', [...keptTypes]))
    .executeTakeFirst();
  await sql`update peer set dropped = dropped + ${Number(numDeletedRows)} where host = ${host}`.execute(trx);
}

export interface Held {
  id: string;
  host: string;
  error: string;
}

/** These and what is told in order after them wait, while the host takes other things; false for what was tried often enough. */
export function createHolding({ database, clock }: Surroundings): (held: Held) => Promise<boolean> {
  return gather<Held, boolean>(async (list) => {
    const now = clock.now();
    const errors = new Map(list.map(({ host, error }) => [host, cut(error)]));
    const tried = await database.asSystem(async (trx) => {
      const relieved = unhurried(trx);
      const { rows } = await sql<{ id: string; attempts: number }>`update delivery set attempts = attempts + 1 where id = any(${list.map(({ id }) => id)}::uuid[]) returning id, attempts`.execute(trx);
      await relieved;
      const waiting = rows.filter(({ attempts }) => attempts < MOST_ATTEMPTS);
      const nextTries = waiting.map(({ attempts }) => new Date(now.getTime() + pauseAfter(attempts)));
      await finishing(trx, () => Promise.all([
        sql`update delivery set next_try_at = t.next_try from unnest(${waiting.map(({ id }) => id)}::uuid[], ${nextTries}::timestamptz[]) t (id, next_try) where delivery.id = t.id`.execute(trx),
        sql`
          with locked as materialized (${peersInOrder([...errors.keys()])})
          update peer set last_error = t.error, last_error_at = ${now} from unnest(${[...errors.keys()]}::text[], ${[...errors.values()]}::text[]) t (host, error)
          where peer.host = t.host and peer.host in (select host from locked)`.execute(trx),
      ]));
      return new Set(waiting.map(({ id }) => id));
    });
    return list.map(({ id }) => tried.has(id));
  }, MOST_AT_ONCE);
}
