// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';
import { type Binding, bindingOf, createLender } from './driver.ts';
import { createPool, type Pool } from './pool.ts';
import type { DB } from './schema.gen.ts';
import type { Viewer } from './viewer.ts';

/** A transaction that is bound to somebody: row-level security answers as they see it. */
export type Trx = Kysely<DB>;

type Asker = Pick<Viewer, 'actorId' | 'audiences'>;

export interface Database {
  /**
   * For reading only: every statement by itself sees only rows for the viewer's audiences, and goes to the server together
   * with the words that bind it. Without a transaction there is nothing to begin or to end, which is half of the cost of a page.
   */
  readAs<T>(viewer: Asker, work: (db: Trx) => Promise<T>): Promise<T>;
  /** Opens the one transaction of a command or job, in which only rows for the viewer's audiences exist. */
  asViewer<T>(viewer: Asker, work: (trx: Trx) => Promise<T>): Promise<T>;
  /** A transaction that sees every row. Rare, and only for what concerns nobody's reading: sign-in, jobs, housekeeping. */
  asSystem<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Raw statements outside any viewer (NOTIFY, health, limits). Row-level security shows them nothing. */
  pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  onError(error: Error): void;
  /** Called after a commit that wrote events to the outbox. */
  onPublished?(): void;
}

const published = new WeakSet<object>();

/** Marks the transaction as one that wrote to the outbox, so that the relay is woken after its commit. */
export function markPublished(trx: Trx): void {
  published.add(trx);
}

const afterwards = new WeakMap<object, (() => void)[]>();

/**
 * Does something when the transaction has been committed, and nothing when it came to nothing. For waking those who look for what it
 * wrote: the process may end in between, so nothing may depend on it.
 */
export function afterCommit(trx: Trx, act: () => void): void {
  const list = afterwards.get(trx);
  if (list === undefined) afterwards.set(trx, [act]);
  else list.push(act);
}

/** What {@link Database.readAs} gave: nothing that is set there outlives its statement. */
const reading = new WeakSet<object>();

/** Transactions that see every row at this moment. */
const lifted = new WeakSet<object>();

/**
 * Lets one step of a viewer's command see and write what the viewer's own sight forbids although the policy allows it:
 * founding a hidden building, say. Ends with the step, in the same transaction; name the reason at every use, and send
 * nothing else in the same transaction meanwhile.
 */
export async function withSystem<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  if (reading.has(trx)) throw new Error('withSystem needs a transaction: ask with asViewer, not with readAs');
  if (lifted.has(trx)) return work();
  lifted.add(trx);
  const lifting = sql`select set_config('plein.system', 'on', true)`.execute(trx);
  try {
    // What follows on this connection comes after it, so there is no need to wait in between.
    const [result] = await Promise.all([work(), lifting]);
    return result;
  } finally {
    lifted.delete(trx);
    await lifting.catch(() => undefined);
    // Fails only in a transaction that is lost already.
    await sql`select set_config('plein.system', '', true)`.execute(trx).catch(() => undefined);
  }
}

/** Transactions whose commit is on its way. */
const ending = new WeakSet<object>();

/**
 * Sends the last statements of a command with the commit right behind them: the rows that it locked are held for as long as the
 * database works on them, and not while an answer travels. What fails among them makes the commit a rollback, and is thrown.
 * @param send sends them all before it waits for anything; nothing may follow in this transaction
 */
export async function finishing<T>(trx: Trx, send: () => Promise<T>): Promise<T> {
  const last = send();
  ending.add(trx);
  const [result, commit] = await Promise.allSettled([last, sql`commit`.execute(trx)]);
  // What failed says more than that the commit came to nothing.
  if (result.status === 'rejected') throw result.reason;
  if (commit.status === 'rejected') throw commit.reason;
  return result.value;
}

export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options.url, options.poolSize);
  pool.on('error', options.onError);
  const lend = createLender<DB>(pool);

  async function inTransaction<T>(binding: Binding, work: (trx: Trx) => Promise<T>): Promise<T> {
    return lend(async (trx) => {
      await trx.executeQuery(bindingOf('transaction', binding));
      if (binding.system === 'on') lifted.add(trx);
      let result: T;
      try {
        result = await work(trx);
        if (!ending.has(trx)) await sql`commit`.execute(trx);
      } catch (error) {
        // A broken connection cannot roll back; PostgreSQL has done so itself, and the first error tells more.
        await sql`rollback`.execute(trx).catch(() => undefined);
        throw error;
      }
      if (published.has(trx)) options.onPublished?.();
      for (const act of afterwards.get(trx) ?? []) act();
      return result;
    });
  }

  return {
    pool,
    readAs: (viewer, work) =>
      lend(async (db) => {
        reading.add(db);
        await db.executeQuery(bindingOf('reading', bindingFor(viewer)));
        return work(db);
      }),
    asViewer: (viewer, work) => inTransaction(bindingFor(viewer), work),
    asSystem: (work) => inTransaction({ audiences: '', actor: '', system: 'on' }, work),
    close: () => pool.end(),
  };
}

function bindingFor({ actorId, audiences }: Asker): Binding {
  return { audiences: `{${audiences.join(',')}}`, actor: actorId ?? '', system: '' };
}
