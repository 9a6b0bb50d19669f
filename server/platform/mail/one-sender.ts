// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

const LOOK_AGAIN_MS = 250;
const PATIENCE_MS = 120_000;

/** Of the kind of lock, so that it meets no other. */
const KIND = 1_835_100_524;

export interface OneSender {
  /** Runs `work` while nobody else, in this process or another, runs something of the same mail. */
  during<T>(mailId: string, work: () => Promise<T>): Promise<T>;
}

/**
 * A queue may hand out a job twice: after a flush of Redis, or when a worker was silent for too long. Then two would send the same
 * mail side by side. Locks of PostgreSQL that a connection holds (its manual, 13.3.5) end with the process, whatever way that
 * dies. All mails under way in a process share one connection, which is lent from the pool as long as there are any.
 */
export function createOneSender(pool: Pool): OneSender {
  const here = new Map<string, Promise<unknown>>();
  let lent: Promise<PoolClient> | null = null;
  let users = 0;

  async function lock(mailId: string): Promise<PoolClient> {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_AGAIN_MS)) {
      lent ??= pool.connect();
      const opening = lent;
      try {
        const client = await opening;
        const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [KIND, mailId]);
        if (rows[0]?.mine === true) return client;
      } catch (error) {
        await giveUp(opening);
        throw error;
      }
    }
    throw new Error('another process has been sending this mail for minutes');
  }

  /** A connection that is lost holds no locks any more. */
  async function giveUp(opening: Promise<PoolClient>): Promise<void> {
    if (lent !== opening) return;
    lent = null;
    (await opening.catch(() => null))?.release(true);
  }

  async function unlock(client: PoolClient, mailId: string): Promise<void> {
    const opening = lent;
    if (opening === null || (await opening.catch(() => null)) !== client) return;
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [KIND, mailId]).catch(() => giveUp(opening));
  }

  async function alone<T>(mailId: string, work: () => Promise<T>): Promise<T> {
    users++;
    try {
      const client = await lock(mailId);
      try {
        return await work();
      } finally {
        await unlock(client, mailId);
      }
    } finally {
      users--;
      if (users === 0 && lent !== null) {
        const last = lent;
        lent = null;
        (await last.catch(() => null))?.release();
      }
    }
  }

  return {
    async during(mailId, work) {
      // The database lets one connection take the same lock twice.
      while (here.has(mailId)) await here.get(mailId)?.catch(() => undefined);
      const run = alone(mailId, work);
      here.set(mailId, run);
      try {
        return await run;
      } finally {
        here.delete(mailId);
      }
    },
  };
}
