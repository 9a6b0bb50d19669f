// SPDX-License-Identifier: EUPL-1.2
import { suspendedOutside } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';

/**
 * As whom somebody takes part in a place: whoever came from outside and was suspended there has no membership in which that is written, and
 * counts as anybody else who is no member.
 */
export async function takingPartAs(trx: Trx, viewer: Member, placeId: string): Promise<Member> {
  if (viewer.isRemote !== true || !(await suspendedOutside(trx, placeId, viewer.actorId))) return viewer;
  const { isRemote: _, ...asAnybody } = viewer;
  return asAnybody;
}
