// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Deps } from '../../server/platform/deps.ts';
import type { Schedule } from '../../server/platform/outbox/handle.ts';
import { createLanes, type Lanes } from '../lanes/lanes.ts';
import { wakeWorkers } from '../lanes/wake-workers.ts';
import { createDeliveryLane } from './delivery-lane.ts';

/** Hosts that are served at once by a process. */
const MOST_LANES = 96;
/** Beside those, hosts that did not answer last time, or took long: each holds its lane for as long as a request may take. */
const MOST_IN_TROUBLE = 32;
const NET_MS = 3_000;

const open = new WeakMap<object, Lanes>();

/** The deliveries of this process. */
export function deliveriesOf(deps: Deps): Lanes {
  const found = open.get(deps.database);
  if (found !== undefined) return found;
  const lanes = createLanes(deps, {
    name: 'deliveries',
    lease: 'lease',
    leasedUntil: 'leased_until',
    most: MOST_LANES,
    inTrouble: sql<boolean>`(p.failures > 0 or p.slow)`,
    mostInTrouble: MOST_IN_TROUBLE,
    isDue: (now) => sql<boolean>`(p.parked_at is null and (p.next_try_at is null or p.next_try_at <= ${now})
      and exists (select 1 from delivery d where d.host = p.host and (d.next_try_at is null or d.next_try_at <= ${now})))`,
    // From one host to the next along the index, however many rows each has.
    waiting: () => sql`
      with recursive hosts (host) as (
        (select host from delivery order by host limit 1)
        union all select (select d.host from delivery d where d.host > hosts.host order by d.host limit 1) from hosts where hosts.host is not null)
      select host from hosts where host is not null`,
    run: createDeliveryLane(deps),
  });
  open.set(deps.database, lanes);
  return lanes;
}

/** After the commit of what is to be sent. In a process without workers another one is woken. */
export function wakeDeliveries(deps: Deps, hosts: readonly string[]): void {
  if (deps.config.role === 'web') wakeWorkers(deps, runDeliveries.name);
  else deliveriesOf(deps).wake(hosts);
}

/** What is due again, and what was missed: a job that was lost, a process that died. */
export const runDeliveries: Schedule = {
  name: 'run-deliveries',
  everyMs: NET_MS,
  queue: 'federate',
  run: (deps) => deliveriesOf(deps).look(),
};

export async function stopDeliveries({ database }: Pick<Deps, 'database'>): Promise<void> {
  await open.get(database)?.stop();
}
