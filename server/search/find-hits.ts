// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type PlaceRefRow, toPlaceRef } from '../buildings/public.ts';
import { type ActorRef, actorRef } from '../people/public.ts';
import { sameCase } from '../platform/db/same-case.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import type { PostKind } from '../posts/public.ts';
import type { HitType } from './schemas.ts';
import type { WideTerm } from './widen-query.ts';
import { stemOf } from './words/stem.ts';
import { keyList, kindKey, monthKey, titleKey, typeMarks, wordKey } from './words/keys.ts';

/** With so many there is no looking further back. */
const ENOUGH = 100;
/** So many are ranked; nobody turns more pages. */
const MOST = 1_000;
/** Counted up to here; beyond that it is "more than". */
export const MOST_COUNTED = 100;
const MOST_MONTHS = 60;

export interface Wishes {
  type?: HitType;
  /** The slug of a building. */
  building?: string;
  /** The handle of a person. */
  author?: string;
  kind?: PostKind;
  after?: Date;
  before?: Date;
}

export interface Ranked {
  score: number;
  id: string;
}

/** A hit as it was read; `text` is all of it. */
export interface FoundThing extends Ranked {
  type: HitType;
  title: string | null;
  text: string;
  kind: PostKind | null;
  isReply: boolean;
  rootId: string | null;
  author: ActorRef | null;
  person: ActorRef | null;
  building: ReturnType<typeof toPlaceRef> | null;
  publishedAt: Date | null;
  count: number | null;
}

interface Row extends PlaceRefRow, Ranked {
  type: HitType;
  counted: { type: HitType; count: number }[];
  title: string | null;
  text: string | null;
  kind: PostKind | null;
  root_id: string | null;
  published_at: Date | null;
  author: ActorRef | null;
  person: ActorRef | null;
  count: number | null;
}

export interface Question {
  typed: string;
  terms: WideTerm[];
  phrases: string[];
}

/** One page of what fits, best first, and how many there are of each type. One statement. */
export async function findHits(db: Trx, viewer: Viewer, question: Question, wishes: Wishes, page: { limit: number; after: Ranked | null; moment: Date }): Promise<{ found: FoundThing[]; counts: Map<HitType, number> }> {
  const { terms } = question;
  if (terms.length === 0) return { found: [], counts: new Map() };
  const audiences = sql`${[...viewer.audiences]}::bigint[]`;
  const ways = sql`${JSON.stringify(waysToRead(terms))}::jsonb`;
  const marks = marksOf(viewer, wishes);
  const candidates = (types: readonly bigint[], more: RawBuilder<unknown>) => sql`search_candidates(${ways}, ${audiences}, array[${keyList(types)}]::text[] || ${more}, ${question.phrases.length > 0 ? MOST : ENOUGH}, ${MOST})`;
  const onlyPosts = wishes.kind !== undefined || wishes.author !== undefined || wishes.after !== undefined || wishes.before !== undefined;
  const page_ = sql`
    select * from ranked
    where ${wishes.type === undefined ? sql`true` : sql`ranked.type = ${wishes.type}`}
      and ${page.after === null ? sql`true` : sql`(ranked.score, ranked.id) < (${page.after.score}::integer, ${page.after.id}::uuid)`}
    order by ranked.score desc, ranked.id desc limit ${page.limit + 1}`;
  const { rows } = await sql<Row>`
    with my_place as materialized (
      select m.place_id from membership m where m.member_id = ${viewer.actorId}::uuid and m.state = 'active'),
    ranked as materialized (
      select 'post' as type, post.id, null::text as label, null::integer as count, (1000 * (
          ${relevance(terms, sql`e.keys`, sql`post.title`, question.typed)}
          + 2 * exp(-greatest(0, extract(epoch from ${page.moment}::timestamptz - post.published_at)) / 86400 / 180)
          + case when post.place_id in (select place_id from my_place) then 0.8 else 0 end
          - case when post.root_id is null then 0 else 0.4 end - 2 * c.way))::integer as score
      from ${candidates([typeMarks.thread, typeMarks.reply], marks)} c
      join search_entry e on e.no = c.no
      join post on post.id = e.of_post
      where post.audience_id = any(${audiences}) and post.deleted_at is null
        ${wishes.after === undefined ? sql`` : sql`and post.published_at >= ${wishes.after}::timestamptz`} ${wishes.before === undefined ? sql`` : sql`and post.published_at < ${wishes.before}::timestamptz`}
        ${phrasesIn(question.phrases, sql`coalesce(post.title, '') || ' ' || left(post.text, 20000)`)}
      union all
      select a.type, a.id, null, null, (1000 * (
          ${relevance(terms, sql`e.keys`, sql`a.name`, question.typed)}
          + 1.5 + case when a.id in (select place_id from my_place) then 0.8 else 0 end - 2 * c.way))::integer
      from (
        select * from ${candidates([typeMarks.person], marks)} where ${!onlyPosts && wishes.building === undefined}
        union all
        select * from ${candidates([typeMarks.building, typeMarks.group], marks)} where ${!onlyPosts}) c
      join search_entry e on e.no = c.no
      join actor a on a.id = e.of_actor
      left join place on place.id = a.id
      where a.audience_id = any(${audiences}) and a.deleted_at is null and (a.type = 'person' or (place.id is not null and place.deleted_at is null))
        ${phrasesIn(question.phrases, sql`a.name || ' ' || a.summary`)}
      union all
      select 'tag', md5(tag.name)::uuid, tag.name, used.count, case when tag.name = any(${terms.map((term) => term.word)}::text[]) then 9500 else 4000 end
      from unnest(${onlyPosts || wishes.building !== undefined || question.phrases.length > 0 ? [] : tagNames(question)}::text[]) tag (name)
      cross join lateral (select count(*)::integer as count from (select from post_tag t where t.tag = tag.name and t.audience_id = any(${audiences}) limit ${MOST_COUNTED + 1}) seen) used
      where used.count > 0),
    counted as (
      select coalesce(json_agg(json_build_object('type', n.type, 'count', n.count)), '[]') as counted
      from (select ranked.type, count(*) as count from ranked group by ranked.type) n)
    select page.type, page.id, page.score, page.count, counted.counted,
      coalesce(page.label, post.title, root.title, thing.name) as title, coalesce(post.text, thing.summary) as text, post.kind, post.root_id, post.published_at,
      ${actorRef(viewer, 'post.author_id')} as author, case when page.type = 'person' then ${actorRef(viewer, 'thing.id')} end as person,
      p.id as place_id, p.slug as place_slug, pa.name as place_name, p.access as place_access, up.slug as building_slug
    from counted left join (${page_}) page on true
    left join post on page.type = 'post' and post.id = page.id
    left join post root on root.id = post.root_id
    left join actor thing on page.type in ('person', 'building', 'group') and thing.id = page.id
    left join place p on p.id = coalesce(post.group_id, post.place_id, thing.id)
    left join actor pa on pa.id = p.id
    left join place up on up.id = p.parent_id
    order by page.score desc, page.id desc`.execute(db);
  const counts = new Map((rows[0]?.counted ?? []).map((each) => [each.type, each.count]));
  return { found: rows.flatMap((row) => (row.id === null ? [] : [toFound(row)])), counts };
}

function toFound(row: Row): FoundThing {
  return {
    score: row.score,
    id: row.id,
    type: row.type,
    title: row.title,
    text: row.text ?? '',
    kind: row.kind,
    isReply: row.root_id !== null,
    rootId: row.root_id,
    author: row.author,
    person: row.person,
    building: row.place_id === null ? null : toPlaceRef(row),
    publishedAt: row.published_at,
    count: row.count,
  };
}

/** A way to read the question: sets of keys of which a hit has one each, tried while fewer than `below` were found. */
interface Way {
  below: number;
  sets: string[];
}

const NEVER = 0;
/** Below so many hits, those that have only some of the words are shown as well. */
const FEW = 5;

/** As asked, or within longer words; where that is nowhere, with typing errors forgiven and compounds taken apart; where it is rare, some of the words only. */
function waysToRead(terms: readonly WideTerm[]): Way[] {
  const asAsked = terms.map((term) => [...term.stems, ...term.heads, ...term.compounds]);
  const forgiving = terms.flatMap((term) => (term.halves === null ? [[...term.stems, ...term.heads, ...term.compounds, ...term.lookalikes]] : term.halves.map((half) => [...term.stems, stemOf(half)])));
  const ways: { below: number; sets: string[][] }[] = [{ below: 1, sets: asAsked }, { below: 1, sets: forgiving }];
  if (terms.length > 1) {
    // What is long says most, so the shorter half may be missing.
    const bySize = [...asAsked].sort((a, b) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0));
    ways.push({ below: FEW, sets: bySize.slice(Math.max(1, Math.floor(bySize.length / 2))) }, { below: FEW, sets: [asAsked.flat()] }, { below: 1, sets: [forgiving.flat()] });
  }
  const asKeys = ways.map(({ below, sets }): Way => ({ below, sets: sets.map((stems) => keyList(new Set(stems.map(wordKey)))) }));
  // Where nothing looks like what was typed, forgiving is asking the same again.
  return asKeys.map((way, at) => (asKeys.slice(0, at).some((before) => before.below >= way.below && String(before.sets) === String(way.sets)) ? { ...way, below: NEVER } : way));
}

/** From 0 to about 10: each term counts by how it was found, longer ones for more. */
function relevance(terms: readonly WideTerm[], keys: RawBuilder<unknown>, title: RawBuilder<unknown>, typed: string): RawBuilder<number> {
  const weights = terms.map((term) => 1 + Math.min(term.word.length, 20) / 10);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const has = (make: (stem: string) => bigint, stems: readonly string[]) => sql`${keys} && ${keyList(stems.map(make))}::bigint[]`;
  const each = terms.map((term, index) => {
    const near = [...term.compounds, ...term.lookalikes, ...(term.halves ?? []).map(stemOf)];
    const count = sql`${(10 * (weights[index] ?? 0)) / all}::float8`;
    return sql`${count} * case
      when ${has(titleKey, term.stems)} then 1 when ${has(titleKey, term.heads)} then 0.7 when ${has(wordKey, term.stems)} then 0.6
      when ${has(titleKey, near)} then 0.55 when ${has(wordKey, term.heads)} then 0.45 when ${has(wordKey, near)} then 0.3 else 0 end`;
  });
  return sql<number>`(${sql.join(each, sql` + `)} + case when lower(${title}) = ${typed.trim().toLowerCase()} then 2 else 0 end)`;
}

/** What stood in quotes must stand so, whatever signs are between the words. */
function phrasesIn(phrases: readonly string[], text: RawBuilder<unknown>): RawBuilder<unknown> {
  const plain = sql`' ' || regexp_replace(lower(unaccent(${text})), '[^a-z0-9]+', ' ', 'g') || ' '`;
  return sql.join([sql``, ...phrases.map((phrase) => sql`and strpos(${plain}, ${` ${phrase} `}) > 0`)], sql` `);
}

function tagNames({ typed, terms }: Question): string[] {
  const bare = typed.trim().replace(/^#/, '').normalize('NFC').toLowerCase();
  return [...new Set([bare, bare.replace(/\s+/g, '-'), bare.replace(/\s+/g, ''), ...terms.flatMap((term) => term.words)])].filter((name) => name !== '').slice(0, 100);
}

/** The sets of marks that every hit has one of, as SQL: ids are known to the database only. */
function marksOf(viewer: Viewer, wishes: Wishes): RawBuilder<unknown> {
  const marks: RawBuilder<unknown>[] = [];
  // Who may not know of it finds what one finds in a building that is not there.
  const oneMark = (id: RawBuilder<unknown>) => sql`'{' || coalesce((select search_mark(x.id) from (${id}) x), 0) || '}'`;
  const seen = sql`audience_id = any(${[...viewer.audiences]}::bigint[])`;
  if (wishes.building !== undefined) marks.push(oneMark(sql`select id from place where slug_key = ${sameCase(wishes.building)} and kind = 'building' and deleted_at is null and (${seen} or members_audience_id = any(${[...viewer.audiences]}::bigint[]))`));
  if (wishes.author !== undefined) marks.push(oneMark(sql`select id from actor where handle_key = ${sameCase(wishes.author.replace(/^@/, ''))} and domain is null and type = 'person' and deleted_at is null and ${seen}`));
  if (wishes.kind !== undefined) marks.push(sql`${keyList([kindKey(wishes.kind)])}`);
  const months = monthsBetween(wishes.after, wishes.before);
  if (months !== null) marks.push(sql`${keyList(months)}`);
  return sql`array[${sql.join(marks)}]::text[]`;
}

/** Null where there are too many to name: then every hit is looked at. */
function monthsBetween(after: Date | undefined, before: Date | undefined): bigint[] | null {
  if (after === undefined) return null;
  const end = before ?? new Date(after.getTime() + MOST_MONTHS * 31 * 86_400_000);
  const first = after.getUTCFullYear() * 12 + after.getUTCMonth();
  const last = end.getUTCFullYear() * 12 + end.getUTCMonth();
  if (before === undefined || last - first > MOST_MONTHS || last < first) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => monthKey(Math.floor((first + index) / 12), (first + index) % 12));
}
