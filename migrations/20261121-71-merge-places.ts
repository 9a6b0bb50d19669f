// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Two places become one. `place.merged_into` is where a place went: it is deleted to all that look, and its address leads on. What
 * moved is noted row by row, so that all of it can go back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Should the other place ever be purged, this one is no more than deleted.
  await sql`alter table place add column merged_into uuid references place on delete set null`.execute(db);
  // Where a group stood before its building went up in another.
  await sql`alter table place add column former_parent_id uuid references place on delete set null, add column former_slug_key text`.execute(db);
  await sql`create index place_former_parent on place (former_parent_id) where former_parent_id is not null`.execute(db);
  await sql`create index place_merged_into on place (merged_into) where merged_into is not null`.execute(db);

  await sql`
    create table merge (
      id uuid primary key,
      source_id uuid not null references place on delete cascade,
      target_id uuid not null references place on delete cascade,
      state text not null check (state in ('proposed', 'ended', 'moving', 'done', 'undoing', 'undone')),
      proposed_by uuid references actor on delete set null,
      source_agreed_by uuid references actor on delete set null,
      target_agreed_by uuid references actor on delete set null,
      posts integer not null default 0,
      moved integer not null default 0,
      created_at timestamptz not null,
      done_at timestamptz,
      undone_at timestamptz,
      check (source_id <> target_id)
    )`.execute(db);
  await sql`create unique index merge_proposed on merge (source_id, target_id) where state = 'proposed'`.execute(db);
  // A place goes to one other at a time.
  await sql`create unique index merge_going on merge (source_id) where state in ('moving', 'done', 'undoing')`.execute(db);
  await sql`create index merge_target on merge (target_id)`.execute(db);
  await sql`create index merge_proposer on merge (proposed_by)`.execute(db);

  // How everybody stood in a place before the merge changed it (null: not at all), and how it left them.
  await sql`
    create table merge_membership (
      merge_id uuid not null references merge on delete cascade,
      place_id uuid not null references place on delete cascade,
      member_id uuid not null references actor on delete cascade,
      role_before text,
      state_before text,
      role_after text,
      state_after text,
      primary key (merge_id, place_id, member_id)
    )`.execute(db);
  await sql`
    create table merge_group (
      merge_id uuid not null references merge on delete cascade,
      group_id uuid not null references place on delete cascade,
      slug_before citext not null,
      access_before text not null,
      members_may_join_before boolean not null,
      primary key (merge_id, group_id)
    )`.execute(db);
  // The audience that a post is for, held back or not, before and after.
  await sql`
    create table merge_post (
      merge_id uuid not null references merge on delete cascade,
      post_id uuid not null references post on delete cascade,
      shown_before bigint not null references audience,
      shown_after bigint not null references audience,
      primary key (merge_id, post_id)
    )`.execute(db);
  await sql`create index merge_post_post on merge_post (post_id)`.execute(db);
  await sql`
    create table merge_draft (
      merge_id uuid not null references merge on delete cascade,
      draft_id uuid not null references draft on delete cascade,
      primary key (merge_id, draft_id)
    )`.execute(db);
  for (const table of ['invitation', 'notification']) await sql`alter table ${sql.table(table)} add column merged_by uuid references merge on delete set null`.execute(db);
  await sql`create index invitation_merged_by on invitation (merged_by) where merged_by is not null`.execute(db);
  await sql`create index notification_merged_by on notification (merged_by) where merged_by is not null`.execute(db);

  // Two names that somebody looked at, and that are not the same. The smaller id first.
  await sql`
    create table distinct_places (
      one_id uuid not null references place on delete cascade,
      other_id uuid not null references place on delete cascade,
      said_by uuid references actor on delete set null,
      said_at timestamptz not null,
      primary key (one_id, other_id),
      check (one_id < other_id)
    )`.execute(db);
  await sql`create index distinct_places_other on distinct_places (other_id)`.execute(db);

  // What of a place no index for feeds holds: a batch of what moves must not read the whole table.
  await sql`create index post_place_unlisted on post (place_id) where in_reply_to is null and (deleted_at is not null or withheld is not null)`.execute(db);

  for (const table of ['merge', 'merge_membership', 'merge_group', 'merge_post', 'merge_draft', 'distinct_places']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
}
