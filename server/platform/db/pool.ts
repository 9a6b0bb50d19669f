// SPDX-License-Identifier: EUPL-1.2
import { Socket } from 'node:net';
import pg from 'pg';
import { prepareConnection } from './driver.ts';
import { sendInOnePiece } from '../one-piece.ts';

const INT8 = 20;

/** Audience ids and counts are far below 2^53, so bigint columns arrive as numbers. */
pg.types.setTypeParser(INT8, Number);

export type Pool = pg.Pool;

export function createPool(databaseUrl: string, size: number): Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'plein',
    // Statements of one transaction that do not need each other's answers are sent together.
    pipeline: true,
    onConnect: prepareConnection,
    stream: () => sendInOnePiece(new Socket()),
  });
  // While a connection is lent out the pool does not listen for its end, and an 'error' that nobody hears ends the process.
  // Whoever holds the connection is told by the failure of their query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection of its own, for LISTEN; the caller ends it. */
export function createClient(databaseUrl: string): pg.Client {
  return new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, query_timeout: 10_000, keepAlive: true, application_name: 'plein-listen' });
}
