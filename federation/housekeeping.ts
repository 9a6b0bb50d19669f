// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../server/platform/outbox/handle.ts';

const DAY_MS = 24 * 3_600_000;
/** For as long is remembered what was handled: who sends it again after this is late by any measure. */
const RECEIVED_DAYS = 30;
/** What we said has an address for as long. */
const SENT_DAYS = 180;
const AT_ONCE = 10_000;

/** Forgets what came in and was handled, what was sent long ago, and documents of others that have run out. */
export const forgetTraffic: Schedule = {
  name: 'forget-federated-traffic',
  everyMs: 3_600_000,
  async run({ database, clock }) {
    const now = clock.now().getTime();
    await database.asSystem(async (trx) => {
      await trx
        .deleteFrom('received_activity')
        .where('id', 'in', (query) => query.selectFrom('received_activity').select('id').where('received_at', '<', new Date(now - RECEIVED_DAYS * DAY_MS)).where('handled_at', 'is not', null).limit(AT_ONCE))
        .execute();
      await trx
        .deleteFrom('sent_activity')
        .where('id', 'in', (query) =>
          query.selectFrom('sent_activity as s').select('s.id').where('s.created_at', '<', new Date(now - SENT_DAYS * DAY_MS)).where(({ not, exists, selectFrom }) => not(exists(selectFrom('delivery as d').select('d.id').whereRef('d.activity_id', '=', 's.id')))).limit(AT_ONCE))
        .execute();
      await trx.deleteFrom('federation_kv').where('expires_at', '<', new Date(now)).execute();
    });
  },
};
