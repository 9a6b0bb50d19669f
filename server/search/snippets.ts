// SPDX-License-Identifier: EUPL-1.2
import { readWords, type Word } from './words/read-words.ts';

/** A piece of text, and whether it is why something was found. Never HTML: whoever shows it decides how. */
export interface TextPart {
  text: string;
  hit: boolean;
}

const LENGTH = 220;
/** More than this of a text is not looked through for what to show. */
const LONGEST = 60_000;

/** What was meant, by term: any stem of a set tells that the term stands there. */
export type Meant = readonly ReadonlySet<string>[];

function termsOf(word: Word, meant: Meant): number[] {
  return meant.flatMap((stems, index) => (stems.has(word.stem) ? [index] : []));
}

/** A whole text with what was found in it. */
export function highlight(text: string, meant: Meant): TextPart[] {
  return cut(text, 0, text.length, hitsIn(text, meant));
}

interface Place {
  start: number;
  end: number;
  terms: number[];
}

function hitsIn(text: string, meant: Meant): Place[] {
  return readWords(text)
    .map((word) => ({ start: word.start, end: word.end, terms: termsOf(word, meant) }))
    .filter((place) => place.terms.length > 0)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The stretch in which most of what was asked stands together; the beginning where nothing does. */
export function snippetOf(given: string, meant: Meant): TextPart[] {
  const text = inOneLine(given.slice(0, LONGEST));
  const places = hitsIn(text, meant);
  let best = { at: 0, terms: 0 };
  for (let first = 0, last = 0; first < places.length; first++) {
    const from = places[first]?.start ?? 0;
    last = Math.max(last, first);
    while (last < places.length && (places[last]?.end ?? 0) <= from + LENGTH - 40) last++;
    const terms = new Set(places.slice(first, Math.min(last, first + 30)).flatMap((place) => place.terms)).size;
    if (terms > best.terms) best = { at: from, terms };
  }
  if (text.length <= LENGTH) return cut(text, 0, text.length, places);
  const start = best.at < 60 ? 0 : wordStart(text, best.at - 50);
  const end = start + LENGTH >= text.length ? text.length : Math.max(text.lastIndexOf(' ', start + LENGTH), start + LENGTH - 60);
  const parts = cut(text, start, end, places);
  return [...(start > 0 ? [{ text: '… ', hit: false }] : []), ...parts, ...(end < text.length ? [{ text: ' …', hit: false }] : [])];
}

/** Lists are written with a mark on lines of their own; in one line a point between the items says as much. */
function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const isItem = (line: string | undefined) => line === '-' || line?.startsWith('- ') === true;
  return lines.map((line, index) => (isItem(line) ? (isItem(lines[index - 1]) ? '· ' : '') + line.slice(2) : line)).join(' ').replace(/\s+/g, ' ').trim();
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 40 ? at : space + 1;
}

function cut(text: string, start: number, end: number, places: readonly Place[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    if (place.start > at) parts.push({ text: text.slice(at, place.start), hit: false });
    parts.push({ text: text.slice(place.start, place.end), hit: true });
    at = place.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return parts;
}
