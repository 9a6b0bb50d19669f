// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { followersUri, membersUri, PUBLIC } from '../addresses.ts';
import { newActivityId } from '../delivery/send.ts';
import { addressingOf, objectOf, type PostToTell, tombstoneOf } from '../translate/object-of-post.ts';
import type { Json } from '../translate/read-json.ts';
import { CONTEXT } from '../translate/vocabulary.ts';

type Home = Pick<Deps, 'config'>;
type Activity = Json & { id: string; type: string };

/** A place as it speaks. */
export interface Speaker {
  id: string;
  uri: string;
}

/** What somebody of ours wrote, or changed, in their own name. Without its proof. */
export function writingOf(deps: Home, type: 'Create' | 'Update', post: PostToTell, now: Date): Activity {
  return { '@context': CONTEXT, id: newActivityId(deps).uri, type, actor: post.author_uri, published: now.toISOString(), ...addressingOf(deps, post), audience: post.place_uri, object: objectOf(deps, post) };
}

/** What was taken back returns: whoever took it back undoes that. The words follow by themselves (FEP-4f05, Lemmy). */
export function returnOf(deps: Home, post: PostToTell, by: string, takenBackIn: string): Activity {
  const readers = forReadersOf(deps, { id: post.place_id, uri: post.place_uri }, post.audience_id === PUBLIC_AUDIENCE);
  return { ...undone(deps, { id: takenBackIn, type: 'Delete', actor: by, ...readers, object: post.uri }, readers), audience: post.place_uri };
}

/** Said by its author, or by the place where a moderator removed it. */
export function deletionOf(deps: Home, post: PostToTell, by: string, wasPublic: boolean, now: Date): Activity {
  return {
    '@context': CONTEXT, id: newActivityId(deps).uri, type: 'Delete', actor: by, published: now.toISOString(), ...forReadersOf(deps, { id: post.place_id, uri: post.place_uri }, wasPublic), audience: post.place_uri,
    // What is not ours is named, and its home says what it was.
    object: post.origin === 'local' ? { ...tombstoneOf(post), deleted: (post.deleted_at ?? now).toISOString() } : post.uri,
  };
}

/** To everybody and who follows the place; or to its members alone. */
export function forReadersOf({ config }: Home, place: Speaker, isPublic: boolean): { to: string[]; cc: string[] } {
  return isPublic ? { to: [PUBLIC], cc: [followersUri(config, place.id)] } : { to: [place.uri, membersUri(config, place.id)], cc: [] };
}

/**
 * A place passes an activity on to all who read along, exactly as it was said, with its own context and proof (FEP-1b12). Lemmy, NodeBB and
 * Plein follow a place by these.
 */
export function passedOn(deps: Home, place: Speaker, inner: Json, isPublic: boolean, now: Date): Activity {
  return { '@context': 'https://www.w3.org/ns/activitystreams', id: newActivityId(deps).uri, type: 'Announce', actor: place.uri, published: now.toISOString(), ...forReadersOf(deps, place, isPublic), object: inner };
}

/** A new post by its address alone: what Mastodon, Misskey and snac understand of a place, as a boost. */
export function shared(deps: Home, place: Speaker, postUri: string, authorUri: string, now: Date): Activity {
  const { to, cc } = forReadersOf(deps, place, true);
  return { '@context': 'https://www.w3.org/ns/activitystreams', id: newActivityId(deps).uri, type: 'Announce', actor: place.uri, published: now.toISOString(), to, cc: [...cc, authorUri], object: postUri };
}

/** Takes back what was said before. */
export function undone(deps: Home, said: Json & { actor: string }, readers: { to: string[]; cc: string[] }): Activity {
  const { '@context': _, proof: _proof, ...object } = said;
  return { '@context': CONTEXT, id: newActivityId(deps).uri, type: 'Undo', actor: said.actor, ...readers, object };
}
