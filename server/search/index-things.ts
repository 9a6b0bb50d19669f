// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { keyList, kindKey, monthKey, titleKey, typeMarks, wordKey } from './words/keys.ts';
import { readWords, stemsOf, type Word } from './words/read-words.ts';
import { soundOf } from './words/sound.ts';

/** What somebody may be looking for, as it is put into the index. */
interface Thing {
  ofPost: string | null;
  ofActor: string | null;
  audienceId: number;
  title: string;
  /** What stands beside the title as a second name: labels, a handle. */
  besides: string;
  text: string;
  /** Marks of place, author and the like, as SQL would make them of ids. */
  ids: string[];
  marks: bigint[];
}

/** More words than this are not looked at; the first are kept. */
const LONGEST_TEXT = 60_000;
export const INDEXED_AT_ONCE = 200;

/** Indexes up to {@link INDEXED_AT_ONCE} things of those that wait. As the system. @returns how many it took. */
export async function indexWaiting(trx: Trx): Promise<number> {
  const { rows } = await sql<{ of_post: string | null; of_actor: string | null }>`
    delete from search_waiting where no in (select no from search_waiting order by no limit ${INDEXED_AT_ONCE} for update skip locked)
    returning of_post, of_actor`.execute(trx);
  await indexThings(trx, { posts: rows.flatMap((row) => row.of_post ?? []), actors: rows.flatMap((row) => row.of_actor ?? []) });
  return rows.length;
}

/** Puts these things into the index as they are now, or takes them out where they are gone. As the system; running twice does nothing more. */
export async function indexThings(trx: Trx, { posts, actors }: { posts: readonly string[]; actors: readonly string[] }): Promise<void> {
  const things = [...(posts.length === 0 ? [] : await readPosts(trx, posts)), ...(actors.length === 0 ? [] : await readActors(trx, actors))];
  const there = new Set(things.map((thing) => thing.ofPost ?? thing.ofActor));
  const gone = [...posts, ...actors].filter((id) => !there.has(id));
  const before = await keysBefore(trx, [...posts, ...actors]);
  if (gone.length > 0) await sql`delete from search_entry where of_post = any(${gone}::uuid[]) or of_actor = any(${gone}::uuid[])`.execute(trx);
  const words = new Map<string, { word: string; stem: string; open: boolean }>();
  const entries = things.map((thing) => entryOf(thing, words));
  if (entries.length > 0) {
    await sql`
      insert into search_entry (no, of_post, of_actor, keys)
      select e.no, e.of_post, e.of_actor, e.audience_id || search_blocks(e.no) || array(select search_mark(id) from unnest(e.ids::uuid[]) id) || e.keys::bigint[]
      from (
        select coalesce(old.no, nextval(pg_get_serial_sequence('search_entry', 'no'))) as no, n.*
        from unnest(${entries.map((each) => each.ofPost)}::uuid[], ${entries.map((each) => each.ofActor)}::uuid[], ${entries.map((each) => each.audienceId)}::bigint[],
          ${entries.map((each) => `{${each.ids.join(',')}}`)}::text[], ${entries.map((each) => keyList(each.keys))}::text[]) with ordinality as n (of_post, of_actor, audience_id, ids, keys, place)
        left join search_entry old on old.of_post = n.of_post or old.of_actor = n.of_actor
        order by n.place) e
      on conflict (no) do update set keys = excluded.keys where search_entry.keys <> excluded.keys`.execute(trx);
    await keepWords(trx, [...words.values()]);
  }
  const still = new Set(entries.flatMap((each) => [...each.keys].map(String)));
  await forgetWords(trx, before.filter((key) => !still.has(key)));
}

function entryOf(thing: Thing, words: Map<string, { word: string; stem: string; open: boolean }>): { ofPost: string | null; ofActor: string | null; audienceId: number; ids: string[]; keys: Set<bigint> } {
  const title = readWords(thing.title);
  const all = [...title, ...readWords(thing.besides), ...readWords(thing.text.slice(0, LONGEST_TEXT))];
  const keys = new Set<bigint>(thing.marks);
  for (const stem of stemsOf(title)) keys.add(titleKey(stem));
  for (const stem of stemsOf(all)) keys.add(wordKey(stem));
  const open = thing.audienceId === PUBLIC_AUDIENCE;
  for (const { word, stem } of all) if (isKept(word)) words.set(`${word} ${open}`, { word, stem, open });
  return { ofPost: thing.ofPost, ofActor: thing.ofActor, audienceId: thing.audienceId, ids: thing.ids, keys };
}

/** Numbers are not mistyped for each other, and two letters are like everything. */
function isKept(word: Word['word']): boolean {
  return word.length >= 3 && word.length <= 40 && /^[a-z]/.test(word);
}

async function readPosts(trx: Trx, ids: readonly string[]): Promise<Thing[]> {
  const { rows } = await sql<{ id: string; audience_id: number; title: string | null; text: string; kind: string; place_id: string; group_id: string | null; author_id: string; root_id: string | null; published_at: Date; tags: string[] }>`
    select p.id, p.audience_id, p.title, p.text, p.kind, p.place_id, p.group_id, p.author_id, p.root_id, p.published_at, array(select t.tag from post_tag t where t.post_id = p.id) as tags
    from post p where p.id = any(${[...ids]}::uuid[]) and p.deleted_at is null order by p.published_at, p.id`.execute(trx);
  return rows.map((row) => ({
    ofPost: row.id,
    ofActor: null,
    audienceId: row.audience_id,
    title: row.title ?? '',
    besides: row.tags.join(' '),
    text: row.text,
    ids: [row.place_id, row.author_id, ...(row.group_id === null ? [] : [row.group_id])],
    marks: [row.root_id === null ? typeMarks.thread : typeMarks.reply, kindKey(row.kind), monthKey(row.published_at.getUTCFullYear(), row.published_at.getUTCMonth())],
  }));
}

/** Of a person what everybody may see; what is shared with fewer is for the directory of people. */
async function readActors(trx: Trx, ids: readonly string[]): Promise<Thing[]> {
  const { rows } = await sql<{ id: string; audience_id: number; type: 'person' | 'building' | 'group'; name: string; handle: string; summary: string; job_title: string | null; work_role: string | null; organisation: string | null; parent_id: string | null; themes: string | null }>`
    select a.id, a.audience_id, a.type, a.name, a.handle::text as handle, a.summary, a.job_title, a.work_role, o.name as organisation, p.parent_id,
      (select string_agg(t.name, ', ') from actor_theme at join theme t on t.id = at.theme_id where at.actor_id = a.id and at.level = 'public') as themes
    from actor a left join organisation o on o.id = a.organisation_id left join place p on p.id = a.id
    where a.id = any(${[...ids]}::uuid[]) and a.type in ('person', 'building', 'group') and a.domain is null and a.deleted_at is null and p.deleted_at is null order by a.id`.execute(trx);
  return rows.map((row) => ({
    ofPost: null,
    ofActor: row.id,
    audienceId: row.audience_id,
    title: row.name,
    besides: row.handle,
    text: [row.job_title, row.work_role, row.organisation, row.themes, row.summary].filter((each) => each !== null).join('\n'),
    ids: [row.id, ...(row.parent_id === null ? [] : [row.parent_id])],
    marks: [typeMarks[row.type]],
  }));
}

/** New words, and what they are made of from their fourth letter from the end. In one order, so that two who do this at once wait for each other. */
async function keepWords(trx: Trx, words: readonly { word: string; stem: string; open: boolean }[]): Promise<void> {
  if (words.length === 0) return;
  const sorted = [...words].sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : Number(a.open) - Number(b.open)));
  await sql`
    with fresh as (
      insert into search_word (word, open, sound, stem_sound, stem_key)
      select n.word, n.open, n.sound, n.stem_sound, n.stem_key
      from unnest(${sorted.map((each) => each.word)}::text[], ${sorted.map((each) => each.open)}::boolean[], ${sorted.map((each) => soundOf(each.word))}::text[], ${sorted.map((each) => soundOf(each.stem))}::text[], ${keyList(sorted.map((each) => wordKey(each.stem)))}::bigint[]) with ordinality as n (word, open, sound, stem_sound, stem_key, place)
      where not exists (select from search_word known where known.word = n.word collate "C" and known.open = n.open)
      order by n.place
      on conflict do nothing returning word, open)
    insert into search_part (part, open, word)
    select distinct substr(fresh.word, start), fresh.open, fresh.word from fresh cross join lateral generate_series(1, greatest(1, length(fresh.word) - 3)) start
    on conflict do nothing`.execute(trx);
}

async function keysBefore(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct key::text as key from search_entry e cross join lateral unnest(e.keys) key
    where (e.of_post = any(${[...ids]}::uuid[]) or e.of_actor = any(${[...ids]}::uuid[])) and key >= ${(1n << 60n).toString()}::bigint`.execute(trx);
  return rows.map((row) => row.key);
}

/** Of what was deleted or written anew no word stays behind that stands nowhere else. */
async function forgetWords(trx: Trx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from search_word w where w.stem_key = any(${`{${keys.join(',')}}`}::bigint[])
      and not exists (select from search_entry e where e.keys && array[w.stem_key])`.execute(trx);
}

/** Once in a while, for what went along with a place or a person that was purged. As the system. */
export async function forgetUnusedWords(trx: Trx): Promise<void> {
  await sql`
    delete from search_word w using (
      select key from (select distinct stem_key as key from search_word) k where not exists (select from search_entry e where e.keys && array[k.key])) unused
    where w.stem_key = unused.key`.execute(trx);
}
