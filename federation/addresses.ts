// SPDX-License-Identifier: EUPL-1.2
import type { Config } from '../server/platform/config/config.ts';

/** The addresses under which others find what is ours; and what their addresses say. */

type Home = Pick<Config, 'publicUrl'>;

/** The square, which speaks for the instance as a whole. */
export const INSTANCE_ACTOR_ID = '00000000-0000-7000-8000-000000000001';

export const actorUri = (home: Home, id: string): string => `${home.publicUrl}/ap/actors/${id}`;
export const inboxUri = (home: Home, id: string): string => `${actorUri(home, id)}/inbox`;
export const outboxUri = (home: Home, id: string): string => `${actorUri(home, id)}/outbox`;
export const followersUri = (home: Home, id: string): string => `${actorUri(home, id)}/followers`;
/** Of a place: its members, of whatever instance. What is not for everybody is addressed to it. */
export const membersUri = (home: Home, id: string): string => `${actorUri(home, id)}/members`;
export const keyUri = (home: Home, id: string, keyNumber: string): string => `${actorUri(home, id)}#${keyNumber}`;
export const objectUri = (home: Home, id: string): string => `${home.publicUrl}/ap/objects/${id}`;
export const repliesUri = (home: Home, id: string): string => `${objectUri(home, id)}/replies`;
/** A whole thread, by the id of the post that began it (FEP-7888). */
export const contextUri = (home: Home, rootId: string): string => `${objectUri(home, rootId)}/context`;
export const activityUri = (home: Home, id: string): string => `${home.publicUrl}/ap/activities/${id}`;
export const sharedInboxUri = (home: Home): string => `${home.publicUrl}/ap/inbox`;

export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What of ours an address names, whether it exists or not; null for an address of somebody else, or of no such thing. */
export function oursAt(home: Home, uri: string): { kind: 'actor' | 'object' | 'activity'; id: string } | null {
  const start = `${home.publicUrl}/ap/`;
  if (!uri.startsWith(start)) return null;
  const [kinds = '', id = '', ...rest] = uri.slice(start.length).split('/');
  const kind = ({ actors: 'actor', objects: 'object', activities: 'activity' } as const)[kinds];
  return kind === undefined || rest.length > 0 || !uuid.test(id) ? null : { kind, id };
}

// Of these the reader of addresses makes others, or nothing: two that differ would be one and the same.
const unusable = /[\s\p{Cc}\p{Cs}]/u;

/** Host of an address, with its port where that is not the usual one; null where it is no web address. */
export function hostOf(uri: string): string | null {
  if (unusable.test(uri)) return null;
  const url = URL.parse(uri);
  return url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') ? null : url.host;
}

/** Whether two addresses are of one origin (FEP-fe34): what is said under the one may speak for the other. */
export function sameOrigin(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  return a !== null && b !== null && a.origin !== 'null' && a.origin === b.origin;
}
