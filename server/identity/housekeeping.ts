// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../platform/outbox/handle.ts';

/** Deletes what has expired: sessions, access tokens and links, and with the links the sign-ups nobody confirmed. */
export const deleteExpiredSecrets: Schedule = {
  name: 'delete-expired-secrets',
  everyMs: 3_600_000,
  async run({ database, clock }) {
    const now = clock.now();
    await database.asSystem(async (trx) => {
      await trx.deleteFrom('session').where('expires_at', '<=', now).execute();
      await trx.deleteFrom('access_token').where('expires_at', '<=', now).execute();
      await trx.deleteFrom('one_time_token').where('expires_at', '<=', now).execute();
    });
  },
};
