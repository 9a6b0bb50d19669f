// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

const MOST_MEANT = 60;

/** As in 70, and for the groups of one building: among thousands of groups of one name those next door are not the first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop function places_like(text, text[])`.execute(db);
  // `pieces` are looked for as they are, in name and summary; `wanted` may hold slips of the pen. Planned at each call: how
  // many places there are, and how rare the words, decides the way.
  await sql`
    create function places_like(wanted text, pieces text[], within uuid) returns table (place_id uuid)
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
          and ($4 is null or p.parent_id = $4)
        order by greatest(similarity(plein_plain(a.name), $1), word_similarity($1, plein_plain(a.name)))
          + 0.3 * (select count(*) from unnest($2) piece where plein_plain(a.name) like piece) desc, p.id
        limit ${sql.lit(MOST_MEANT)} $sql$ using wanted, array(select '%' || piece || '%' from unnest(pieces) piece), mine, within;
      perform set_config('plein.system', before, true);
    end $$`.execute(db);
}
