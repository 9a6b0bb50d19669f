// SPDX-License-Identifier: EUPL-1.2
import { contentHash } from '../../federation/inbox/keep.ts';
import { orderOf, writeOrder } from '../../federation/inbox/order.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import { newId } from '../../server/platform/ids.ts';
import type { OpenPlein } from './federation.ts';

export type Activity = Record<string, unknown> & { id: string };

/** As if it had come in and been verified, all at the same moment. */
export async function keepActivities(plein: OpenPlein, host: string, activities: readonly Activity[]): Promise<void> {
  await plein.db(async (trx) => {
    await trx.insertInto('peer').values({ host, first_seen_at: new Date() }).onConflict((clash) => clash.doNothing()).execute();
    for (const each of activities) {
      const row = { id: newId(), uri: each.id, body_hash: Buffer.from(contentHash(each), 'hex'), type: String(each['type']), actor_uri: String(each['actor']), host, ordering_key: writeOrder(orderOf(each)), body: JSON.stringify(each), received_at: plein.clock.now() };
      await trx.insertInto('received_activity').values(row).execute();
    }
  });
}

/** Everything that was kept, until nothing is left to do. */
export async function handleKept(plein: OpenPlein): Promise<void> {
  await inboxOf(plein.deps).look();
  await inboxOf(plein.deps).settled();
}

/** @returns for each `done`, or why not; undefined while it waits */
export async function outcomesOf(plein: OpenPlein, activities: readonly Activity[]): Promise<(string | undefined)[]> {
  const rows = await plein.db((trx) => trx.selectFrom('received_activity').select(['uri', 'outcome', 'reason']).where('uri', 'in', activities.map(({ id }) => id)).execute());
  const byUri = new Map(rows.map((row) => [row.uri, row.outcome === 'done' ? 'done' : row.reason]));
  return activities.map(({ id }) => byUri.get(id));
}
