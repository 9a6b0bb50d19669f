// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Devices that take pushes (Web Push, RFC 8030). One lives as long as the session in which it was switched on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table push_subscription (
      id uuid primary key,
      owner_id uuid not null references actor on delete cascade,
      session_id uuid not null references session on delete cascade,
      -- Where the push service of the browser takes messages for this device.
      endpoint text not null unique check (length(endpoint) <= 1000),
      p256dh bytea not null check (length(p256dh) = 65),
      auth bytea not null check (length(auth) = 16),
      user_agent text not null check (length(user_agent) <= 300),
      created_at timestamptz not null,
      last_used_at timestamptz,
      -- The push service asked not to be called before then.
      not_before timestamptz,
      -- Nothing could be delivered for so long that it was given up; until the device is heard of again.
      failed_at timestamptz
    )`.execute(db);
  await sql`create index push_subscription_owner on push_subscription (owner_id)`.execute(db);
  await sql`create index push_subscription_session on push_subscription (session_id)`.execute(db);
  await sql`alter table push_subscription enable row level security`.execute(db);
  await sql`alter table push_subscription force row level security`.execute(db);
  await sql`create policy reading on push_subscription using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
}
