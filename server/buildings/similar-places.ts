// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { type PlaceForViewer, placesForViewer, toPlaceForViewer } from './find-place.ts';
import { shortFormsOf } from './likeness/abbreviations.ts';
import { ALIKE, likeness, type Named } from './likeness/likeness.ts';
import { plain, slipsAllowed, stem, weightOf, wordsOf } from './likeness/words.ts';

const MOST_SHOWN = 5;
const SHORTEST_PIECE = 3;
/** Of words inside a typed one: "jeugd" and "zorg" of "jeugdzorg". */
const SHORTEST_INSIDE = 4;
const ANY_LENGTH = 100;
/** A name has seldom more, and each costs look-ups. */
const MOST_WORDS = 8;

/**
 * Buildings, or groups of one building, whose name is like one that is being typed, the likest first, so that nobody starts what is there already.
 * The database names those that may be meant; how much each is like it is weighed here.
 * @param within a building, for the groups in it; null for buildings and groups alike
 */
export async function similarPlaces(trx: Trx, viewer: Viewer, typed: Named, within: string | null = null): Promise<PlaceForViewer[]> {
  if (plain(typed.name).length < 2) return [];
  const rows = await placesForViewer(trx, viewer).where(sql<boolean>`p.id in (select place_id from ${maybeMeant(typed.name, within)})`).execute();
  return rows
    .map((row) => toPlaceForViewer(viewer, row))
    .map((place) => ({ place, score: likeness(typed, place, true) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.place.name.localeCompare(b.place.name, 'nl'))
    .slice(0, MOST_SHOWN)
    .map(({ place }) => place);
}

/** A piece of a word that a name which means the same probably holds somewhere, and how much of the typed name that would be. */
interface Piece {
  n: number;
  piece: string;
  shortest: number;
  longest: number;
  /** What it is a slip of; null where a word with the piece need not look like it. */
  typed: string | null;
  worth: number;
}

function maybeMeant(name: string, within: string | null): RawBuilder<unknown> {
  const all = wordsOf(name);
  const telling = all.filter((word) => weightOf(stem(word)) === 1);
  // Many places are a network or a working group; that is looked at where there is nothing else to go by.
  const words = (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
  const pieces = [...words.flatMap(piecesOf), ...ofTheWhole(name, all)];
  const wholes = words.flatMap((word, n) => [{ n, word, worth: 1 }, ...insideOf(word).map((inside) => ({ n, word: inside, worth: 0.5 }))]);
  return sql`places_like(
    ${pieces.map((each) => each.n)}::integer[], ${pieces.map((each) => each.piece)}::text[], ${pieces.map((each) => each.shortest)}::integer[], ${pieces.map((each) => each.longest)}::integer[],
    ${pieces.map((each) => each.typed)}::text[], ${pieces.map((each) => each.worth)}::float8[],
    ${wholes.map((each) => each.n)}::integer[], ${wholes.map((each) => each.word)}::text[], ${wholes.map((each) => each.worth)}::float8[], ${within}::uuid)`;
}

function piecesOf(word: string, n: number): Piece[] {
  // Singular and plural differ in their last letters: "scholen", "school"; and "huizen", "huis".
  const root = stem(word);
  const beginnings = [word.slice(0, Math.max(SHORTEST_PIECE + 1, word.length - 3)), root, root.replace(/s$/, 'z').replace(/f$/, 'v')];
  const held = [...new Set(beginnings)].filter((piece) => piece.length >= SHORTEST_PIECE).map((piece): Piece => ({ n, piece, shortest: 0, longest: ANY_LENGTH, typed: null, worth: 0.8 }));
  const slips = slipsAllowed(word);
  if (slips === 0) return held;
  // With so many slips one of the stretches between them is as it should be.
  const size = Math.ceil(word.length / (slips + 1));
  const stretches = Array.from({ length: slips + 1 }, (_, at) => word.slice(at * size, (at + 1) * size));
  return [...held, ...stretches.map((piece): Piece => ({ n, piece, shortest: word.length - slips, longest: word.length + slips, typed: word, worth: 0.7 }))];
}

/** All of them in one word, or their first letters. */
function ofTheWhole(name: string, words: readonly string[]): Piece[] {
  const piece = (text: string, worth: number): Piece => ({ n: -1, piece: text, shortest: 0, longest: ANY_LENGTH, typed: null, worth });
  const joined = words.length === 1 ? [] : [words.join(''), words.toReversed().join('')];
  const initials = words.filter((word) => word.length >= SHORTEST_PIECE && word.length <= 6).map((word) => piece(`^${word}`, 1));
  return [...joined.map((each) => piece(each, words.length)), ...shortFormsOf(name).map((form) => piece(form, Math.min(form.length, words.length))), ...initials].filter((each) => each.piece.length >= SHORTEST_PIECE);
}

function insideOf(word: string): string[] {
  const cuts = Array.from({ length: Math.max(0, Math.min(word.length, ANY_LENGTH) - SHORTEST_INSIDE) }, (_, at) => at + 1);
  return [...new Set(cuts.flatMap((at) => [word.slice(at), word.slice(0, at)]))].filter((inside) => inside.length >= SHORTEST_INSIDE).slice(0, 40);
}
