// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** The outbox, mail, answers kept for Idempotency-Key, and counters for rate limits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Events hold ids only, never content, and are read by the relay and by handlers alone.
  await sql`
    create table event (
      id uuid primary key,
      type text not null,
      payload jsonb not null,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      relayed_at timestamptz,
      done_at timestamptz
    )`.execute(db);
  await sql`create index event_waiting on event (id) where relayed_at is null`.execute(db);
  await sql`create index event_unfinished on event (relayed_at) where done_at is null`.execute(db);
  await sql`create index event_age on event (created_at)`.execute(db);
  await sql`
    create table event_handled (
      event_id uuid not null references event on delete cascade,
      subscriber text not null,
      handled_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (event_id, subscriber)
    )`.execute(db);

  // What a socket was told, so that a client that was away can catch up. Ids only; topics are checked on reading.
  await sql`
    create table live_update (
      id uuid primary key,
      topic text not null,
      audience_id bigint references audience on delete cascade,
      recipient_id uuid references actor on delete cascade,
      event text not null,
      data jsonb not null,
      created_at timestamptz not null default date_trunc('milliseconds', now())
    )`.execute(db);
  await sql`create index live_update_topic on live_update (topic, id)`.execute(db);
  await sql`create index live_update_age on live_update (created_at)`.execute(db);
  await sql`alter table live_update enable row level security`.execute(db);
  await sql`alter table live_update force row level security`.execute(db);
  await sql`
    create policy reading on live_update using (
      audience_id = any ((select plein_audiences())::bigint[])
      or recipient_id = (select plein_me())
      or (select plein_is_system()))`.execute(db);

  await sql`
    create table mail (
      id uuid primary key,
      recipient citext not null,
      template text not null,
      locale text not null,
      data jsonb not null,
      subject text not null default '',
      state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
      error text,
      file text,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      sent_at timestamptz
    )`.execute(db);
  await sql`create index mail_newest on mail (created_at desc, id desc)`.execute(db);

  await sql`
    create table idempotency_key (
      owner_id uuid not null references actor on delete cascade,
      key text not null,
      request_hash bytea not null,
      status smallint,
      body jsonb,
      location text,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (owner_id, key)
    )`.execute(db);
  await sql`create index idempotency_key_age on idempotency_key (created_at)`.execute(db);

  for (const table of ['mail', 'idempotency_key']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  await sql`create policy reading on mail using ((select plein_is_system()))`.execute(db);
  await sql`create policy reading on idempotency_key using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);

  // The shape that rate-limiter-flexible expects.
  await sql`create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`.execute(db);
}
