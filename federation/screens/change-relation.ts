// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { endWithInstances } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { holds } from '../wire/blocks.ts';

/** What the administrator decides about other instances. Each runs as the system, in the transaction of the route, which settles who may. */

/** As a neighbour its open buildings stand on our square; people and places of it go by its name. */
export async function nameNeighbour(trx: Trx, now: Date, host: string, sharesQuestions: boolean | undefined): Promise<void> {
  const shares = sharesQuestions === undefined ? {} : { shares_questions: sharesQuestions };
  await trx
    .insertInto('peer')
    .values({ host, first_seen_at: now, neighbour_since: now, ...shares })
    .onConflict((conflict) => conflict.column('host').doUpdateSet((of) => ({ neighbour_since: of.fn.coalesce('peer.neighbour_since', of.val(now)), ...shares })))
    .execute();
  await unblock(trx, host);
}

/** Neither neighbour nor blocked: memberships across the border stay as they are. */
export async function forgetRelation(trx: Trx, host: string): Promise<void> {
  await trx.updateTable('peer').set({ neighbour_since: null, shares_questions: false, listed_at: null, list_fault: '' }).where('host', '=', host).execute();
  await trx.deleteFrom('neighbour_building').where('host', '=', host).execute();
  await unblock(trx, host);
}

/** Who was put out by the block asks again. */
async function unblock(trx: Trx, host: string): Promise<void> {
  const lifted = await trx.deleteFrom('peer_block').where('domain', '=', host).executeTakeFirst();
  if (lifted.numDeletedRows === 0n) return;
  const hosts = await hostsUnder(trx, host);
  if (hosts.length > 0) await trx.updateTable('remote_place').set({ state: 'known' }).where('host', 'in', hosts).where('state', '=', 'ended').execute();
}

/**
 * Cuts an instance off, with everything below its domain, in both directions at once: nothing of it is taken or fetched from the moment
 * that this commits, what was on its way to it is dropped, and memberships across the border end. What its people wrote here stays;
 * that is for the moderators of each place. The same twice changes the reason only.
 */
export async function blockInstance(trx: Trx, now: Date, domain: string, reason: string | undefined, byId: string): Promise<void> {
  await trx
    .insertInto('peer_block')
    .values({ domain, reason: reason ?? '', by_id: byId, created_at: now })
    .onConflict((conflict) => (reason === undefined ? conflict.doNothing() : conflict.column('domain').doUpdateSet({ reason })))
    .execute();
  const hosts = await hostsUnder(trx, domain);
  if (hosts.length === 0) return;
  await trx.updateTable('peer').set({ neighbour_since: null, shares_questions: false, names_us: false }).where('host', 'in', hosts).execute();
  await trx.deleteFrom('neighbour_building').where('host', 'in', hosts).execute();
  await trx.deleteFrom('delivery').where('host', 'in', hosts).execute();
  await trx.deleteFrom('place_instance').where('host', 'in', hosts).execute();
  // Those that people here are in end when the last of them is out, with what is kept of them: see drop-copies-of-place.
  await trx.updateTable('remote_place').set({ state: 'ended' }).where('host', 'in', hosts).where('state', '=', 'known').execute();
  await endWithInstances(trx, now, hosts, byId);
}

/** Of which anything is known, and for which a block of this domain holds. */
async function hostsUnder(trx: Trx, domain: string): Promise<string[]> {
  const under = holds(sql`${domain}::text`, sql.ref('host'));
  const rows = await trx
    .selectFrom('peer').select('host').where(under)
    .union(trx.selectFrom('remote_actor').select('host').where(under))
    .union(trx.selectFrom('remote_place').select('host').where(under))
    .union(trx.selectFrom('delivery').select('host').where(under))
    .execute();
  return rows.map((row) => row.host);
}
