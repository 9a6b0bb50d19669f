// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * As in 30, with the conditions in another order: the block first, then the type, the place and the like, then the words, and who may
 * read it last. The index goes from one condition to the next in the order in which they are written, and back to the first for every
 * entry that one of them has not: with two common words in front it walked through all that either of them has, however near the block.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function search_candidates(ways jsonb, readers bigint[], marks text[], enough integer, most integer)
    returns table (no bigint, way integer) language plpgsql as $$
    declare
      newest bigint := (select max(e.no) from search_entry e);
      shifts integer[] := array[8, 11, 14, 17];
      seen bigint[] := '{}';
      step bigint[];
      marked text := (select coalesce(string_agg(format('e.keys && %L::bigint[]', list), ' and ' order by place), 'true') from unnest(marks) with ordinality as wanted (list, place));
      readable text := format(case when cardinality(readers) > 40 then ' and e.keys[1] = any (%L::bigint[])' else ' and e.keys && %L::bigint[]' end, readers);
      fits text;
      within text;
    begin
      for w in 0 .. jsonb_array_length(ways) - 1 loop
        continue when cardinality(seen) >= (ways -> w ->> 'below')::integer;
        select marked || ' and ' || string_agg(format('e.keys && %L::bigint[]', list), ' and ' order by place) || readable into fits
        from jsonb_array_elements_text(ways -> w -> 'sets') with ordinality as wanted (list, place);
        for stage in 1 .. 5 loop
          -- What the next two blocks hold is everything there is.
          continue when stage < 5 and newest >> shifts[stage] < 2;
          within := case when stage = 5 then '' else format('e.keys && %L::bigint[] and ',
            array[-(stage::bigint << 55) - (newest >> shifts[stage]), -(stage::bigint << 55) - (newest >> shifts[stage]) + 1]) end;
          execute 'select coalesce(array_agg(e.no order by e.no desc), ''{}'') from search_entry e where ' || within || fits into step;
          exit when cardinality(step) >= enough;
        end loop;
        return query select found.no, w from unnest(step[1:most]) found (no) where found.no <> all (seen);
        seen := seen || step[1:most];
      end loop;
    end $$`.execute(db);
}
