// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * What people tell of themselves, each part for whom they chose: everybody (`public`), civil servants (`staff`), who is a member of a
 * place together with them (`places`), or nobody. A part carries that choice as its lock, so that a field that somebody may not see
 * is in no answer, and in no search, count or facet either. See docs/decisions/0010-what-people-share.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createVocabulary(db);
  await createProfiles(db);
  await createDirectory(db);
  await lockBySharing(db);
  await keepDirectory(db);
  await moveWhatThereIs(db);
}

/** Themes are words that everybody shares; they have no lock. A synonym, or a theme that was merged into another, is one more name. */
async function createVocabulary(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table theme (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      created_at timestamptz not null default date_trunc('milliseconds', now())
    )`.execute(db);
  // `key` is how a name is compared: without regard to case, accents and spaces.
  await sql`
    create table theme_name (
      key text primary key,
      theme_id uuid not null references theme on delete cascade,
      name text not null,
      slug text not null unique
    )`.execute(db);
  await sql`create index theme_name_theme on theme_name (theme_id)`.execute(db);
  await sql`create index theme_name_trigrams on theme_name using gin (key gin_trgm_ops)`.execute(db);
}

const sharing = sql`
  level text not null check (level in ('public', 'staff', 'places', 'nobody')),
  audience_id bigint references audience check (audience_id is not distinct from case level when 'public' then 1 when 'staff' then 2 end)`;

async function createProfiles(db: Kysely<unknown>): Promise<void> {
  const roles = sql`('raadslid', 'wethouder', 'burgemeester', 'griffier', 'ambtenaar', 'bestuurder', 'inwoner', 'anders')`;
  // What everybody may see of these stands with the actor as well, for who shows people by the dozen.
  await sql`alter table actor add column work_role text check (work_role in ${roles}), add column photo text`.execute(db);
  await sql`
    create table profile (
      actor_id uuid primary key references actor on delete cascade,
      sharing jsonb not null default '{}',
      welcomed_at timestamptz,
      updated_at timestamptz not null default date_trunc('milliseconds', now())
    )`.execute(db);
  await sql`
    create table profile_part (
      actor_id uuid not null references actor on delete cascade,
      ${sharing},
      job_title text,
      work_role text check (work_role in ${roles}),
      about text,
      region text,
      languages text[] not null default '{}',
      email text,
      phone text,
      links text[] not null default '{}',
      photo text,
      primary key (actor_id, level)
    )`.execute(db);
  await sql`create index profile_part_photo on profile_part (photo) where photo is not null`.execute(db);
  await sql`
    create table actor_theme (
      actor_id uuid not null references actor on delete cascade,
      theme_id uuid not null references theme on delete cascade,
      kind text not null check (kind in ('portfolio', 'expertise')),
      ${sharing},
      primary key (actor_id, theme_id, kind)
    )`.execute(db);
  await sql`create index actor_theme_people on actor_theme (theme_id, kind, actor_id)`.execute(db);
}

/** What the directory looks people up by. All of it follows from the tables above, by triggers. */
async function createDirectory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person_word (
      actor_id uuid not null references actor on delete cascade,
      origin text not null check (origin in ('name', 'part')),
      ${sharing},
      word text collate "C" not null,
      primary key (actor_id, origin, level, word)
    )`.execute(db);
  await sql`create index person_word_lookup on person_word (word, actor_id)`.execute(db);
  await sql`
    create table person_trait (
      actor_id uuid not null references actor on delete cascade,
      kind text not null check (kind in ('role', 'region', 'language')),
      value text not null,
      ${sharing},
      primary key (actor_id, kind, value)
    )`.execute(db);
  await sql`create index person_trait_people on person_trait (kind, value, actor_id)`.execute(db);
  // Every word of what everybody may see, once, and whose it is not: the trigrams that find a word with a typing error need a table
  // without a lock, because PostgreSQL asks no index about them behind one.
  await sql`create table directory_word (word text collate "C" primary key)`.execute(db);
  await sql`create index directory_word_trigrams on directory_word using gin (word gin_trgm_ops)`.execute(db);
  await sql`alter table actor add column sort_name text collate "C" not null default ''`.execute(db);
}

async function lockBySharing(db: Kysely<unknown>): Promise<void> {
  for (const table of ['profile', 'profile_part', 'actor_theme', 'person_word', 'person_trait']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  await sql`create policy reading on profile using (actor_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  // Which memberships of others a viewer sees is for their own lock: of a place that is not open only those of fellow members.
  // A question about one person at a time (limit): as `exists` it would be answered for everybody at once, however few are asked for.
  for (const table of ['profile_part', 'actor_theme', 'person_word', 'person_trait']) {
    await sql`
      create policy reading on ${sql.table(table)} using (
        audience_id in (select unnest(plein_audiences()))
        or actor_id = (select plein_me())
        or (select plein_is_system())
        or (level = 'places' and (
          select true from membership m
          where m.member_id = ${sql.table(table)}.actor_id and m.state = 'active' and m.members_audience_id = any ((select plein_audiences())::bigint[]) limit 1)))`.execute(db);
  }
}

async function keepDirectory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function words_of(text) returns text[] language sql stable parallel safe as $$
      select array(select distinct w from regexp_split_to_table(lower(unaccent($1)), '[^[:alnum:]]+') w where w <> '')
    $$`.execute(db);
  await sql`
    create function keep_sort_name() returns trigger language plpgsql as $$
    begin
      new.sort_name := lower(unaccent(new.name));
      return new;
    end $$`.execute(db);
  await sql`create trigger keep_sort_name before insert or update of name on actor for each row execute function keep_sort_name()`.execute(db);

  const lifted = (name: string, work: string) =>
    sql.raw(`
      create function ${name}() returns trigger language plpgsql as $$
      declare before text := coalesce(current_setting('plein.system', true), '');
      begin
        perform set_config('plein.system', 'on', true);
        ${work}
        perform set_config('plein.system', before, true);
        return null;
      end $$`).execute(db);
  const ofNames = `
        insert into person_word (actor_id, origin, level, audience_id, word)
          select n.id, 'name', 'public', 1, w from added n cross join unnest(words_of(n.name)) w where n.type = 'person' on conflict do nothing;`;
  await lifted('add_words_of_names', ofNames);
  await lifted('change_words_of_names', `
        delete from person_word p using added n join gone o on o.id = n.id
          where n.name <> o.name and p.actor_id = n.id and p.origin = 'name' and p.word <> all (words_of(n.name));
        insert into person_word (actor_id, origin, level, audience_id, word)
          select n.id, 'name', 'public', 1, w from added n join gone o on o.id = n.id cross join unnest(words_of(n.name)) w where n.type = 'person' and n.name <> o.name on conflict do nothing;`);
  await sql`create trigger add_words_of_names after insert on actor referencing new table as added for each statement execute function add_words_of_names()`.execute(db);
  await sql`create trigger change_words_of_names after update on actor referencing old table as gone new table as added for each statement execute function change_words_of_names()`.execute(db);

  // Who shares something with nobody is found by it by nobody, themselves included.
  const addParts = `
        insert into person_word (actor_id, origin, level, audience_id, word)
          select n.actor_id, 'part', n.level, n.audience_id, w from added n cross join unnest(words_of(concat_ws(' ', n.job_title, n.region))) w
          where n.level <> 'nobody' on conflict do nothing;
        insert into person_trait (actor_id, kind, value, level, audience_id)
          select n.actor_id, t.kind, t.value, n.level, n.audience_id from added n
          cross join lateral (select 'role' as kind, n.work_role as value union all select 'region', n.region union all select 'language', l from unnest(n.languages) l) t
          where n.level <> 'nobody' and t.value is not null on conflict do nothing;`;
  const dropParts = `
        delete from person_word p using gone o where p.actor_id = o.actor_id and p.origin = 'part' and p.level = o.level;
        delete from person_trait t using gone o where t.actor_id = o.actor_id and t.level = o.level;`;
  await lifted('add_directory_of_parts', addParts);
  await lifted('drop_directory_of_parts', dropParts);
  await lifted('change_directory_of_parts', `${dropParts}${addParts}`);
  await sql`create trigger add_directory_of_parts after insert on profile_part referencing new table as added for each statement execute function add_directory_of_parts()`.execute(db);
  await sql`create trigger drop_directory_of_parts after delete on profile_part referencing old table as gone for each statement execute function drop_directory_of_parts()`.execute(db);
  await sql`create trigger change_directory_of_parts after update on profile_part referencing old table as gone new table as added for each statement execute function change_directory_of_parts()`.execute(db);

  await lifted('add_directory_words', `
        insert into directory_word select distinct n.word from added n where n.level = 'public' order by 1 on conflict do nothing;`);
  await sql`create trigger add_directory_words after insert on person_word referencing new table as added for each statement execute function add_directory_words()`.execute(db);
  await lifted('drop_directory_words', `
        delete from directory_word d using (select distinct o.word from gone o where o.level = 'public') o
        where d.word = o.word and not exists (select from person_word p where p.word = o.word and p.level = 'public');`);
  await sql`create trigger drop_directory_words after delete on person_word referencing old table as gone for each statement execute function drop_directory_words()`.execute(db);
}

/** Until now everything was for everybody, and stays so until its owner says otherwise. */
async function moveWhatThereIs(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await sql`update actor set name = name`.execute(db);
  await sql`
    insert into profile_part (actor_id, level, audience_id, job_title, about)
    select id, 'public', 1, job_title, nullif(summary, '') from actor where type = 'person' and (job_title is not null or summary <> '')`.execute(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
  const people = sql`where type = 'person' and domain is null and deleted_at is null`;
  await sql`create index actor_directory on actor (sort_name, id) ${people}`.execute(db);
  await sql`create index actor_directory_newest on actor (created_at desc, id desc) ${people}`.execute(db);
  await sql`create index actor_directory_organisation on actor (organisation_id, sort_name, id) ${people}`.execute(db);
  await sql`drop index if exists actor_type_name`.execute(db);
}
