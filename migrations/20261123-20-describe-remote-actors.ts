// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What else is kept of somebody elsewhere, and by which of their keys they are found again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table remote_actor
      add column outbox text,
      -- Of a place: how one comes in, in its own words (Smithereen's accessType).
      add column access_type text,
      add column closed_places boolean not null default false`.execute(db);
  await sql`create index remote_actor_keys on remote_actor using gin (keys jsonb_path_ops)`.execute(db);
}
