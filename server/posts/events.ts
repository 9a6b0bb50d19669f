// SPDX-License-Identifier: EUPL-1.2

/** What this room tells the others. Ids only, never content; `rootId` is null for a post that is no reply. */

export interface PostPublished { type: 'PostPublished'; postId: string; rootId: string | null; placeId: string; authorId: string }
/** `newMentions`: people who may read the post and are named in it since this edit. */
export interface PostEdited { type: 'PostEdited'; postId: string; rootId: string | null; placeId: string; newMentions: string[] }
export interface PostDeleted { type: 'PostDeleted'; postId: string; rootId: string | null; placeId: string; byId: string; /** By the room of moderation, which wrote it down already. */ byDecision?: boolean }
export interface PostPinned { type: 'PostPinned'; postId: string; rootId: null; placeId: string; pinned: boolean }
/** `actorId` gave `name`, or took it back. */
export interface ReactionChanged { type: 'ReactionChanged'; postId: string; rootId: string | null; placeId: string; actorId: string; name: string; given: boolean }

/** A moderator hid it, or it waits for one. Nothing was told of a post that waits. */
export interface PostWithheld { type: 'PostWithheld'; postId: string; rootId: string | null; placeId: string; authorId: string; why: 'hidden' | 'waiting' }
/** What was hidden, or was taken back elsewhere, is back; what waited is published instead (`PostPublished`). */
export interface PostReleased { type: 'PostReleased'; postId: string; rootId: string | null; placeId: string; authorId: string }

/** The home of the place, another instance, did not take it; `word`: why, in the language of its author. It stands among their drafts. */
export interface PostRefused { type: 'PostRefused'; postId: string; rootId: string | null; placeId: string; authorId: string; word: string }

export type PostEvent = PostPublished | PostEdited | PostDeleted | PostPinned | ReactionChanged | PostWithheld | PostReleased | PostRefused;
