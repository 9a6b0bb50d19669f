// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

const MOST_MEANT = 60;
/** Of words that hold one piece, and of places that have one word: beyond these a name says nothing. */
const MOST_WORDS = 200;
const MOST_PLACES = 4_000;

/**
 * The words of names and summaries of places, so that what is like a name is looked up instead of every place being held against it
 * (docs/decisions/0016-places-by-their-words.md). All by equality or from a letter on: behind a lock no trigram index is used, and
 * lifting it does not help, because the condition of the policy stays in the plan. Both tables are the system's only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A word with ^ before it stands for the first letters of a name. `name_words`: how many words the name has.
  await sql`
    create table place_word (
      word text collate "C" not null,
      place_id uuid not null references actor on delete cascade,
      named boolean not null,
      name_words smallint not null,
      primary key (word, place_id)
    )`.execute(db);
  await sql`create index place_word_place on place_word (place_id)`.execute(db);
  // Each word from every letter on, so that what stands within it is a beginning.
  await sql`
    create table place_word_part (
      part text collate "C" not null,
      word text collate "C" not null,
      primary key (part, word)
    )`.execute(db);
  await sql`create index place_word_part_word on place_word_part (word)`.execute(db);
  for (const table of ['place_word', 'place_word_part']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    await sql`create policy reading on ${sql.table(table)} using ((select plein_is_system()))`.execute(db);
  }
  await keepWords(db);
  await findPlaces(db);
}

async function keepWords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function words_in_order(words text) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(left(w, 60) order by n) filter (where w <> ''), '{}')
      from regexp_split_to_table(regexp_replace(public.plein_plain(left(words, 500)), '[''’‘\`.]', '', 'g'), '[^[:alnum:]]+') with ordinality as each (w, n)
    $$`.execute(db);
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
  const add = `
        insert into place_word (word, place_id, named, name_words)
          select w.word, n.id, bool_or(w.named), greatest(1, cardinality(words_in_order(n.name)))
          from added n cross join lateral (
            select unnest(words_in_order(n.name)) as word, true as named
            union all select '^' || left(plein_initials(left(n.name, 500)), 12), true
            union all select unnest(words_in_order(n.summary)), false) w
          where n.type in ('building', 'group') group by w.word, n.id, n.name order by 1, 2 on conflict do nothing;
        insert into place_word_part (part, word)
          select distinct case when w.word like '^%' then '^' || substr(w.word, start + 1) else substr(w.word, start) end, w.word
          from added n join place_word w on w.place_id = n.id cross join lateral generate_series(1, greatest(1, length(w.word) - 2)) start
          order by 1, 2 on conflict do nothing;`;
  await lifted('add_words_of_places', add);
  await lifted('change_words_of_places', `
        if not exists (select from added n join gone o on o.id = n.id where n.type in ('building', 'group') and (n.name <> o.name or n.summary <> o.summary)) then
          perform set_config('plein.system', before, true);
          return null;
        end if;
        delete from place_word w using added n join gone o on o.id = n.id where w.place_id = n.id and (n.name <> o.name or n.summary <> o.summary);
        ${add}`);
  await lifted('drop_words_of_places', `
        delete from place_word_part p using (select distinct word from gone) o
        where p.word = o.word and not exists (select from place_word w where w.word = o.word);`);
  // What there is already.
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await sql.raw(add.replaceAll('added n', 'actor n')).execute(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
  await sql`create trigger add_words_of_places after insert on actor referencing new table as added for each statement execute function add_words_of_places()`.execute(db);
  await sql`create trigger change_words_of_places after update on actor referencing old table as gone new table as added for each statement execute function change_words_of_places()`.execute(db);
  await sql`create trigger drop_words_of_places after delete on place_word referencing old table as gone for each statement execute function drop_words_of_places()`.execute(db);
}

/**
 * Lifts the lock for its own duration, holds to the audiences of who asks, and gives ids only. `n` says which of the typed words a
 * piece is of, `worth` how much of it; a piece counts in words of `shortest` to `longest` letters, and where `typed` is given in those
 * that look like it. `whole` are words as they are: each typed word is among them.
 */
async function findPlaces(db: Kysely<unknown>): Promise<void> {
  await sql`drop function places_like(text, text[], uuid)`.execute(db);
  for (const index of ['actor_place_initials', 'actor_place_words', 'actor_place_name']) await sql`drop index ${sql.ref(index)}`.execute(db);
  await sql`
    create function places_like(n integer[], piece text[], shortest integer[], longest integer[], typed text[], worth float8[], whole_n integer[], whole text[], whole_worth float8[], within uuid)
    returns table (place_id uuid) language plpgsql as $$
    declare
      before text := coalesce(current_setting('plein.system', true), '');
      mine bigint[] := plein_audiences();
      asked float8 := (select count(distinct each) from unnest(whole_n) each);
    begin
      perform set_config('plein.system', 'on', true);
      return query execute $sql$
        with meant as materialized (
          select m.n, m.word, max(m.worth) as worth
          from (
            select a.n, near.word, a.worth
            from unnest($1, $2, $3, $4, $5, $6) as a (n, piece, shortest, longest, typed, worth)
            cross join lateral (
              select p.word from place_word_part p
              where p.part >= a.piece collate "C" and p.part < (a.piece || chr(1114111)) collate "C" and length(p.word) between a.shortest and a.longest
                and (a.typed is null or similarity(p.word, a.typed) >= 0.25)
              limit ${sql.lit(MOST_WORDS)}) near
            union all select * from unnest($7, $8, $9)) m (n, word, worth)
          group by m.n, m.word),
        found as (
          select w.place_id, m.n, max(m.worth * case when w.named then 1 else 0.5 end) as worth, max(w.name_words) as name_words
          from meant m cross join lateral (select * from place_word w where w.word = m.word collate "C" limit ${sql.lit(MOST_PLACES)}) w
          group by w.place_id, m.n)
        select p.id
        from (select f.place_id, 2 * sum(f.worth) / ($10 + max(f.name_words)) as score from found f group by f.place_id) f
        join place p on p.id = f.place_id
        where p.deleted_at is null and p.kind in ('building', 'group') and (p.audience_id = any ($11) or p.members_audience_id = any ($11)) and ($12 is null or p.parent_id = $12)
        order by f.score desc, p.id limit ${sql.lit(MOST_MEANT)} $sql$ using n, piece, shortest, longest, typed, worth, whole_n, whole, whole_worth, asked, mine, within;
      perform set_config('plein.system', before, true);
    end $$`.execute(db);
}
