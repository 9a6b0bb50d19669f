// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Everything published, and what people do with it. Every row carries the audience of its post. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table post (
      id uuid primary key,
      uri text not null unique,
      kind text not null check (kind in ('message', 'article', 'question')),
      author_id uuid not null references actor,
      place_id uuid not null references place on delete cascade,
      group_id uuid references place on delete cascade,
      audience_id bigint not null references audience,
      audience_before bigint references audience,
      in_reply_to uuid references post on delete cascade,
      root_id uuid references post on delete cascade,
      title text,
      html text not null,
      text text not null,
      source text not null,
      format text not null check (format in ('markdown', 'html')),
      language text not null default 'nl',
      reply_count integer not null default 0,
      revision_count integer not null default 0,
      pinned_at timestamptz,
      published_at timestamptz not null,
      edited_at timestamptz,
      deleted_at timestamptz,
      origin text not null default 'local' check (origin in ('local', 'remote')),
      check ((in_reply_to is null) = (root_id is null))
    )`.execute(db);
  await sql`create index post_audience on post (audience_id, published_at desc, id desc) where in_reply_to is null and deleted_at is null`.execute(db);
  await sql`create index post_place on post (place_id, audience_id, published_at desc, id desc) where in_reply_to is null and deleted_at is null`.execute(db);
  await sql`create index post_author on post (author_id, audience_id, published_at desc, id desc) where in_reply_to is null and deleted_at is null`.execute(db);
  await sql`create index post_thread on post (root_id, published_at, id) where root_id is not null`.execute(db);
  await sql`create index post_pinned on post (place_id, pinned_at desc, id desc) where pinned_at is not null`.execute(db);
  await sql`create index post_in_reply_to on post (in_reply_to) where in_reply_to is not null`.execute(db);

  await sql`
    create table post_revision (
      id uuid primary key,
      post_id uuid not null references post on delete cascade,
      audience_id bigint not null references audience,
      title text,
      html text not null,
      editor_id uuid references actor on delete set null,
      written_at timestamptz not null
    )`.execute(db);
  await sql`create index post_revision_post on post_revision (post_id, written_at desc, id desc)`.execute(db);

  await sql`
    create table post_tag (
      post_id uuid not null references post on delete cascade,
      tag text not null,
      audience_id bigint not null references audience,
      published_at timestamptz not null,
      primary key (post_id, tag)
    )`.execute(db);
  await sql`create index post_tag_feed on post_tag (tag, audience_id, published_at desc, post_id desc)`.execute(db);

  await sql`
    create table mention (
      post_id uuid not null references post on delete cascade,
      actor_id uuid not null references actor on delete cascade,
      audience_id bigint not null references audience,
      primary key (post_id, actor_id)
    )`.execute(db);
  await sql`create index mention_actor on mention (actor_id)`.execute(db);

  await sql`
    create table reaction (
      post_id uuid not null references post on delete cascade,
      actor_id uuid not null references actor on delete cascade,
      name text not null check (name in ('like', 'thanks', 'agree', 'idea')),
      audience_id bigint not null references audience,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (post_id, actor_id, name)
    )`.execute(db);
  await sql`create index reaction_actor on reaction (actor_id)`.execute(db);

  await sql`
    create table bookmark (
      owner_id uuid not null references actor on delete cascade,
      post_id uuid not null references post on delete cascade,
      created_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (owner_id, post_id)
    )`.execute(db);
  await sql`create index bookmark_newest on bookmark (owner_id, created_at desc, post_id desc)`.execute(db);
  await sql`create index bookmark_post on bookmark (post_id)`.execute(db);

  await sql`
    create table draft (
      id uuid primary key,
      owner_id uuid not null references actor on delete cascade,
      place_id uuid references place on delete cascade,
      in_reply_to uuid references post on delete cascade,
      kind text not null check (kind in ('message', 'article', 'question')),
      title text not null default '',
      body text not null default '',
      format text not null check (format in ('markdown', 'html')),
      audience text check (audience in ('public', 'staff', 'members')),
      tags text[] not null default '{}',
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index draft_owner on draft (owner_id, updated_at desc, id desc)`.execute(db);
  await sql`create index draft_place on draft (place_id)`.execute(db);
  await sql`create index draft_in_reply_to on draft (in_reply_to)`.execute(db);

  await sql`
    create table read_marker (
      owner_id uuid not null references actor on delete cascade,
      scope text not null,
      post_id uuid not null,
      published_at timestamptz not null,
      updated_at timestamptz not null default date_trunc('milliseconds', now()),
      primary key (owner_id, scope)
    )`.execute(db);

  await sql`
    create table notification (
      id uuid primary key,
      recipient_id uuid not null references actor on delete cascade,
      kind text not null check (kind in ('reply', 'mention', 'request', 'approved', 'refused', 'invited', 'removed', 'role', 'successor')),
      actor_id uuid references actor on delete set null,
      post_id uuid references post on delete cascade,
      root_id uuid references post on delete cascade,
      place_id uuid references place on delete cascade,
      audience_id bigint not null references audience,
      dedupe_key text not null,
      created_at timestamptz not null,
      read_at timestamptz,
      unique (recipient_id, dedupe_key)
    )`.execute(db);
  await sql`create index notification_newest on notification (recipient_id, created_at desc, id desc)`.execute(db);
  await sql`create index notification_unread on notification (recipient_id, created_at desc) where read_at is null`.execute(db);
  await sql`create index notification_post on notification (post_id)`.execute(db);
  await sql`create index notification_place on notification (place_id)`.execute(db);

  const byAudience = ['post', 'post_revision', 'post_tag', 'mention', 'reaction'];
  const byOwner = ['bookmark', 'draft', 'read_marker'];
  for (const table of [...byAudience, ...byOwner, 'notification']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  for (const table of byAudience) {
    await sql`
      create policy reading on ${sql.table(table)} using (
        audience_id = any ((select plein_audiences())::bigint[])
        or (select plein_is_system()))`.execute(db);
  }
  for (const table of byOwner) {
    await sql`
      create policy reading on ${sql.table(table)} using (
        owner_id = (select plein_me())
        or (select plein_is_system()))`.execute(db);
  }
  await sql`
    create policy reading on notification using (
      (recipient_id = (select plein_me()) and audience_id = any ((select plein_audiences())::bigint[]))
      or (select plein_is_system()))`.execute(db);
}
