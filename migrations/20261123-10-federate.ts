// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * What this instance keeps of others: their people and places (rows of `actor`, `place`, `post` like any other, with a companion here),
 * what is on its way to them, what came in, and how each of them is doing. See docs/decisions/0019-federation.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Another instance, by the host of its addresses (with the port where it is not the usual one).
  await sql`
    create table peer (
      host text primary key,
      name text not null default '',
      software text not null default '',
      -- Declares that it keeps what is not public away from everybody but members (FEP-844e).
      closed_places boolean not null default false,
      instance_uri text,
      shared_inbox text,
      -- Named by the administrator: its open buildings stand on our square, and ours on theirs.
      neighbour_since timestamptz,
      -- It named us too.
      names_us boolean not null default false,
      shares_questions boolean not null default false,
      first_seen_at timestamptz not null,
      last_seen_at timestamptz,
      looked_at timestamptz,
      -- Deliveries, in order, by one worker at a time.
      last_success_at timestamptz,
      last_error_at timestamptz,
      last_error text not null default '',
      failures integer not null default 0,
      down_since timestamptz,
      next_try_at timestamptz,
      parked_at timestamptz,
      leased_until timestamptz,
      lease text,
      bumps bigint not null default 0,
      -- Which of the two schemes of signing it understood last.
      signature_scheme text
    )`.execute(db);
  await sql`create index peer_neighbour on peer (neighbour_since) where neighbour_since is not null`.execute(db);
  // With all subdomains; a host with a port blocks that one only. In both directions.
  await sql`
    create table peer_block (
      domain text primary key,
      reason text not null default '',
      by_id uuid references actor on delete set null,
      created_at timestamptz not null
    )`.execute(db);

  // Beside a row of actor that has a domain.
  await sql`
    create table remote_actor (
      actor_id uuid primary key references actor on delete cascade,
      host text not null,
      kind text not null,
      inbox text not null,
      shared_inbox text,
      followers text,
      members text,
      url text,
      keys jsonb not null default '[]',
      manually_approves boolean not null default false,
      fetched_at timestamptz not null,
      gone_at timestamptz,
      moved_to text
    )`.execute(db);
  await sql`create index remote_actor_host on remote_actor (host)`.execute(db);

  // Keys of our own actors; the private part is sealed with a key that is not in this database.
  await sql`
    create table actor_key (
      id uuid primary key,
      actor_id uuid not null references actor on delete cascade,
      kind text not null check (kind in ('rsa', 'ed25519')),
      public_key text not null,
      private_sealed bytea not null,
      created_at timestamptz not null,
      retired_at timestamptz
    )`.execute(db);
  await sql`create unique index actor_key_current on actor_key (actor_id, kind) where retired_at is null`.execute(db);

  // Who follows a person or place of ours from outside, without being a member.
  await sql`
    create table follower (
      follower_id uuid not null references actor on delete cascade,
      target_id uuid not null references actor on delete cascade,
      follow_uri text not null,
      created_at timestamptz not null,
      primary key (target_id, follower_id)
    )`.execute(db);
  await sql`create index follower_follower on follower (follower_id)`.execute(db);

  // What was said to others: once, however many it goes to.
  await sql`
    create table sent_activity (
      id uuid primary key,
      uri text not null unique,
      dedupe_key text not null unique,
      type text not null,
      sender_id uuid not null references actor on delete cascade,
      body text not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index sent_activity_age on sent_activity (created_at)`.execute(db);
  await sql`
    create table delivery (
      id uuid primary key,
      activity_id uuid not null references sent_activity on delete cascade,
      host text not null,
      inbox text not null,
      -- What is told in order: an object, a thread, a membership.
      ordering_key text not null,
      -- Sent only while somebody of that host is an active member of this place.
      members_of uuid,
      attempts integer not null default 0,
      created_at timestamptz not null,
      unique (activity_id, inbox)
    )`.execute(db);
  await sql`create index delivery_lane on delivery (host, id)`.execute(db);

  // What came in, as it came, until it is handled; then without its body, so that the same is not handled twice.
  await sql`
    create table received_activity (
      id uuid primary key,
      uri text not null unique,
      body_hash bytea not null,
      type text not null,
      actor_uri text not null,
      host text not null,
      ordering_key text not null,
      body text,
      received_at timestamptz not null,
      handled_at timestamptz,
      outcome text check (outcome in ('done', 'refused')),
      reason text not null default '',
      attempts integer not null default 0,
      next_try_at timestamptz
    )`.execute(db);
  await sql`create index received_activity_waiting on received_activity (host, id) where handled_at is null`.execute(db);
  await sql`create index received_activity_age on received_activity (received_at)`.execute(db);

  // What was deleted before it was seen: a Create that comes later changes nothing.
  await sql`
    create table tombstone (
      uri text primary key,
      actor_uri text not null,
      deleted_at timestamptz not null
    )`.execute(db);

  // A place of another instance, of which people here are members: a row of place with a host.
  await sql`alter table place add column host text`.execute(db);
  await sql`
    create table remote_place (
      place_id uuid primary key references place on delete cascade,
      host text not null,
      member_count integer not null default 0,
      -- While somebody here waits for an answer: the activity that asked.
      state text not null default 'known' check (state in ('known', 'joined', 'gone', 'ended')),
      synced_at timestamptz,
      audience_id bigint not null references audience
    )`.execute(db);
  // How the membership of one of ours in a place elsewhere, or of one of theirs in one of ours, was asked for.
  await sql`
    create table remote_membership (
      member_id uuid not null references actor on delete cascade,
      place_id uuid not null references place on delete cascade,
      join_uri text not null,
      join_type text not null default 'Join',
      host text not null,
      primary key (place_id, member_id)
    )`.execute(db);

  // Beside a post that came from elsewhere, or was sent to a place elsewhere.
  await sql`
    create table remote_post (
      post_id uuid primary key references post on delete cascade,
      audience_id bigint not null references audience,
      host text not null,
      url text,
      replies_uri text,
      -- How many answers its home says that there are.
      reply_total integer,
      fetched_at timestamptz,
      -- The activity as it came, with its proof, to be announced on unchanged.
      raw_create text,
      -- Of what one of ours wrote in a place elsewhere: whether its home took it.
      state text not null default 'kept' check (state in ('kept', 'sent', 'taken', 'refused'))
    )`.execute(db);

  // Instances whose people may ask to be let into a closed or hidden place.
  await sql`
    create table place_instance (
      place_id uuid not null references place on delete cascade,
      host text not null,
      audience_id bigint not null references audience,
      added_by uuid references actor on delete set null,
      added_at timestamptz not null,
      primary key (place_id, host)
    )`.execute(db);

  // Documents and keys of others, for as long as they hold.
  await sql`
    create table federation_kv (
      key text primary key,
      value jsonb not null,
      expires_at timestamptz
    )`.execute(db);
  await sql`create index federation_kv_expiry on federation_kv (expires_at) where expires_at is not null`.execute(db);

  const all = ['peer', 'peer_block', 'remote_actor', 'actor_key', 'follower', 'sent_activity', 'delivery', 'received_activity', 'tombstone', 'remote_place', 'remote_membership', 'remote_post', 'place_instance', 'federation_kv'];
  for (const table of all) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  const byAudience = new Set(['remote_place', 'remote_post', 'place_instance']);
  for (const table of all) {
    if (byAudience.has(table)) await sql`create policy reading on ${sql.table(table)} using (audience_id = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);
    else if (table !== 'peer' && table !== 'peer_block') await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
  // Everybody may know who the neighbours are; the rest is for administrators (audience 3).
  await sql`create policy reading on peer using (neighbour_since is not null or 3 = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on peer_block using (3 = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);

  // Somebody of another instance, as whom what came from them is written: what is public, and the places that let them in.
  await sql.raw(`
    create function viewer_of_remote_actor(wanted uuid) returns table (actor_id uuid, handle text, name text, audiences bigint[]) language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query
        select a.id, a.handle::text || '@' || a.domain, a.name, array[1::bigint] || array(
          select theirs.audience from membership m join place p on p.id = m.place_id
          cross join lateral (values (p.members_audience_id, true), (p.moderators_audience_id, m.role <> 'member' and m.suspended_until is null)) theirs (audience, holds)
          where m.member_id = a.id and m.state = 'active' and p.deleted_at is null and p.host is null and theirs.holds
          order by theirs.audience)
        from actor a where a.id = wanted and a.domain is not null and a.type = 'person' and a.deleted_at is null;
      perform set_config('plein.system', before, true);
    end $$`).execute(db);
}
