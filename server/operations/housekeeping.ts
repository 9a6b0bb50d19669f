// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Deps } from '../platform/deps.ts';
import type { Schedule } from '../platform/outbox/handle.ts';

const HOUR_MS = 3_600_000;
/** A client that retries does so within a day. */
const KEYS_LIVE_MS = 24 * HOUR_MS;
/** Long enough to look into what went wrong. */
const EVENTS_LIVE_MS = 7 * 24 * HOUR_MS;
/** Long enough for somebody to ask where their mail is; it holds addresses, and on disk what was said. */
const MAIL_LIVES_MS = 30 * 24 * HOUR_MS;
const BATCH = 5_000;
const FILES_BATCH = 200;

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

/** Mail that was sent, failed or dropped, with its file where it was written to disk. First the file, so that none stays without a row to find it by. */
export const deleteOldMail: Schedule = {
  name: 'delete-old-mail',
  everyMs: HOUR_MS,
  async run({ database, clock, config }) {
    const before = new Date(clock.now().getTime() - MAIL_LIVES_MS);
    let deleted: number;
    do {
      const old = await database.asSystem((trx) => trx.selectFrom('mail').select('id').where('created_at', '<', before).where('state', 'in', ['sent', 'failed', 'dropped']).orderBy('created_at').limit(FILES_BATCH).execute());
      const ids = old.map(({ id }) => id);
      await Promise.all(ids.flatMap((id) => ['', '.part'].map((suffix) => rm(join(config.dataDir, 'mail', `${id}.eml${suffix}`), { force: true }))));
      if (ids.length > 0) await database.asSystem((trx) => trx.deleteFrom('mail').where('id', 'in', ids).execute());
      deleted = ids.length;
    } while (deleted === FILES_BATCH);
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
