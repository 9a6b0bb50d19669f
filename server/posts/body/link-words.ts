// SPDX-License-Identifier: EUPL-1.2
import { tagName, type Word, wordsOf } from './find-words.ts';
import { safeHref } from './safe-href.ts';
import { LINK_REL } from './sanitise-html.ts';
import { escapeText, segmentsOf } from './segments.ts';

const untouched = new Set(['a', 'code', 'pre']);

/** More links than this in one text serve nobody, and would let a small text grow into a large page. */
const MOST_LINKS = 500;

/** Words of sanitised HTML outside links and code, in order. */
export function wordsInHtml(html: string): Word[] {
  return [...runningText(html)].flatMap((segment) => (segment.words ? wordsOf(segment.words) : []));
}

/** Where a mention leads, by handle; what is not in it stays text. */
export type MentionLinks = ReadonlyMap<string, string>;

/** Turns addresses, mentions that may be linked, and the given tags into links. */
export function linkWords(html: string, mentions: MentionLinks, tags: ReadonlySet<string>): string {
  let linked = '';
  let links = 0;
  for (const segment of runningText(html)) {
    if (segment.words === null) linked += segment.html;
    else {
      for (const word of wordsOf(segment.words)) {
        if (word.kind !== 'text') links += 1;
        linked += links > MOST_LINKS ? escapeText(word.raw) : toHtml(word, mentions, tags);
      }
    }
  }
  return linked;
}

function toHtml(word: Word, mentions: MentionLinks, tags: ReadonlySet<string>): string {
  const text = escapeText(word.raw);
  if (word.kind === 'mention') {
    const url = mentions.get(word.handle);
    return url === undefined ? text : `<a href="${escapeText(url)}" class="mention">${text}</a>`;
  }
  if (word.kind === 'tag') return tags.has(word.tag) ? `<a href="/tags/${encodeURIComponent(word.tag)}" rel="tag" class="tag">${text}</a>` : text;
  if (word.kind === 'address') {
    const href = safeHref(word.raw);
    return href === null ? text : `<a href="${escapeText(href)}" rel="${LINK_REL}">${text}</a>`;
  }
  return text;
}

function* runningText(html: string): Generator<{ html: string; words: null } | { words: string }> {
  let inside = 0;
  for (const segment of segmentsOf(html)) {
    if ('tag' in segment) {
      if (untouched.has(segment.name)) inside += segment.closing ? -1 : 1;
      yield { html: segment.tag, words: null };
    } else if (inside > 0) yield { html: escapeText(segment.text), words: null };
    else yield { words: segment.text };
  }
}

/** The tags that linked HTML has in its text. */
export function tagsInLinkedHtml(html: string): Set<string> {
  const tags = new Set<string>();
  for (const match of html.matchAll(/<a href="\/tags\/[^"]{1,600}" rel="tag" class="tag">#([^<]{1,50})<\/a>/g)) {
    const tag = tagName(match[1] ?? '');
    if (tag !== null) tags.add(tag);
  }
  return tags;
}
