// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** How often the words of a language return: most are asked for again. */
const MOST_KEPT = 50_000;
const kept = new Map<string, bigint>();

/** The number that stands for a word in the index: the first 61 bits of its SHA-256, past the numbers of audiences. */
function numberOf(text: string): bigint {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const number = (createHash('sha256').update(text).digest().readBigUInt64BE() >> 3n) | (1n << 60n);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, number);
  return number;
}

/** A stem anywhere in a text. */
export function wordKey(stem: string): bigint {
  return numberOf(stem);
}

/** A stem in a title or name. */
export function titleKey(stem: string): bigint {
  return numberOf(`^${stem}`);
}

/** What kind of thing an entry stands for: small numbers below zero, where no word and no audience is. */
export const typeMarks = { thread: -1n, reply: -2n, person: -3n, building: -4n, group: -5n } as const;

export function kindKey(kind: string): bigint {
  return numberOf(`kind ${kind}`);
}

export function monthKey(year: number, month: number): bigint {
  return -(1n << 57n) - BigInt(year * 12 + month);
}

/** For a parameter that the statement casts to `bigint[]`. */
export function keyList(keys: Iterable<bigint>): string {
  return `{${[...keys].join(',')}}`;
}
