// SPDX-License-Identifier: EUPL-1.2
import type { Viewer } from '../platform/db/viewer.ts';
import { canModerate, canPost, type PlaceAccess, type Standing } from '../buildings/public.ts';

type Asker = Pick<Viewer, 'actorId'>;
type Place = { access: PlaceAccess };

/** What of a post the rules look at. Every question is about a post that the asker may read; the queries see to that. */
export interface PostFacts {
  authorId: string;
  deleted: boolean;
  isReply: boolean;
}

/** Only the author, and not after being banned from the place. */
export function canEditPost(asker: Asker, post: PostFacts, standing: Standing): boolean {
  return isAuthor(asker, post) && !post.deleted && standing?.state !== 'banned';
}

/** The author always: one's own words can be taken back from anywhere. And those who moderate the place. */
export function canDeletePost(asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && (isAuthor(asker, post) || canModerate(place, standing));
}

export function canReply(_asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && canPost(place, standing);
}

export function canReact(_asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && canPost(place, standing);
}

/** A whole thread is pinned, never one reply. */
export function canPin(_asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && !post.isReply && canModerate(place, standing);
}

export function canBookmark(asker: Asker, post: PostFacts): boolean {
  return asker.actorId !== null && !post.deleted;
}

function isAuthor(asker: Asker, post: PostFacts): boolean {
  return asker.actorId !== null && asker.actorId === post.authorId;
}

export interface PostCan {
  edit: boolean;
  delete: boolean;
  reply: boolean;
  react: boolean;
  pin: boolean;
  bookmark: boolean;
}

/** What the client may offer; the commands ask again. */
export function postCan(asker: Asker, post: PostFacts, place: Place, standing: Standing): PostCan {
  return {
    edit: canEditPost(asker, post, standing),
    delete: canDeletePost(asker, post, place, standing),
    reply: canReply(asker, post, place, standing),
    react: canReact(asker, post, place, standing),
    pin: canPin(asker, post, place, standing),
    bookmark: canBookmark(asker, post),
  };
}
