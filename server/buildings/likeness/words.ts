// SPDX-License-Identifier: EUPL-1.2

/** Words that say nothing about what a place is for. */
const empty = new Set([
  'de', 'het', 'een', 'en', 'van', 'voor', 'in', 'op', 'te', 'ter', 'ten', 'der', 'den', 'des', 'of', 'om', 'met', 'bij', 'aan', 'over', 'onze', 'ons', 'alle', 'the', 'and', 'a', 'an', 'for', 'to', 'on', 'our', 's',
]);

/** Words that say what sort of place it is, or of whom; many places have them, so they weigh little. */
const general = [
  'team', 'groep', 'werkgroep', 'netwerk', 'overleg', 'platform', 'community', 'gemeente', 'regio', 'regionaal', 'project', 'programma', 'kring', 'samenwerking', 'beraad', 'tafel', 'club', 'plein',
  'gebouw', 'collega', 'kennis', 'kennisgroep', 'kennisnetwerk', 'landelijk', 'lokaal', 'nederland', 'thema', 'themagroep', 'group', 'network', 'building', 'working', 'afdeling', 'projectgroep',
];

const LONGEST_READ = 500;
const MOST_WORDS = 60;

/** Small letters without accents, and nothing between the words but a space. What lies beyond 500 characters is not looked at. */
export function plain(text: string): string {
  return text
    .slice(0, LONGEST_READ)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' en ')
    .replace(/['’‘`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every word in its order, as it is written. */
export function allWords(text: string): string[] {
  const spaced = plain(text);
  return spaced === '' ? [] : spaced.split(' ').slice(0, MOST_WORDS);
}

/** The words that count. */
export function wordsOf(text: string): string[] {
  const words = allWords(text);
  const telling = words.filter((word) => !isEmpty(word));
  // "De" may be the name of a river; then it is all there is to go by.
  return telling.length > 0 ? telling : words;
}

export function isEmpty(word: string): boolean {
  return empty.has(word);
}

/**
 * What singular and plural have in common: "wijken" and "wijk", "scholen" and "school", "gemeentes" and "gemeente". Coarse on
 * purpose: only ever compared with another stem, never shown.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word;
  for (const ending of ['en', 's', 'e']) {
    if (!root.endsWith(ending) || root.length - ending.length < (ending === 's' ? 4 : 3)) continue;
    root = root.slice(0, -ending.length);
    if (ending === 's' && root.endsWith('e')) root = root.slice(0, -1);
    break;
  }
  // No word ends in these; "huizen" becomes "huis", "brieven" "brief".
  root = root.replace(/z$/, 's').replace(/v$/, 'f');
  // One consonant at the end, one vowel in the middle: "plannen", "scholen".
  return root.replace(/([bcdfgklmnprst])\1$/, '$1').replace(/(aa|ee|oo|uu)(?=[bcdfghklmnprst]$)/, (vowels) => vowels.charAt(0));
}

const generalStems = new Set(general.map(stem));

/** How much a word (its stem) counts. */
export function weightOf(stemmed: string): number {
  return generalStems.has(stemmed) ? 0.25 : 1;
}

/** How many slips of the pen a word bears. */
export function slipsAllowed(word: string): number {
  return /\d/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

/** Written with a small slip: one change in a word of five letters and more, two in one of nine and more; never in figures. */
export function isSlip(one: string, other: string): boolean {
  const allowed = Math.min(slipsAllowed(one), slipsAllowed(other));
  return allowed > 0 && Math.abs(one.length - other.length) <= allowed && changesBetween(one, other) <= allowed;
}

/** Letters put in, left out, changed, or two swapped (optimal string alignment). Words are at most 80 letters. */
function changesBetween(one: string, other: string): number {
  const [a, b] = [one.slice(0, 80), other.slice(0, 80)];
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
