// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import { publish } from '../platform/outbox/publish.ts';
import { moveAudiences, movesInto } from './audience-moves.ts';
import type { MembershipApproved, MembershipEnded, MembershipRefused, PlaceAccessChanged } from './events.ts';
import { lockPlace } from './find-place.ts';
import { changeMemberCount, membershipAudience } from './memberships.ts';
import { knownTo } from './place-audience.ts';
import type { PlaceAccess } from './place-ref.ts';
import { showPlace } from './change-access.ts';
import { type Answer, rememberAnswer } from './requests.ts';

/**
 * Places whose home is another instance, of which people here are members. What is decided about them is decided there; here it is
 * written down. Every transaction is the system's.
 */

/** What its home says of a place. The row of `actor` with this id is there already. */
export interface PlaceElsewhere {
  actorId: string;
  /** Of its home, with its port where that is not the usual one. */
  host: string;
  handle: string;
  access: PlaceAccess;
  /** As its home counts them, where it says so. */
  memberCount: number | null;
}

/** Keeps the place, or what changed of it: one that closed takes along what is kept of it here. @returns whether it is new here. */
export async function keepReplica(trx: Trx, { clock }: { clock: Clock }, told: PlaceElsewhere): Promise<boolean> {
  await lockPlace(trx, told.actorId);
  const before = await trx.selectFrom('place').select(['access', 'members_audience_id', 'staff_members_audience_id', 'host']).where('id', '=', told.actorId).executeTakeFirst();
  if (before === undefined) {
    await insertReplica(trx, clock.now(), told);
    return true;
  }
  if (before.host === null) throw new Error('a place of ours is nobody else\'s');
  if (told.memberCount !== null) await trx.updateTable('place').set({ member_count: told.memberCount }).where('id', '=', told.actorId).execute();
  // A check constraint keeps `access` to these words.
  if (before.access !== told.access) await changeReplica(trx, told, before.access as PlaceAccess, { membersAudienceId: before.members_audience_id, staffMembersAudienceId: before.staff_members_audience_id });
  // The actor may have been written anew as one that everybody knows.
  else if (told.access === 'hidden') await trx.updateTable('actor').set({ audience_id: before.members_audience_id }).where('id', '=', told.actorId).execute();
  return false;
}

async function insertReplica(trx: Trx, now: Date, { actorId: id, host, handle, access, memberCount }: PlaceElsewhere): Promise<void> {
  const addAudience = async (kind: 'members' | 'staff-members') => (await trx.insertInto('audience').values({ kind, place_id: id }).returning('id').executeTakeFirstOrThrow()).id;
  const membersAudienceId = await addAudience('members');
  const staffMembersAudienceId = await addAudience('staff-members');
  const audienceId = knownTo({ access, membersAudienceId, knowingAudienceId: null, building: null });
  await trx.updateTable('actor').set({ audience_id: audienceId }).where('id', '=', id).execute();
  await trx
    .insertInto('place')
    .values({
      id, kind: 'building', slug: `${handle}@${host}`, access, audience_id: audienceId, members_audience_id: membersAudienceId, staff_members_audience_id: staffMembersAudienceId,
      member_count: memberCount ?? 0, created_at: now, last_activity_at: now, public_activity_at: now, host,
    })
    .execute();
}

async function changeReplica(trx: Trx, { actorId: id, access }: PlaceElsewhere, before: PlaceAccess, audiences: { membersAudienceId: number; staffMembersAudienceId: number }): Promise<void> {
  await showPlace(trx, { id, ...audiences, knowingAudienceId: null, building: null }, access);
  await trx.updateTable('place').set({ access }).where('id', '=', id).execute();
  if (before === 'open') await moveAudiences(trx, { kind: 'narrow', placeId: id, moves: movesInto(audiences), remember: false });
  await publish<PlaceAccessChanged>(trx, { type: 'PlaceAccessChanged', placeId: id, byId: id, before, after: access });
}

/** Its home let somebody of here in. Nothing where they did not ask, or are in. @param word of who answered @returns whether they came in now. */
export async function enterReplica(trx: Trx, clock: Clock, placeId: string, memberId: string, word = ''): Promise<boolean> {
  await lockPlace(trx, placeId);
  const place = await replicaRow(trx, placeId);
  const asked = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', '=', 'requested').executeTakeFirst();
  if (place === null || asked === undefined) return false;
  const answer = word === '' ? {} : { answerId: await answerOf(trx, clock, place, { membershipId: asked.id, memberId, outcome: 'approved', word }) };
  const audience = membershipAudience(place, 'active');
  await trx.updateTable('membership').set({ state: 'active', joined_through: 'door', note: '', audience_id: audience, decided_by: placeId, decided_at: clock.now() }).where('id', '=', asked.id).execute();
  await changeMemberCount(trx, placeId, 1);
  await publish<MembershipApproved>(trx, { type: 'MembershipApproved', placeId, membershipId: asked.id, memberId, byId: placeId, ...answer });
  return true;
}

/** Its home said no to somebody of here who asked: kept with its word, and told. Whoever is in goes out. */
export async function refuseInReplica(trx: Trx, clock: Clock, placeId: string, memberId: string, word: string): Promise<boolean> {
  await lockPlace(trx, placeId);
  const place = await replicaRow(trx, placeId);
  const asked = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', '=', 'requested').executeTakeFirst();
  if (place === null || asked === undefined) return endInReplica(trx, placeId, memberId);
  const answerId = await answerOf(trx, clock, place, { membershipId: asked.id, memberId, outcome: 'refused', word });
  await trx.deleteFrom('membership').where('id', '=', asked.id).execute();
  await publish<MembershipRefused>(trx, { type: 'MembershipRefused', placeId, memberId, byId: placeId, answerId });
  return true;
}

/** In the name of the place: who of its people answered is not told. */
function answerOf(trx: Trx, clock: Clock, place: Replica, answer: Answer): Promise<string> {
  return rememberAnswer(trx, clock.now(), { actorId: place.id }, place, answer);
}

/**
 * Its home refuses somebody of here who asked, or says that they are a member no longer.
 * @param word what it said with its no, in the language of who asked
 * @returns whether they asked, or were in.
 */
export async function endInReplica(trx: Trx, placeId: string, memberId: string, word = ''): Promise<boolean> {
  await lockPlace(trx, placeId);
  const gone = await trx.deleteFrom('membership').where('place_id', '=', placeId).where('member_id', '=', memberId).returning('state').executeTakeFirst();
  if (gone === undefined || (await replicaRow(trx, placeId)) === null) return false;
  if (gone.state === 'active') {
    await changeMemberCount(trx, placeId, -1);
    await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId, memberId, byId: placeId, reason: 'removed' });
  } else await publish<MembershipRefused>(trx, { type: 'MembershipRefused', placeId, memberId, byId: placeId, ...(word === '' ? {} : { word }) });
  return true;
}

interface Replica {
  id: string;
  access: PlaceAccess;
  membersAudienceId: number;
  knowingAudienceId: null;
}

async function replicaRow(trx: Trx, placeId: string): Promise<Replica | null> {
  const row = await trx.selectFrom('place').select(['access', 'members_audience_id']).where('id', '=', placeId).where('host', 'is not', null).executeTakeFirst();
  // A check constraint keeps `access` to these words.
  return row === undefined ? null : { id: placeId, access: row.access as PlaceAccess, membersAudienceId: row.members_audience_id, knowingAudienceId: null };
}

/**
 * Removes a place of another instance from here with everything that was kept of it, at once and for good: what is read there is
 * read there. Whatever carries its audiences goes with it, or this fails.
 */
export async function dropReplica(trx: Trx, placeId: string): Promise<void> {
  await lockPlace(trx, placeId);
  if ((await replicaRow(trx, placeId)) === null) return;
  await trx.deleteFrom('actor').where('id', '=', placeId).execute();
  await trx.deleteFrom('audience').where('place_id', '=', placeId).execute();
}
