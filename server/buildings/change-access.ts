// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import { countAudienceMove, moveAudiences, movesInto } from './audience-moves.ts';
import type { MembershipApproved, MembershipRefused, PlaceAccessChanged } from './events.ts';
import { lockInOrder, type PlaceForViewer } from './find-place.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { knownTo, requireWithin } from './place-audience.ts';
import { audiencesIn } from './policy.ts';
import type { PlaceAccess } from './place-ref.ts';

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
  /** Groups of the building that close along with it, or become known to others. */
  groups: number;
  /** More open than before, and what was written stays with the members. */
  contentStays: boolean;
}

/** What would change, in numbers, before it is done. For admins; the caller asks the policy. @throws {BadInput} for a group that would be wider than its building */
export async function previewAccess(trx: Trx, place: PlaceForViewer, access: PlaceAccess): Promise<AccessPreview> {
  if (place.building !== null) requireWithin(place.building, access, false);
  const narrower = openness[access] < openness[place.access];
  // As the system: notifications and counts of others' rows are no admin's to read, their number is.
  return withSystem(trx, async () => {
    const requests = await trx.selectFrom('membership').select(({ fn }) => fn.countAll<number>().as('count')).where('place_id', '=', place.id).where('state', '=', 'requested').executeTakeFirstOrThrow();
    const readers = (of: PlaceAccess) => (audiencesIn({ access: of }).includes('public') ? 'public' : 'members');
    const known = (of: PlaceAccess) => (of === 'hidden' ? 'members' : 'public');
    const alongside = place.building !== null || (place.access === 'open') === (access === 'open') ? [] : await groupsIn(trx, place.id);
    return {
      posts: narrower ? await countPosts(trx, place) : 0,
      members: place.memberCount,
      requests: requests.count,
      requestsBecome: requestsBecome(access),
      readersBefore: readers(place.access),
      readersAfter: readers(access),
      knownToBefore: known(place.access),
      knownToAfter: known(access),
      membersShown: access === 'open',
      groups: alongside.filter((group) => group.access !== 'hidden').length,
      contentStays: openness[access] > openness[place.access],
    };
  });
}

/** Of the place, and of the open groups in it. */
async function countPosts(trx: Trx, place: PlaceForViewer): Promise<number> {
  const open = place.building === null && place.access === 'open' ? (await groupsIn(trx, place.id)).filter((group) => group.access === 'open') : [];
  let total = 0;
  for (const each of [place, ...open]) total += await countAudienceMove(trx, each.id, movesInto(each).map((step) => step.from));
  return total;
}

/**
 * A place that becomes narrower takes everything in it along, in this one transaction. One that becomes wider shows
 * itself and its new content only: what was written for the members was written for the members. The groups of a building follow.
 * The caller holds the lock on the place.
 */
export async function changeAccess(trx: Trx, clock: Clock, viewer: Member, place: PlaceForViewer, access: PlaceAccess): Promise<void> {
  const now = clock.now();
  // As the system: it reaches rows of every member, notifications among them.
  await withSystem(trx, async () => {
    // First what is in it: from the groups it goes to their own members, not to those of the building.
    if (place.building === null) await changeGroups(trx, viewer, { ...place, access });
    await showPlace(trx, place, access);
    await trx.updateTable('place').set({ access, members_may_join: false }).where('id', '=', place.id).execute();
    if (openness[access] < openness[place.access]) await moveAudiences(trx, { kind: 'narrow', placeId: place.id, moves: movesInto(place), remember: false });
    await answerRequests(trx, viewer, { ...place, access }, now);
    await publish<PlaceAccessChanged>(trx, { type: 'PlaceAccessChanged', placeId: place.id, byId: viewer.actorId, before: place.access, after: access });
  });
}

export interface GroupIn {
  id: string;
  access: PlaceAccess;
  membersAudienceId: number;
  staffMembersAudienceId: number;
  knowingAudienceId: number | null;
  deletedAt: Date | null;
}

/** The groups of a building, deleted ones too, in the order in which they are locked. As the system. */
export async function groupsIn(trx: Trx, buildingId: string): Promise<GroupIn[]> {
  const rows = await trx
    .selectFrom('place')
    .select(['id', 'access', 'members_audience_id', 'staff_members_audience_id', 'knowing_audience_id', 'deleted_at'])
    .where('parent_id', '=', buildingId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // A check constraint keeps `access` to these words.
    access: row.access as PlaceAccess,
    membersAudienceId: row.members_audience_id,
    staffMembersAudienceId: row.staff_members_audience_id,
    knowingAudienceId: row.knowing_audience_id,
    deletedAt: row.deleted_at,
  }));
}

/**
 * When the door of a building closes, its open groups close too, and whoever is in the building still joins them at once. When it
 * opens, no closed group is joined at once any more: everybody would. Who may know of a group follows its building.
 */
async function changeGroups(trx: Trx, viewer: Member, building: PlaceForViewer): Promise<void> {
  await lockInOrder(trx).where('parent_id', '=', building.id).execute();
  for (const group of await groupsIn(trx, building.id)) {
    const closes = group.access === 'open' && building.access !== 'open';
    const access = closes ? 'closed' : group.access;
    if (closes) await trx.updateTable('place').set({ access, members_may_join: true }).where('id', '=', group.id).execute();
    else if (building.access === 'open') await trx.updateTable('place').set({ members_may_join: false }).where('id', '=', group.id).execute();
    // A deleted one is out of sight; it comes back as its building then is.
    if (group.deletedAt !== null) continue;
    await showPlace(trx, { ...group, building }, access);
    if (closes) await moveAudiences(trx, { kind: 'narrow', placeId: group.id, moves: movesInto(group), remember: false });
    await publish<PlaceAccessChanged>(trx, { type: 'PlaceAccessChanged', placeId: group.id, byId: viewer.actorId, before: group.access, after: access });
  }
}

/** Sets who may know of the place and of its members. */
export async function showPlace(trx: Trx, place: { id: string; membersAudienceId: number; knowingAudienceId: number | null; building: { access: PlaceAccess; membersAudienceId: number } | null }, access: PlaceAccess): Promise<void> {
  const audience = knownTo({ ...place, access });
  await trx.updateTable('place').set({ audience_id: audience }).where('id', '=', place.id).execute();
  await trx.updateTable('actor').set({ audience_id: audience }).where('id', '=', place.id).execute();
  await trx
    .updateTable('membership')
    .set({ audience_id: membershipAudience({ ...place, access }, 'active') })
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
