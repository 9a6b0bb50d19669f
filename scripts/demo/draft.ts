// SPDX-License-Identifier: EUPL-1.2
// How posts are written down: only what differs. `compose.ts` turns drafts into whole posts.
import type { PostAudience, PostKind } from './types.ts';

export const HOUR = 60;
export const DAY = 24 * HOUR;

export interface ReplyDraft {
  author: string;
  /** Minutes after the post or reply that it answers. */
  after: number;
  body: string;
  replies: ReplyDraft[];
}

export interface PostDraft {
  key: string;
  author: string;
  minutesAgo: number;
  /** `message` when left out. */
  kind?: PostKind;
  title?: string;
  /** Markdown; the indentation of each line is dropped. */
  body: string;
  /** Public in an open building and members elsewhere, when left out. */
  audience?: PostAudience;
  tags: string[];
  pinned?: boolean;
  /** How many people reacted, when it should be more or fewer than usual. */
  reactions?: number;
  replies: ReplyDraft[];
}

export interface BuildingDrafts {
  building: string;
  posts: PostDraft[];
}

export function reply(author: string, after: number, body: string, ...replies: ReplyDraft[]): ReplyDraft {
  return { author, after, body, replies };
}
