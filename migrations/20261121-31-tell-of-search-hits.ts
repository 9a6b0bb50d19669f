// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** A notification may tell of something new that fits a saved search; several of one search are one line. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notification add column search_id uuid references saved_search on delete cascade`.execute(db);
  await sql`create index notification_search on notification (search_id) where search_id is not null`.execute(db);
  // Which kinds there are is said once, in the room of notifications; here only what a kind looks like.
  await sql`alter table notification drop constraint if exists notification_kind_check`.execute(db);
  await sql`alter table notification add constraint notification_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$')`.execute(db);
}
