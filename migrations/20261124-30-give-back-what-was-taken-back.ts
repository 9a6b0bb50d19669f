// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What was hidden may come back: to those who were told that it went, and here from the home of its place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table taken_back_post (
      post_id uuid primary key references post on delete cascade,
      -- The activity that took it back, which is undone when it returns.
      activity_uri text not null
    )`.execute(db);
  await sql`alter table taken_back_post enable row level security`.execute(db);
  await sql`alter table taken_back_post force row level security`.execute(db);
  await sql`create policy reading on taken_back_post using ((select plein_is_system()))`.execute(db);
  // Of what stands elsewhere: by whom it was taken back, and whether that one said since that it returns.
  await sql`alter table remote_post add column taken_back_by text, add column may_return boolean not null default false`.execute(db);
}
