// SPDX-License-Identifier: EUPL-1.2
import { abbreviationsAt, writtenOut } from './words/abbreviations.ts';
import { readWords, saysNothing, type Word } from './words/read-words.ts';
import { stemOf } from './words/stem.ts';

/** One thing that is asked for: a word, or an abbreviation with what it stands for. */
export interface Term {
  /** Small letters, no accents. */
  word: string;
  /** Any of these is what was asked for. */
  stems: string[];
  /** Within longer words. */
  parts: string[];
}

export interface ParsedQuery {
  terms: Term[];
  /** What stood in quotes, as words with one space between. */
  phrases: string[];
}

/** Nobody asks for more; the rest is not looked at. */
const MOST_TERMS = 8;
const MOST_PHRASES = 3;
const SHORTEST_PART = 3;

/** What somebody typed, as terms and phrases. Common words count only when nothing else was typed. */
export function parseQuery(typed: string): ParsedQuery {
  const phrases = [...typed.matchAll(/["“”„]([^"“”„]+)["“”„]/g)].flatMap((match) => {
    const text = wholeWords(readWords(match[1] ?? '')).map((each) => each.word).join(' ');
    return text.includes(' ') ? [text] : [];
  });
  const words = wholeWords(readWords(typed.replace(/["“”„]/g, ' ')));
  const asked = withAbbreviations(words);
  const telling = asked.filter((term) => !saysNothing(term.word));
  return { terms: unique(telling.length > 0 ? telling : asked).slice(0, MOST_TERMS), phrases: phrases.slice(0, MOST_PHRASES) };
}

/** Of what is joined either the whole or its parts: parts that can stand alone are asked for alone. */
export function wholeWords(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const within: Word[] = [];
    for (let next = words[at + 1]; next !== undefined && next.start >= word.start && next.end <= word.end; next = words[at + 1]) {
      within.push(next);
      at++;
    }
    kept.push(...(within.length > 1 && within.every((part) => part.word.length > 2) ? within : [word]));
  }
  return kept;
}

function withAbbreviations(words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  const found = new Map(abbreviationsAt(words.map((each) => each.word)).map((each) => [each.at, each]));
  for (let at = 0; at < words.length; at++) {
    const [word, meaning] = [words[at], found.get(at)];
    if (word === undefined) continue;
    if (meaning !== undefined) {
      terms.push({ word: words.slice(at, at + meaning.length).map((each) => each.word).join(' '), stems: [stemOf(meaning.short)], parts: [] });
      at += meaning.length - 1;
      continue;
    }
    // Written apart by whoever asks, in one by whoever wrote, or the other way round.
    const joined = [words[at - 1]?.word, words[at + 1]?.word].flatMap((neighbour, side) => (neighbour === undefined || saysNothing(neighbour) || saysNothing(word.word) ? [] : [stemOf(side === 0 ? neighbour + word.word : word.word + neighbour)]));
    terms.push({ word: word.word, stems: [word.stem, ...joined], parts: partsOf(word.word) });
  }
  return terms;
}

/** What to look for within longer words: the word, its singular and its stem, with the vowel that a closed syllable doubles. */
function partsOf(word: string): string[] {
  if (/\d/.test(word)) return [];
  const forms = [word];
  if (word.endsWith('en')) {
    const bare = word.slice(0, -2).replace(/([^aeiou])\1$/, '$1');
    forms.push(bare, bare.replace(/([^aeiou])([aeou])([^aeiou])$/, '$1$2$2$3'));
  } else if (/[se]$/.test(word)) forms.push(word.slice(0, -1));
  const stem = stemOf(word);
  if (stem.length > SHORTEST_PART) forms.push(stem);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_PART);
}

function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.word, term])).values()];
}

/** The stems that stand for a term when a text is shown: an abbreviation is also there in full. */
export function shownStems(term: Term): string[] {
  return [...term.stems, ...(term.word.includes(' ') ? term.word.split(' ').filter((word) => !saysNothing(word)).map(stemOf) : writtenOut(term.word).filter((word) => !saysNothing(word)).map(stemOf))];
}
