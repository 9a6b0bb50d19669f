// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import { countAudienceMove, moveAudiences, movesInto } from './audience-moves.ts';
import type { MembershipApproved, MembershipRefused, PlaceAccessChanged } from './events.ts';
import type { PlaceForViewer } from './find-place.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { audiencesIn } from './policy.ts';
import type { PlaceAccess } from './place-ref.ts';
import { placeAudience } from './start-building.ts';

const openness: Record<PlaceAccess, number> = { hidden: 0, closed: 1, open: 2 };

/** What becomes of the requests that wait: an open building lets in, a hidden one cannot answer. */
function requestsBecome(access: PlaceAccess): 'members' | 'waiting' | 'dropped' {
  return access === 'open' ? 'members' : access === 'hidden' ? 'dropped' : 'waiting';
}

export interface AccessPreview {
  /** Posts and replies, those for civil servants too, that only members will be able to read from then on. */
  posts: number;
  members: number;
  requests: number;
  requestsBecome: 'members' | 'waiting' | 'dropped';
  readersBefore: 'public' | 'members';
  readersAfter: 'public' | 'members';
  knownToBefore: 'public' | 'members';
  knownToAfter: 'public' | 'members';
  /** Everybody who is signed in sees who the members are. */
  membersShown: boolean;
  /** More open than before, and what was written stays with the members. */
  contentStays: boolean;
}

/** What would change, in numbers, before it is done. For admins; the caller asks the policy. */
export async function previewAccess(trx: Trx, place: PlaceForViewer, access: PlaceAccess): Promise<AccessPreview> {
  const narrower = openness[access] < openness[place.access];
  // As the system: notifications and counts of others' rows are no admin's to read, their number is.
  return withSystem(trx, async () => {
    const requests = await trx.selectFrom('membership').select(({ fn }) => fn.countAll<number>().as('count')).where('place_id', '=', place.id).where('state', '=', 'requested').executeTakeFirstOrThrow();
    const readers = (of: PlaceAccess) => (audiencesIn({ access: of }).includes('public') ? 'public' : 'members');
    const knownTo = (of: PlaceAccess) => (of === 'hidden' ? 'members' : 'public');
    return {
      posts: narrower ? await countAudienceMove(trx, place.id, movesInto(place).map((step) => step.from)) : 0,
      members: place.memberCount,
      requests: requests.count,
      requestsBecome: requestsBecome(access),
      readersBefore: readers(place.access),
      readersAfter: readers(access),
      knownToBefore: knownTo(place.access),
      knownToAfter: knownTo(access),
      membersShown: access === 'open',
      contentStays: openness[access] > openness[place.access],
    };
  });
}

/**
 * A place that becomes narrower takes everything in it along, in this one transaction. One that becomes wider shows
 * itself and its new content only: what was written for the members was written for the members.
 * The caller holds the lock on the place.
 */
export async function changeAccess(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, access: PlaceAccess): Promise<void> {
  const now = clock.now();
  // As the system: it reaches rows of every member, notifications among them.
  await withSystem(trx, async () => {
    await showPlace(trx, place, access);
    await trx.updateTable('place').set({ access }).where('id', '=', place.id).execute();
    if (openness[access] < openness[place.access]) await moveAudiences(trx, { kind: 'narrow', placeId: place.id, moves: movesInto(place), remember: false });
    await answerRequests(trx, viewer, { ...place, access }, now);
    await publish<PlaceAccessChanged>(trx, { type: 'PlaceAccessChanged', placeId: place.id, byId: viewer.actorId, before: place.access, after: access });
  });
}

/** Sets who may know of the place and of its members. */
export async function showPlace(trx: Trx, place: { id: string; membersAudienceId: number }, access: PlaceAccess): Promise<void> {
  const knownTo = placeAudience(access, place.membersAudienceId);
  await trx.updateTable('place').set({ audience_id: knownTo }).where('id', '=', place.id).execute();
  await trx.updateTable('actor').set({ audience_id: knownTo }).where('id', '=', place.id).execute();
  await trx
    .updateTable('membership')
    .set({ audience_id: membershipAudience({ access, membersAudienceId: place.membersAudienceId }, 'active') })
    .where('place_id', '=', place.id)
    .where('state', '=', 'active')
    .execute();
}

async function answerRequests(trx: Trx, viewer: Member, place: PlaceForViewer, now: Date): Promise<void> {
  const outcome = requestsBecome(place.access);
  if (outcome === 'waiting') return;
  const waiting = trx.selectFrom('membership').select(['id', 'member_id']).where('place_id', '=', place.id).where('state', '=', 'requested');
  const requests = await waiting.execute();
  if (requests.length === 0) return;
  const ids = requests.map((request) => request.id);
  if (outcome === 'dropped') {
    await trx.deleteFrom('membership').where('id', 'in', ids).execute();
    await publishAll<MembershipRefused>(trx, requests.map(({ member_id: memberId }) => ({ type: 'MembershipRefused', placeId: place.id, memberId, byId: viewer.actorId })));
    return;
  }
  await trx
    .updateTable('membership')
    .set({ state: 'active', audience_id: membershipAudience(place, 'active'), decided_by: viewer.actorId, decided_at: now })
    .where('id', 'in', ids)
    .execute();
  await changeMemberCount(trx, place.id, requests.length);
  await publishAll<MembershipApproved>(trx, requests.map(({ id: membershipId, member_id: memberId }) => ({ type: 'MembershipApproved', placeId: place.id, membershipId, memberId, byId: viewer.actorId })));
}
