// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { Conflict } from '../../platform/http/problem.ts';
import { publish } from '../../platform/outbox/publish.ts';
import { subscriber } from '../../platform/outbox/subscriber.ts';
import type { MergeStarted, PlaceMerged, PlacesParted } from '../events.ts';
import { insideAudience } from '../memberships.ts';
import { showPlace } from '../change-access.ts';
import { knownTo } from '../place-audience.ts';
import { followSource } from './follow-source.ts';
import { moveGroups, moveGroupsBack } from './merge-groups.ts';
import { mergeMembers, moveInvitations, partMembers, requireSomebodyToLead, secureAdmin } from './merge-members.ts';
import { allMovers, type Moving } from './merge-movers.ts';
import { moveRulesAndLists, moveRulesAndListsBack } from './merge-rules-and-lists.ts';
import { lockSides, mergeRows, type MergeRow, type Side } from './merge-row.ts';
import { requireNothingUnderWay } from './under-way.ts';

/**
 * Up to so many posts and replies move in the transaction of the press. More of them move in the background, some at a time: both
 * places stay open meanwhile, and nobody waits longer than one batch takes (see docs/decisions/0014).
 */
export const AT_ONCE = 1_000;
const BATCH = 1_000;

const nobody = { actorId: null };

/** As the system. The merge as it is after both places are locked. @throws {Conflict} when it is no longer what it was */
export async function lockMerge(trx: Trx, asker: { actorId: string | null }, id: string, states: readonly MergeRow['state'][]): Promise<MergeRow> {
  const find = async () => (await mergeRows(trx, asker, sql<boolean>`m.id = ${id}::uuid`, 1))[0];
  const found = await find();
  if (found === undefined) throw new MergeChanged();
  await lockSides(trx, [found.source, found.target]);
  const locked = await find();
  if (locked === undefined || !states.includes(locked.state)) throw new MergeChanged();
  return locked;
}

export class MergeChanged extends Conflict {
  constructor() {
    super('merge-changed', { nl: 'Dit is intussen veranderd. Kijk opnieuw.', en: 'This has changed meanwhile. Look again.' });
  }
}

const movingOf = ({ id, source, target }: MergeRow): Moving => ({ mergeId: id, source, target });

/** Both sides agreed. The caller holds the locks, as the system. */
export async function startMerge(trx: Trx, merge: MergeRow, now: Date): Promise<void> {
  if (merge.source.deletedAt !== null || merge.target.deletedAt !== null) throw new MergeChanged();
  await requireNothingUnderWay(trx, [merge.source, merge.target]);
  const moving = movingOf(merge);
  let posts = 0;
  for (const mover of allMovers()) posts += await mover.count(trx, merge.source.id, merge.source.kind);
  await trx.updateTable('merge').set({ state: 'moving', posts, moved: 0 }).where('id', '=', merge.id).execute();
  // Before their posts: nobody loses sight of anything on the way.
  await mergeMembers(trx, moving, now);
  await requireSomebodyToLead(trx, merge.target.id);
  if (posts > AT_ONCE) {
    await publish<MergeStarted>(trx, { type: 'MergeStarted', mergeId: merge.id });
    return;
  }
  while ((await moveSome(trx, moving)) > 0);
  await finishMerge(trx, merge, now);
}

async function moveSome(trx: Trx, moving: Moving): Promise<number> {
  let moved = 0;
  for (const mover of allMovers()) moved += await mover.move(trx, moving, BATCH);
  if (moved > 0) await trx.updateTable('merge').set((merge) => ({ moved: merge('moved', '+', moved) })).where('id', '=', moving.mergeId).execute();
  return moved;
}

/**
 * Everything has moved: the rest goes in one step, and the address leads on. When nobody is left to lead a building it turns back.
 * @returns false when it does
 */
async function finishMerge(trx: Trx, merge: MergeRow, now: Date): Promise<boolean> {
  const moving = movingOf(merge);
  const { source, target } = merge;
  await followSource(trx, moving, now);
  await mergeMembers(trx, moving, now);
  // Each side may have put out the admins of the other meanwhile. A group is led by the admins of its building then.
  if (!(await secureAdmin(trx, target.id, null)) && target.kind === 'building') {
    await turnBack(trx, merge);
    return false;
  }
  await moveInvitations(trx, moving);
  await moveRulesAndLists(trx, moving);
  await moveGroups(trx, moving);
  for (const mover of allMovers()) await mover.finish(trx, moving);
  await leadOn(trx, source, target, now);
  await trx.updateTable('merge').set({ state: 'done', done_at: now }).where('id', '=', merge.id).execute();
  await publish<PlaceMerged>(trx, { type: 'PlaceMerged', mergeId: merge.id, placeId: source.id, intoId: target.id });
  return true;
}

/** What moved so far goes back where it was. */
async function turnBack(trx: Trx, { id }: MergeRow): Promise<void> {
  await trx.updateTable('merge').set({ state: 'undoing', moved: 0 }).where('id', '=', id).execute();
}

/** Of a place that not everybody may know of, the address is for those only who may know of the other, and are inside. */
async function leadOn(trx: Trx, source: Side, target: Side, now: Date): Promise<void> {
  const known = source.access === 'hidden' ? insideAudience(target) : knownTo({ ...target, building: target.building });
  await trx.updateTable('place').set({ merged_into: target.id, deleted_at: now, audience_id: known }).where('id', '=', source.id).execute();
  await trx.updateTable('actor').set({ deleted_at: now, audience_id: known }).where('id', '=', source.id).execute();
  // What led to the source, and was known to its members only, is for the members of where it is now.
  for (const [from, to] of [[source.membersAudienceId, target.membersAudienceId], [source.knowingAudienceId, target.knowingAudienceId]] as const) {
    if (from === null || to === null) continue;
    await trx.updateTable('place').set({ audience_id: to }).where('merged_into', '=', source.id).where('audience_id', '=', from).execute();
  }
  await sql`
    update place set last_activity_at = greatest(place.last_activity_at, gone.last_activity_at),
      public_activity_at = case when place.access = 'open' then greatest(place.public_activity_at, gone.public_activity_at) else place.public_activity_at end
    from place gone where place.id = ${target.id}::uuid and gone.id = ${source.id}::uuid`.execute(trx);
}

/** Within 30 days. The caller holds the locks, as the system. */
export async function startUndoing(trx: Trx, merge: MergeRow, byId: string, now: Date): Promise<void> {
  const { source, target } = merge;
  await trx.updateTable('merge').set({ state: 'undoing', moved: 0 }).where('id', '=', merge.id).execute();
  await trx.updateTable('place').set({ merged_into: null, deleted_at: null }).where('id', '=', source.id).execute();
  await trx.updateTable('actor').set({ deleted_at: null }).where('id', '=', source.id).execute();
  await showPlace(trx, source, source.access);
  for (const [from, to] of [[target.membersAudienceId, source.membersAudienceId], [target.knowingAudienceId, source.knowingAudienceId]] as const) {
    if (from === null || to === null) continue;
    await trx.updateTable('place').set({ audience_id: to }).where('merged_into', '=', source.id).where('audience_id', '=', from).execute();
  }
  if (merge.posts > AT_ONCE) {
    await publish<MergeStarted>(trx, { type: 'MergeStarted', mergeId: merge.id });
    await trx.updateTable('merge').set({ source_agreed_by: byId }).where('id', '=', merge.id).execute();
    return;
  }
  while ((await moveSomeBack(trx, movingOf(merge))) > 0);
  await finishUndoing(trx, merge, byId, now);
}

async function moveSomeBack(trx: Trx, moving: Moving): Promise<number> {
  let moved = 0;
  for (const mover of allMovers()) moved += await mover.moveBack(trx, moving, BATCH);
  if (moved > 0) await trx.updateTable('merge').set((merge) => ({ moved: merge('moved', '+', moved) })).where('id', '=', moving.mergeId).execute();
  return moved;
}

async function finishUndoing(trx: Trx, merge: MergeRow, byId: string | null, now: Date): Promise<void> {
  const moving = movingOf(merge);
  await partMembers(trx, moving, byId, merge.doneAt);
  await moveGroupsBack(trx, moving, merge.doneAt ?? now);
  await moveRulesAndListsBack(trx, moving);
  for (const mover of allMovers()) await mover.finishBack(trx, moving);
  await trx.updateTable('merge').set({ state: 'undone', undone_at: now }).where('id', '=', merge.id).execute();
  await publish<PlacesParted>(trx, { type: 'PlacesParted', mergeId: merge.id, placeId: merge.source.id, fromId: merge.target.id });
}

/** One batch of a merge in the background, or the last step. @returns false when there is nothing left to do */
async function carryOn(database: Database, clock: Clock, mergeId: string): Promise<boolean> {
  return database.asSystem(async (trx) => {
    const merge = await lockMerge(trx, nobody, mergeId, ['moving', 'undoing']).catch((error: unknown) => {
      if (error instanceof MergeChanged) return null;
      throw error;
    });
    if (merge === null) return false;
    const forward = merge.state === 'moving';
    if (forward && (merge.source.deletedAt !== null || merge.target.deletedAt !== null)) {
      await turnBack(trx, merge);
      return true;
    }
    const moved = await (forward ? moveSome(trx, movingOf(merge)) : moveSomeBack(trx, movingOf(merge)));
    if (moved > 0) return true;
    if (forward) return !(await finishMerge(trx, merge, clock.now()));
    await finishUndoing(trx, merge, merge.source.agreedBy, clock.now());
    return false;
  });
}

/** Goes on where it stopped, however often it is begun: each batch is a transaction of its own, and notes what it moved. */
export const carryOutMerge = subscriber<MergeStarted>({
  name: 'carry-out-merge',
  queue: 'housekeeping',
  types: ['MergeStarted'],
  async deliver({ mergeId }, _stored, { database, clock }: Deps) {
    while (await carryOn(database, clock, mergeId));
  },
});
