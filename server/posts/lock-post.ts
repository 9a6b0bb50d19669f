// SPDX-License-Identifier: EUPL-1.2
import { membershipsAround, type PlaceAccess, type PlaceFacts, type Standing } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import type { PostFacts } from './policy.ts';

/** A post that nobody else changes, moves or deletes until the transaction ends, and what the rules look at. */
export interface LockedPost {
  post: { id: string; author_id: string; place_id: string; group_id: string | null; audience_id: number; root_id: string | null; in_reply_to: string | null; reply_count: number; published_at: Date; deleted_at: Date | null; withheld: string | null };
  facts: PostFacts;
  /** The group that it stands in, or else the building. */
  place: PlaceFacts;
  standing: Standing;
}

/**
 * @param strength `share` when only its audience matters: many may react at once, and none while the post is moved
 * @throws {NotFound} when absent, deleted, or not for this viewer.
 */
export async function lockPost(trx: Trx, viewer: Member, id: string, strength: 'update' | 'share' = 'update'): Promise<LockedPost> {
  const wanted = trx
    .selectFrom('post')
    .select(['id', 'author_id', 'place_id', 'group_id', 'audience_id', 'root_id', 'in_reply_to', 'reply_count', 'published_at', 'deleted_at', 'withheld'])
    .where('id', '=', id)
    .where('audience_id', 'in', [...viewer.audiences])
    .where('deleted_at', 'is', null);
  const post = await (strength === 'share' ? wanted.forShare() : wanted.forNoKeyUpdate()).executeTakeFirst();
  if (post === undefined) throw new NotFound();
  const place = await trx
    .selectFrom('place')
    .leftJoin(membershipsAround(viewer).as('mine'), (join) => join.onRef('mine.place_id', '=', 'place.id').on('mine.member_id', '=', viewer.actorId))
    .leftJoin('place as building', 'building.id', 'place.parent_id')
    .leftJoin(membershipsAround(viewer).as('there'), (join) => join.onRef('there.place_id', '=', 'building.id').on('there.member_id', '=', viewer.actorId))
    .select([
      'place.access', 'place.host', 'mine.role', 'mine.state', 'mine.suspended_until',
      'building.access as building_access', 'there.role as building_role', 'there.state as building_state', 'there.suspended_until as building_suspended_until',
    ])
    .where('place.id', '=', post.group_id ?? post.place_id)
    .where('place.deleted_at', 'is', null)
    .executeTakeFirst();
  if (place === undefined) throw new NotFound();
  return {
    post,
    facts: { authorId: post.author_id, deleted: false, isReply: post.root_id !== null, withheld: post.withheld !== null, isPublic: post.audience_id === PUBLIC_AUDIENCE },
    // Check constraints keep access, role and state to their words.
    place: {
      access: place.access as PlaceAccess,
      host: place.host,
      building: place.building_access === null ? null : { access: place.building_access as PlaceAccess, standing: standingOf(place.building_role, place.building_state, place.building_suspended_until !== null) },
    },
    standing: standingOf(place.role, place.state, place.suspended_until !== null),
  };
}

/** Of columns that come from one membership; check constraints keep them to their words. */
export function standingOf(role: string | null, state: string | null, suspended: boolean): Standing {
  return role === null ? null : ({ role, state, suspended } as Standing);
}
