// SPDX-License-Identifier: EUPL-1.2

/** Something in running text that is more than text. `raw` is what was typed; the handle of somebody of another instance has its host. */
export type Word = { kind: 'mention'; raw: string; handle: string } | { kind: 'tag'; raw: string; tag: string } | { kind: 'address'; raw: string } | { kind: 'text'; raw: string };

export const LONGEST_TAG = 50;

// Each alternative starts with a character of its own and takes a bounded number of characters, so the whole is linear.
const special = new RegExp(
  [
    // Somebody of another instance: @name@host, with a port where that is not the usual one.
    String.raw`(?<![\p{L}\p{N}_@/.+-])@(?<elsewhere>[a-z0-9](?:[a-z0-9_.-]{0,62}[a-z0-9_])?@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?)(?![\p{L}\p{N}_@]|-[a-z0-9])`,
    // Not inside a word, an e-mail address or what looks like an address of another instance.
    String.raw`(?<![\p{L}\p{N}_@/.+-])@(?<handle>[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)(?![\p{L}\p{N}_@]|-[a-z0-9])`,
    String.raw`(?<![\p{L}\p{N}_&/#])#(?<tag>[\p{L}\p{N}]{1,50}(?:-[\p{L}\p{N}]{1,49}){0,24})(?![\p{L}\p{N}_#])`,
    String.raw`(?<![\p{L}\p{N}])(?<address>https?:\/\/[^\s<>"'“”‘’]{1,1500})`,
  ].join('|'),
  'giu',
);

/** Cuts text into mentions, tags, addresses and what stands between them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let position = 0;
  for (const match of text.matchAll(special)) {
    const word = toWord(match);
    if (word === null) continue;
    if (match.index > position) words.push({ kind: 'text', raw: text.slice(position, match.index) });
    words.push(word);
    position = match.index + word.raw.length;
  }
  if (position < text.length) words.push({ kind: 'text', raw: text.slice(position) });
  return words;
}

function toWord(match: RegExpExecArray): Word | null {
  const { elsewhere, tag, address, handle = elsewhere } = match.groups ?? {};
  if (handle !== undefined) return { kind: 'mention', raw: match[0], handle: handle.toLowerCase() };
  if (tag !== undefined) {
    const name = tagName(tag);
    return name === null || /^\d+$/.test(name) ? null : { kind: 'tag', raw: match[0], tag: name };
  }
  return address === undefined ? null : { kind: 'address', raw: withoutTail(address) };
}

/** The tag as it is kept: lower-case letters, digits and hyphens. Null when it cannot be one. */
export function tagName(written: string): string | null {
  const name = written.trim().replace(/^#/, '').normalize('NFC').toLowerCase();
  return name.length <= LONGEST_TAG && /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(name) ? name : null;
}

/** The full stop that ends a sentence and the bracket around an address are not part of it. */
function withoutTail(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const closes = last === ')' && !address.slice(0, end).includes('(');
    if (!closes && !'.,;:!?…*_~'.includes(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}
