// SPDX-License-Identifier: EUPL-1.2
import { Kysely, PostgresDialect, sql } from 'kysely';
import { createPool, type Pool } from './pool.ts';
import type { DB } from './schema.gen.ts';
import type { Viewer } from './viewer.ts';

/** A transaction that is bound to somebody: row-level security answers as they see it. */
export type Trx = Kysely<DB>;

export interface Database {
  /** Opens the one transaction of a request or job, in which only rows for the viewer's audiences exist. */
  asViewer<T>(viewer: Pick<Viewer, 'actorId' | 'audiences'>, work: (trx: Trx) => Promise<T>): Promise<T>;
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

/**
 * Lets one step of a viewer's command see and write what the viewer's own sight forbids although the policy allows it:
 * founding a hidden building, say. Ends with the step, in the same transaction; name the reason at every use.
 */
export async function withSystem<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ before: string }>`select coalesce(current_setting('plein.system', true), '') as before`.execute(trx);
  await sql`select set_config('plein.system', 'on', true)`.execute(trx);
  try {
    return await work();
  } finally {
    // Fails only in a transaction that is lost already.
    await sql`select set_config('plein.system', ${rows[0]?.before ?? ''}, true)`.execute(trx).catch(() => undefined);
  }
}

export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options.url, options.poolSize);
  pool.on('error', options.onError);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

  async function inTransaction<T>(settings: string, work: (trx: Trx) => Promise<T>): Promise<T> {
    return db.connection().execute(async (trx) => {
      await sql.raw(`begin; ${settings}`).execute(trx);
      let result: T;
      try {
        result = await work(trx);
        await sql`commit`.execute(trx);
      } catch (error) {
        // A broken connection cannot roll back; PostgreSQL has done so itself, and the first error tells more.
        await sql`rollback`.execute(trx).catch(() => undefined);
        throw error;
      }
      if (published.has(trx)) options.onPublished?.();
      return result;
    });
  }

  return {
    pool,
    asViewer: (viewer, work) => inTransaction(viewerSettings(viewer), work),
    asSystem: (work) => inTransaction(`set local plein.system = 'on'`, work),
    close: () => db.destroy(),
  };
}

/** Written into the statement that opens the transaction, to save a round trip; both values are checked to be plain. */
function viewerSettings(viewer: Pick<Viewer, 'actorId' | 'audiences'>): string {
  for (const audience of viewer.audiences) {
    if (!Number.isSafeInteger(audience)) throw new TypeError('an audience must be a whole number');
  }
  if (viewer.actorId !== null && !/^[0-9a-f-]{36}$/.test(viewer.actorId)) throw new TypeError('an actor id must be a UUID');
  return `set local plein.audiences = '{${viewer.audiences.join(',')}}'; set local plein.actor = '${viewer.actorId ?? ''}'`;
}
