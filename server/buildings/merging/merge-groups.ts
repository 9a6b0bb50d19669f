// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { moveAudiences, movesInto } from '../audience-moves.ts';
import { groupsIn, showPlace } from '../change-access.ts';
import type { PlaceAccess } from '../place-ref.ts';
import type { MembershipState, Role } from '../policy.ts';
import { countMembers, note } from './merge-members.ts';
import { allMovers, type Moving } from './merge-movers.ts';

/**
 * The groups of a building go to the other one, with their members, as open as that allows: in a building that is not open, an
 * open group becomes one that its members join at once. Their posts follow with those of the building. Whoever has no place in the
 * other building has none in its groups.
 */
export async function moveGroups(trx: Trx, moving: Moving): Promise<void> {
  const { mergeId, source, target } = moving;
  if (source.kind !== 'building') return;
  const taken = new Set((await trx.selectFrom('place').select('slug_key').where('parent_id', '=', target.id).execute()).map((row) => row.slug_key));
  for (const group of await groupsIn(trx, source.id)) {
    const row = await trx.selectFrom('place').select(['slug', 'access', 'members_may_join']).where('id', '=', group.id).executeTakeFirstOrThrow();
    const closes = group.access === 'open' && target.access !== 'open';
    const access = closes ? 'closed' : group.access;
    const slug = freeSlug(row.slug, taken);
    await trx.insertInto('merge_group').values({ merge_id: mergeId, group_id: group.id, slug_before: row.slug, access_before: row.access, members_may_join_before: row.members_may_join }).execute();
    await trx.updateTable('place').set({ parent_id: target.id, former_parent_id: source.id, former_slug_key: row.slug.toLowerCase(), slug, access, members_may_join: closes || (row.members_may_join && target.access !== 'open') }).where('id', '=', group.id).execute();
    await trx.updateTable('membership').set({ building_id: target.id }).where('place_id', '=', group.id).execute();
    await dropOutsiders(trx, moving, group.id);
    if (group.deletedAt === null) await showPlace(trx, { ...group, building: target }, access);
  }
}

function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${slug.slice(0, 36)}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}

async function dropOutsiders(trx: Trx, { mergeId, target }: Moving, groupId: string): Promise<void> {
  const { rows } = await sql<{ member_id: string; role: Role; state: MembershipState }>`
    delete from membership m where m.place_id = ${groupId}::uuid and m.state in ('active', 'requested')
      and not exists (select from membership t where t.place_id = ${target.id}::uuid and t.member_id = m.member_id and t.state = 'active')
    returning m.member_id, m.role, m.state`.execute(trx);
  await note(trx, mergeId, groupId, rows.map((row) => ({ memberId: row.member_id, before: { role: row.role, state: row.state, suspended: false }, after: null })));
  await countMembers(trx, groupId);
}

/**
 * Those that are still where the merge brought them. One that the merge closed opens again, unless something was written in it behind
 * that door: then it stays closed, and in an open building nobody joins it at once. What is not open holds nothing public.
 */
export async function moveGroupsBack(trx: Trx, { mergeId, source, target }: Moving, doneAt: Date): Promise<void> {
  const noted = await trx
    .selectFrom('merge_group as g')
    .innerJoin('place as p', 'p.id', 'g.group_id')
    .select(['g.group_id', 'g.slug_before', 'g.access_before', 'g.members_may_join_before', 'p.access', 'p.members_may_join', 'p.members_audience_id', 'p.staff_members_audience_id', 'p.knowing_audience_id', 'p.deleted_at'])
    .where('g.merge_id', '=', mergeId)
    .where('p.parent_id', '=', target.id)
    .orderBy('g.group_id')
    .execute();
  for (const group of noted) {
    // What was closed since stays closed.
    const wasClosedByIt = group.access === 'closed' && group.access_before === 'open' && target.access !== 'open';
    const reopens = wasClosedByIt && !(await writtenIn(trx, group.group_id, doneAt));
    const closes = group.access === 'open' && source.access !== 'open';
    // A check constraint keeps `access` to these words.
    const access = (reopens ? 'open' : closes ? 'closed' : group.access) as PlaceAccess;
    const membersMayJoin = reopens ? group.members_may_join_before : closes || (group.members_may_join && source.access !== 'open');
    await trx.updateTable('place').set({ parent_id: source.id, former_parent_id: null, former_slug_key: null, slug: group.slug_before, access, members_may_join: membersMayJoin }).where('id', '=', group.group_id).execute();
    await trx.updateTable('membership').set({ building_id: source.id }).where('place_id', '=', group.group_id).execute();
    await sql`
      delete from membership m where m.place_id = ${group.group_id}::uuid and m.state in ('active', 'requested')
        and not exists (select from membership s where s.place_id = ${source.id}::uuid and s.member_id = m.member_id and s.state = 'active')`.execute(trx);
    await letBackIn(trx, mergeId, source.id, group.group_id, group.knowing_audience_id ?? group.members_audience_id);
    await countMembers(trx, group.group_id);
    const place = { id: group.group_id, membersAudienceId: group.members_audience_id, staffMembersAudienceId: group.staff_members_audience_id, knowingAudienceId: group.knowing_audience_id, building: source };
    if (group.deleted_at === null) await showPlace(trx, place, access);
    if (access !== 'open') await moveAudiences(trx, { kind: 'narrow', placeId: place.id, moves: movesInto(place), remember: false });
  }
}

async function writtenIn(trx: Trx, groupId: string, since: Date): Promise<boolean> {
  for (const mover of allMovers()) if ((await mover.writtenIn?.(trx, groupId, since)) === true) return true;
  return false;
}

async function letBackIn(trx: Trx, mergeId: string, buildingId: string, groupId: string, audienceId: number): Promise<void> {
  const dropped = await trx
    .selectFrom('merge_membership as l')
    .innerJoin('membership as s', (join) => join.onRef('s.member_id', '=', 'l.member_id').on('s.place_id', '=', buildingId).on('s.state', '=', 'active'))
    .select(['l.member_id', 'l.role_before', 'l.state_before'])
    .where('l.merge_id', '=', mergeId)
    .where('l.place_id', '=', groupId)
    .execute();
  if (dropped.length === 0) return;
  await trx
    .insertInto('membership')
    .values(dropped.map((each) => ({ id: newId(), member_id: each.member_id, place_id: groupId, role: each.role_before ?? 'member', state: each.state_before ?? 'active', audience_id: audienceId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
