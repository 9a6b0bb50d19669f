// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { RoleChanged } from './events.ts';
import type { MembershipState, Role } from './policy.ts';
import type { PlaceAccess } from './place-ref.ts';

/** The steps that the commands on memberships share. The caller holds the lock on the place. */

export interface MembershipRow {
  id: string;
  memberId: string;
  role: Role;
  state: MembershipState;
}

/** Who knows a place from the inside: its members, and of a group the admins of its building too. */
export function insideAudience(place: { membersAudienceId: number; knowingAudienceId: number | null }): number {
  return place.knowingAudienceId ?? place.membersAudienceId;
}

/** Only the names of an open place's members are for others; requests and bans stay with the place. */
export function membershipAudience(place: { access: PlaceAccess; membersAudienceId: number; knowingAudienceId: number | null }, state: MembershipState): number {
  return place.access === 'open' && state === 'active' ? PUBLIC_AUDIENCE : insideAudience(place);
}

async function findMembership(trx: Trx, placeId: string, id: string): Promise<MembershipRow | null> {
  const row = await trx.selectFrom('membership').select(['id', 'member_id', 'role', 'state']).where('place_id', '=', placeId).where('id', '=', id).executeTakeFirst();
  // Check constraints keep role and state to these words.
  return row === undefined ? null : { id: row.id, memberId: row.member_id, role: row.role as Role, state: row.state as MembershipState };
}

/** @throws {NotFound} also for a membership of another place. */
export async function membershipIn(trx: Trx, placeId: string, id: string): Promise<MembershipRow> {
  const found = await findMembership(trx, placeId, id);
  if (found === null) throw new NotFound();
  return found;
}

export async function changeMemberCount(trx: Trx, placeId: string, by: number): Promise<void> {
  const changed = await trx.updateTable('place').set({ member_count: sql<number>`member_count + ${by}` }).where('id', '=', placeId).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('the count of members has no place to go to');
}

/**
 * What somebody handed out ends with the right to hand it out; else a known link is a way back in.
 * @param role what they are from now on; null for none at all
 */
export async function revokeInvitationsBy(trx: Trx, placeId: string, memberId: string, role: Role | null, now: Date): Promise<void> {
  if (role === 'admin') return;
  let revoked = trx.updateTable('invitation').set({ revoked_at: now }).where('place_id', '=', placeId).where('invited_by', '=', memberId).where('revoked_at', 'is', null);
  if (role === 'moderator') revoked = revoked.where('role', '!=', 'member');
  await revoked.execute();
}

/**
 * Whoever is put out stays out: invitations of before this moment no longer let them in; see accept-invitation.ts. And nobody who
 * left is brought back in by a list or a rule.
 * @param bySelf they left of their own accord, and may come back in as they came
 */
export async function rememberRemoval(trx: Trx, placeId: string, memberId: string, now: Date, bySelf = false): Promise<void> {
  // As the system: what the house remembers of somebody is nobody's to read.
  await withSystem(trx, () =>
    trx
      .insertInto('membership_end')
      .values({ member_id: memberId, place_id: placeId, ended_at: now, by_self: bySelf })
      .onConflict((conflict) => (bySelf ? conflict.doNothing() : conflict.columns(['member_id', 'place_id']).doUpdateSet({ ended_at: now, by_self: false })))
      .execute(),
  );
}

/** Of many at once: all were put out. */
export async function rememberRemovals(trx: Trx, ended: readonly { place_id: string; member_id: string }[], now: Date): Promise<void> {
  // As the system, as for one.
  await withSystem(trx, () =>
    sql`
      insert into membership_end (member_id, place_id, ended_at, by_self)
      select member_id, place_id, ${now}::timestamptz, false from unnest(${ended.map((each) => each.member_id)}::uuid[], ${ended.map((each) => each.place_id)}::uuid[]) as ended (member_id, place_id)
      on conflict (member_id, place_id) do update set ended_at = excluded.ended_at, by_self = false`.execute(trx),
  );
}

/** The last admin of a place cannot go, nor step down, without naming who follows. */
export class LastAdmin extends Conflict {
  constructor(alone: boolean) {
    super(
      'last-admin',
      alone
        ? { nl: 'Je bent het enige lid. Nodig iemand uit die beheerder wordt, of verwijder het gebouw.', en: 'You are the only member. Invite somebody to become admin, or delete the building.' }
        : { nl: 'Je bent de laatste beheerder. Kies eerst wie jou opvolgt.', en: 'You are the last admin. Choose first who succeeds you.' },
      'successor',
    );
  }
}

/**
 * Runs before an active admin stops being one: promotes the successor when nobody else is admin. Who is suspended
 * can do nothing, and counts for nobody. A group may be left without: the admins of its building stand in.
 * @throws {LastAdmin} when none is named
 * @throws {BadInput} when the one named is no other active member of the place
 */
export async function secureSuccession(trx: Trx, place: { id: string; building: object | null }, leaving: MembershipRow, successorId: string | undefined, byId: string): Promise<void> {
  if (leaving.role !== 'admin' || leaving.state !== 'active') return;
  // As the system: accounts are nobody's to read.
  const others = await withSystem(trx, () =>
    membersWhoStand(trx, place.id)
      .select(({ fn }) => [fn.countAll<number>().as('all'), fn.countAll<number>().filterWhere('m.role', '=', 'admin').as('admins')])
      .where('m.id', '!=', leaving.id)
      .executeTakeFirstOrThrow(),
  );
  if (others.admins > 0 || (place.building !== null && successorId === undefined)) return;
  if (successorId === undefined) throw new LastAdmin(others.all === 0);
  const stands = successorId !== leaving.id && (await withSystem(trx, () => membersWhoStand(trx, place.id).select('m.id').where('m.id', '=', successorId).executeTakeFirst())) !== undefined;
  const successor = stands ? await findMembership(trx, place.id, successorId) : null;
  if (successor === null) throw new BadInput('successor', { nl: 'Kies een ander lid.', en: 'Choose another member.' });
  await setRole(trx, place.id, successor, 'admin', byId, true);
}

/** Active members who are not suspended, neither here nor with their account. */
export function membersWhoStand(trx: Trx, placeId: string) {
  return trx
    .selectFrom('membership as m')
    .innerJoin('account as c', 'c.actor_id', 'm.member_id')
    .where('m.place_id', '=', placeId)
    .where('m.state', '=', 'active')
    .where('m.suspended_until', 'is', null)
    .where('c.suspended_at', 'is', null);
}

export async function setRole(trx: Trx, placeId: string, target: MembershipRow, role: Role, byId: string, bySuccession = false): Promise<void> {
  await trx.updateTable('membership').set({ role }).where('id', '=', target.id).execute();
  await publish<RoleChanged>(trx, { type: 'RoleChanged', placeId, membershipId: target.id, memberId: target.memberId, byId, role, bySuccession });
}
