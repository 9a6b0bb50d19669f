// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

const MOST_MEANT = 60;

/**
 * Which places may be meant by a name that is being typed.
 *
 * Behind row-level security no trigram index is used, so the search lifts the lock for its own duration, holds to
 * the audiences of who asks, and gives ids only: what is shown of the places is read under both locks.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // With the dictionary named, unaccent gives the same for ever; PostgreSQL only takes such a function into an index.
  await sql`
    create function plein_plain(words text) returns text language sql immutable strict parallel safe
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$`.execute(db);
  await sql`
    create function plein_initials(words text) returns text language sql immutable strict parallel safe
    as $$ select coalesce(string_agg(left(word, 1), '' order by n), '') from regexp_split_to_table(public.plein_plain(words), '[^[:alnum:]]+') with ordinality as each (word, n) $$`.execute(db);
  await sql`create index actor_place_initials on actor using gin (plein_initials(name) gin_trgm_ops) where type in ('building', 'group')`.execute(db);
  await sql`create index actor_place_words on actor using gin (plein_plain(name || ' ' || summary) gin_trgm_ops) where type in ('building', 'group')`.execute(db);
  await sql`create index actor_place_name on actor using gin (plein_plain(name) gin_trgm_ops) where type in ('building', 'group')`.execute(db);

  // `pieces` are looked for as they are, in name and summary; `wanted` may hold slips of the pen. Planned at each call: how
  // many places there are, and how rare the words, decides the way.
  await sql`
    create function places_like(wanted text, pieces text[]) returns table (place_id uuid)
    language plpgsql as $$
    declare
      before text := coalesce(current_setting('plein.system', true), '');
      mine bigint[] := plein_audiences();
    begin
      perform set_config('plein.system', 'on', true), set_config('pg_trgm.similarity_threshold', '0.35', true), set_config('pg_trgm.word_similarity_threshold', '0.5', true);
      return query execute $sql$
        select p.id
        from actor a join place p on p.id = a.id
        where a.type in ('building', 'group') and a.deleted_at is null and p.deleted_at is null
          and (plein_plain(a.name) % $1 or $1 <% plein_plain(a.name) or plein_plain(a.name || ' ' || a.summary) like any ($2) or plein_initials(a.name) like any ($2))
          and (p.audience_id = any ($3) or p.members_audience_id = any ($3))
        order by greatest(similarity(plein_plain(a.name), $1), word_similarity($1, plein_plain(a.name)))
          + 0.3 * (select count(*) from unnest($2) piece where plein_plain(a.name) like piece) desc, p.id
        limit ${sql.lit(MOST_MEANT)} $sql$ using wanted, array(select '%' || piece || '%' from unnest(pieces) piece), mine;
      perform set_config('plein.system', before, true);
    end $$`.execute(db);
}
