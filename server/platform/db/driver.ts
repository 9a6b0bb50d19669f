// SPDX-License-Identifier: EUPL-1.2
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult } from 'kysely';
import type pg from 'pg';
import { type Answer, sendPrefixed, type Step } from './prefixed-query.ts';
import { createStatementNames } from './statement-names.ts';

/** Who the statements of a connection are for, as the settings that row-level security reads. */
export interface Binding {
  audiences: string;
  actor: string;
  system: '' | 'on';
}

/** `transaction`: everything until commit is one. `reading`: each statement stands by itself and is bound by itself. */
export type Mode = 'transaction' | 'reading';

const BEGIN = 'plein_begin';
const BIND = 'plein_bind';
const WALK = 'plein_walk';

/** PostgreSQL: in_failed_sql_transaction. */
const IN_LOST_TRANSACTION = '25P02';

/** What is prepared on every new connection. */
const prepared = [
  { name: BEGIN, text: 'begin' },
  { name: BIND, text: `select set_config('plein.audiences', $1, true), set_config('plein.actor', $2, true), set_config('plein.system', $3, true)`, values: ['', '', ''] },
  { name: WALK, text: `select set_config('enable_bitmapscan', 'off', true)` },
];

/** For the pool: runs before a new connection is lent out. */
export async function prepareConnection(client: pg.ClientBase): Promise<void> {
  await Promise.all(prepared.map((statement) => client.query(statement)));
  await client.query('rollback');
}

/** Not sent by itself: tells the connection what to send ahead of the statements that follow. */
export function bindingOf(mode: Mode, { audiences, actor, system }: Binding): CompiledQuery {
  return CompiledQuery.raw(BIND, [mode, audiences, actor, system]);
}

/**
 * Not sent by itself either: from here on the planner walks an index that has the order rather than gathering rows and sorting
 * them. It takes the columns of a filter for independent, so that it expects a handful where there are thousands.
 */
export const walkingIndexes: CompiledQuery = CompiledQuery.raw(WALK);

/**
 * Lends connections of a pool of pg, each as a Kysely of its own that can be bound to a viewer without waiting for it.
 * Unlike Kysely's own, it sends statements that are not waited for one behind the other.
 */
export function createLender<DB>(pool: pg.Pool): <T>(work: (db: Kysely<DB>) => Promise<T>) => Promise<T> {
  const driver = createDriver(pool);
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const config = { dialect };
  const executor = new Kysely<DB>(config).getExecutor();
  return async (work) => {
    const connection = await driver.acquireConnection();
    try {
      const onlyThis = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
      return await work(new Kysely<DB>({ config, dialect, driver, executor: onlyThis }));
    } finally {
      await driver.releaseConnection(connection);
    }
  };
}

type Lent = DatabaseConnection & { release(): void };

function createDriver(pool: pg.Pool): Driver {
  const nameOf = createStatementNames();
  const byStatement = (statement: string) => async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => lend(await pool.connect(), nameOf),
    beginTransaction: byStatement('begin'),
    commitTransaction: byStatement('commit'),
    rollbackTransaction: byStatement('rollback'),
    // Only connections that this driver lent come back to it.
    releaseConnection: async (connection) => (connection as Lent).release(),
    destroy: () => pool.end(),
  };
}

function lend(client: pg.PoolClient, nameOf: (text: string) => string | undefined): Lent {
  /** Goes ahead of the next statement only. */
  let once: Step[] = [];
  /** Goes ahead of every statement. */
  let always: Step[] = [];
  /** What lost the transaction. */
  let lost: unknown;
  const { stream } = client.connection as unknown as { stream: { cork(): void; uncork(): void } };

  function prefix(command: readonly unknown[]): void {
    const [mode, ...values] = command as [Mode, string, string, string];
    const bind = { statement: BIND, values };
    if (mode === 'reading') always = [bind];
    else once = [{ statement: BEGIN, values: [] }, bind];
  }

  function walk(): void {
    const step = { statement: WALK, values: [] };
    if (always.length > 0) always = [...always, step];
    else once = [...once, step];
  }

  async function send({ sql: text, parameters: values }: CompiledQuery): Promise<Answer> {
    const steps = [...always, ...once];
    if (once.some(({ statement }) => statement === BEGIN)) lost = undefined;
    once = [];
    // Statements that are sent without waiting for each other leave in one piece.
    stream.cork();
    process.nextTick(() => stream.uncork());
    const answer = await sendPrefixed(client, steps, { text, values, name: values.length > 0 ? nameOf(text) : undefined }).catch((error: unknown) => {
      // Statements go out without waiting for each other, and whoever waits for this one alone asks why it was of no use.
      if ((error as { code?: string }).code === IN_LOST_TRANSACTION) throw lost ?? error;
      lost ??= error;
      throw error;
    });
    // So PostgreSQL answers when a statement before it failed and nobody looked.
    if (text === 'commit' && answer.command === 'ROLLBACK') throw lost ?? new Error('the transaction was lost before its commit');
    return answer;
  }

  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (query.sql === BIND) prefix(query.parameters);
      else if (query.sql === WALK) walk();
      // Nothing was asked, so nothing was begun.
      else if ((query.sql === 'commit' || query.sql === 'rollback') && once.some((step) => step.statement === BEGIN)) once = [];
      else return toResult(await send(query));
      return { rows: [] };
    },
    streamQuery() {
      throw new Error('nothing here reads by stream: ask for pages');
    },
    release: () => client.release(),
  };
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function toResult<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  // The shape of the rows is what the statement selects, which Kysely's types follow.
  return { rows: rows as R[], ...(changing.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
}
