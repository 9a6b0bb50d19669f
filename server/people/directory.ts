// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { decodeCursor, decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { isUuid } from '../platform/ids.ts';
import { type Person, peopleQuery, withWhatTheyShare } from './queries.ts';
import type { PeopleFilters, peopleSorts } from './schemas.ts';
import { sharedWith } from './sharing.ts';
import { themeByAnyName } from './themes.ts';

export interface PeopleSearch extends PeopleFilters {
  sort?: (typeof peopleSorts)[number];
  limit?: number;
  cursor?: string;
}

const MOST_WORDS = 6;
/** So many at most are put in order of likeness for one word; more share it than anybody reads. */
const MOST_FOUND = 2_000;

/** Of an organisation or theme that there is not. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** Each narrows the list by itself; null where nothing is asked. Of `actor a`. */
export interface Conditions {
  words: RawBuilder<boolean> | null;
  organisation: RawBuilder<boolean> | null;
  portfolio: RawBuilder<boolean> | null;
  expertise: RawBuilder<boolean> | null;
  workRole: RawBuilder<boolean> | null;
  region: RawBuilder<boolean> | null;
  language: RawBuilder<boolean> | null;
}

/** What somebody asks for, as conditions on what the viewer may see of people: a field that is not shared with them finds nobody. */
export async function conditionsOf(trx: Trx, viewer: Viewer, wanted: PeopleFilters): Promise<Conditions> {
  const { organisation, workRole, region, language } = wanted;
  const trait = (kind: string, value: string | undefined) =>
    value === undefined || value === ''
      ? null
      : sql<boolean>`a.id in (select r.actor_id from person_trait r where r.kind = ${kind} and r.value = ${value} and ${sharedWith(viewer, 'r')})`;
  return {
    words: await wordsCondition(trx, viewer, wanted.q?.trim() ?? ''),
    organisation:
      organisation === undefined || organisation === ''
        ? null
        : isUuid(organisation)
          ? sql<boolean>`a.organisation_id = ${organisation}::uuid`
          : sql<boolean>`a.organisation_id = (select named.id from organisation named where lower(named.name) = lower(${organisation}))`,
    portfolio: await themeCondition(trx, viewer, 'portfolio', wanted.portfolio),
    expertise: await themeCondition(trx, viewer, 'expertise', wanted.expertise),
    workRole: trait('role', workRole),
    region: trait('region', region),
    language: trait('language', language),
  };
}

/** As {@link conditionsOf}, with the choices that are counted as what was chosen; null where nothing was. */
export async function choicesOf(trx: Trx, viewer: Viewer, wanted: PeopleFilters) {
  const { organisation, portfolio, workRole, region, language, ...rest } = wanted;
  const { words, expertise } = await conditionsOf(trx, viewer, rest);
  const others = [words, expertise].filter((each) => each !== null);
  const given = (value: string | undefined) => (value === undefined || value === '' ? null : value);
  const [organisationId, theme] = [given(organisation), given(portfolio)];
  return {
    /** Who has the words and expertise, as a condition on `actor a`; null for everybody. */
    among: others.length === 0 ? null : sql<boolean>`${sql.join(others, sql` and `)}`,
    organisation: organisationId === null ? null : isUuid(organisationId) ? organisationId : ((await sql<{ id: string }>`select id from organisation where lower(name) = lower(${organisationId})`.execute(trx)).rows[0]?.id ?? NOBODYS),
    portfolio: theme === null ? null : ((await themeByAnyName(trx, theme))?.id ?? NOBODYS),
    workRole: given(workRole),
    region: given(region),
    language: given(language),
  };
}

async function themeCondition(trx: Trx, viewer: Viewer, kind: 'portfolio' | 'expertise', named: string | undefined): Promise<RawBuilder<boolean> | null> {
  if (named === undefined || named === '') return null;
  const theme = await themeByAnyName(trx, named);
  if (theme === null) return sql<boolean>`false`;
  return sql<boolean>`a.id in (select h.actor_id from actor_theme h where h.theme_id = ${theme.id}::uuid and h.kind = ${kind} and ${sharedWith(viewer, 'h')})`;
}

interface WordFound {
  word: string;
  /** Words that people have in what everybody may see, and that look like it. */
  alike: string[];
  themes: string[];
  organisations: string[];
}

/**
 * Everybody in whom each of the words is found: in their name, function or region (a beginning, or something like it), in a theme
 * of theirs under any of its names, or in their organisation.
 */
async function wordsCondition(trx: Trx, viewer: Viewer, q: string): Promise<RawBuilder<boolean> | null> {
  if (q === '') return null;
  const handle = sql`select named.id from actor named where named.handle_key = lower(${q.replace(/^@/, '')}::text)`;
  const words = await look(trx, q);
  if (words.length === 0) return sql<boolean>`a.id in (${handle})`;
  const each = words.map((word) => sql`(${whoHas(viewer, word)})`);
  // As a list that is made first: they are few, and everybody else need not be looked at.
  return sql<boolean>`a.id = any(array((${sql.join(each, sql` intersect `)}) union (${handle})))`;
}

/** What of the vocabulary each word can stand for. None of these tables says whose a word is. */
async function look(trx: Trx, q: string): Promise<WordFound[]> {
  const { rows } = await sql<WordFound>`
    select w.word,
      array(
        select d.word from directory_word d
        where (d.word % w.word and similarity(d.word, w.word) >= case when length(w.word) <= 5 then 0.3 else 0.4 end)
          or (length(w.word) >= 4 and d.word like '%' || w.word || '%')
        order by similarity(d.word, w.word) desc, d.word limit 30) as alike,
      array(
        select distinct n.theme_id from theme_name n
        where n.key like w.word || '%' or n.key like '% ' || w.word || '%' or (length(w.word) >= 4 and (w.word <% n.key or n.key like '%' || w.word || '%')) limit 20) as themes,
      array(
        select named.id from organisation named
        where length(w.word) >= 3 and (lower(unaccent(named.name)) like w.word || '%' or lower(unaccent(named.name)) like '% ' || w.word || '%') limit 4) as organisations
    from unnest(words_of(${q})) with ordinality as w (word, n) where w.n <= ${MOST_WORDS}`.execute(trx);
  // A word that most organisations have ("gemeente") tells nothing about anybody.
  return rows.map((row) => ({ ...row, organisations: row.organisations.length > 3 ? [] : row.organisations }));
}

function whoHas(viewer: Viewer, { word, alike, themes, organisations }: WordFound): RawBuilder<unknown> {
  const found = (condition: RawBuilder<unknown>) => sql`(select w.actor_id from person_word w where ${condition} and ${sharedWith(viewer, 'w')} order by w.word, w.actor_id limit ${sql.lit(MOST_FOUND)})`;
  const ways = [found(sql`w.word >= ${word} and w.word < ${`${word}\u{10ffff}`}`)];
  if (alike.length > 0) ways.push(found(sql`w.word = any(${alike}::text[])`));
  if (themes.length > 0) ways.push(sql`(select h.actor_id from actor_theme h where h.theme_id = any(${themes}::uuid[]) and ${sharedWith(viewer, 'h')} limit ${sql.lit(MOST_FOUND)})`);
  if (organisations.length > 0) ways.push(sql`(select b.id from actor b where b.organisation_id = any(${organisations}::uuid[]) and b.type = 'person' limit ${sql.lit(MOST_FOUND)})`);
  return sql.join(ways, sql` union all `);
}

/** By name, or the latest first; with `q` the closest names first, then by name. */
export async function findPeople(trx: Trx, viewer: Viewer, search: PeopleSearch): Promise<{ items: Person[]; next: string | null }> {
  const limit = search.limit ?? DEFAULT_LIMIT;
  const conditions = await conditionsOf(trx, viewer, search);
  let query = peopleQuery(trx, viewer);
  for (const condition of Object.values(conditions) as (RawBuilder<boolean> | null)[]) if (condition !== null) query = query.where(condition);
  if (search.sort === 'newest') return newestPeople(trx, viewer, query, limit, search.cursor);

  const q = search.q?.trim() ?? '';
  const after = decodeCursor(search.cursor, ['integer', 'text', 'id']);
  const plain = sql`lower(unaccent(${q}))`;
  // From 0 (the name itself) to 1000 (nothing in common); whole numbers survive a cursor unchanged.
  const distance = sql<number>`(1000 - round(1000 * greatest(similarity(a.sort_name, ${plain}), word_similarity(${plain}, a.sort_name))))::int`;
  if (q === '' || search.sort === 'name') {
    if (after !== null) query = query.where(sql<boolean>`(a.sort_name, a.id) > (${after[1]}, ${after[2]}::uuid)`);
    const rows = await query.select('a.sort_name').orderBy('a.sort_name').orderBy('a.id').limit(limit + 1).execute();
    return shown(trx, viewer, rows, limit, (row) => [0, row.sort_name, row.actor_id]);
  }
  if (after !== null) query = query.where(sql<boolean>`(${distance}, a.sort_name, a.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`);
  const rows = await query.select(['a.sort_name', distance.as('distance')]).orderBy('distance').orderBy('a.sort_name').orderBy('a.id').limit(limit + 1).execute();
  return shown(trx, viewer, rows, limit, (row) => [row.distance, row.sort_name, row.actor_id]);
}

async function newestPeople(trx: Trx, viewer: Viewer, query: ReturnType<typeof peopleQuery>, limit: number, cursor: string | undefined) {
  const after = decodeMomentCursor(cursor);
  const past = after === null ? query : query.where(sql<boolean>`(a.created_at, a.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`);
  const rows = await past.orderBy('a.created_at', 'desc').orderBy('a.id', 'desc').limit(limit + 1).execute();
  return shown(trx, viewer, rows, limit, (row) => [row.created_at.toISOString(), row.actor_id]);
}

async function shown<Row extends Parameters<typeof withWhatTheyShare>[2][number]>(trx: Trx, viewer: Viewer, rows: readonly Row[], limit: number, keyOf: (row: Row) => (string | number)[]) {
  const people = await withWhatTheyShare(trx, viewer, rows.slice(0, limit));
  const { items, next } = pageOf(rows, limit, (row) => row, keyOf);
  return { items: items.map((_row, index) => people[index] as Person), next };
}
