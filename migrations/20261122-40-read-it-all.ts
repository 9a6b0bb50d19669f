// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Everything read at one press, so that it can be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reading (
      id uuid primary key,
      owner_id uuid not null references actor on delete cascade,
      read_at timestamptz not null,
      -- How far the owner had read before, of what was moved on: places by their scope, threads by their root.
      markers jsonb not null,
      threads jsonb not null,
      undone_at timestamptz
    )`.execute(db);
  await sql`create index reading_owner on reading (owner_id)`.execute(db);
  await sql`create index reading_old on reading (read_at)`.execute(db);
  await sql`alter table reading enable row level security`.execute(db);
  await sql`alter table reading force row level security`.execute(db);
  await sql`create policy reading on reading using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  // What waits for whoever handles it, in all their places at once.
  await sql`create index moderation_case_waiting on moderation_case (audience_id, opened_at desc) where state = 'open'`.execute(db);
  await sql`create index moderation_case_waiting_above on moderation_case (second_audience_id, opened_at desc) where state = 'open' and second_audience_id is not null`.execute(db);
  // For "new on the square"; the newest first.
  await sql`create index place_newest on place (created_at desc, id desc) where kind = 'building' and deleted_at is null`.execute(db);
}
