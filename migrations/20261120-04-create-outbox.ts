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

  // What sockets were told, so that a client that was away can catch up. Ids and counts only; rights are checked on reading.
  // `place_id` is there so that what was told of a place can go when the place becomes less open.
  await sql`
    create table live_update (
      id uuid primary key,
      topic text not null,
      audience_id bigint references audience on delete cascade,
      recipient_id uuid references actor on delete cascade,
      place_id uuid references place on delete cascade,
      event text not null,
      data jsonb not null,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      check (audience_id is not null or recipient_id is not null)
    )`.execute(db);
  await sql`create index live_update_topic on live_update (topic, id)`.execute(db);
  await sql`create index live_update_recipient on live_update (recipient_id, id) where recipient_id is not null`.execute(db);
  await sql`create index live_update_place on live_update (place_id) where place_id is not null`.execute(db);
  await sql`create index live_update_age on live_update (created_at)`.execute(db);
  await sql`alter table live_update enable row level security`.execute(db);
  await sql`alter table live_update force row level security`.execute(db);
  await sql`
    create policy reading on live_update using (
      ((audience_id is null or audience_id = any ((select plein_audiences())::bigint[]))
        and (recipient_id is null or recipient_id = (select plein_me())))
      or (select plein_is_system()))`.execute(db);

  // A UUIDv7 (RFC 9562) by the clock of the database, in microseconds, with the row's number in its statement behind it:
  // made under the lock of pushLive, these ids have the order of the commits, whatever the clocks of the processes say.
  await sql`
    create function live_cursor(ordinal bigint) returns uuid language sql volatile as $$
      select (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex((micros % 1000) * 4), 3, '0')
        || '8' || lpad(to_hex(ordinal % 4096), 3, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12))::uuid
      from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) moment
    $$`.execute(db);

  // Who of these people may read these audiences at this moment: the check before every delivery. See viewer_of_account.
  await sql`
    create function may_read_now(wanted bigint[], candidates uuid[]) returns table (audience_id bigint, actor_id uuid)
    language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query
        select asked.audience, c.actor_id
        from unnest(wanted, candidates) as asked(audience, candidate)
        join account c on c.actor_id = asked.candidate
        join actor a on a.id = c.actor_id
        where c.suspended_at is null and c.confirmed_at is not null and a.deleted_at is null
          and (asked.audience = 1 or (asked.audience = 2 and c.is_staff) or exists (
            select from place p join membership m on m.place_id = p.id
            where p.members_audience_id = asked.audience and p.deleted_at is null and m.member_id = c.actor_id and m.state = 'active')
          or (c.is_staff and exists (
            select from place p join membership m on m.place_id = p.id
            where p.staff_members_audience_id = asked.audience and p.deleted_at is null and m.member_id = c.actor_id and m.state = 'active')));
      perform set_config('plein.system', before, true);
    end $$`.execute(db);

  // Which of these sessions and access tokens (by hash) still let somebody in; a socket outlives the request that opened it.
  await sql`
    create function credentials_alive(hashes bytea[], moment timestamptz) returns table (token_hash bytea)
    language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query
        select s.token_hash from session s join account c on c.id = s.account_id
        where s.token_hash = any (hashes) and s.expires_at > moment and c.suspended_at is null
        union all
        select t.token_hash from access_token t join account c on c.id = t.account_id
        where t.token_hash = any (hashes) and (t.expires_at is null or t.expires_at > moment) and c.suspended_at is null;
      perform set_config('plein.system', before, true);
    end $$`.execute(db);

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

  // The key itself is kept nowhere: it opens `answer`, which whoever has the database cannot read. `audiences` is what the
  // owner might read when the answer was given; `subject_id` is what it tells of. An answer that was forgotten is null.
  await sql`
    create table idempotency_key (
      owner_id uuid not null references actor on delete cascade,
      key_hash bytea not null,
      request_hash bytea not null,
      status smallint,
      answer bytea,
      audiences bigint[] not null default '{}',
      subject_id uuid,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (owner_id, key_hash)
    )`.execute(db);
  await sql`create index idempotency_key_subject on idempotency_key (subject_id) where subject_id is not null`.execute(db);
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
