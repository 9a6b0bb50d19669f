// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { MembershipJoined, MembershipRequested } from './events.ts';
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { canAsk, canJoin, isActive, isTurnedAway } from './policy.ts';
import { requireMayAskAgain } from './requests.ts';

/** Said to who is in fact asked in, or asks: the place itself is no secret to them. */
export class NoGuests extends Forbidden {
  constructor() {
    super({ nl: 'Hier komen alleen medewerkers van aangesloten organisaties binnen, geen gasten.', en: 'Only people of organisations that take part come in here, no guests.' });
  }
}

export interface Joined {
  id: string;
  state: 'active' | 'requested';
}

/**
 * Joins an open place at once, or asks a closed one. Doing so twice changes nothing. Who joins or asks a group of an open building
 * where they are no member becomes one in the same step.
 */
export async function joinPlace(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, note: string): Promise<Joined> {
  return joinOrAsk(trx, clock, viewer, address, note, canAsk);
}

/** The same for who was told of a hidden place: its door has a bell for them. The caller settled that, and runs it as the system. */
export async function askUnseen(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, note: string): Promise<Joined> {
  return joinOrAsk(trx, clock, viewer, address, note, (asker, place, mine) => canAsk(asker, place.access === 'hidden' ? { ...place, access: 'closed' } : place, mine));
}

async function joinOrAsk(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, note: string, mayAsk: typeof canAsk): Promise<Joined> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const mine = place.myMembership;
  if (mine !== null && isActive(mine)) return { id: mine.id, state: 'active' };
  if (canJoin(viewer, place, mine)) {
    await enterBuilding(trx, clock, viewer, place);
    return becomeMember(trx, clock, viewer, place);
  }
  if (mine?.state === 'requested') return { id: mine.id, state: 'requested' };
  if (mayAsk(viewer, place, mine)) {
    await enterBuilding(trx, clock, viewer, place);
    return ask(trx, clock, viewer, place, note);
  }
  if (isTurnedAway(viewer, place)) throw new NoGuests();
  throw refusalToJoin(place);
}

/** Nothing for who is in already. The caller holds the lock on group and building, and asked the policy. */
async function enterBuilding(trx: Trx, clock: Clock, viewer: Member, { building }: PlaceForViewer): Promise<void> {
  if (building === null || isActive(building.standing)) return;
  const place = await placeForViewerById(trx, viewer, building.id);
  if (isTurnedAway(viewer, place)) throw new NoGuests();
  await becomeMember(trx, clock, viewer, place);
}

function refusalToJoin({ building, myMembership }: PlaceForViewer): Forbidden {
  if (building === null) return new Forbidden({ nl: 'Je kunt geen lid worden van dit gebouw.', en: 'You cannot become a member of this building.' });
  if (myMembership?.state !== 'banned' && !isActive(building.standing)) return new Forbidden({ nl: 'Word eerst lid van het gebouw waar deze groep in zit.', en: 'Become a member of the building of this group first.' });
  return new Forbidden({ nl: 'Je kunt geen lid worden van deze groep.', en: 'You cannot become a member of this group.' });
}

async function becomeMember(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer): Promise<Joined> {
  const now = clock.now();
  const id = place.myMembership?.id ?? newId();
  const values = { role: 'member', state: 'active', joined_through: 'door', note: '', audience_id: membershipAudience(place, 'active'), decided_at: now };
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
  await requireMayAskAgain(trx, clock.now(), viewer, place.id);
  const id = newId();
  await trx
    .insertInto('membership')
    .values({ id, member_id: viewer.actorId, place_id: place.id, role: 'member', state: 'requested', note, audience_id: membershipAudience(place, 'requested'), created_at: clock.now() })
    .execute();
  await publish<MembershipRequested>(trx, { type: 'MembershipRequested', placeId: place.id, membershipId: id, memberId: viewer.actorId });
  return { id, state: 'requested' };
}
