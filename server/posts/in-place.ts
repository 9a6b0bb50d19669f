// SPDX-License-Identifier: EUPL-1.2
import { countPost, type PlaceAddress } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';

/** Where a post stands: in a building, or in one of its groups. */
export function placeAddressOf(post: { slug: string; group_slug: string | null }): PlaceAddress {
  return post.group_slug === null ? post.slug : { building: post.slug, group: post.group_slug };
}

/**
 * Counts a post, or activity, where it stands. What everybody may read in a group is activity of its building too; of the rest the
 * building must not show that it happened.
 */
export function countInPlace(trx: Trx, place: { id: string; building: { id: string } | null }, audienceId: number, delta: -1 | 0 | 1, at: Date | null): Promise<void>[] {
  const counted = [countPost(trx, place.id, audienceId, delta, at)];
  if (place.building !== null && audienceId === PUBLIC_AUDIENCE && at !== null) counted.push(countPost(trx, place.building.id, audienceId, 0, at));
  return counted;
}
