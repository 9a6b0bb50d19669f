// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Who of elsewhere passed a post on to those who follow them; how often is for everybody, who it was for nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table post_share (
      post_id uuid not null references post on delete cascade,
      actor_id uuid not null references actor on delete cascade,
      -- By which it is taken back.
      activity_uri text not null,
      primary key (post_id, actor_id)
    )`.execute(db);
  await sql`create index post_share_actor on post_share (actor_id)`.execute(db);
  await sql`create index post_share_uri on post_share (activity_uri)`.execute(db);
  await sql`alter table post_share enable row level security`.execute(db);
  await sql`alter table post_share force row level security`.execute(db);
  await sql`create policy reading on post_share using ((select plein_is_system()))`.execute(db);
  await sql`alter table post add column share_count integer not null default 0`.execute(db);
}
