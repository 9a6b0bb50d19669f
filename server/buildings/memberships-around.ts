// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { NOBODY, type Viewer } from '../platform/db/viewer.ts';

interface MembershipAround {
  id: string;
  place_id: string;
  member_id: string;
  role: string;
  state: string;
  suspended_until: Date | null;
}

/**
 * The memberships among which a viewer finds their own. That of nobody, and of those whom another instance let in to a place of its own, is
 * made up here, so that what follows from it (`can`, above all) follows as for anybody.
 */
export function membershipsAround({ standsIn, actorId }: Pick<Viewer, 'standsIn' | 'actorId'>): RawBuilder<MembershipAround> {
  if (standsIn === undefined) return sql`membership`;
  return sql`(select place_id as id, place_id, ${actorId ?? NOBODY}::uuid as member_id, 'member' as role, 'active' as state, null::timestamptz as suspended_until from unnest(${[...standsIn]}::uuid[]) place_id)`;
}
