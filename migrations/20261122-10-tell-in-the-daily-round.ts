// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** How somebody wants to hear: their rhythm, a level for places and threads, how far they read; and which mail must not go where. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of a place or thread: all = every post at once; mentions = only what names or answers one; digest = the rest in the
  // digest; none = nothing. Without a row a place is 'digest', and a thread is as its place.
  const level = sql`text not null check (level in ('all', 'mentions', 'digest', 'none'))`;
  await sql`
    create table notification_setting (
      owner_id uuid primary key references actor on delete cascade,
      digest_rhythm text not null default 'workdays' check (digest_rhythm in ('workdays', 'weekly', 'never')),
      digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
      -- Of the weekly digest; 1 is Monday (ISO 8601).
      digest_weekday smallint not null default 1 check (digest_weekday between 1 and 7),
      time_zone text not null default 'Europe/Amsterdam' check (length(time_zone) between 1 and 64),
      -- Whole hours on the clock of the person; from 22 until 7 passes midnight. Both or none.
      quiet_from smallint check (quiet_from between 0 and 23),
      quiet_until smallint check (quiet_until between 0 and 23),
      mail_at_once boolean not null default true,
      push_at_once boolean not null default true,
      -- Null until it was reckoned.
      next_digest_at timestamptz,
      -- What was published until then was told, or left out on purpose.
      digest_until timestamptz not null default date_trunc('milliseconds', now()),
      check ((quiet_from is null) = (quiet_until is null))
    )`.execute(db);
  await sql`create index notification_setting_next on notification_setting (next_digest_at) where digest_rhythm <> 'never'`.execute(db);
  await sql`
    create table place_level (
      owner_id uuid not null references actor on delete cascade,
      place_id uuid not null references place on delete cascade,
      level ${level},
      primary key (owner_id, place_id)
    )`.execute(db);
  await sql`create index place_level_place on place_level (place_id, level, owner_id)`.execute(db);
  await sql`
    create table thread_level (
      owner_id uuid not null references actor on delete cascade,
      root_id uuid not null references post on delete cascade,
      level ${level},
      primary key (owner_id, root_id)
    )`.execute(db);
  await sql`create index thread_level_root on thread_level (root_id, level, owner_id)`.execute(db);
  await sql`
    create table thread_read (
      owner_id uuid not null references actor on delete cascade,
      root_id uuid not null references post on delete cascade,
      -- The newest post of the thread that was there when it was read.
      published_at timestamptz not null,
      post_id uuid not null,
      updated_at timestamptz not null,
      primary key (owner_id, root_id)
    )`.execute(db);
  await sql`create index thread_read_root on thread_read (root_id)`.execute(db);

  // Everybody with an account has settings; the trigger runs in the transaction of who makes the account.
  await sql`insert into notification_setting (owner_id) select actor_id from account on conflict do nothing`.execute(db);
  await sql`
    create function add_notification_setting() returns trigger language plpgsql as $$
    begin
      insert into notification_setting (owner_id) values (new.actor_id) on conflict do nothing;
      return null;
    end $$`.execute(db);
  await sql`create trigger add_notification_setting after insert on account for each row execute function add_notification_setting()`.execute(db);
  for (const table of ['notification_setting', 'place_level', 'thread_level', 'thread_read']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  }

  // At once, from `due_at` on, unless it was read before; null for what waits for the digest. Told outside the application
  // once at most: `told_by` says how, and `letter` is a mail of its own that whoever decided had sent.
  await sql`
    alter table notification
      add column due_at timestamptz,
      add column told_at timestamptz,
      add column told_by text check (told_by in ('mail', 'push', 'digest', 'letter')),
      add column told_mail_id uuid,
      add column read_batch uuid,
      add check ((told_at is null) = (told_by is null))`.execute(db);
  // What there was before this is not mailed now.
  await sql`create index notification_due on notification (due_at, recipient_id) where due_at is not null and told_at is null and read_at is null`.execute(db);
  await sql`create index notification_told_mail on notification (told_mail_id) where told_mail_id is not null`.execute(db);
  await sql`create index notification_read_batch on notification (read_batch) where read_batch is not null`.execute(db);

  // `actor_id`: for whom it is, where it tells of what they may read; looked at again when it is sent. `headers`: of this mail only.
  await sql`
    alter table mail
      add column actor_id uuid references actor on delete cascade,
      add column headers jsonb not null default '{}',
      drop constraint mail_state_check,
      add constraint mail_state_check check (state in ('queued', 'sent', 'failed', 'dropped'))`.execute(db);
  await sql`create index mail_actor on mail (actor_id) where actor_id is not null`.execute(db);
  await sql`
    create table mail_pause (
      -- The address in lower case.
      address text primary key check (address = lower(address)),
      reason text not null check (reason in ('bounced', 'complained')),
      detail text not null default '' check (length(detail) <= 500),
      since timestamptz not null
    )`.execute(db);
  await sql`create table secret (name text primary key, value bytea not null)`.execute(db);
  for (const table of ['mail_pause', 'secret']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
}
