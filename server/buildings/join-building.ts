// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipJoined, MembershipRequested } from './events.ts';
import { lockPlaceForViewer, type PlaceForViewer } from './find-place.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { canAsk, canJoin, isActive } from './policy.ts';

export interface Joined {
  id: string;
  state: 'active' | 'requested';
}

/** Joins an open building at once, or asks a closed one. Doing so twice changes nothing. */
export async function joinBuilding(trx: Trx, clock: Clock, viewer: Member, slug: string, note: string): Promise<Joined> {
  const place = await lockPlaceForViewer(trx, viewer, slug);
  const mine = place.myMembership;
  if (mine !== null && isActive(mine)) return { id: mine.id, state: 'active' };
  if (canJoin(viewer, place, mine)) return becomeMember(trx, clock, viewer, place);
  if (mine?.state === 'requested') return { id: mine.id, state: 'requested' };
  if (canAsk(viewer, place, mine)) return ask(trx, clock, viewer, place, note);
  throw new Forbidden({ nl: 'Je kunt geen lid worden van dit gebouw.', en: 'You cannot become a member of this building.' });
}

async function becomeMember(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer): Promise<Joined> {
  const now = clock.now();
  const id = place.myMembership?.id ?? newId();
  const values = { role: 'member', state: 'active', note: '', audience_id: membershipAudience(place, 'active'), decided_at: now };
  await trx
    .insertInto('membership')
    .values({ ...values, id, member_id: viewer.actorId, place_id: place.id, created_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'place_id']).doUpdateSet(values))
    .execute();
  await changeMemberCount(trx, place.id, 1);
  await publish<MembershipJoined>(trx, { type: 'MembershipJoined', placeId: place.id, membershipId: id, memberId: viewer.actorId });
  return { id, state: 'active' };
}

async function ask(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, note: string): Promise<Joined> {
  const id = newId();
  await trx
    .insertInto('membership')
    .values({ id, member_id: viewer.actorId, place_id: place.id, role: 'member', state: 'requested', note, audience_id: membershipAudience(place, 'requested'), created_at: clock.now() })
    .execute();
  await publish<MembershipRequested>(trx, { type: 'MembershipRequested', placeId: place.id, membershipId: id, memberId: viewer.actorId });
  return { id, state: 'requested' };
}
