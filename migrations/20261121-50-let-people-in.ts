// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** How people come in: invitations with a source, requests with an answer, guests, and lists of people that are brought in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table place add column guests_welcome boolean not null default true`.execute(db);

  await sql`
    alter table invitation
      add column source text not null default '',
      add column name text not null default '',
      add column import_id uuid,
      add column sent_at timestamptz,
      add column email_key text generated always as (lower(email::text)) stored`.execute(db);
  await sql`create index invitation_email on invitation (email_key, created_at) where email_key is not null`.execute(db);
  // Links are for posters and newsletters, so their address can be asked for again; those of mails are kept nowhere.
  await sql`
    create table invitation_link (
      invitation_id uuid primary key references invitation on delete cascade,
      token text not null
    )`.execute(db);
  // Groups that come with an invitation to their building.
  await sql`
    create table invitation_group (
      invitation_id uuid not null references invitation on delete cascade,
      group_id uuid not null references place on delete cascade,
      primary key (invitation_id, group_id)
    )`.execute(db);
  await sql`create index invitation_group_group on invitation_group (group_id)`.execute(db);

  await sql`
    alter table membership
      add column joined_through text not null default 'unknown' check (joined_through in ('unknown', 'founding', 'door', 'request', 'mail', 'link', 'import', 'rule')),
      add column invitation_id uuid references invitation on delete set null`.execute(db);
  await sql`create index membership_invitation on membership (invitation_id) where invitation_id is not null`.execute(db);
  // Who left of their own accord is not brought back in by a list either; an invitation from before does let them in again.
  await sql`alter table membership_end add column by_self boolean not null default false`.execute(db);

  await sql`
    create table membership_answer (
      id uuid primary key,
      place_id uuid not null references place on delete cascade,
      member_id uuid not null references actor on delete cascade,
      audience_id bigint not null references audience,
      outcome text not null check (outcome in ('approved', 'refused')),
      note text not null default '',
      word text not null default '',
      asked_at timestamptz not null,
      answered_by uuid references actor on delete set null,
      answered_at timestamptz not null
    )`.execute(db);
  await sql`create index membership_answer_place on membership_answer (place_id, answered_at desc, id desc)`.execute(db);
  await sql`create index membership_answer_member on membership_answer (member_id, place_id, answered_at desc)`.execute(db);

  await sql`
    create table import (
      id uuid primary key,
      place_id uuid not null references place on delete cascade,
      owner_id uuid not null references actor on delete cascade,
      create_groups boolean not null default false,
      total integer not null check (total between 1 and 5000),
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      finished_at timestamptz
    )`.execute(db);
  await sql`create index import_place on import (place_id, created_at desc, id desc)`.execute(db);
  await sql`create index import_owner on import (owner_id, created_at)`.execute(db);
  await sql`create index import_age on import (created_at)`.execute(db);
  await sql`
    create table import_line (
      import_id uuid not null references import on delete cascade,
      line integer not null,
      owner_id uuid not null references actor on delete cascade,
      email text not null,
      name text not null,
      role text not null,
      groups text not null,
      outcome text not null default 'waiting' check (outcome in ('waiting', 'added', 'extended', 'invited', 'already', 'faulty')),
      faults jsonb not null default '[]',
      primary key (import_id, line)
    )`.execute(db);
  await sql`create index import_line_waiting on import_line (import_id, line) where outcome = 'waiting'`.execute(db);
  await sql`create index import_line_owner on import_line (owner_id)`.execute(db);

  await sql`
    create table membership_export (
      id uuid primary key,
      place_id uuid not null references place on delete cascade,
      audience_id bigint not null references audience,
      by_id uuid references actor on delete set null,
      rows integer not null,
      made_at timestamptz not null
    )`.execute(db);
  await sql`create index membership_export_place on membership_export (place_id, made_at desc, id desc)`.execute(db);

  // Which kinds there are is said once, in the room of notifications; here only what a kind looks like.
  await sql`alter table notification drop constraint if exists notification_kind_check`.execute(db);
  await sql`alter table notification add constraint notification_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$')`.execute(db);

  const system = sql`(select plein_is_system())`;
  const locks = {
    invitation_link: system,
    invitation_group: system,
    membership_answer: sql`audience_id = any ((select plein_audiences())::bigint[]) or member_id = (select plein_me()) or ${system}`,
    import: sql`owner_id = (select plein_me()) or ${system}`,
    import_line: sql`owner_id = (select plein_me()) or ${system}`,
    membership_export: sql`audience_id = any ((select plein_audiences())::bigint[]) or ${system}`,
  };
  for (const [table, using] of Object.entries(locks)) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using (${using})`.execute(db);
  }
}
