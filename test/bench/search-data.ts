// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { keyList, kindKey, monthKey, titleKey, typeMarks, wordKey } from '../../server/search/words/keys.ts';
import { readWords, stemsOf } from '../../server/search/words/read-words.ts';
import { soundOf } from '../../server/search/words/sound.ts';
import { stemOf } from '../../server/search/words/stem.ts';

/** Questions of the kinds that cost differently; the rare ones stand in one post of ten thousand. */
export const searches = {
  'common word': 'omgevingsvergunning',
  'rare word': 'bloedingsziekte',
  compound: 'ziekte',
  'typing error': 'bloedingszeikte',
} as const;
export type SearchKind = keyof typeof searches;

const RARE = 'bloedingsziekte';
const EVERY = 10_000;
/** Other words of the language, so that likenesses are looked for among many. */
const OTHER_WORDS = 20_000;

/**
 * The index of what is filled in by the thousand, as `server/search/index-things.ts` would make it one by one, and beside it a
 * plain full-text index on the same rows for the bare stack.
 */
export async function fillSearch(client: pg.Client, words: string): Promise<void> {
  const stems = stemsOf(readWords(words));
  const now = new Date();
  const keys = [...[...stems].map(wordKey), kindKey('message'), monthKey(now.getUTCFullYear(), now.getUTCMonth())];
  const rare = [wordKey(stemOf(RARE))];
  const titled = [titleKey(stemOf('vraag')), wordKey(stemOf('vraag'))];
  await client.query(`
    set maintenance_work_mem = '512MB';
    drop index search_entry_keys;
    truncate search_waiting;
    update post set text = text || ' ${RARE}' where id in (select id from (select id, row_number() over (order by published_at, id) as n from post) p where n % ${EVERY} = 7);
    insert into search_entry (of_post, keys)
      select id, audience_id || search_blocks(n) || array[search_mark(place_id), search_mark(author_id), case when root_id is null then ${typeMarks.thread} else ${typeMarks.reply} end] || '${keyList(keys)}'::bigint[]
        || case when n % ${EVERY} = 7 then '${keyList(rare)}'::bigint[] else '{}' end || case when title is not null then '${keyList(titled)}'::bigint[] else '{}' end
      from (select *, row_number() over (order by published_at, id) as n from post) p order by n;
    create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off);
    create table bare_words (post_id uuid, audience_id bigint, words tsvector);
    create temp table distinct_text as select text, to_tsvector('dutch', text) as words from (select distinct text from post) t;
    insert into bare_words select p.id, p.audience_id, d.words from post p join distinct_text d on d.text = p.text;
    create index on bare_words using gin (words)`);
  const known = [...new Set([...readWords(words).map((each) => each.word), RARE])].map((word) => ({ word, sound: soundOf(word), stemSound: soundOf(stemOf(word)), key: wordKey(stemOf(word)) }));
  await client.query(
    `insert into search_word (word, open, sound, stem_sound, stem_key) select w, true, s, t, k from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) n (w, s, t, k)`,
    [known.map((each) => each.word), known.map((each) => each.sound), known.map((each) => each.stemSound), keyList(known.map((each) => each.key))],
  );
  await client.query(`
    insert into search_word (word, open, sound, stem_sound, stem_key)
      select word, true, word, word, n from (select n, translate(to_hex(hashint8(n)::bigint & 4294967295) || to_hex(n), '0123456789', 'ghijklmnop') as word from generate_series(1, ${OTHER_WORDS}) n) w;
    insert into search_part (part, open, word) select distinct substr(word, start), open, word from search_word cross join lateral generate_series(1, length(word) - 3) start;
    analyze search_entry, search_word, search_part, bare_words`);
}
