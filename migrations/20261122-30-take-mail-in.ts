// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Answers by mail: addresses that are bound to a person and a thread, and what came in for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reply_address (
      -- As it stands in the address, before its signature.
      id text primary key check (id ~ '^[a-z2-7]{16}$'),
      owner_id uuid not null references actor on delete cascade,
      root_id uuid not null references post on delete cascade,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index reply_address_fresh on reply_address (owner_id, root_id, expires_at)`.execute(db);
  await sql`create index reply_address_root on reply_address (root_id)`.execute(db);
  await sql`create index reply_address_expiry on reply_address (expires_at)`.execute(db);

  // What was taken in, and what became of it. The words themselves are here only until they are handled; the rest stays for
  // as long as the same mail may come once more.
  await sql`
    create table inbound_mail (
      id uuid primary key,
      kind text not null check (kind in ('reply', 'bounce')),
      -- For whom the address is; of a bounce nobody.
      owner_id uuid references actor on delete cascade,
      reply_address_id text references reply_address on delete set null,
      -- Of a bounce: the mail that came back.
      mail_id uuid,
      envelope_from text not null check (length(envelope_from) <= 500),
      content bytea,
      received_at timestamptz not null,
      state text not null default 'received' check (state in ('received', 'placed', 'refused', 'ignored', 'paused')),
      -- One word, such as 'spoofed'; never what somebody wrote.
      reason text not null default '' check (length(reason) <= 60),
      handled_at timestamptz,
      check ((state = 'received') = (content is not null)),
      check ((state = 'received') = (handled_at is null))
    )`.execute(db);
  await sql`create index inbound_mail_owner on inbound_mail (owner_id, received_at)`.execute(db);
  await sql`create index inbound_mail_received on inbound_mail (received_at)`.execute(db);
  await sql`create index inbound_mail_address on inbound_mail (reply_address_id)`.execute(db);
  // The same mail is known by its bytes, and by its Message-ID where a server on the way added to its head.
  await sql`
    create table inbound_mail_seen (
      inbound_mail_id uuid not null references inbound_mail on delete cascade,
      mark bytea primary key
    )`.execute(db);
  await sql`create index inbound_mail_seen_mail on inbound_mail_seen (inbound_mail_id)`.execute(db);

  for (const table of ['reply_address', 'inbound_mail', 'inbound_mail_seen']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
}
