// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Member } from '../../platform/db/viewer.ts';
import { Forbidden } from '../../platform/http/problem.ts';
import { type PlaceForViewer, placesForViewer, toPlaceForViewer } from '../find-place.ts';
import { shortFormsOf } from '../likeness/abbreviations.ts';
import { likeness, LIKELY_THE_SAME } from '../likeness/likeness.ts';
import { stem, wordsOf } from '../likeness/words.ts';
import { canProposeMerge } from './merge-rules.ts';
import { placesToMerge } from './propose-merge.ts';

/** Two places that are probably the same thing, and why. */
export interface Duplicate {
  one: PlaceForViewer;
  other: PlaceForViewer;
  /** From 0 to 1. */
  score: number;
  /** Words of both summaries. */
  sharedWords: string[];
  sharedTags: string[];
  /** Null where the viewer may not know who the members of both are. */
  sharedMembers: number | null;
}

const MOST_COMPARED = 6_000;
const MOST_PAIRS = 50;
const MOST_ALIKE_PER_WORD = 60;

type SharedTags = (trx: Trx, audiences: readonly number[], placeIds: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
let tagsOfPlaces: SharedTags = async () => new Map();

/** The room of posts tells which tags what is newest in each place has, as far as the viewer may read it. */
export function provideTagsOfPlaces(tags: SharedTags): void {
  tagsOfPlaces = tags;
}

/**
 * Of the places that the viewer may know of, the pairs that they may propose to merge, the likest first. Nothing here is read past the
 * locks: an administrator of the instance finds no hidden place that they are no member of.
 * @param within a building, for the groups in it; null for buildings
 */
export async function likelyDuplicates(trx: Trx, viewer: Member, within: string | null): Promise<Duplicate[]> {
  const known = placesForViewer(trx, viewer).orderBy('p.created_at', 'desc').limit(MOST_COMPARED);
  const rows = await (within === null ? known.where('p.kind', '=', 'building') : known.where('p.parent_id', '=', within)).execute();
  const places = rows.map((row) => toPlaceForViewer(viewer, row));
  const pairs = pairsOf(places)
    .filter(([one, other]) => canProposeMerge({ isAdministrator: viewer.isAdministrator, kind: within === null ? 'building' : 'group', administersSource: one.can.edit, administersTarget: other.can.edit }))
    .map(([one, other]) => ({ one, other, score: likeness(one, other) }))
    .filter(({ score }) => score >= LIKELY_THE_SAME)
    .sort((a, b) => b.score - a.score || a.one.name.localeCompare(b.one.name, 'nl'));
  const left = await withoutDismissed(trx, pairs);
  return withReasons(trx, viewer, left.slice(0, MOST_PAIRS));
}

/** Only places that share a word, its beginning, or an abbreviation are compared: all with all would be a million times. */
function pairsOf(places: readonly PlaceForViewer[]): [PlaceForViewer, PlaceForViewer][] {
  const byKey = new Map<string, number[]>();
  places.forEach((place, index) => {
    for (const key of keysOf(place)) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  const seen = new Set<number>();
  const pairs: [PlaceForViewer, PlaceForViewer][] = [];
  for (const indexes of byKey.values()) {
    // A word that is everywhere tells nothing apart; the pairs that matter share another one too.
    if (indexes.length > MOST_ALIKE_PER_WORD) continue;
    for (const [at, first] of indexes.entries()) {
      for (const second of indexes.slice(at + 1)) {
        const key = first * places.length + second;
        const [one, other] = [places[first], places[second]];
        if (seen.has(key) || one === undefined || other === undefined) continue;
        seen.add(key);
        pairs.push([one, other]);
      }
    }
  }
  return pairs;
}

function keysOf({ name, summary }: PlaceForViewer): Set<string> {
  const words = wordsOf(name);
  const stems = words.map(stem);
  const keys = [...stems, ...stems.map((each) => `begins ${each.slice(0, 5)}`), words.toSorted().join(' '), words.join(''), ...shortFormsOf(name).filter((form) => form.length > 2)];
  return new Set([...keys, ...(summary.match(/\b[A-Z]{2,6}\b/g) ?? []).map((short) => short.toLowerCase())]);
}

type Pair = Pick<Duplicate, 'one' | 'other' | 'score'>;
const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

async function withoutDismissed(trx: Trx, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return [];
  const ordered = pairs.map(({ one, other }) => inOrder(one.id, other.id));
  // As the system: that somebody looked is nobody's to read; which pairs are left out is asked only of places that the viewer knows.
  const { rows } = await withSystem(trx, () =>
    sql<{ one_id: string; other_id: string }>`
      select d.one_id, d.other_id from distinct_places d
      join unnest(${ordered.map(([one]) => one)}::uuid[], ${ordered.map(([, other]) => other)}::uuid[]) as asked (one, other) on d.one_id = asked.one and d.other_id = asked.other`.execute(trx),
  );
  const dismissed = new Set(rows.map((row) => `${row.one_id} ${row.other_id}`));
  return pairs.filter(({ one, other }) => !dismissed.has(inOrder(one.id, other.id).join(' ')));
}

async function withReasons(trx: Trx, viewer: Member, pairs: readonly Pair[]): Promise<Duplicate[]> {
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one.id, other.id]))];
  const tags = await tagsOfPlaces(trx, viewer.audiences, ids);
  const members = await sharedMembers(trx, viewer, pairs);
  return pairs.map((pair, index) => ({
    ...pair,
    sharedWords: shared(wordsOf(pair.one.summary), wordsOf(pair.other.summary)).slice(0, 5),
    sharedTags: shared([...(tags.get(pair.one.id) ?? [])], [...(tags.get(pair.other.id) ?? [])]).slice(0, 5),
    sharedMembers: members.get(index) ?? null,
  }));
}

function shared(ones: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others.map(stem));
  return [...new Set(ones)].filter((word) => word.length > 3 && there.has(stem(word)));
}

/** Of pairs whose members are all the viewer's to see; by the number of the pair. */
async function sharedMembers(trx: Trx, viewer: Member, pairs: readonly Pair[]): Promise<Map<number, number>> {
  const compared = pairs.flatMap(({ one, other }, index) => ([one, other].every((place) => place.access === 'open' || place.myMembership?.state === 'active') ? [{ index, one: one.id, other: other.id }] : []));
  if (compared.length === 0) return new Map();
  const mine = sql`any(${[...viewer.audiences]}::bigint[])`;
  const { rows } = await sql<{ index: number; members: number }>`
    select asked.index, (
      select count(*)::integer from membership a join membership b on b.member_id = a.member_id
      where a.place_id = asked.one and b.place_id = asked.other and a.state = 'active' and b.state = 'active' and a.audience_id = ${mine} and b.audience_id = ${mine}) as members
    from unnest(${compared.map(({ index }) => index)}::integer[], ${compared.map(({ one }) => one)}::uuid[], ${compared.map(({ other }) => other)}::uuid[]) as asked (index, one, other)`.execute(trx);
  return new Map(rows.map((row) => [row.index, row.members]));
}

/** "These are not the same": for good, and for everybody who is asked to look. By whoever might merge them. */
export async function dismissDuplicate(trx: Trx, clock: Clock, viewer: Member, oneId: string, otherId: string): Promise<void> {
  const { source, target } = await placesToMerge(trx, viewer, oneId, otherId);
  if (!viewer.isAdministrator && !source.can.edit && !target.can.edit) throw new Forbidden();
  const [one, other] = inOrder(source.id, target.id);
  // As the system: see withoutDismissed.
  await withSystem(trx, () =>
    trx.insertInto('distinct_places').values({ one_id: one, other_id: other, said_by: viewer.actorId, said_at: clock.now() }).onConflict((conflict) => conflict.doNothing()).execute(),
  );
}
