// SPDX-License-Identifier: EUPL-1.2
import { allWords, isEmpty } from './words.ts';

/** An abbreviation and the words that it stands for. */
export type Meanings = ReadonlyMap<string, readonly string[]>;

const SHORTEST = 2;
const LONGEST = 6;
const couldBeShort = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && /^[a-z]+$/.test(word) && !isEmpty(word);

/** The words in a row whose first letters spell it ("wet maatschappelijke ondersteuning"), small words counted or not. */
function spelledBy(short: string, words: readonly string[]): string[] | null {
  for (let start = 0; start < words.length; start++) {
    if (words[start]?.charAt(0) !== short.charAt(0)) continue;
    for (const counting of [true, false]) {
      const run: string[] = [];
      let letters = '';
      for (let at = start; at < words.length && letters.length < short.length; at++) {
        const word = words[at] ?? '';
        if (!counting && isEmpty(word)) continue;
        letters += word.charAt(0);
        run.push(word);
      }
      if (letters === short && run.length > 1) return run.filter((word) => !isEmpty(word));
    }
  }
  return null;
}

/** One long word that has its letters in order ("jeugdgezondheidszorg" for jgz). For within one place only: it fits by chance too. */
function heldBy(short: string, words: readonly string[]): string[] | null {
  if (short.length < 3) return null;
  const found = words.find((word) => word.length >= short.length * 4 && word.charAt(0) === short.charAt(0) && hasInOrder(word, short));
  return found === undefined ? null : [found];
}

function hasInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at++;
  return at === letters.length;
}

/** What abbreviations in the name of a place stand for by its summary, and the other way round. */
export function meaningsWithin(name: string, summary: string): Meanings {
  const [inName, inSummary] = [allWords(name), allWords(summary)];
  const meanings = new Map<string, readonly string[]>();
  const all = [...inName, ...inSummary];
  for (const short of new Set(inName.filter(couldBeShort))) {
    const full = spelledBy(short, all) ?? heldBy(short, inSummary.filter((word) => word !== short));
    if (full !== null) meanings.set(short, full);
  }
  // Written large or between brackets: "Jeugdgezondheidszorg", and in the summary "de JGZ".
  const shouted = (summary.match(/\b[A-Z][A-Za-z]{1,5}\b/g) ?? []).filter((word) => /[A-Z].*[A-Z]/.test(word)).map((word) => word.toLowerCase());
  for (const short of new Set(shouted)) {
    if (meanings.has(short)) continue;
    const full = spelledBy(short, inName) ?? heldBy(short, inName) ?? null;
    if (full !== null) meanings.set(short, full);
  }
  return meanings;
}

/** What abbreviations in one name stand for when the other name is taken for the whole. */
export function meaningsAcross(name: string, other: string): Meanings {
  const meanings = new Map<string, readonly string[]>();
  const words = allWords(other);
  for (const short of new Set(allWords(name).filter(couldBeShort))) {
    const full = spelledBy(short, words);
    if (full !== null) meanings.set(short, full);
  }
  return meanings;
}

/** The first letters of every run of words in a name: what somebody else may have shortened it to. */
export function shortFormsOf(name: string): string[] {
  const forms = new Set<string>();
  const words = allWords(name);
  for (const counted of [words, words.filter((word) => !isEmpty(word))]) {
    const letters = counted.map((word) => word.charAt(0)).join('').slice(0, 12);
    for (let start = 0; start < letters.length; start++) {
      for (let length = SHORTEST; length <= LONGEST && start + length <= letters.length; length++) forms.add(letters.slice(start, start + length));
    }
  }
  return [...forms].filter((form) => form.length > 2 || words.length <= 3).slice(0, 30);
}
