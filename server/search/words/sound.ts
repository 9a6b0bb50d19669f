// SPDX-License-Identifier: EUPL-1.2

const rules: readonly (readonly [RegExp, string])[] = [
  [/[ei]j|ei|y/g, 'y'], [/ou|au/g, 'u'], [/sch/g, 'sg'], [/ch/g, 'g'], [/ck|q/g, 'k'], [/c(?=[eiy])/g, 's'], [/c/g, 'k'], [/x/g, 'ks'], [/ph/g, 'f'], [/th/g, 't'],
  [/dt/g, 't'], [/d(?=$|s)/g, 't'], [/b$/g, 'p'], [/z/g, 's'], [/v/g, 'f'], [/tie/g, 'sie'], [/([a-z])\1+/g, '$1'],
];

/** About how a Dutch word sounds: words that are often taken for each other are spelled the same ("feiten", "fijten"; "gebeurd", "gebeurt"). */
export function soundOf(word: string): string {
  return rules.reduce((text, [from, to]) => text.replace(from, to), word);
}

const LETTERS = 'abdefghijklmnoprstuwy';

/** Everything one typing error away: a letter too few, too many, wrong or changed with its neighbour. And the word itself. */
export function oneErrorAway(sound: string): string[] {
  const found = new Set<string>([sound]);
  for (let at = 0; at <= sound.length; at++) {
    const [before, after] = [sound.slice(0, at), sound.slice(at)];
    if (after !== '') found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) {
      found.add(before + letter + after);
      if (after !== '') found.add(before + letter + after.slice(1));
    }
  }
  return [...found];
}

/** How many typing errors lie between two words, up to `most`; beyond that `most + 1`. */
export function errorsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}
