// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What others know of ours, so that it can be taken back from them: whatever becomes of the post, and of who may read it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table told_post (
      post_id uuid primary key references post on delete cascade,
      place_id uuid not null references place on delete cascade,
      is_public boolean not null,
      -- Of whom it named, or answered: [{host, inbox}]. The names themselves go with the post.
      named jsonb not null default '[]',
      -- The activity in which the place passed it on by its address; to be undone.
      share_uri text,
      told_at timestamptz not null
    )`.execute(db);
  await sql`create index told_post_place on told_post (place_id, post_id)`.execute(db);
  // In which activity somebody reacted: ours as it was told, theirs as it came. It is taken back by that.
  await sql`
    create table reaction_activity (
      post_id uuid not null references post on delete cascade,
      actor_id uuid not null references actor on delete cascade,
      name text not null,
      activity_uri text not null,
      primary key (post_id, actor_id, name)
    )`.execute(db);
  await sql`create index reaction_activity_uri on reaction_activity (activity_uri)`.execute(db);
  await sql`create index reaction_activity_actor on reaction_activity (actor_id)`.execute(db);
  for (const table of ['told_post', 'reaction_activity']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
}
