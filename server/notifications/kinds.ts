// SPDX-License-Identifier: EUPL-1.2
import type { Level } from './levels.ts';

/**
 * Why somebody is told. `role`: their role in a place changed; `successor`: they were named admin by the one who left.
 * `watched`: something new where they asked to be told of everything.
 * `asked`: somebody asks all who have a theme in their portfolio.
 * `added`: somebody brought them in with a list.
 * `by-rule`, `rule-ended`: a rule of the place let them in, or holds for them no longer.
 * `search-hit`: something new fits a search that they keep.
 * `not-taken`: the home of a place elsewhere did not take what they wrote there.
 * `merge-proposed`: a place that they administer may go up in another; `merged`, `merge-undone`: that happened to one of theirs.
 * `request`: somebody asks to join a place they may answer for.
 * `reported`: something asks for a moderator; `report-…`: what came of one's own report; `moderated`, `appeal-decided`, `term-ended`: about oneself.
 */
export const kinds = ['not-taken', 'reply', 'mention', 'watched', 'request', 'approved', 'refused', 'invited', 'added', 'removed', 'role', 'successor', 'by-rule', 'rule-ended', 'search-hit', 'asked', 'reported', 'report-acted', 'report-dismissed', 'moderated', 'appeal-decided', 'term-ended', 'merge-proposed', 'merged', 'merge-undone'] as const;
export type Kind = (typeof kinds)[number];

/** What is only about posts in a place or thread: the level that one chose for it says whether one hears it. */
export const aboutPosts: readonly Kind[] = ['mention', 'reply', 'watched', 'search-hit'];
/** What one must do or has been waiting for, besides what is about posts. */
const urgent: readonly Kind[] = ['not-taken', 'request', 'reported', 'asked', 'merge-proposed', 'successor'];
/** Whoever decides these sends a letter about it: a second mail would say the same. */
const withLetter: readonly Kind[] = ['approved', 'refused', 'invited', 'added', 'moderated', 'appeal-decided'];

/** `digest`: in the list, and in the digest while it is unread. `letter`: in the list only, a mail of its own has been sent. `not`: nowhere. */
export type Manner = 'at-once' | 'digest' | 'letter' | 'not';

export interface Circumstances {
  /** An answer to somebody else, in a thread where they wrote too. */
  inPassing?: boolean;
  /** For once no letter went with it. */
  noLetter?: boolean;
}

export function mannerOf(kind: Kind, level: Level, { inPassing = false, noLetter = false }: Circumstances = {}): Manner {
  if (withLetter.includes(kind)) return noLetter ? 'digest' : 'letter';
  if (!aboutPosts.includes(kind)) return urgent.includes(kind) ? 'at-once' : 'digest';
  if (level === 'none') return 'not';
  if (kind === 'search-hit') return 'digest';
  if (kind === 'watched' || inPassing) return level === 'all' ? 'at-once' : level === 'digest' && kind !== 'watched' ? 'digest' : 'not';
  return 'at-once';
}
