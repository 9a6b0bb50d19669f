// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../platform/outbox/handle.ts';
import { KEPT_MS } from '../platform/live/catch-up.ts';

const HOUR_MS = 3_600_000;
/** Read or not, a notification has lost its use after half a year. */
const NOTIFICATIONS_KEPT_MS = 180 * 24 * HOUR_MS;

export const housekeeping: readonly Schedule[] = [
  {
    name: 'forget-live-updates',
    everyMs: HOUR_MS,
    run: ({ database, clock }) =>
      database.asSystem(async (trx) => {
        await trx.deleteFrom('live_update').where('created_at', '<', new Date(clock.now().getTime() - KEPT_MS)).execute();
      }),
  },
  {
    name: 'forget-old-notifications',
    everyMs: 24 * HOUR_MS,
    run: ({ database, clock }) =>
      database.asSystem(async (trx) => {
        await trx.deleteFrom('notification').where('created_at', '<', new Date(clock.now().getTime() - NOTIFICATIONS_KEPT_MS)).execute();
      }),
  },
];
