// SPDX-License-Identifier: EUPL-1.2
import { meaningsAcross, type Meanings, meaningsWithin } from './abbreviations.ts';
import { isSlip, stem, weightOf, wordsOf } from './words.ts';

export interface Named {
  name: string;
  summary: string;
}

/** From here on two names are worth showing side by side to somebody who is choosing one. */
export const ALIKE = 0.6;
/** From here on a community manager is asked to look: two places that stand there on purpose are seldom this much alike. */
export const LIKELY_THE_SAME = 0.8;

/** Both sides have a word that the other lacks: "Omgevingswet Oost" is not "Omgevingswet West". */
const EACH_ITS_OWN = 0.75;
const SLIP = 0.92;
const BEGUN = 0.85;

/**
 * How much two names are alike, from 0 to 1: whatever the order of the words, their case, accents and punctuation, singular or
 * plural, one word or two, with a slip of the pen, and with abbreviations that the names or the summaries explain.
 * @param typing the first is being typed: its last word may be the beginning of one
 */
export function likeness(one: Named, other: Named, typing = false): number {
  const meanings = new Map([
    ...meaningsWithin(one.name, one.summary), ...meaningsWithin(other.name, other.summary), ...meaningsAcross(one.name, other.name), ...meaningsAcross(other.name, one.name),
  ]);
  const [ones, others] = [wordsOf(one.name), wordsOf(other.name)];
  let best = 0;
  for (const a of readings(ones, meanings)) for (const b of readings(others, meanings)) best = Math.max(best, overlap(a, b, typing));
  return best;
}

/** By its stem each word as it is written. */
type Reading = ReadonlyMap<string, string>;

/** As it is written, and with its abbreviations in full. */
function readings(words: readonly string[], meanings: Meanings): Reading[] {
  const byStem = (list: readonly string[]): Reading => new Map(list.map((word) => [stem(word), word]));
  const asWritten = byStem(words);
  if (!words.some((word) => meanings.has(word))) return [asWritten];
  return [asWritten, byStem(words.flatMap((word) => meanings.get(word) ?? [word]))];
}

function overlap(one: Reading, other: Reading, typing: boolean): number {
  const [ones, others] = [[...one.keys()], [...other.keys()]];
  if (ones.length === 0 || others.length === 0) return 0;
  if ([...one.values()].join('') === [...other.values()].join('')) return 1;
  const [left, right] = [new Set(ones), new Set(others)];
  let matched = 0;
  const take = (a: readonly string[], b: readonly string[], strength: number) => {
    for (const word of a) left.delete(word);
    for (const word of b) right.delete(word);
    matched += strength * (weightOfAll(a) + weightOfAll(b));
  };
  for (const word of ones) if (right.has(word)) take([word], [word], 1);
  takeJoined(left, right, other, (joined, parts) => take([joined], parts, 1));
  takeJoined(right, left, one, (joined, parts) => take(parts, [joined], 1));
  for (const word of [...left]) {
    const slip = [...right].find((each) => isSlip(word, each));
    if (slip !== undefined) take([word], [slip], SLIP);
  }
  const last = ones.at(-1);
  if (typing && last !== undefined && left.has(last) && last.length >= 3) {
    const begun = [...right].find((word) => word.startsWith(last) || (last.length >= 5 && word.endsWith(last)));
    if (begun !== undefined) take([last], [begun], BEGUN);
  }
  const share = matched / (weightOfAll(ones) + weightOfAll(others));
  return weightOfAll([...left]) >= 1 && weightOfAll([...right]) >= 1 ? share * EACH_ITS_OWN : share;
}

/** "jeugdzorg" is "jeugd" and "zorg", also with an s or en between them. @param written the loose words, by their stems */
function takeJoined(whole: ReadonlySet<string>, loose: ReadonlySet<string>, written: Reading, take: (joined: string, parts: string[]) => void): void {
  for (const joined of [...whole]) {
    const pair = pairsOf([...loose]).find(([first, second]) => {
      const end = written.get(second) ?? second;
      return [first, written.get(first) ?? first].some((start) => ['', 's', 'en'].some((between) => stem(start + between + end) === joined));
    });
    if (pair !== undefined) take(joined, pair);
  }
}

function pairsOf(words: readonly string[]): [string, string][] {
  return words.flatMap((first) => words.filter((each) => each !== first).map((second): [string, string] => [first, second]));
}

function weightOfAll(stems: readonly string[]): number {
  let total = 0;
  for (const each of stems) total += weightOf(each);
  return total;
}
