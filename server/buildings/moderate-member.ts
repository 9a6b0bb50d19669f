// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { MembershipEnded, MembershipRefused, MembershipSuspended, MembershipTermEnded } from './events.ts';
import { endGroupsOf } from './end-groups.ts';
import { lockPlace } from './find-place.ts';
import { changeMemberCount, rememberRemoval, revokeInvitationsBy, secureSuccession } from './memberships.ts';
import type { MembershipState, Role } from './policy.ts';

/**
 * What the room of moderation does with members. It asks its own policy first; every transaction here is the system's. A term is
 * ended by {@link endTerms}, once, and until then it holds.
 */
export interface Measure {
  placeId: string;
  memberId: string;
  /** Null when it ended by itself. */
  byId: string;
}

/** Of several terms the one that lasts; null is without end. */
export function longest(untils: readonly (Date | null)[]): Date | null {
  return untils.includes(null) ? null : new Date(Math.max(...untils.map((until) => until?.getTime() ?? 0)));
}

async function standingOf(trx: Trx, placeId: string, memberId: string) {
  const row = await trx.selectFrom('membership').select(['id', 'role', 'state', 'banned_until', 'decided_at']).where('place_id', '=', placeId).where('member_id', '=', memberId).executeTakeFirst();
  // Check constraints keep role and state to their words.
  return row === undefined ? null : { id: row.id, memberId, role: row.role as Role, state: row.state as MembershipState, bannedUntil: row.banned_until, decidedAt: row.decided_at };
}

async function placeOf(trx: Trx, placeId: string) {
  const { parent_id: parentId, members_audience_id } = await trx.selectFrom('place').select(['parent_id', 'members_audience_id']).where('id', '=', placeId).executeTakeFirstOrThrow();
  return { id: placeId, building: parentId === null ? null : { id: parentId }, members_audience_id };
}

/** Of a building with those of its groups: who may not write in a building may not do so in its rooms. */
function membershipsWithin(trx: Trx, placeId: string, memberId: string) {
  return trx.updateTable('membership').where('member_id', '=', memberId).where((where) => where.or([where('place_id', '=', placeId), where('building_id', '=', placeId)]));
}

/** Out, and not in again until the term; without one until somebody lifts it. Also for who is no member now; a longer ban stays. */
export async function banFrom(trx: Trx, { placeId, memberId, byId }: Measure, until: Date | null, now: Date): Promise<void> {
  await lockPlace(trx, placeId);
  const standing = await standingOf(trx, placeId, memberId);
  const place = await placeOf(trx, placeId);
  if (standing !== null) await secureSuccession(trx, place, standing, undefined, byId);
  const again = standing?.state === 'banned';
  const values = { state: 'banned', role: 'member', note: '', audience_id: place.members_audience_id, decided_by: byId, decided_at: again ? standing.decidedAt : now, banned_until: again ? longest([until, standing.bannedUntil]) : until };
  await trx
    .insertInto('membership')
    .values({ ...values, id: standing?.id ?? newId(), member_id: memberId, place_id: placeId, created_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'place_id']).doUpdateSet(values))
    .execute();
  if (again) return;
  await revokeInvitationsBy(trx, placeId, memberId, null, now);
  await rememberRemoval(trx, placeId, memberId, now);
  if (standing?.state === 'active') {
    await changeMemberCount(trx, placeId, -1);
    if (place.building === null) await endGroupsOf(trx, placeId, memberId, byId, now);
    await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId, memberId, byId, reason: 'banned', byDecision: true });
  } else if (standing?.state === 'requested') await publish<MembershipRefused>(trx, { type: 'MembershipRefused', placeId, memberId, byId });
}

/** Reads, and writes nothing until the term; a longer one stays. Who left meanwhile, or leaves to come back, finds it still there. */
export async function suspendFrom(trx: Trx, { placeId, memberId, byId }: Measure, until: Date, now: Date): Promise<void> {
  await lockPlace(trx, placeId);
  const standing = await standingOf(trx, placeId, memberId);
  if (standing !== null) await secureSuccession(trx, await placeOf(trx, placeId), standing, undefined, byId);
  const changed = await membershipsWithin(trx, placeId, memberId).set({ suspended_until: laterOf('membership', until) }).executeTakeFirst();
  if (changed.numUpdatedRows === 0n) {
    await trx
      .insertInto('membership_end')
      .values({ member_id: memberId, place_id: placeId, ended_at: now, suspended_until: until })
      .onConflict((conflict) => conflict.columns(['member_id', 'place_id']).doUpdateSet({ suspended_until: laterOf('membership_end', until) }))
      .execute();
  }
  await publish<MembershipSuspended>(trx, { type: 'MembershipSuspended', placeId, memberId, byId });
}

/** A measure that another decision still says. */
export interface Holding {
  placeId: string;
  until: Date | null;
  since: Date;
}

const laterOf = (table: 'membership' | 'membership_end', until: Date) => sql<Date>`greatest(${sql.ref(`${table}.suspended_until`)}, ${until}::timestamptz)`;

/**
 * Before the term, as when an appeal was right. What other decisions still say holds on: those about the place, and for a suspension
 * those about its building and, of a building, about its groups.
 */
export async function liftMeasure(trx: Trx, { placeId, memberId }: Omit<Measure, 'byId'>, measure: 'suspended' | 'banned', others: readonly Holding[]): Promise<void> {
  await lockPlace(trx, placeId);
  if (measure === 'banned') {
    const banned = await trx.selectFrom('membership').select(['id', 'decided_at']).where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', '=', 'banned').executeTakeFirst();
    if (banned === undefined) return;
    // An earlier ban that somebody lifted in the list of members does not come back.
    const theirs = others.filter((other) => other.placeId === placeId && other.since >= (banned.decided_at ?? other.since)).map(({ until }) => until);
    if (theirs.length === 0) await trx.deleteFrom('membership').where('id', '=', banned.id).execute();
    else await trx.updateTable('membership').set({ banned_until: longest(theirs) }).where('id', '=', banned.id).execute();
    return;
  }
  const [places, untils] = [others.map((other) => other.placeId), others.map(({ until }) => until)];
  const left = (place: string, building: string) => sql<Date | null>`(select max(o.until) from unnest(${places}::uuid[], ${untils}::timestamptz[]) o (place_id, until) where o.place_id in (${sql.ref(place)}, ${sql.ref(building)}))`;
  await membershipsWithin(trx, placeId, memberId).set({ suspended_until: left('membership.place_id', 'membership.building_id') }).where('suspended_until', 'is not', null).execute();
  await trx
    .updateTable('membership_end as e')
    .from('place as p')
    .set({ suspended_until: left('p.id', 'p.parent_id') })
    .whereRef('p.id', '=', 'e.place_id')
    .where((where) => where.or([where('p.id', '=', placeId), where('p.parent_id', '=', placeId)]))
    .where('e.member_id', '=', memberId)
    .where('e.suspended_until', 'is not', null)
    .execute();
}

const ENDED_AT_ONCE = 500;

/** Ends the suspensions and bans whose term has passed: each row once, whoever runs this at the same time. */
export async function endTerms(trx: Trx, now: Date): Promise<void> {
  const over = trx.selectFrom('membership').select('id').where('suspended_until', '<=', now).limit(ENDED_AT_ONCE).forUpdate().skipLocked();
  const resumed = await trx.updateTable('membership').set({ suspended_until: null }).where('id', 'in', over).returning(['place_id', 'building_id', 'member_id']).execute();
  // With a building its groups: that is told once.
  const told = resumed.filter((row) => row.place_id === row.building_id || !resumed.some((other) => other.member_id === row.member_id && other.place_id === row.building_id));
  const banOver = trx.selectFrom('membership').select('id').where('state', '=', 'banned').where('banned_until', '<=', now).limit(ENDED_AT_ONCE).forUpdate().skipLocked();
  const free = await trx.deleteFrom('membership').where('id', 'in', banOver).returning(['place_id', 'member_id']).execute();
  await trx.updateTable('membership_end').set({ suspended_until: null }).where('suspended_until', '<=', now).execute();
  await publishAll<MembershipTermEnded>(trx, [
    ...told.map((row) => ({ type: 'MembershipTermEnded' as const, placeId: row.place_id, memberId: row.member_id, measure: 'suspended' as const })),
    ...free.map((row) => ({ type: 'MembershipTermEnded' as const, placeId: row.place_id, memberId: row.member_id, measure: 'banned' as const })),
  ]);
}
