// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What lanes need beside what stands there: a lease for what comes in, a delivery that waits by itself, and what was given up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table peer
      -- Nobody counts wake-ups: who ends a lease looks again after it.
      drop column bumps,
      add column inbox_lease text,
      add column inbox_leased_until timestamptz,
      -- Deliveries that were given up, for good or because it was away for too long.
      add column dropped integer not null default 0`.execute(db);
  // One that its peer cannot take while it takes others; what is told in order after it waits with it.
  await sql`alter table delivery add column next_try_at timestamptz`.execute(db);
  await sql`create index delivery_held on delivery (host, next_try_at) where next_try_at is not null`.execute(db);
}
