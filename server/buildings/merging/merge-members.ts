// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { Conflict } from '../../platform/http/problem.ts';
import { newId } from '../../platform/ids.ts';
import { insideAudience, membershipAudience, membersWhoStand, setRole } from '../memberships.ts';
import type { MembershipState, Role, Standing } from '../policy.ts';
import type { Moving } from './merge-movers.ts';
import { mergedStanding } from './merged-standing.ts';

const ROWS_AT_ONCE = 1_000;

/** Of two that ended, the later one; put out rather than left; the longer term. */
const longerEnd = sql`on conflict (member_id, place_id) do update set ended_at = greatest(membership_end.ended_at, excluded.ended_at),
  by_self = membership_end.by_self and excluded.by_self, suspended_until = greatest(membership_end.suspended_until, excluded.suspended_until)`;

interface Tie {
  memberId: string;
  inSource: Standing;
  inTarget: Standing;
  note: string;
  suspendedUntil: Date | null;
  bannedUntil: Date | null;
  /** Leads one of the two: a ban from the other puts nobody out who does, because both sides agreed on who leads. What the target decided since the beginning stands. */
  leads: boolean;
  /** One of the terms is longer than in the target. */
  longer: boolean;
  /** From the target. */
  bannedBefore: Date | null;
  joinedThrough: string;
  invitationId: string | null;
  createdAt: Date;
}

/** Neither side may be left to nobody: everybody who might lead the one was put out of the other. */
class NobodyLeads extends Conflict {
  constructor() {
    super('last-admin', { nl: 'Na het samenvoegen zou niemand beheerder zijn: de beheerders van het ene zijn geblokkeerd in het andere.', en: 'Nobody would be admin after merging: the admins of the one are banned from the other.' });
  }
}

/**
 * Lets the people of the source into the target, as {@link mergedStanding} says, and notes how each stood. What they are in the
 * source stays as it is: it counts for nothing once the source is gone, and is there when it comes back. Doing so again takes along
 * who came meanwhile.
 */
export async function mergeMembers(trx: Trx, moving: Moving, now: Date): Promise<void> {
  const { source, target } = moving;
  const changes = (await tiesOf(trx, moving)).flatMap((tie) => {
    const after = tie.leads ? ({ role: 'admin', state: 'active' } as const) : mergedStanding(tie.inSource, tie.inTarget, target.access);
    return after === null || (after.state === tie.inTarget?.state && after.role === tie.inTarget.role && !tie.longer) ? [] : [{ ...tie, after }];
  });
  for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
    const some = changes.slice(start, start + ROWS_AT_ONCE);
    const audience = (state: MembershipState) => membershipAudience(target, state);
    await trx
      .insertInto('membership')
      .values(
        some.map(({ memberId, after, note, suspendedUntil, bannedUntil, joinedThrough, invitationId, createdAt }) => ({
          id: newId(), member_id: memberId, place_id: target.id, role: after.role, state: after.state, audience_id: audience(after.state),
          note: after.state === 'requested' ? note : '', suspended_until: suspendedUntil, banned_until: after.state === 'banned' ? bannedUntil : null, decided_at: now, joined_through: joinedThrough, invitation_id: invitationId, created_at: createdAt,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['member_id', 'place_id']).doUpdateSet((eb) => ({
          role: eb.ref('excluded.role'), state: eb.ref('excluded.state'), audience_id: eb.ref('excluded.audience_id'), note: '',
          suspended_until: eb.ref('excluded.suspended_until'), banned_until: eb.ref('excluded.banned_until'), decided_at: now,
          joined_through: eb.ref('excluded.joined_through'), invitation_id: eb.ref('excluded.invitation_id'),
        })),
      )
      .execute();
    await note(trx, moving.mergeId, target.id, some.map(({ memberId, inTarget, bannedBefore, after }) => ({ memberId, before: inTarget, bannedBefore, after })));
  }
  await keepPutOut(trx, source.id, target.id);
  await countMembers(trx, target.id);
}

async function tiesOf(trx: Trx, { mergeId, source, target }: Moving): Promise<Tie[]> {
  const rows = await trx
    .selectFrom('membership as s')
    .leftJoin('membership as t', (join) => join.onRef('t.member_id', '=', 's.member_id').on('t.place_id', '=', target.id))
    .leftJoin('membership_end as e', (join) => join.onRef('e.member_id', '=', 's.member_id').on('e.place_id', '=', target.id))
    .leftJoin('merge_membership as l', (join) => join.onRef('l.member_id', '=', 's.member_id').on('l.place_id', '=', target.id).on('l.merge_id', '=', mergeId))
    .select(
      sql<boolean>`(s.state = 'active' and s.role = 'admin' and l.state_after is distinct from 'active')
        or coalesce(t.state = 'active' and t.role = 'admin' and (l.merge_id is null or (l.state_before = 'active' and l.role_before = 'admin')), false)`.as('leads'),
    )
    .select(['s.member_id', 's.role', 's.state', 's.note', 's.created_at', 't.role as target_role', 't.state as target_state', 't.banned_until as banned_before'])
    // The longer of two terms; who is banned without one stays banned without one.
    .select([
      sql<Date | null>`greatest(s.suspended_until, t.suspended_until, e.suspended_until)`.as('suspended_until'),
      sql<Date | null>`case when (s.state = 'banned' and s.banned_until is null) or (t.state = 'banned' and t.banned_until is null) then null else greatest(s.banned_until, t.banned_until) end`.as('banned_until'),
      sql<boolean>`t.id is not null and (s.suspended_until > coalesce(t.suspended_until, '-infinity')
        or (s.state = 'banned' and t.state = 'banned' and coalesce(s.banned_until, 'infinity') > coalesce(t.banned_until, 'infinity')))`.as('longer'),
    ])
    // Who came in by a rule leaves by it; who is in already is in as they came.
    .select([
      sql<string>`case when t.state = 'active' then t.joined_through else s.joined_through end`.as('joined_through'),
      sql<string | null>`case when t.state = 'active' then t.invitation_id else s.invitation_id end`.as('invitation_id'),
    ])
    .where('s.place_id', '=', source.id)
    // Who was let in when it began and is in no longer was put out since, or left.
    .where(({ not, or, eb, exists, selectFrom }) =>
      or([
        eb('t.id', 'is not', null),
        not(exists(selectFrom('merge_membership as l').select('l.member_id').where('l.merge_id', '=', mergeId).where('l.place_id', '=', target.id).where('l.state_after', '=', 'active').whereRef('l.member_id', '=', 's.member_id'))),
      ]),
    )
    .orderBy('s.id')
    .execute();
  // Check constraints keep role and state to their words.
  const standing = (role: string | null, state: string | null): Standing => (role === null ? null : ({ role: role as Role, state: state as MembershipState, suspended: false }));
  return rows.map((row) => ({
    memberId: row.member_id,
    inSource: standing(row.role, row.state),
    inTarget: standing(row.target_role, row.target_state),
    note: row.note,
    suspendedUntil: row.suspended_until,
    bannedUntil: row.banned_until,
    leads: row.leads,
    longer: row.longer === true,
    bannedBefore: row.banned_before,
    joinedThrough: row.joined_through,
    invitationId: row.invitation_id,
    createdAt: row.created_at,
  }));
}

/** The first note of somebody keeps how they stood before; later ones only how they were left. */
export async function note(trx: Trx, mergeId: string, placeId: string, changes: readonly { memberId: string; before: Standing; bannedBefore?: Date | null; after: Standing }[]): Promise<void> {
  if (changes.length === 0) return;
  await trx
    .insertInto('merge_membership')
    .values(
      changes.map(({ memberId, before, bannedBefore = null, after }) => ({
        merge_id: mergeId, place_id: placeId, member_id: memberId, role_before: before?.role ?? null, state_before: before?.state ?? null, banned_until_before: bannedBefore, role_after: after?.role ?? null, state_after: after?.state ?? null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['merge_id', 'place_id', 'member_id']).doUpdateSet((eb) => ({ role_after: eb.ref('excluded.role_after'), state_after: eb.ref('excluded.state_after') })))
    .execute();
}

/** Old links let nobody back in who was put out of either, and who left while suspended still is. */
async function keepPutOut(trx: Trx, sourceId: string, targetId: string): Promise<void> {
  await sql`
    insert into membership_end (member_id, place_id, ended_at, by_self, suspended_until)
    select member_id, ${targetId}::uuid, ended_at, by_self, suspended_until from membership_end where place_id = ${sourceId}::uuid
    ${longerEnd}`.execute(trx);
  await sql`
    update membership t set suspended_until = e.suspended_until from membership_end e
    where t.place_id = ${targetId}::uuid and e.place_id = ${sourceId}::uuid and e.member_id = t.member_id
      and e.suspended_until > coalesce(t.suspended_until, '-infinity')`.execute(trx);
}

export async function countMembers(trx: Trx, placeId: string): Promise<void> {
  await sql`update place set member_count = (select count(*) from membership where place_id = ${placeId}::uuid and state = 'active') where id = ${placeId}::uuid`.execute(trx);
}

/** @throws {NobodyLeads} */
export async function requireSomebodyToLead(trx: Trx, placeId: string): Promise<void> {
  const admin = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('state', '=', 'active').where('role', '=', 'admin').limit(1).executeTakeFirst();
  if (admin === undefined) throw new NobodyLeads();
}

/** Invitations that still work lead to where the place went. They let in with no more than they say, and no one who was put out. */
export async function moveInvitations(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await trx.updateTable('invitation').set({ place_id: target.id, audience_id: insideAudience(target), merged_by: mergeId }).where('place_id', '=', source.id).where('revoked_at', 'is', null).execute();
}

/**
 * Puts the people of both places back as they stood. Whoever was banned from the merged place meanwhile stays banned from both, who
 * left it or was removed is a member of neither, and a role that was given or taken since then stays.
 * @param byId undid it
 * @param doneAt null when it turned back before it was done
 */
export async function partMembers(trx: Trx, moving: Moving, byId: string | null, doneAt: Date | null): Promise<void> {
  const { mergeId, source, target } = moving;
  if (doneAt !== null) await followSince(trx, moving, doneAt);
  await sql`
    update membership m set role = l.role_before, state = l.state_before,
      banned_until = case when l.state_before <> 'banned' then null when m.state = 'banned' then m.banned_until else l.banned_until_before end, audience_id = case when l.state_before = 'active' then ${membershipAudience(target, 'active')}::bigint else ${insideAudience(target)}::bigint end
    from merge_membership l
    where l.merge_id = ${mergeId}::uuid and l.place_id = ${target.id}::uuid and m.place_id = l.place_id and m.member_id = l.member_id
      and l.state_before is not null and m.state = l.state_after and m.role = l.role_after`.execute(trx);
  await sql`
    delete from membership m using merge_membership l
    where l.merge_id = ${mergeId}::uuid and l.place_id = ${target.id}::uuid and m.place_id = l.place_id and m.member_id = l.member_id
      and l.state_before is null and m.state = l.state_after`.execute(trx);
  for (const place of [source, target]) {
    await secureAdmin(trx, place.id, byId);
    await countMembers(trx, place.id);
  }
  await trx.updateTable('invitation').set({ place_id: source.id, audience_id: insideAudience(source), merged_by: null }).where('merged_by', '=', mergeId).execute();
}

/**
 * What befell members of the source in the merged place befalls them in the source, and old links, requests and rules bring nobody
 * back who was put out. Not its admins, unless they left of their own accord: else one side takes the other over by putting its
 * admins out and undoing.
 */
async function followSince(trx: Trx, { source, target }: Moving, doneAt: Date): Promise<void> {
  const both = sql`s.place_id = ${source.id}::uuid and t.place_id = ${target.id}::uuid and t.member_id = s.member_id`;
  const since = sql`e.place_id = ${target.id}::uuid and e.ended_at >= ${doneAt}::timestamptz`;
  await sql`
    update membership s set state = 'banned', role = 'member', banned_until = t.banned_until, audience_id = ${insideAudience(source)}::bigint
    from membership t where ${both} and s.state <> 'banned' and s.role <> 'admin' and t.state = 'banned' and t.decided_at > ${doneAt}::timestamptz`.execute(trx);
  // The merge made the longer of two terms hold in the target: what stands there now is what was decided since.
  await sql`
    update membership s set suspended_until = t.suspended_until
    from membership t where ${both} and s.state = 'active' and t.state = 'active' and s.suspended_until is distinct from t.suspended_until
      and (s.role <> 'admin' or t.suspended_until is null)`.execute(trx);
  // Who is banned from the target since before is none of its members, and was none.
  await sql`
    delete from membership s where s.place_id = ${source.id}::uuid and s.state = 'active'
      and not exists (select from membership t where t.place_id = ${target.id}::uuid and t.member_id = s.member_id and t.state in ('active', 'banned'))
      and (s.role <> 'admin' or exists (select from membership_end e where ${since} and e.member_id = s.member_id and e.by_self))`.execute(trx);
  await sql`
    insert into membership_end (member_id, place_id, ended_at, by_self, suspended_until)
    select e.member_id, ${source.id}::uuid, e.ended_at, e.by_self, e.suspended_until from membership_end e
    where ${since} and not exists (select from membership s where s.place_id = ${source.id}::uuid and s.member_id = e.member_id and s.state = 'active')
    ${longerEnd}`.execute(trx);
}

/** A place that nobody leads is led by its own people: a moderator first, then who undid it, then who was there longest. Never by somebody who was not in it. */
export async function secureAdmin(trx: Trx, placeId: string, byId: string | null): Promise<boolean> {
  const admin = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('state', '=', 'active').where('role', '=', 'admin').limit(1).executeTakeFirst();
  if (admin !== undefined) return true;
  const next = await membersWhoStand(trx, placeId)
    .select(['m.id', 'm.member_id', 'm.role'])
    .orderBy(sql`m.role = 'moderator'`, 'desc')
    .orderBy(sql`m.member_id is not distinct from ${byId}::uuid`, 'desc')
    .orderBy('m.created_at')
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst();
  // A check constraint keeps `role` to its words.
  if (next !== undefined) await setRole(trx, placeId, { id: next.id, memberId: next.member_id, role: next.role as Role, state: 'active' }, 'admin', byId ?? next.member_id, true);
  return next !== undefined;
}
