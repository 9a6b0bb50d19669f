// SPDX-License-Identifier: EUPL-1.2
import { BadInput } from '../platform/http/problem.ts';
import { LONGEST_TAG, tagName } from './body/find-words.ts';
import { cleanText } from './body/read-body.ts';
import { MOST_TAGS, type PostKind } from './schemas.ts';

/**
 * @param kind null when the author did not say: with a title it is an article, without one a message
 * @throws {BadInput} naming `title` when an article lacks one.
 */
export function kindAndTitle(kind: PostKind | null, title: string | null | undefined): { kind: PostKind; title: string | null } {
  const cleaned = cleanTitle(title);
  const inferred = kind ?? (cleaned === null ? 'message' : 'article');
  if (inferred === 'article' && cleaned === null) throw new BadInput('title', { nl: 'Geef je artikel een titel.', en: 'Give your article a title.' });
  return { kind: inferred, title: cleaned };
}

/** One line, without invisible characters; null when nothing is left. */
function cleanTitle(title: string | null | undefined): string | null {
  const cleaned = cleanText(title ?? '').replace(/[\s\u200b\u2028\u2029\ufeff\u2066-\u2069\u202a-\u202c]+/g, ' ').trim();
  return cleaned === '' ? null : cleaned;
}

/** @throws {BadInput} naming the tag that cannot be one. */
export function cleanTags(tags: readonly string[]): string[] {
  const names = tags.map((tag, index) => {
    const name = tagName(tag);
    if (name === null) {
      throw new BadInput(`tags/${index}`, {
        nl: `Een label bestaat uit letters, cijfers en koppeltekens, hoogstens ${LONGEST_TAG}.`,
        en: `A tag consists of letters, digits and hyphens, at most ${LONGEST_TAG}.`,
      });
    }
    return name;
  });
  return [...new Set(names)];
}

/** The tags that were given, then those in the text as far as there is room. */
export function allTags(given: readonly string[], inText: readonly string[]): string[] {
  return [...new Set([...given, ...inText])].slice(0, MOST_TAGS);
}
