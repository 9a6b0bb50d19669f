// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { ProfileChanged } from '../identity/public.ts';
import { peopleWithTraits, thoseWhoBlock } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import { endGroupsOf } from './end-groups.ts';
import type { MembershipApproved, MembershipEnded, MembershipJoined, MembershipRulesChanged } from './events.ts';
import { lockPlace } from './find-place.ts';
import { changeMemberCount, membershipAudience, revokeInvitationsBy } from './memberships.ts';
import type { PlaceAccess } from './place-ref.ts';

/**
 * Membership by rule: whoever fits a rule of a place comes in, and whoever came in so and fits none any more leaves. Who came in
 * otherwise, or was given a role, stays. Who is banned, was put out or left does not come back by a rule. A group's rule chooses among
 * the members of its building. All run as the system, and doing it again changes nothing.
 */
const AT_ONCE = 1_000;

async function applyRules(trx: Trx, now: Date, placeId: string, among: readonly string[] | null): Promise<void> {
  await lockPlace(trx, placeId);
  const place = await trx.selectFrom('place').selectAll().where('id', '=', placeId).where('deleted_at', 'is', null).executeTakeFirst();
  if (place === undefined) return;
  const fitting = await whoFits(trx, placeId, among);
  const theirs = await trx
    .selectFrom('membership')
    .select(['id', 'member_id', 'role', 'state', 'joined_through'])
    .where('place_id', '=', placeId)
    .where(among === null ? sql<boolean>`true` : sql<boolean>`member_id = any(${[...among]}::uuid[])`)
    .execute();
  const known = new Set(theirs.map((row) => row.member_id));
  const wanted = [...fitting].flatMap(([id, welcome]) => (welcome && !known.has(id) ? [id] : []));
  // A check constraint keeps `access` to these words.
  const audience = membershipAudience({ access: place.access as PlaceAccess, membersAudienceId: place.members_audience_id, knowingAudienceId: place.knowing_audience_id }, 'active');
  await letIn(trx, now, placeId, audience, await thoseWhoMay(trx, { ...place, id: placeId }, wanted));
  const leaving = theirs.filter((row) => row.state === 'active' && row.role === 'member' && row.joined_through === 'rule' && !fitting.has(row.member_id));
  await letGo(trx, now, placeId, place.parent_id === null, leaving);
}

/** @returns of everybody whom a rule fits whether they may come in by one: not by that of somebody whom they block. */
async function whoFits(trx: Trx, placeId: string, among: readonly string[] | null): Promise<Map<string, boolean>> {
  const rules = await trx.selectFrom('membership_rule').select(['organisation_id', 'work_role', 'theme_id', 'created_by']).where('place_id', '=', placeId).execute();
  const fitting = new Map<string, boolean>();
  for (const rule of rules) {
    const traits = { organisationId: rule.organisation_id, workRole: rule.work_role, themeId: rule.theme_id };
    for (let after: string | null = null; ; ) {
      const people: string[] = await peopleWithTraits(trx, traits, { limit: AT_ONCE, after, among });
      const blocking = rule.created_by === null ? new Set<string>() : await thoseWhoBlock(trx, rule.created_by, people);
      for (const id of people) fitting.set(id, fitting.get(id) === true || !blocking.has(id));
      after = people.at(-1) ?? null;
      if (people.length < AT_ONCE) break;
    }
  }
  return fitting;
}

/** Not who left or was put out; of a group only members of its building; where no guests come only civil servants. */
async function thoseWhoMay(trx: Trx, place: { id: string; parent_id: string | null; guests_welcome: boolean }, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${[...ids]}::uuid[]) as asked (id)
    join account c on c.actor_id = asked.id and (${place.guests_welcome} or c.is_staff)
    where not exists (select from membership_end e where e.member_id = asked.id and e.place_id = ${place.id}::uuid)
      and (${place.parent_id}::uuid is null or exists (
        select from membership m where m.member_id = asked.id and m.place_id = ${place.parent_id}::uuid and m.state = 'active'))
    order by asked.id`.execute(trx);
  return rows.map((row) => row.id);
}

async function letIn(trx: Trx, now: Date, placeId: string, audience: number, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = ids.slice(from, from + AT_ONCE).map((member_id) => ({ id: newId(), member_id, place_id: placeId, role: 'member', state: 'active', joined_through: 'rule', audience_id: audience, decided_at: now, created_at: now }));
    await trx.insertInto('membership').values(rows).execute();
    await changeMemberCount(trx, placeId, rows.length);
    await publishAll<MembershipJoined>(trx, rows.map((row) => ({ type: 'MembershipJoined', placeId, membershipId: row.id, memberId: row.member_id, byRule: true })));
  }
}

async function letGo(trx: Trx, now: Date, placeId: string, isBuilding: boolean, leaving: readonly { id: string; member_id: string }[]): Promise<void> {
  if (leaving.length === 0) return;
  await trx.deleteFrom('membership').where(sql<boolean>`id = any(${leaving.map((row) => row.id)}::uuid[])`).execute();
  await changeMemberCount(trx, placeId, -leaving.length);
  for (const { member_id: memberId } of leaving) {
    await revokeInvitationsBy(trx, placeId, memberId, null, now);
    if (isBuilding) await endGroupsOf(trx, placeId, memberId, null, now);
  }
  await publishAll<MembershipEnded>(trx, leaving.map(({ member_id: memberId }) => ({ type: 'MembershipEnded', placeId, memberId, byId: null, reason: 'rule' })));
}

/** A rule was made or removed: everybody it may concern is looked at. */
export const applyChangedRules = subscriber<MembershipRulesChanged>({
  name: 'apply-changed-rules',
  queue: 'notify',
  types: ['MembershipRulesChanged'],
  handle: (trx, { placeId }, _stored, { clock }) => applyRules(trx, clock.now(), placeId, null),
});

/** Somebody gained or lost what rules ask for: buildings first, because groups choose among their members. */
export const applyRulesToPerson = subscriber<ProfileChanged>({
  name: 'apply-rules-to-person',
  queue: 'notify',
  types: ['ProfileChanged'],
  async handle(trx, { actorId }, _stored, { clock }) {
    const { rows } = await sql<{ id: string }>`
      select p.id from place p where p.deleted_at is null and exists (select from membership_rule r where r.place_id = p.id)
      order by p.parent_id is not null, p.id`.execute(trx);
    for (const { id } of rows) if (await concerns(trx, id, actorId)) await applyRules(trx, clock.now(), id, [actorId]);
  },
});

/** Asked before anything is locked: of most places nothing changes. */
async function concerns(trx: Trx, placeId: string, actorId: string): Promise<boolean> {
  const fitting = await whoFits(trx, placeId, [actorId]);
  const mine = await trx.selectFrom('membership').select('joined_through').where('place_id', '=', placeId).where('member_id', '=', actorId).executeTakeFirst();
  return fitting.has(actorId) ? mine === undefined && fitting.get(actorId) === true : mine?.joined_through === 'rule';
}

/** Who comes into a building may fit the rules of its groups. */
export const applyRulesOfGroups = subscriber<MembershipJoined | MembershipApproved>({
  name: 'apply-rules-of-groups',
  queue: 'notify',
  types: ['MembershipJoined', 'MembershipApproved'],
  async handle(trx, { placeId, memberId }, _stored, { clock }) {
    const { rows } = await sql<{ id: string }>`
      select p.id from place p where p.parent_id = ${placeId}::uuid and p.deleted_at is null and exists (select from membership_rule r where r.place_id = p.id) order by p.id`.execute(trx);
    for (const { id } of rows) await applyRules(trx, clock.now(), id, [memberId]);
  },
});
