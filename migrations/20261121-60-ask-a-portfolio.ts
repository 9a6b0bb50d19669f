// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Questions to everybody with a theme in their portfolio. They stand on the square itself: one place of its own kind, without members,
 * in which whoever may read a question may answer it. See docs/decisions/0011-ask-a-portfolio.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await makeSquare(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
  await sql`
    create table asked_question (
      post_id uuid primary key references post on delete cascade,
      theme_id uuid not null references theme on delete cascade,
      asker_id uuid not null references actor on delete cascade,
      organisation_id uuid references organisation on delete set null,
      work_role text,
      region text,
      reach integer not null,
      audience_id bigint not null references audience,
      asked_at timestamptz not null
    )`.execute(db);
  await sql`create index asked_question_theme on asked_question (theme_id, asked_at desc, post_id desc)`.execute(db);
  await sql`create index asked_question_asker on asked_question (asker_id, asked_at)`.execute(db);
  // Who is still to be told; a row goes when that is done.
  await sql`
    create table asked_person (
      post_id uuid not null references asked_question on delete cascade,
      actor_id uuid not null references actor on delete cascade,
      primary key (post_id, actor_id)
    )`.execute(db);
  await sql`
    create table asking_opt_out (
      owner_id uuid not null references actor on delete cascade,
      theme_id uuid not null references theme on delete cascade,
      primary key (owner_id, theme_id)
    )`.execute(db);
  await sql`create index asking_opt_out_theme on asking_opt_out (theme_id)`.execute(db);
  for (const table of ['asked_question', 'asked_person', 'asking_opt_out']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  await sql`create policy reading on asked_question using (audience_id in (select unnest(plein_audiences())) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on asked_person using ((select plein_is_system()))`.execute(db);
  await sql`create policy reading on asking_opt_out using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
}

async function makeSquare(db: Kysely<unknown>): Promise<void> {
  const id = sql`'00000000-0000-7000-8000-000000000001'::uuid`;
  // A place and its audiences refer to each other.
  await sql`set constraints all deferred`.execute(db);
  await sql`alter table place drop constraint place_kind_check, add constraint place_kind_check check (kind in ('building', 'group', 'square'))`.execute(db);
  await sql`insert into actor (id, type, handle, name, uri, audience_id) values (${id}, 'instance', 'plein', 'Het plein', 'urn:uuid:00000000-0000-7000-8000-000000000001', 1)`.execute(db);
  await sql`
    with members as (insert into audience (kind, place_id) values ('members', ${id}) returning id),
    staff as (insert into audience (kind, place_id) values ('staff-members', ${id}) returning id)
    insert into place (id, kind, slug, access, audience_id, members_audience_id, staff_members_audience_id)
      select ${id}, 'square', 'plein', 'open', 1, members.id, staff.id from members, staff`.execute(db);
  // What is held back on the square is for the administrators of the instance.
  await sql`update place set moderators_audience_id = 3 where id = ${id}`.execute(db);
  await sql`set constraints all immediate`.execute(db);
}
