// SPDX-License-Identifier: EUPL-1.2

/** FNV-1a over the words: looks like chance, yet is the same at every run. */
export function chance(...words: string[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('\u0000')) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // Without a last stir, words that differ only at the end land close together.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** True for about `percent` of the words it is asked about. */
export function happens(percent: number, ...words: string[]): boolean {
  return chance(...words) % 100 < percent;
}
