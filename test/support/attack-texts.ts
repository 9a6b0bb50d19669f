// SPDX-License-Identifier: EUPL-1.2

/** One of each kind that expressions tell apart. */
const kinds = ['a', 'Z', '7', ' ', '\t', '\n', '-', '.', '@', '#', '/', '\\', '"', '_', '<', '>', '|', ':', ',', '(', ')', '=', '\u00e9', '\u0301', '\u200b', '\0'];

/** What is put behind the repeated part, so that the whole fails at the very end. */
const endings = ['', '\0', '!', 'a', '\n'];

/**
 * Texts of the worst kind for an expression: its own letters and words, one of each kind, and two of those together,
 * repeated to a length, with an end that spoils the match.
 */
export function attackTexts(source: string): ((length: number) => string)[] {
  const own = [...new Set(source.replace(/\\[pPdDsSwWbB](?:\{\w+\})?|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}/g, ''))];
  // Literal words, as they stand between the signs that mean something.
  const words = source.match(/(?:[a-zA-Z0-9<&"/#@:-]|\\[/.\-]| (?! ))+/g)?.map((word) => word.replaceAll('\\', '')).filter((word) => word.length > 1) ?? [];
  const letters = [...new Set([...kinds, ...own])];
  const relevant = letters.filter((letter) => own.includes(letter) || 'a7 \n-.@<'.includes(letter));
  const pairs = relevant.flatMap((one) => relevant.filter((other) => other !== one).map((other) => one + other));
  const beginnings = ['', ...words.slice(0, 4), ...own.filter((letter) => '<@#"|([{/:.-'.includes(letter))];
  const pumps = [...letters, ...words, ...words.map((word) => `${word}a`), ...words.map((word) => `${word} `), 'a-', 'a.', 'a@', ' a', '  a', '\n a', 'aa-'];
  const make = (beginning: string, pump: string, ending: string) => (length: number) => beginning + pump.repeat(Math.max(1, Math.floor((length - beginning.length - ending.length) / pump.length))) + ending;
  return [
    ...pumps.flatMap((pump) => endings.flatMap((ending) => beginnings.map((beginning) => make(beginning, pump, ending)))),
    ...pairs.flatMap((pump) => ['', '\0'].map((ending) => make('', pump, ending))),
  ];
}
