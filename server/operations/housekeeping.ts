// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Deps } from '../platform/deps.ts';
import type { Schedule } from '../platform/outbox/handle.ts';

const HOUR_MS = 3_600_000;
/** A client that retries does so within a day. */
const KEYS_LIVE_MS = 24 * HOUR_MS;
/** Long enough to look into what went wrong. */
const EVENTS_LIVE_MS = 7 * 24 * HOUR_MS;
const BATCH = 5_000;

export const deleteOldKeys: Schedule = {
  name: 'delete-old-idempotency-keys',
  everyMs: HOUR_MS,
  async run({ database, clock }) {
    const before = new Date(clock.now().getTime() - KEYS_LIVE_MS);
    await database.asSystem((trx) => trx.deleteFrom('idempotency_key').where('created_at', '<', before).execute());
  },
};

/** In batches, each its own transaction, so that nothing waits for it. What is not done stays, however old. */
export const deleteDoneEvents: Schedule = {
  name: 'delete-done-events',
  everyMs: HOUR_MS,
  async run({ database, clock }) {
    const before = new Date(clock.now().getTime() - EVENTS_LIVE_MS);
    let deleted: number;
    do {
      deleted = await database.asSystem(async (trx) => {
        const old = trx.selectFrom('event').select('id').where('created_at', '<', before).where('done_at', '<', before).orderBy('created_at').limit(BATCH);
        return (await trx.deleteFrom('event').where('id', 'in', old).returning('id').execute()).length;
      });
    } while (deleted === BATCH);
  },
};

/** With Redis the counters leave by themselves. */
export const deleteSpentLimits: Schedule = {
  name: 'delete-spent-limits',
  everyMs: HOUR_MS,
  async run({ database, clock }: Deps) {
    await database.asSystem((trx) => trx.deleteFrom('rate_limit').where(sql<boolean>`expire < ${clock.now().getTime()}`).execute());
  },
};
