// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { BadInput } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor } from '../platform/http/paging.ts';
import { postUrl } from '../posts/public.ts';
import { type FoundThing, findHits, MOST_COUNTED, type Wishes } from './find-hits.ts';
import { parseQuery, shownStems } from './parse-query.ts';
import type { Answer, Hit, SearchInput } from './schemas.ts';
import { hitTypes } from './schemas.ts';
import { highlight, type Meant, snippetOf, type TextPart } from './snippets.ts';
import { widenQuery, type WideTerm } from './widen-query.ts';
import { fold } from './words/read-words.ts';
import { stemOf } from './words/stem.ts';

/** What the viewer may read that fits what was typed, best first. Two statements, whatever is asked. */
export async function search(db: Trx, viewer: Viewer, input: SearchInput, now: Date): Promise<Answer> {
  const typed = input.q ?? '';
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, ['moment', 'integer', 'id']);
  // Freshness is counted from one moment for all pages, so that nothing changes its place in between.
  const moment = after === null ? now : new Date(String(after[0]));
  const query = parseQuery(typed);
  const wishes = wishesOf(input);
  const terms = await widenQuery(db, query, viewer.audiences);
  const { found, counts } = await findHits(db, viewer, { typed, terms, phrases: query.phrases }, wishes, { limit, moment, after: after === null ? null : { score: Number(after[1]), id: String(after[2]) } });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const meant = meantBy(terms);
  return {
    items: shown.map((thing) => toHit(thing, meant)),
    next: found.length > limit && last !== undefined ? encodeCursor([moment.toISOString(), last.score, last.id]) : null,
    facets: hitTypes.flatMap((type) => {
      const count = counts.get(type) ?? 0;
      return count === 0 ? [] : [{ type, count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED }];
    }),
    didYouMean: after === null ? correctionOf(typed, terms, shown) : null,
  };
}

export function wishesOf(input: Pick<SearchInput, 'type' | 'building' | 'author' | 'kind' | 'after' | 'before'>): Wishes {
  const day = (field: 'after' | 'before') => {
    const text = input[field];
    if (text === undefined || text === '') return undefined;
    const moment = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(moment.getTime()) || !/^[12]\d{3}-/.test(text)) throw new BadInput(field, { nl: 'Geef een dag, zoals 2026-11-21.', en: 'Give a day, such as 2026-11-21.' });
    return moment;
  };
  const [after, before] = [day('after'), day('before')];
  const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim());
  const [building, author] = [given(input.building), given(input.author)];
  return {
    ...(input.type === undefined ? {} : { type: input.type }),
    ...(building === undefined ? {} : { building }),
    ...(author === undefined ? {} : { author }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(after === undefined ? {} : { after }),
    // Up to and including that day.
    ...(before === undefined ? {} : { before: new Date(before.getTime() + 86_400_000) }),
  };
}

export function meantBy(terms: readonly WideTerm[]): Meant {
  return terms.map((term) => new Set([...shownStems(term), ...term.heads, ...term.compounds, ...term.lookalikes, ...(term.halves ?? []).map(stemOf)]));
}

export function toHit(thing: FoundThing, meant: Meant): Hit {
  return {
    type: thing.type,
    id: thing.id,
    url: urlOf(thing),
    title: highlight(thing.title ?? '', meant),
    snippet: thing.text === '' ? [] : snippetOf(thing.text, meant),
    kind: thing.kind,
    isReply: thing.isReply,
    author: thing.author,
    person: thing.person,
    building: thing.building,
    publishedAt: thing.publishedAt?.toISOString() ?? null,
    count: thing.count,
  };
}

function urlOf(thing: FoundThing): string {
  if (thing.type === 'post') return postUrl(thing.id, thing.rootId);
  if (thing.type === 'tag') return `/tags/${encodeURIComponent(thing.title ?? '')}`;
  return thing.person?.url ?? thing.building?.url ?? '/';
}

/**
 * What was typed with its errors put right: by words that stand in what is shown, so that nobody is told of a word that they may
 * not read. Null where what was typed stands there itself.
 */
function correctionOf(typed: string, terms: readonly WideTerm[], shown: readonly FoundThing[]): string | null {
  const corrections = new Map<string, string>();
  for (const term of terms) {
    if (term.lookalikes.length === 0) continue;
    const [asTyped, lookalikes] = [new Set([...term.stems, ...term.heads, ...term.compounds]), new Set(term.lookalikes)];
    const seen = new Map<string, number>();
    for (const thing of shown) {
      for (const text of [thing.title ?? '', thing.text]) {
        if (hitWords(text, [asTyped]).length > 0) return null;
        for (const word of hitWords(text, [lookalikes])) seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    const best = [...seen].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    if (best !== undefined) corrections.set(term.word, best[0]);
  }
  if (corrections.size === 0) return null;
  return typed.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => corrections.get(fold(word)) ?? word);
}

function hitWords(text: string, meant: Meant): string[] {
  return highlight(text.slice(0, 5_000), meant).flatMap((part: TextPart) => (part.hit ? [part.text.toLowerCase()] : []));
}
