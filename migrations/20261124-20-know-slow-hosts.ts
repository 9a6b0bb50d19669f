// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Deliveries to who answers slowly are kept apart from those to who does not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table peer
      -- Its last answer to a delivery took long.
      add column slow boolean not null default false`.execute(db);
}
