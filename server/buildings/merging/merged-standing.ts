// SPDX-License-Identifier: EUPL-1.2
import type { MembershipState, Role, Standing } from '../policy.ts';
import type { PlaceAccess } from '../place-ref.ts';

const rank: Record<Role, number> = { member: 0, moderator: 1, admin: 2 };
const higher = (one: Role, other: Role): Role => (rank[one] >= rank[other] ? one : other);

/**
 * How somebody stands in the place that two become. Who was banned from either stays out: each brings its members on the word
 * that those it put out are not among them. Of two roles the higher one. A request comes along; an open place answers it, and a
 * hidden one cannot, because who asked may not hear of it.
 * @returns null for somebody who has no tie to it
 */
export function mergedStanding(inSource: Standing, inTarget: Standing, access: PlaceAccess): { role: Role; state: MembershipState } | null {
  if (inSource?.state === 'banned' || inTarget?.state === 'banned') return { role: 'member', state: 'banned' };
  if (inSource?.state === 'active') {
    const before = inTarget?.state === 'active' ? inTarget.role : 'member';
    return { role: higher(inSource.role, before), state: 'active' };
  }
  if (inTarget !== null) return { role: inTarget.role, state: inTarget.state };
  if (inSource?.state !== 'requested' || access === 'hidden') return null;
  return { role: 'member', state: access === 'open' ? 'active' : 'requested' };
}
