// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { wakeDeliveries } from './wake.ts';

/** Somebody mended it: everything that waits for this host is tried now. As the system. */
export async function retryNow(deps: Deps, host: string): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    await trx.updateTable('peer').set({ next_try_at: null, parked_at: null }).where('host', '=', host).execute();
    await trx.updateTable('delivery').set({ next_try_at: null }).where('host', '=', host).where('next_try_at', 'is not', null).execute();
  });
  wakeDeliveries(deps, [host]);
}
