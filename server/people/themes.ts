// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { cutAtHyphen, handleFrom, type ProfileChanged } from '../identity/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { isUuid, newId } from '../platform/ids.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { ThemeRef } from './profile-parts.ts';
import { sharedWith } from './sharing.ts';

/** The vocabulary of portfolios and expertise. One theme may have many names; each name is of one theme only. */

export interface Theme extends ThemeRef {
  synonyms: string[];
}

export type ThemeInList = Theme & { url: string };
export type ThemeOnPage = ThemeInList & { peopleCount: number };

const LONGEST_SLUG = 60;

/** How a name is compared: without regard to case, accents and spaces. */
const keyOf = (name: string) => sql<string>`lower(unaccent(${cleanTheme(name)}))`;

export function cleanTheme(name: string): string {
  return name.normalize('NFC').replace(/[’']/g, '’').trim().replace(/\s+/g, ' ');
}

function themeQuery(trx: Trx) {
  return trx.selectFrom('theme as t').select(['t.id', 't.slug', 't.name', sql<string[]>`array(select n.name from theme_name n where n.theme_id = t.id and n.name <> t.name order by n.key)`.as('synonyms')]);
}

/** Counting reads a row for everybody who has the theme: for one, or a few. */
function countedThemes(trx: Trx, viewer: Pick<Viewer, 'actorId' | 'audiences'>) {
  return themeQuery(trx).select(
    sql<number>`(select count(*)::int from actor_theme h join actor a on a.id = h.actor_id and a.deleted_at is null where h.theme_id = t.id and h.kind = 'portfolio' and ${sharedWith(viewer, 'h')})`.as('peopleCount'),
  );
}

const onPage = <Row extends { slug: string }>(row: Row) => ({ ...row, url: `/themes/${row.slug}` });

/** What is offered while somebody types: the beginning of any name first, then what looks like it. Without words all of them, by name. */
export async function findThemes(trx: Trx, { q = '', limit = DEFAULT_LIMIT, cursor }: { q?: string; limit?: number; cursor?: string }): Promise<{ items: ThemeInList[]; next: string | null }> {
  const after = decodeCursor(cursor, ['integer', 'text', 'id']);
  const typed = q.trim();
  const plain = sql`lower(unaccent(${typed}))`;
  const start = sql`replace(replace(replace(${plain}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  const name = sql<string>`lower(unaccent(t.name)) collate "C"`;
  // Whole numbers survive a cursor unchanged.
  const distance =
    typed === ''
      ? sql<number>`0::int`
      : sql<number>`(select min(case when n.key like ${start} || '%' then 0 else 1000 - round(1000 * greatest(word_similarity(${plain}, n.key), similarity(${plain}, n.key))) end)::int from theme_name n where n.theme_id = t.id)`;
  let query = themeQuery(trx).select([distance.as('distance'), name.as('sort_name')]).orderBy('distance').orderBy(name).orderBy('t.id').limit(limit + 1);
  if (typed !== '') query = query.where(sql<boolean>`t.id in (select n.theme_id from theme_name n where n.key like ${start} || '%' or n.key like '%' || ${start} || '%' or ${plain} <% n.key or n.key % ${plain})`);
  if (after !== null) query = query.where(sql<boolean>`(${distance}, ${name}, t.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`);
  const rows = await query.execute();
  return pageOf(rows, limit, ({ distance: _distance, sort_name: _name, ...theme }) => onPage(theme), (row) => [row.distance, row.sort_name, row.id]);
}

/** By its id, or by any address it has or had. */
export async function themeFor(trx: Trx, viewer: Viewer, named: string): Promise<ThemeOnPage> {
  const row = await countedThemes(trx, viewer)
    .where(isUuid(named) ? sql<boolean>`t.id = ${named}::uuid` : sql<boolean>`t.id = (select n.theme_id from theme_name n where n.slug = lower(${named}))`)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return onPage(row);
}

/** Also by any of its names. */
export async function themeByAnyName(trx: Trx, named: string): Promise<ThemeRef | null> {
  const row = await trx
    .selectFrom('theme as t')
    .select(['t.id', 't.slug', 't.name'])
    .where(isUuid(named) ? sql<boolean>`t.id = ${named}::uuid` : sql<boolean>`t.id = (select n.theme_id from theme_name n where n.slug = lower(${named}) or n.key = ${keyOf(named)} limit 1)`)
    .executeTakeFirst();
  return row ?? null;
}

/** Adds a theme that somebody missed. One that has this name already is given back, also as a synonym: nobody makes a second. */
export async function addTheme(trx: Trx, viewer: Viewer, name: string): Promise<{ theme: ThemeOnPage; added: boolean }> {
  const clean = cleanTheme(name);
  await lockNames(trx);
  const known = await trx.selectFrom('theme_name').select('theme_id').where('key', '=', keyOf(clean)).executeTakeFirst();
  if (known !== undefined) return { theme: await themeFor(trx, viewer, known.theme_id), added: false };
  const id = newId();
  const slug = await freeSlug(trx, clean);
  await trx.insertInto('theme').values({ id, slug, name: clean }).execute();
  await trx.insertInto('theme_name').values({ key: keyOf(clean), theme_id: id, name: clean, slug }).execute();
  return { theme: await themeFor(trx, viewer, id), added: true };
}

/** Another name, or other synonyms. The old name stays a synonym unless the list leaves it out. @throws {Conflict} when another theme has one of them */
export async function changeTheme(trx: Trx, viewer: Viewer, id: string, changes: { name?: string; synonyms?: readonly string[] }): Promise<ThemeOnPage> {
  await lockNames(trx);
  const before = await themeFor(trx, viewer, id);
  const name = changes.name === undefined ? before.name : cleanTheme(changes.name);
  const wanted = changes.synonyms?.map(cleanTheme) ?? [...before.synonyms, ...(name === before.name ? [] : [before.name])];
  const names = [{ name, path: 'name' }, ...wanted.map((synonym, index) => ({ name: synonym, path: `synonyms/${index}` }))];
  for (const each of names) {
    const other = await trx.selectFrom('theme_name').innerJoin('theme', 'theme.id', 'theme_name.theme_id').select('theme.name').where('key', '=', keyOf(each.name)).where('theme_id', '!=', before.id).executeTakeFirst();
    if (other !== undefined) throw new Conflict('name-taken', { nl: `“${each.name}” hoort al bij ${other.name}. Voeg die twee samen als ze hetzelfde zijn.`, en: `“${each.name}” belongs to ${other.name} already. Merge the two if they are the same.` }, each.path);
  }
  const keys = sql<string[]>`array(select lower(unaccent(n)) from unnest(${names.map((each) => each.name)}::text[]) n)`;
  await trx.deleteFrom('theme_name').where('theme_id', '=', before.id).where(sql<boolean>`key <> all(${keys})`).execute();
  for (const each of names) {
    await trx
      .insertInto('theme_name')
      .values({ key: keyOf(each.name), theme_id: before.id, name: each.name, slug: await freeSlug(trx, each.name) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ name: each.name }))
      .execute();
  }
  // Addresses follow the name; an old one leads here for as long as its name is kept.
  await sql`update theme set name = ${name}, slug = (select n.slug from theme_name n where n.key = ${keyOf(name)}) where id = ${before.id}::uuid`.execute(trx);
  return themeFor(trx, viewer, before.id);
}

/** Tables of rooms to the right that hold a theme: each moves its rows when two become one, in the same transaction, as the system. `into` is null for a theme that goes for good. */
type ThemeMove = (trx: Trx, from: string, into: string | null) => Promise<void>;
const moves: ThemeMove[] = [];
export function onThemeGone(move: ThemeMove): void {
  moves.push(move);
}

/**
 * One theme instead of two: who had the one has the other, and its names become synonyms. `trx` is the system's, as the rows of
 * everybody move.
 */
export async function mergeThemes(trx: Trx, viewer: Viewer, from: string, into: string): Promise<ThemeOnPage> {
  if (from === into) throw new BadInput('into', { nl: 'Kies een ander onderwerp om mee samen te voegen.', en: 'Choose another theme to merge with.' });
  await lockNames(trx);
  const locked = await trx.selectFrom('theme').select('id').where('id', 'in', [from, into]).orderBy('id').forUpdate().execute();
  if (!locked.some((row) => row.id === from)) throw new NotFound();
  if (!locked.some((row) => row.id === into)) throw new BadInput('into', { nl: 'Dit onderwerp bestaat niet meer.', en: 'This theme no longer exists.' });
  const { rows } = await sql<{ actor_id: string }>`
    with moved as (delete from actor_theme where theme_id = ${from}::uuid returning actor_id, kind, level, audience_id),
    kept as (insert into actor_theme (actor_id, theme_id, kind, level, audience_id) select actor_id, ${into}::uuid, kind, level, audience_id from moved on conflict do nothing)
    select distinct actor_id from moved`.execute(trx);
  for (const move of moves) await move(trx, from, into);
  await trx.updateTable('theme_name').set({ theme_id: into }).where('theme_id', '=', from).execute();
  await trx.deleteFrom('theme').where('id', '=', from).execute();
  await publishAll<ProfileChanged>(trx, rows.map((row) => ({ type: 'ProfileChanged', actorId: row.actor_id })));
  await publish<ThemesMerged>(trx, { type: 'ThemesMerged', fromId: from, intoId: into });
  return themeFor(trx, viewer, into);
}

export interface ThemesMerged {
  type: 'ThemesMerged';
  fromId: string;
  intoId: string;
}

/** For what should never have been added: it goes from everybody's profile. As the system. */
export async function deleteTheme(trx: Trx, id: string): Promise<void> {
  const gone = await trx.deleteFrom('actor_theme').where('theme_id', '=', id).returning('actor_id').execute();
  for (const move of moves) await move(trx, id, null);
  const { numDeletedRows } = await trx.deleteFrom('theme').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new NotFound();
  await publishAll<ProfileChanged>(trx, [...new Set(gone.map((row) => row.actor_id))].map((actorId) => ({ type: 'ProfileChanged', actorId })));
}

/** Pairs whose names look alike, most alike first. */
export async function likelyDuplicates(trx: Trx, viewer: Viewer): Promise<{ items: { first: ThemeOnPage; second: ThemeOnPage; likeness: number }[]; next: null }> {
  const { rows } = await sql<{ first: string; second: string; likeness: number }>`
    select x.theme_id as first, y.theme_id as second, max(greatest(similarity(x.key, y.key), case when length(x.key) >= 6 and length(y.key) >= 6 then word_similarity(x.key, y.key) * 0.9 end))::float as likeness
    from theme_name x join theme_name y on x.theme_id < y.theme_id and (x.key % y.key or x.key <% y.key)
    group by 1, 2 having max(greatest(similarity(x.key, y.key), case when length(x.key) >= 6 and length(y.key) >= 6 then word_similarity(x.key, y.key) * 0.9 end)) >= 0.45
    order by likeness desc, 1, 2 limit 50`.execute(trx);
  const ids = [...new Set(rows.flatMap((row) => [row.first, row.second]))];
  const themes = new Map(ids.length === 0 ? [] : (await countedThemes(trx, viewer).where('t.id', 'in', ids).execute()).map((theme) => [theme.id, onPage(theme)] as const));
  return {
    items: rows.flatMap(({ first, second, likeness }) => {
      const [one, other] = [themes.get(first), themes.get(second)];
      return one === undefined || other === undefined ? [] : [{ first: one, second: other, likeness: Math.round(likeness * 100) / 100 }];
    }),
    next: null,
  };
}

/** Two who add the same name at one moment wait for each other, so that there is one theme. */
async function lockNames(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('plein-themes'))`.execute(trx);
}

async function freeSlug(trx: Trx, name: string): Promise<string> {
  const made = cutAtHyphen(handleFrom(name), LONGEST_SLUG);
  // What is left of a name in another script.
  const base = made === 'lid' ? 'onderwerp' : made;
  const { rows } = await sql<{ slug: string }>`select slug from theme_name where slug = ${base} or slug like ${`${base}-%`}`.execute(trx);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
