// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { wakeDeliveries } from './wake.ts';

/** `new`: nothing was brought there yet. `parked`: away for 30 days, sent nothing until it speaks. */
export type PeerState = 'new' | 'well' | 'failing' | 'parked' | 'blocked';

export interface PeerHealth {
  host: string;
  state: PeerState;
  /** Deliveries that wait, and since when the first does. */
  backlog: number;
  oldest: Date | null;
  /** What came from there and is not handled yet. */
  unhandled: number;
  /** Given up for good, since ever. */
  dropped: number;
  failures: number;
  downSince: Date | null;
  lastSuccess: Date | null;
  lastSeen: Date | null;
  lastError: string;
  lastErrorAt: Date | null;
  /** Null: at once, or not before it speaks. */
  nextTry: Date | null;
}

const MOST = 500;

/** How deliveries to every other instance are doing, those in trouble first. As the system: for administrators only. */
export async function peerHealth(trx: Trx, { host }: { host?: string } = {}): Promise<PeerHealth[]> {
  const { rows } = await sql<PeerHealth>`
    select p.host, case when b.blocked then 'blocked' when p.parked_at is not null then 'parked' when p.failures > 0 then 'failing' when p.last_success_at is null then 'new' else 'well' end as state,
      coalesce(d.backlog, 0)::int as backlog, d.oldest, coalesce(r.unhandled, 0)::int as unhandled, p.dropped, p.failures, p.down_since as "downSince", p.last_success_at as "lastSuccess",
      p.last_seen_at as "lastSeen", p.last_error as "lastError", p.last_error_at as "lastErrorAt", case when p.parked_at is null and p.next_try_at > now() then p.next_try_at end as "nextTry"
    from peer p
    left join (select host, count(*) as backlog, min(created_at) as oldest from delivery group by host) d on d.host = p.host
    left join (select host, count(*) as unhandled from received_activity where handled_at is null group by host) r on r.host = p.host
    cross join lateral (select exists (select 1 from peer_block where p.host = domain or split_part(p.host, ':', 1) = domain or split_part(p.host, ':', 1) like '%.' || domain) as blocked) b
    where ${host === undefined ? sql`true` : sql`p.host = ${host}`}
    order by p.failures > 0 desc, backlog desc, p.host limit ${MOST}`.execute(trx);
  return rows;
}

/** Somebody mended it: everything that waits for this host is tried now. As the system. */
export async function retryNow(deps: Deps, host: string): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    await trx.updateTable('peer').set({ next_try_at: null, parked_at: null }).where('host', '=', host).execute();
    await trx.updateTable('delivery').set({ next_try_at: null }).where('host', '=', host).where('next_try_at', 'is not', null).execute();
  });
  wakeDeliveries(deps, [host]);
}
