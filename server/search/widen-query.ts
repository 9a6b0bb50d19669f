// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { ParsedQuery, Term } from './parse-query.ts';
import { errorsBetween, oneErrorAway, soundOf } from './words/sound.ts';
import { keyList, wordKey } from './words/keys.ts';
import { stemOf } from './words/stem.ts';

/** A term with the words that may be meant by it, of those that stand in something the asker may read. */
export interface WideTerm extends Term {
  /** Stems of longer words that end with it: kinds of what was asked for. */
  heads: string[];
  /** Stems of other longer words that hold it. */
  compounds: string[];
  /** Stems of words that look or sound like it. */
  lookalikes: string[];
  /** The words that it is made of, where it is a compound of two that exist. */
  halves: [string, string] | null;
  /** All of them as words, for looking up labels. */
  words: string[];
}

const MOST_LOOKALIKES = 12;
const SHORTEST_MISTYPED = 4;
/** Beyond this there are more mistakes to make than words to look up. */
const LONGEST_MISTYPED = 32;

/** Looks in the list of words for compounds, typing errors and halves: one statement. */
export async function widenQuery(db: Trx, query: ParsedQuery, readers: readonly number[]): Promise<WideTerm[]> {
  const parts = query.terms.flatMap((term, index) => term.parts.map((part) => ({ part, index })));
  const sounds = query.terms.flatMap((term, index) => soundsOf(term.word).map((sound) => ({ sound, index })));
  const wholes = [...new Set(query.terms.flatMap((term) => halvesOf(term.word).flat()).map(stemOf))].map(wordKey);
  const { rows } = await sql<{ n: number; word: string; how: 'part' | 'sound' | 'whole' }>`
    select n, word, how from search_words_near(${parts.map((each) => each.part)}::text[], ${sounds.map((each) => each.index)}::integer[], ${sounds.map((each) => each.sound)}::text[], ${keyList(wholes)}::bigint[], ${[...readers]}::bigint[])
    order by how, n, word`.execute(db);
  const known = new Set(rows.flatMap((row) => (row.how === 'whole' ? [stemOf(row.word)] : [])));
  return query.terms.map((term, index) => {
    const stem = stemOf(term.word);
    const compounds = rows.flatMap((row) => (row.how === 'part' && parts[row.n - 1]?.index === index ? [row.word] : []));
    const likely = rows
      .flatMap((row) => (row.how === 'sound' && row.n === index ? [{ word: row.word, errors: Math.min(errorsBetween(stem, stemOf(row.word), 3), errorsBetween(term.word, row.word, 3)) }] : []))
      .filter((each) => each.errors > 0 && each.errors <= mostErrors(term.word))
      .sort((a, b) => a.errors - b.errors)
      .slice(0, MOST_LOOKALIKES)
      .map((each) => each.word);
    const has = (stems: string[]) => [...new Set(stems)].filter((stem) => !term.stems.includes(stem));
    return {
      ...term,
      heads: has(compounds.map(stemOf).filter((longer) => longer.endsWith(stem))),
      compounds: has(compounds.map(stemOf).filter((longer) => !longer.endsWith(stem))),
      lookalikes: has(likely.map(stemOf)),
      halves: halvesOf(term.word).find(([first, second]) => known.has(stemOf(first)) && known.has(stemOf(second))) ?? null,
      words: [term.word, ...compounds, ...likely],
    };
  });
}

function mostErrors(word: string): number {
  return word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
}

function soundsOf(word: string): string[] {
  if (word.length < SHORTEST_MISTYPED || word.length > LONGEST_MISTYPED || /[\d ]/.test(word)) return [];
  const sounds = [...new Set([soundOf(word), soundOf(stemOf(word))])];
  return word.length === SHORTEST_MISTYPED ? sounds : [...new Set(sounds.flatMap(oneErrorAway))];
}

/** Every way to cut a word in two, with the s or en between them left out; the longest last part first. */
function halvesOf(word: string): [string, string][] {
  const cuts: [string, string][] = [];
  for (let at = 4; at <= Math.min(word.length, 2 * LONGEST_MISTYPED) - 4; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    cuts.push([first, second]);
    if (first.endsWith('s') && first.length > 4) cuts.push([first.slice(0, -1), second]);
    if (first.endsWith('en') && first.length > 5) cuts.push([first.slice(0, -2), second]);
  }
  return cuts;
}
