// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/**
 * Connections for queues or workers of BullMQ on PostgreSQL, whose tables stand in their own schema.
 *
 * BullMQ would build such a pool itself, but then nobody hears the end of a connection while it is lent out, or just opened
 * to listen on: an 'error' that nobody hears ends the process. Whoever holds the connection is told by their next query.
 */
export function createQueuePool(databaseUrl: string, size: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: size, options: '-c search_path=bullmq', keepAlive: true });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', onError);
  return pool;
}
