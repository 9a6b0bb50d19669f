// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { keyList, kindKey, monthKey, titleKey, typeMarks, wordKey } from '../../server/search/words/keys.ts';
import { readWords, stemsOf } from '../../server/search/words/read-words.ts';
import { soundOf } from '../../server/search/words/sound.ts';
import { stemOf } from '../../server/search/words/stem.ts';
import { familyNames, functions, givenNames, kindsOfPlace, neverTogether, oneOf, regions, sentence, subjects, themes } from './vocabulary.ts';

const RARE = 'bloedingsziekte';
const EVERY = 10_000;
/** Other words of the language, so that likenesses are looked for among many. */
const OTHER_WORDS = 20_000;

/** Questions of the kinds that cost differently; the rare word stands in one post of ten thousand. */
export const searches = {
  'word of every post': 'omgevingsvergunning',
  'rare word': RARE,
  'part of a rare compound': 'ziekte',
  'part of thirty compounds': 'plan',
  'typing error': 'bloedingszeikte',
  'two words': 'jeugdzorg wijkraad',
  'two common words that never meet': neverTogether.join(' '),
  'name of a person': 'sanne hazelhorst',
  'name of a place': 'netwerk energietransitie',
} as const;
export type SearchKind = keyof typeof searches;

/** What the n-th post is about, as SQL: a theme, a subject, and one of two words that never meet. */
export function about(n: string): string {
  return `${themeOf(n)} || ' ' || ${subjectOf(n)} || ' ' || ${sideOf(n)}`;
}

const themeOf = (n: string): string => oneOf(themes, `${n} * 47`, true);
const subjectOf = (n: string): string => oneOf(subjects, `${n} * 53`);
const sideOf = (n: string): string => oneOf(neverTogether, `${n} * 59`);

/** The words that exist, and the people and places among what can be found. Once, for what is copied. */
export async function fillActorsForSearch(client: pg.Client): Promise<void> {
  const texts = [sentence, RARE, ...neverTogether, ...subjects, ...themes, ...regions, ...kindsOfPlace, ...functions, ...givenNames, ...familyNames, 'Gemeente', 'Hier werken we samen aan en in', 'raadslid ambtenaar inwoner wethouder griffier', 'vraag'];
  const known = [...new Map(texts.flatMap(readWords).map((each) => [each.word, each])).values()];
  await client.query('create table bench_word (word text primary key, key bigint, title_key bigint, words tsvector)');
  await client.query(
    `insert into bench_word select w, k, t, to_tsvector('dutch', w) from unnest($1::text[], $2::bigint[], $3::bigint[]) n (w, k, t)`,
    [known.map((each) => each.word), keyList(known.map((each) => wordKey(each.stem))), keyList(known.map((each) => titleKey(each.stem)))],
  );
  await client.query(
    `insert into search_word (word, open, sound, stem_sound, stem_key) select w, true, s, t, k from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) n (w, s, t, k)`,
    [known.map((each) => each.word), known.map((each) => soundOf(each.word)), known.map((each) => soundOf(stemOf(each.word))), keyList(known.map((each) => wordKey(each.stem)))],
  );
  await client.query(`
    insert into search_word (word, open, sound, stem_sound, stem_key)
      select word, true, word, word, n from (select n, translate(to_hex(hashint8(n)::bigint & 4294967295) || to_hex(n), '0123456789', 'ghijklmnop') as word from generate_series(1, ${OTHER_WORDS}) n) w;
    insert into search_part (part, open, word) select distinct substr(word, start), open, word from search_word cross join lateral generate_series(1, greatest(1, length(word) - 3)) start;
    drop index search_entry_keys;
    truncate search_waiting;
    insert into search_entry (of_actor, keys)
      select a.id, array[a.audience_id] || search_blocks(a.n) || array[search_mark(a.id), case a.type when 'person' then ${typeMarks.person} when 'building' then ${typeMarks.building} else ${typeMarks.group} end]
        || case when p.parent_id is null then '{}' else array[search_mark(p.parent_id)] end
        || array(select b.title_key from bench_word b where b.word = any(words_of(a.name))) || array(select distinct b.key from bench_word b where b.word = any(words_of(concat_ws(' ', a.name, a.job_title, a.work_role, o.name, a.summary))))
      from (select *, row_number() over (order by id) as n from actor where type in ('person', 'building', 'group')) a
      left join organisation o on o.id = a.organisation_id left join place p on p.id = a.id order by a.n;
    create index bare_name on actor using gin (name gin_trgm_ops)`);
}

/**
 * The index of what is filled in by the thousand, as `server/search/index-things.ts` would make it one by one, and beside it a
 * plain full-text index on the same rows for the bare stack.
 */
export async function fillSearch(client: pg.Client): Promise<void> {
  const now = new Date();
  const keys = [...[...stemsOf(readWords(sentence))].map(wordKey), kindKey('message'), monthKey(now.getUTCFullYear(), now.getUTCMonth())];
  const rare = [wordKey(stemOf(RARE))];
  const titled = [titleKey(stemOf('vraag')), wordKey(stemOf('vraag'))];
  await client.query(`
    set maintenance_work_mem = '512MB';
    create temp table numbered_post as select id, row_number() over (order by published_at, id) as n from post;
    update post set text = text || ' ${RARE}' where id in (select id from numbered_post where n % ${EVERY} = 7);
    create temp table told as
      select m.id, array[one.key, two.key, three.key] as keys, one.words || two.words || three.words as words
      from (select id, string_to_array(lower(unaccent(about)), ' ') as said from made) m
      join bench_word one on one.word = m.said[1] join bench_word two on two.word = m.said[2] join bench_word three on three.word = m.said[3]`);
  await client.query(`
    insert into search_entry (of_post, keys)
      select p.id, p.audience_id || search_blocks(n.n + before.count) || array[search_mark(p.place_id), search_mark(p.author_id), case when p.root_id is null then ${typeMarks.thread} else ${typeMarks.reply} end] || '${keyList(keys)}'::bigint[]
        || case when n.n % ${EVERY} = 7 then '${keyList(rare)}'::bigint[] else '{}' end || case when p.title is not null then '${keyList(titled)}'::bigint[] else '{}' end || coalesce(t.keys, '{}')
      from post p join numbered_post n on n.id = p.id left join told t on t.id = p.id cross join (select count(*) as count from search_entry) before order by n.n;
    create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off);
    create table bare_words (post_id uuid, audience_id bigint, words tsvector);
    insert into bare_words select p.id, p.audience_id, s.words || coalesce(t.words, '') || case when n.n % ${EVERY} = 7 then to_tsvector('dutch', '${RARE}') else '' end || case when p.title is null then '' else to_tsvector('dutch', p.title) end
      from post p join numbered_post n on n.id = p.id left join told t on t.id = p.id cross join (select to_tsvector('dutch', '${sentence}') as words) s;
    create index on bare_words using gin (words)`);
}
