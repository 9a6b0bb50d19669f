// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Deps } from '../../server/platform/deps.ts';
import type { Schedule } from '../../server/platform/outbox/handle.ts';
import { createLanes, type Lanes } from '../lanes/lanes.ts';
import { wakeWorkers } from '../lanes/wake-workers.ts';
import { createInboxLane } from './process.ts';

/** Hosts whose activities are handled at once by a process; most of the time of some is waiting for what they refer to. */
const MOST_LANES = 32;
const NET_MS = 3_000;

const open = new WeakMap<object, Lanes>();

/** What this process handles of what came in. */
export function inboxOf(deps: Deps): Lanes {
  const found = open.get(deps.database);
  if (found !== undefined) return found;
  const lanes = createLanes(deps, {
    name: 'inbox',
    lease: 'inbox_lease',
    leasedUntil: 'inbox_leased_until',
    most: MOST_LANES,
    // Whether they can be reached says nothing about what they say.
    inTrouble: sql<boolean>`false`,
    mostInTrouble: 0,
    isDue: (now) => sql<boolean>`exists (select 1 from received_activity r where r.host = p.host and r.handled_at is null and (r.next_try_at is null or r.next_try_at <= ${now}))`,
    waiting: () => sql`
      with recursive hosts (host) as (
        (select host from received_activity where handled_at is null order by host limit 1)
        union all select (select r.host from received_activity r where r.handled_at is null and r.host > hosts.host order by r.host limit 1) from hosts where hosts.host is not null)
      select host from hosts where host is not null`,
    run: createInboxLane(deps),
  });
  open.set(deps.database, lanes);
  return lanes;
}

/** After the commit of what came in. In a process without workers another one is woken. */
export function wakeInbox(deps: Deps, hosts: readonly string[]): void {
  if (deps.config.role === 'web') wakeWorkers(deps, runInbox.name);
  else inboxOf(deps).wake(hosts);
}

export const runInbox: Schedule = {
  name: 'run-inbox',
  everyMs: NET_MS,
  queue: 'federate',
  run: (deps) => inboxOf(deps).look(),
};

export async function stopInbox({ database }: Pick<Deps, 'database'>): Promise<void> {
  await open.get(database)?.stop();
}
