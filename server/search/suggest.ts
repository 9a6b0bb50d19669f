// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { findHits } from './find-hits.ts';
import { parseQuery } from './parse-query.ts';
import type { SuggestionList } from './schemas.ts';
import { meantBy, toHit } from './search.ts';
import { widenQuery } from './widen-query.ts';

const SHORTEST = 2;
const MOST_OFFERED = 8;

/**
 * What begins like what is being typed: titles, names and labels that the viewer may read, each leading straight to its page. The
 * last word may be unfinished.
 */
export async function suggest(db: Trx, viewer: Viewer, typed: string, now: Date): Promise<Static<typeof SuggestionList>> {
  const query = parseQuery(typed.slice(0, 100));
  const last = query.terms.at(-1);
  if (last === undefined || last.word.length < SHORTEST) return { items: [], next: null };
  if (!last.word.includes(' ') && !/\d/.test(last.word) && last.parts.length === 0) last.parts.push(last.word);
  const terms = await widenQuery(db, query, viewer.audiences);
  const { found } = await findHits(db, viewer, { typed, terms, phrases: query.phrases }, {}, { limit: 20, moment: now, after: null });
  const meant = meantBy(terms);
  const offered = new Set<string>();
  const items = found.flatMap((thing) => {
    if (thing.title === null || thing.isReply || offered.has(`${thing.type} ${thing.title}`)) return [];
    offered.add(`${thing.type} ${thing.title}`);
    const hit = toHit(thing, meant);
    return [{ type: hit.type, text: hit.title, url: hit.url, note: hit.type === 'person' ? (hit.person?.organisation ?? null) : hit.type === 'post' ? (hit.building?.name ?? null) : null }];
  });
  return { items: items.slice(0, MOST_OFFERED), next: null };
}
