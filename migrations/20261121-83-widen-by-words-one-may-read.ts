// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Words that are like those asked for, as in 30; but of those that stand in nothing public only the ones that stand in something the
 * asker may read. What somebody finds, and does not find, hangs on nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop function search_words_near(text[], integer[], text[], bigint[], boolean)`.execute(db);
  // A word that is public as well has a row of its own for that; only the rest is looked up among what may be read.
  await sql`
    create function search_word_is_for(asked text, key bigint, readers bigint[]) returns boolean language sql stable as $$
      select not exists (select from search_word o where o.word = asked collate "C" and o.open)
        and exists (select from search_entry e where e.keys && array[key] and e.keys[1] = any (readers)) $$`.execute(db);
  await sql`
    create function search_words_near(parts text[], sound_n integer[], sounds text[], wholes bigint[], readers bigint[])
    returns table (n integer, word text, how text) language plpgsql as $$
    declare
      before text := coalesce(current_setting('plein.system', true), '');
      more boolean := readers <> array[1::bigint];
    begin
      perform set_config('plein.system', 'on', true);
      return query
        select asked.n::integer, near.word::text, 'part'
        from unnest(parts) with ordinality asked (part, n)
        cross join unnest(case when more then array[true, false] else array[true] end) tier (open)
        cross join lateral (
          select p.word
          from (
            select p.word, p.part from search_part p
            where p.open = tier.open and p.part >= asked.part collate "C" and p.part < (asked.part || '~') collate "C"
            order by p.part limit case when tier.open then 300 else 100 end) p
          where (length(asked.part) > 4 or exists (
            select from search_word k where (k.open or (more and search_word_is_for(k.word, k.stem_key, readers))) and (
              (starts_with(p.word, asked.part) and k.word in (substr(p.word, length(asked.part) + 1), substr(p.word, length(asked.part) + 2)))
              or (p.part = asked.part and k.word in (left(p.word, -length(p.part)), left(p.word, -length(p.part) - 1))))))
            and (tier.open or exists (select from search_word own where own.word = p.word collate "C" and not own.open and search_word_is_for(own.word, own.stem_key, readers)))
          limit 40) near
        union
        select asked.n, near.word::text, 'sound'
        from unnest(sound_n, sounds) asked (n, sound)
        join search_word near on near.sound = asked.sound collate "C" and (near.open or (more and search_word_is_for(near.word, near.stem_key, readers)))
        union
        select asked.n, near.word::text, 'sound'
        from unnest(sound_n, sounds) asked (n, sound)
        join search_word near on near.stem_sound = asked.sound collate "C" and (near.open or (more and search_word_is_for(near.word, near.stem_key, readers)))
        union
        select 0, near.word::text, 'whole' from search_word near where near.stem_key = any(wholes) and (near.open or (more and search_word_is_for(near.word, near.stem_key, readers)));
      perform set_config('plein.system', before, true);
    end $$`.execute(db);
}
