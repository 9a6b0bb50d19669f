// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { cleanName } from '../../identity/public.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import { BadInput, Conflict, Forbidden, NotFound } from '../../platform/http/problem.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../../platform/http/paging.ts';
import { newId } from '../../platform/ids.ts';
import { publish } from '../../platform/outbox/publish.ts';
import type { MergeProposed } from '../events.ts';
import { type PlaceForViewer, placeForViewerById } from '../find-place.ts';
import { lockMerge, MergeChanged, startMerge, startUndoing } from './carry-out-merge.ts';
import { lockSides, mergeRows, type MergeRow, type Side } from './merge-row.ts';
import { canAgreeToMerge, canEndMerge, canProposeMerge, canSeeMerge, canUndoMerge, type Deciding } from './merge-rules.ts';
import { requireNothingUnderWay, UNDO_MS } from './under-way.ts';

export interface TwoPlaces {
  source: PlaceForViewer;
  target: PlaceForViewer;
}

/** @throws {NotFound} when the viewer may not know of both, {@link BadInput} when they cannot become one, {@link Forbidden} */
export async function placesToMerge(trx: Trx, viewer: Member, sourceId: string, targetId: string): Promise<TwoPlaces> {
  // One after the other: a missing one of the two must not tell which.
  const source = await placeForViewerById(trx, viewer, sourceId);
  const target = await placeForViewerById(trx, viewer, targetId);
  if (source.id === target.id) throw new BadInput('targetId', { nl: 'Kies twee verschillende plekken.', en: 'Choose two different places.' });
  if (source.building?.id !== target.building?.id) throw new BadInput('targetId', { nl: 'Twee gebouwen kunnen samen, of twee groepen van één gebouw.', en: 'Two buildings can become one, or two groups of one building.' });
  const may = canProposeMerge({ isAdministrator: viewer.isAdministrator, kind: source.building === null ? 'building' : 'group', administersSource: source.can.edit, administersTarget: target.can.edit });
  if (!may) throw new Forbidden({ nl: 'Alleen een beheerder van een van beide kan dit voorstellen.', en: 'Only an admin of one of the two can propose this.' });
  return { source, target };
}

/**
 * Proposes that one place goes up in another, and does it at once when the viewer administers both.
 * @param name of the place that goes: the screens ask for it, so that nobody merges the wrong one
 */
export async function proposeMerge(trx: Trx, clock: Clock, viewer: Member, wanted: { sourceId: string; targetId: string; name: string }): Promise<MergeRow> {
  const { source, target } = await placesToMerge(trx, viewer, wanted.sourceId, wanted.targetId);
  requireName(source.name, wanted.name);
  const now = clock.now();
  const agreed = { source: source.can.edit ? viewer.actorId : null, target: target.can.edit ? viewer.actorId : null };
  // As the system: what is agreed between two places is nobody's to read but of who decides on it.
  return withSystem(trx, async () => {
    const sides = [source, target].map(({ id, building }) => ({ id, parentId: building?.id ?? null }));
    await lockSides(trx, sides);
    await requireNothingUnderWay(trx, sides);
    const id = newId();
    const inserted = await trx
      .insertInto('merge')
      .values({ id, source_id: source.id, target_id: target.id, state: 'proposed', proposed_by: viewer.actorId, source_agreed_by: agreed.source, target_agreed_by: agreed.target, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) throw new Conflict('merge-proposed', { nl: 'Dit is al voorgesteld en wacht op een antwoord.', en: 'This has been proposed already and waits for an answer.' }, 'targetId');
    if (agreed.source !== null && agreed.target !== null) await startMerge(trx, await lockMerge(trx, viewer, id, ['proposed']), now);
    else await publish<MergeProposed>(trx, { type: 'MergeProposed', mergeId: id, sourceId: source.id, targetId: target.id, byId: viewer.actorId });
    return mergeById(trx, viewer, id);
  });
}

function requireName(name: string, given: string): void {
  if (cleanName(given) !== name) throw new BadInput('name', { nl: 'Dit is niet de naam van de plek die opgaat in de andere. Neem hem precies over.', en: 'This is not the name of the place that goes. Copy it exactly.' });
}

export function decidingOf(viewer: Member, { source, target, proposedBy }: MergeRow): Deciding {
  return {
    isAdministrator: viewer.isAdministrator,
    kind: source.kind,
    administersSource: source.administered,
    administersTarget: target.administered,
    sourceAgreed: source.agreedBy !== null,
    targetAgreed: target.agreedBy !== null,
    isProposer: proposedBy === viewer.actorId,
  };
}

/** As the system. @throws {NotFound} for a merge that the viewer does not decide on and did not propose */
async function mergeById(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  const [merge] = await mergeRows(trx, viewer, sql<boolean>`m.id = ${id}::uuid`, 1);
  if (merge === undefined || !(await maySee(trx, viewer, merge))) throw new NotFound();
  return merge;
}

/** Whoever proposed it and administers neither sees it for as long as they may know of both. */
async function maySee(_trx: Trx, viewer: Member, merge: MergeRow): Promise<boolean> {
  const deciding = decidingOf(viewer, merge);
  if (!canSeeMerge(deciding)) return false;
  if (deciding.administersSource || deciding.administersTarget) return true;
  const known = (side: Side) => side.access !== 'hidden' && (side.deletedAt === null || side.mergedInto !== null);
  return known(merge.source) && known(merge.target);
}

/** @throws {NotFound} as {@link mergeById} */
export function mergeForViewer(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, () => mergeById(trx, viewer, id));
}

/** What the viewer decides on or proposed, latest first; those that came to nothing are left out, so a page may hold fewer than there is room for. */
export function mergesForViewer(trx: Trx, viewer: Member, { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string }): Promise<{ items: MergeRow[]; next: string | null }> {
  const after = decodeMomentCursor(cursor);
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    const mine = sql<boolean>`m.state not in ('ended', 'undone') and (m.proposed_by = ${viewer.actorId}::uuid or exists (
      select from place p join membership a on a.place_id in (p.id, p.parent_id)
      where p.id in (m.source_id, m.target_id) and a.member_id = ${viewer.actorId}::uuid and a.role = 'admin' and a.state = 'active'))
      and ${after === null ? sql`true` : sql`(m.created_at, m.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`}`;
    const rows = await mergeRows(trx, viewer, mine, limit + 1);
    const { items, next } = pageOf(rows, limit, (row) => row, (row) => [row.createdAt.toISOString(), row.id]);
    const seen = await Promise.all(items.map(async (row) => ((await maySee(trx, viewer, row)) ? [row] : [])));
    return { items: seen.flat(), next };
  });
}

/** An admin of the side that did not agree yet does so, having seen what it brings. With both agreed it is carried out. */
export async function agreeToMerge(trx: Trx, clock: Clock, viewer: Member, id: string, name: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    await mergeById(trx, viewer, id);
    const merge = await lockMerge(trx, viewer, id, ['proposed']);
    const deciding = decidingOf(viewer, merge);
    if (!canAgreeToMerge(deciding)) throw new Forbidden({ nl: 'Hierover beslist een beheerder van de andere plek.', en: 'An admin of the other place decides on this.' });
    if (merge.source.deletedAt !== null || merge.target.deletedAt !== null) throw new MergeChanged();
    requireName(merge.source.ref.name, name);
    const agreed = {
      ...(deciding.administersSource && !deciding.sourceAgreed ? { source_agreed_by: viewer.actorId } : {}),
      ...(deciding.administersTarget && !deciding.targetAgreed ? { target_agreed_by: viewer.actorId } : {}),
    };
    const after = await trx.updateTable('merge').set(agreed).where('id', '=', id).returning(['source_agreed_by', 'target_agreed_by']).executeTakeFirstOrThrow();
    if (after.source_agreed_by !== null && after.target_agreed_by !== null) {
      await requireWillingStill(trx, merge, viewer);
      await startMerge(trx, merge, clock.now());
    }
    return mergeById(trx, viewer, id);
  });
}

/** Who agreed for a side may have lost the right since: then their word no longer counts, and the side is asked again. */
async function requireWillingStill(trx: Trx, merge: MergeRow, viewer: Member): Promise<void> {
  for (const [side, column] of [[merge.source, 'source_agreed_by'], [merge.target, 'target_agreed_by']] as const) {
    if (side.agreedBy === null || side.agreedBy === viewer.actorId) continue;
    const [as] = await mergeRows(trx, { actorId: side.agreedBy }, sql<boolean>`m.id = ${merge.id}::uuid`, 1);
    const stands = (column === 'source_agreed_by' ? as?.source : as?.target)?.administered === true;
    if (!stands) throw new MergeChanged();
  }
}

/** Refuses a proposal, or takes it back. */
export async function endMerge(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    await mergeById(trx, viewer, id);
    const merge = await lockMerge(trx, viewer, id, ['proposed']);
    if (!canEndMerge(decidingOf(viewer, merge))) throw new Forbidden();
    await trx.updateTable('merge').set({ state: 'ended' }).where('id', '=', id).execute();
    return mergeById(trx, viewer, id);
  });
}

/** Whether the viewer can undo it now. */
export function undoableUntil({ state, doneAt, target }: MergeRow, now: Date): Date | null {
  if (state !== 'done' || doneAt === null || target.deletedAt !== null) return null;
  const end = new Date(doneAt.getTime() + UNDO_MS);
  return end > now ? end : null;
}

export async function undoMerge(trx: Trx, clock: Clock, viewer: Member, id: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    await mergeById(trx, viewer, id);
    const merge = await lockMerge(trx, viewer, id, ['done']);
    const now = clock.now();
    if (!canUndoMerge(decidingOf(viewer, merge))) throw new Forbidden();
    if (undoableUntil(merge, now) === null) {
      throw new Conflict('merge-final', { nl: 'Dit kan niet meer ongedaan worden gemaakt: er is meer dan 30 dagen voorbij, of de plek is zelf verder gegaan.', en: 'This can no longer be undone: more than 30 days have passed, or the place has gone on itself.' });
    }
    await requireNothingUnderWay(trx, [merge.source, merge.target]);
    await startUndoing(trx, merge, viewer.actorId, now);
    return mergeById(trx, viewer, id);
  });
}
