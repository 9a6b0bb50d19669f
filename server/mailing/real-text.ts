// SPDX-License-Identifier: EUPL-1.2

/** Of a text that is quoted in a mail: enough to know whether to go there, and for most texts all of it. */
export const QUOTED_LENGTH = 600;

/** The text, or as much of it as fits, cut between words. Paragraphs stay. */
export function shortened(text: string, length: number): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trimEnd());
  const tidy = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
  if (tidy.length <= length) return tidy;
  const cut = tidy.slice(0, length + 1);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  // A word without an end, such as an address: better cut than left out.
  const kept = space > length / 2 ? cut.slice(0, space) : wholeSigns(tidy, length);
  return `${withoutEnding(kept)}…`;
}

/** No comma or dash before the dots. From the end, sign by sign: an expression would begin anew at each of them. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:!?–-]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The first words in one line, for a subject or a link. */
export function firstWords(text: string, length: number): string {
  return shortened(text.replace(/\s+/g, ' '), length);
}

/** Never half of a sign that takes two places. */
function wholeSigns(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
