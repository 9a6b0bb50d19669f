// SPDX-License-Identifier: EUPL-1.2
import type { Viewer } from '../platform/db/viewer.ts';
import { canModerate, canPost, type PlaceFacts, SQUARE_SLUG, type Standing } from '../buildings/public.ts';

type Asker = Pick<Viewer, 'actorId' | 'isRemote'>;
type Place = PlaceFacts & { slug?: string };

/** What of a post the rules look at. Every question is about a post that the asker may read; the queries see to that. */
export interface PostFacts {
  authorId: string;
  deleted: boolean;
  isReply: boolean;
  /** Hidden by a moderator, or waiting for one: what may be done with it is theirs to say. */
  withheld: boolean;
  /** Everybody may read it. */
  isPublic?: boolean;
}

/** Only the author, and only for as long as they may write there: who left, or was put out, can take their words back but not put others there. */
export function canEditPost(asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return isAuthor(asker, post) && !post.deleted && !post.withheld && (canPost(place, standing) || canTakePartFromOutside(asker, post, place, standing));
}

/** The author always: one's own words can be taken back from anywhere. And those who moderate the place. */
export function canDeletePost(asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && (isAuthor(asker, post) || canModerate(place, standing));
}

export function canReply(asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && !post.withheld && canTakePart(asker, post, place, standing);
}

export function canReact(asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && !post.withheld && canTakePart(asker, post, place, standing);
}

/** In a building its members; on the square whoever is signed in and may read what stands there. */
export function canTakePart(asker: Asker, post: Pick<PostFacts, 'isPublic'>, place: Place, standing: Standing): boolean {
  return (place.slug === SQUARE_SLUG ? asker.actorId !== null : canPost(place, standing)) || canTakePartFromOutside(asker, post, place, standing);
}

/**
 * What everybody reads in an open place is answered from the whole fediverse, and most of it knows following but no membership: there,
 * and only there, somebody of another instance takes part without being a member. Who was put out or suspended, here or in the
 * building around it, stays so.
 */
export function canTakePartFromOutside(asker: Asker, post: Pick<PostFacts, 'isPublic'>, place: Place, standing: Standing): boolean {
  if (asker.isRemote !== true || post.isPublic !== true || place.access !== 'open') return false;
  return isWelcome(standing) && (place.building == null || (place.building.access === 'open' && isWelcome(place.building.standing)));
}

function isWelcome(standing: Standing): boolean {
  return standing === null || (standing.state !== 'banned' && standing.suspended !== true);
}

/** A whole thread is pinned, never one reply. */
export function canPin(_asker: Asker, post: PostFacts, place: Place, standing: Standing): boolean {
  return !post.deleted && !post.withheld && !post.isReply && canModerate(place, standing);
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
    edit: canEditPost(asker, post, place, standing),
    delete: canDeletePost(asker, post, place, standing),
    reply: canReply(asker, post, place, standing),
    react: canReact(asker, post, place, standing),
    pin: canPin(asker, post, place, standing),
    bookmark: canBookmark(asker, post),
  };
}
