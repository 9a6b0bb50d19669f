// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { type PlaceForViewer, placesForViewer, toPlaceForViewer } from './find-place.ts';
import { shortFormsOf } from './likeness/abbreviations.ts';
import { ALIKE, likeness, type Named } from './likeness/likeness.ts';
import { plain, wordsOf } from './likeness/words.ts';

const MOST_SHOWN = 5;
const SHORTEST_PIECE = 3;

/**
 * Buildings, or groups of one building, whose name is like one that is being typed, the likest first, so that nobody starts what is there already.
 * The database names those that may be meant; how much each is like it is weighed here.
 * @param within a building, for the groups in it; null for buildings and groups alike
 */
export async function similarPlaces(trx: Trx, viewer: Viewer, typed: Named, within: string | null = null): Promise<PlaceForViewer[]> {
  if (plain(typed.name).length < 2) return [];
  const maybeMeant = sql<boolean>`p.id in (select place_id from places_like(${plain(typed.name)}, ${piecesOf(typed.name)}::text[], ${within}::uuid))`;
  const rows = await placesForViewer(trx, viewer).where(maybeMeant).execute();
  return rows
    .map((row) => toPlaceForViewer(viewer, row))
    .map((place) => ({ place, score: likeness(typed, place, true) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.place.name.localeCompare(b.place.name, 'nl'))
    .slice(0, MOST_SHOWN)
    .map(({ place }) => place);
}

/** What a name that means the same probably holds somewhere: one of the words, all of them in one, or their first letters. */
function piecesOf(name: string): string[] {
  const words = wordsOf(name);
  // Singular and plural differ in their last letters: "scholen", "school".
  const beginnings = words.map((word) => word.slice(0, Math.max(SHORTEST_PIECE + 1, word.length - 3)));
  const pieces = [...beginnings, words.join(''), words.toReversed().join(''), ...shortFormsOf(name)];
  return [...new Set(pieces)].filter((piece) => piece.length >= SHORTEST_PIECE);
}
