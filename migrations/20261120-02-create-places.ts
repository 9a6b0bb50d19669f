// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Places (buildings, later groups), their members and the ways in.
 *
 * `place.audience_id` says who may know that the place exists: everybody for open and closed ones,
 * the members for hidden and for deleted ones. `place.members_audience_id` is the audience of its members, and
 * `place.staff_members_audience_id` of those members who are civil servants.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table place (
      id uuid primary key references actor on delete cascade,
      kind text not null check (kind in ('building', 'group')),
      parent_id uuid references place on delete cascade,
      slug citext not null,
      access text not null check (access in ('open', 'closed', 'hidden')),
      audience_id bigint not null references audience,
      members_audience_id bigint not null references audience,
      staff_members_audience_id bigint not null references audience,
      member_count integer not null default 0,
      post_count integer not null default 0,
      public_post_count integer not null default 0,
      created_by uuid references actor on delete set null,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      last_activity_at timestamptz not null default date_trunc('milliseconds', now()),
      public_activity_at timestamptz not null default date_trunc('milliseconds', now()),
      deleted_at timestamptz,
      check ((kind = 'group') = (parent_id is not null))
    )`.execute(db);
  await sql`create unique index place_slug on place (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), slug)`.execute(db);
  await sql`create index place_slug_trigrams on place using gin ((slug::text) gin_trgm_ops)`.execute(db);
  await sql`create index place_members_audience on place (members_audience_id)`.execute(db);
  await sql`create index place_staff_members_audience on place (staff_members_audience_id)`.execute(db);
  await sql`create index place_activity on place (last_activity_at desc, id desc)`.execute(db);
  // No cascade: the audience of a purged place goes last, when nothing carries it any more.
  await sql`alter table audience add foreign key (place_id) references place deferrable initially deferred`.execute(db);

  await sql`
    create table membership (
      id uuid primary key,
      member_id uuid not null references actor on delete cascade,
      place_id uuid not null references place on delete cascade,
      role text not null default 'member' check (role in ('member', 'moderator', 'admin')),
      state text not null check (state in ('active', 'requested', 'invited', 'banned')),
      audience_id bigint not null references audience,
      note text not null default '',
      decided_by uuid references actor on delete set null,
      decided_at timestamptz,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      unique (member_id, place_id)
    )`.execute(db);
  await sql`create index membership_place on membership (place_id, state, created_at, id)`.execute(db);

  await sql`
    create table invitation (
      id uuid primary key,
      place_id uuid not null references place on delete cascade,
      audience_id bigint not null references audience,
      email citext,
      role text not null default 'member' check (role in ('member', 'moderator', 'admin')),
      token_hash bytea not null unique,
      max_uses integer not null default 1 check (max_uses between 1 and 10000),
      uses integer not null default 0 check (uses <= max_uses),
      invited_by uuid references actor on delete set null,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index invitation_place on invitation (place_id, created_at desc, id desc)`.execute(db);
  await sql`
    create table invitation_use (
      invitation_id uuid not null references invitation on delete cascade,
      member_id uuid not null references actor on delete cascade,
      used_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (invitation_id, member_id)
    )`.execute(db);

  // When somebody was last put out of a place: invitations from before that do not bring them back.
  await sql`
    create table membership_end (
      member_id uuid not null references actor on delete cascade,
      place_id uuid not null references place on delete cascade,
      ended_at timestamptz not null,
      primary key (member_id, place_id)
    )`.execute(db);
  await sql`create index membership_end_place on membership_end (place_id)`.execute(db);

  for (const table of ['place', 'membership', 'invitation', 'invitation_use', 'membership_end']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  await sql`
    create policy reading on place using (
      audience_id = any ((select plein_audiences())::bigint[])
      or members_audience_id = any ((select plein_audiences())::bigint[])
      or (select plein_is_system()))`.execute(db);
  await sql`
    create policy reading on membership using (
      audience_id = any ((select plein_audiences())::bigint[])
      or member_id = (select plein_me())
      or (select plein_is_system()))`.execute(db);
  await sql`
    create policy reading on invitation using (
      audience_id = any ((select plein_audiences())::bigint[])
      or (select plein_is_system()))`.execute(db);
  await sql`
    create policy reading on invitation_use using (
      member_id = (select plein_me())
      or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on membership_end using ((select plein_is_system()))`.execute(db);

  // One round trip per request: who is this, and which audiences are theirs. The functions see past
  // row-level security on purpose, for their own duration only, and answer one person only.
  const columns = 'account_id uuid, actor_id uuid, handle text, name text, email text, locale text, role text, is_staff boolean, audiences bigint[]';
  const body = (query: string) => `
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query ${query};
      perform set_config('plein.system', before, true);
    end`;
  const viewer = (condition: string) => `
      from account c join actor a on a.id = c.actor_id
      where ${condition} and c.suspended_at is null and c.confirmed_at is not null and a.deleted_at is null`;
  const who = `c.id, a.id, a.handle::text, a.name, c.email::text, c.locale, c.role, c.is_staff,
        array[1::bigint] || case when c.is_staff then array[2::bigint] else '{}'::bigint[] end || array(
          select theirs.audience from membership m join place p on p.id = m.place_id
          cross join lateral (values (p.members_audience_id, true), (p.staff_members_audience_id, c.is_staff)) theirs (audience, holds)
          where m.member_id = a.id and m.state = 'active' and p.deleted_at is null and theirs.holds
          order by theirs.audience)`;
  await sql.raw(`
    create function viewer_of_account(wanted uuid) returns table (${columns})
    language plpgsql as $$ ${body(`select ${who} ${viewer('c.id = wanted')}`)} $$`).execute(db);
  await sql.raw(`
    create function viewer_of_actor(wanted uuid) returns table (${columns})
    language plpgsql as $$ ${body(`select ${who} ${viewer('a.id = wanted')}`)} $$`).execute(db);
  await sql.raw(`
    create function viewer_of_session(hash bytea, moment timestamptz) returns table (session_id uuid, last_seen_at timestamptz, ${columns})
    language plpgsql as $$ ${body(`select s.id, s.last_seen_at, v.* from session s cross join lateral viewer_of_account(s.account_id) v
      where s.token_hash = hash and s.expires_at > moment`)} $$`).execute(db);
  await sql.raw(`
    create function viewer_of_access_token(hash bytea, moment timestamptz) returns table (token_id uuid, last_used_at timestamptz, scopes text[], ${columns})
    language plpgsql as $$ ${body(`select t.id, t.last_used_at, t.scopes, v.* from access_token t cross join lateral viewer_of_account(t.account_id) v
      where t.token_hash = hash and (t.expires_at is null or t.expires_at > moment)`)} $$`).execute(db);
}
