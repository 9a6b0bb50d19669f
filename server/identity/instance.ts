// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { guest, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';

/** Of the package. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

const MOST_NEIGHBOURS = 200;
const COUNTS_HOLD_MS = 30_000;

export interface InstanceView {
  name: string;
  tagline: string;
  locale: 'nl' | 'en';
  demo: { signIns: { label: string; email: string; password: string }[] } | null;
  residentsMayStartBuildings: boolean;
  counts: { buildings: number; people: number; posts: number };
  /** Other instances that the administrator named, so that screens can call people and places by their names. */
  neighbours: { host: string; name: string }[];
  version: string;
}

type Counts = InstanceView['counts'];

const counted = new WeakMap<object, { at: number; counts: Promise<Counts> }>();

export async function readInstance(deps: Pick<Deps, 'database' | 'clock'>): Promise<InstanceView> {
  const [row, neighbours] = await deps.database.readAs(guest('nl'), (trx) =>
    Promise.all([
      trx.selectFrom('instance').selectAll().executeTakeFirstOrThrow(),
      trx.selectFrom('peer').select(['host', 'name']).where('neighbour_since', 'is not', null).orderBy('host').limit(MOST_NEIGHBOURS).execute(),
    ]),
  );
  return {
    name: row.name,
    tagline: row.tagline,
    locale: 'nl',
    // Written by the demonstration, in this shape.
    demo: row.demo as unknown as InstanceView['demo'],
    residentsMayStartBuildings: row.residents_may_start_buildings,
    counts: await countsForGuests(deps),
    neighbours: neighbours.map(({ host, name }) => ({ host, name: name === '' ? host : name })),
    version,
  };
}

export async function changeInstance(trx: Trx, changes: { name?: string; tagline?: string; residentsMayStartBuildings?: boolean }): Promise<void> {
  const { name, tagline, residentsMayStartBuildings } = changes;
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(tagline === undefined ? {} : { tagline }),
    ...(residentsMayStartBuildings === undefined ? {} : { residents_may_start_buildings: residentsMayStartBuildings }),
  };
  if (Object.keys(set).length > 0) await trx.updateTable('instance').set(set).execute();
}

/** Counted as a guest, whoever asks: what is not everybody's is in no number. Kept for half a minute, as counting reads whole indexes. */
async function countsForGuests(deps: Pick<Deps, 'database' | 'clock'>): Promise<Counts> {
  const now = deps.clock.now().getTime();
  const kept = counted.get(deps.database);
  if (kept !== undefined && now - kept.at < COUNTS_HOLD_MS) return kept.counts;
  const counts = deps.database.readAs(guest('nl'), count);
  counted.set(deps.database, { at: now, counts });
  // A failure is not kept.
  counts.catch(() => counted.delete(deps.database));
  return counts;
}

async function count(trx: Trx): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*) from place where kind = 'building' and host is null and deleted_at is null and audience_id = ${PUBLIC_AUDIENCE}) as buildings,
      (select count(*) from actor where type = 'person' and domain is null and deleted_at is null and audience_id = ${PUBLIC_AUDIENCE}) as people,
      (select count(*) from post where deleted_at is null and audience_id = ${PUBLIC_AUDIENCE} and not exists (select from place p where p.id = post.place_id and p.host is not null)) as posts`.execute(trx);
  return rows[0] ?? { buildings: 0, people: 0, posts: 0 };
}
