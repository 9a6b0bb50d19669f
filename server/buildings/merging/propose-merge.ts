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
import type { PlaceRef } from '../place-ref.ts';
import { lockMerge, MergeChanged, startMerge, startUndoing } from './carry-out-merge.ts';
import { lockSides, mergeRows, type MergeRow, type Side, sidesOf } from './merge-row.ts';
import { canAgreeToMerge, canEndMerge, canProposeMerge, canSeeMerge, canUndoMerge, type Deciding } from './merge-rules.ts';
import { termsOf } from './merge-terms.ts';
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
  // As the system: what is agreed between two places is nobody's to read but of who decides on it.
  return withSystem(trx, async () => {
    const places = [source, target].map(({ id, building }) => ({ id, parentId: building?.id ?? null }));
    await lockSides(trx, places);
    await requireNothingUnderWay(trx, places);
    const sides = await sidesOf(trx, viewer, [source.id, target.id]);
    const agreed = { source: sides.get(source.id)?.speaks === true, target: sides.get(target.id)?.speaks === true };
    const terms = await termsOf(trx, { source: { id: source.id, parentId: source.building?.id ?? null }, target });
    const id = newId();
    const inserted = await trx
      .insertInto('merge')
      .values({ id, source_id: source.id, target_id: target.id, state: 'proposed', proposed_by: viewer.actorId, ...wordsOf(viewer, agreed, terms), created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) throw new Conflict('merge-proposed', { nl: 'Dit is al voorgesteld en wacht op een antwoord.', en: 'This has been proposed already and waits for an answer.' }, 'targetId');
    if (agreed.source && agreed.target) await startMerge(trx, await lockMerge(trx, viewer, id, ['proposed']), now);
    else await publish<MergeProposed>(trx, { type: 'MergeProposed', mergeId: id, sourceId: source.id, targetId: target.id, byId: viewer.actorId });
    return mergeNow(trx, viewer, id);
  });
}

/** A word for each side that the viewer speaks for, and on what it was given. */
function wordsOf({ actorId }: Member, { source, target }: { source: boolean; target: boolean }, terms: string) {
  return { ...(source ? { source_agreed_by: actorId, source_agreed_on: terms } : {}), ...(target ? { target_agreed_by: actorId, target_agreed_on: terms } : {}) };
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
    speaksForSource: source.speaks,
    speaksForTarget: target.speaks,
    sourceAgreed: source.agreedBy !== null,
    targetAgreed: target.agreedBy !== null,
    isProposer: proposedBy === viewer.actorId,
  };
}

/** As the system. @throws {NotFound} for a merge that the viewer does not decide on and did not propose */
async function mergeById(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  const [merge] = await seenBy(trx, viewer, await mergeRows(trx, viewer, sql<boolean>`m.id = ${id}::uuid`, 1));
  if (merge === undefined) throw new NotFound();
  return merge;
}

/** As the system. For who decided on it just now: by what they decided they may have lost sight of it. */
async function mergeNow(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  const [merge] = await mergeRows(trx, viewer, sql<boolean>`m.id = ${id}::uuid`, 1);
  if (merge === undefined) throw new NotFound();
  return merge;
}

/**
 * Those of the merges that the viewer decides on now, or proposed and still might, as far as they may know of both places today.
 * Its admins tell the other side of a place when they agree, and for as long as that stands.
 */
async function seenBy(trx: Trx, viewer: Member, merges: readonly MergeRow[]): Promise<MergeRow[]> {
  const theirs = merges.filter((merge) => canSeeMerge(decidingOf(viewer, merge)));
  const known = await knownAmong(trx, viewer, theirs.flatMap(({ source, target }) => [source.id, target.id]));
  return theirs.filter((merge) => {
    const { source, target, state } = merge;
    const leads = source.administered || target.administered;
    // Of what is gone there is no news.
    const stands = (side: Side) => (state !== 'ended' && state !== 'undone') || side.deletedAt !== null;
    const told = (side: Side) => leads && (side.administered || (side.agreedBy !== null && stands(side)));
    return [source, target].every((side) => told(side) || known.has(side.id));
  });
}

/** As the system. Places that went up in another count where the viewer may know of them. */
async function knownAmong(trx: Trx, viewer: Member, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  const rows = await trx
    .selectFrom('place as p')
    .select('p.id')
    .where('p.id', 'in', [...new Set(ids)])
    .where(sql<boolean>`(p.deleted_at is null or p.merged_into is not null) and (p.audience_id = ${audiences} or p.members_audience_id = ${audiences})`)
    .execute();
  return new Set(rows.map((row) => row.id));
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
    return { items: await seenBy(trx, viewer, items), next };
  });
}

/** Proposals on which the viewer has a word to give, latest first. */
export async function mergesToAnswer(trx: Trx, viewer: Member): Promise<{ id: string; source: PlaceRef; target: PlaceRef; createdAt: Date }[]> {
  const { items } = await mergesForViewer(trx, viewer, {});
  return items.filter((merge) => merge.state === 'proposed' && canAgreeToMerge(decidingOf(viewer, merge))).map(({ id, source, target, createdAt }) => ({ id, source: source.ref, target: target.ref, createdAt }));
}

/** What one side agreed on is no longer what would be done: it is asked again. */
export class TermsChanged extends Conflict {
  constructor() {
    super('merge-changed', {
      nl: 'Sinds de andere plek ja zei, is er iets veranderd: wie er binnen mag, wie beheerder is of wie er geblokkeerd is. Kijk opnieuw wat er gebeurt. De andere plek moet ook weer ja zeggen.',
      en: 'Something has changed since the other place agreed: who may come in, who is admin or who is banned. Look again at what will happen. The other place must agree again too.',
    });
  }
}

/**
 * Who speaks for a side that did not agree yet does so, having seen what it brings. With both agreed it is carried out.
 * @throws {TermsChanged} when the other word was given on something else; see {@link dropOldWords}
 */
export async function agreeToMerge(trx: Trx, clock: Clock, viewer: Member, id: string, name: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    await mergeById(trx, viewer, id);
    const merge = await lockMerge(trx, viewer, id, ['proposed']);
    const deciding = decidingOf(viewer, merge);
    if (!canAgreeToMerge(deciding)) throw new Forbidden({ nl: 'Hierover beslist een beheerder van de andere plek.', en: 'An admin of the other place decides on this.' });
    if (merge.source.deletedAt !== null || merge.target.deletedAt !== null) throw new MergeChanged();
    requireName(merge.source.ref.name, name);
    const terms = await termsOf(trx, merge);
    const old = await oldWords(trx, merge, terms);
    if (old.source || old.target) throw new TermsChanged();
    const words = wordsOf(viewer, { source: deciding.speaksForSource && !deciding.sourceAgreed, target: deciding.speaksForTarget && !deciding.targetAgreed }, terms);
    const after = await trx.updateTable('merge').set(words).where('id', '=', id).returning(['source_agreed_by', 'target_agreed_by']).executeTakeFirstOrThrow();
    if (after.source_agreed_by !== null && after.target_agreed_by !== null) await startMerge(trx, merge, clock.now());
    return mergeNow(trx, viewer, id);
  });
}

/** Which of the words that were given count no more: on something else than is so now, or by somebody who could not give it now. */
async function oldWords(trx: Trx, merge: MergeRow, terms: string): Promise<{ source: boolean; target: boolean }> {
  const old = { source: false, target: false };
  for (const which of ['source', 'target'] as const) {
    const { agreedBy, agreedOn } = merge[which];
    if (agreedBy === null) continue;
    const side = (await sidesOf(trx, { actorId: agreedBy }, [merge[which].id])).get(merge[which].id);
    old[which] = agreedOn !== terms || side?.speaks !== true;
  }
  return old;
}

/** After {@link TermsChanged}, in a transaction of its own: what counts no more is taken away, and both sides are told. */
export async function dropOldWords(trx: Trx, viewer: Member, id: string): Promise<void> {
  // As the system: see proposeMerge.
  await withSystem(trx, async () => {
    const merge = await lockMerge(trx, viewer, id, ['proposed']);
    const old = await oldWords(trx, merge, await termsOf(trx, merge));
    if (!old.source && !old.target) return;
    await trx
      .updateTable('merge')
      .set({ ...(old.source ? { source_agreed_by: null, source_agreed_on: null } : {}), ...(old.target ? { target_agreed_by: null, target_agreed_on: null } : {}) })
      .where('id', '=', id)
      .execute();
    await publish<MergeProposed>(trx, { type: 'MergeProposed', mergeId: id, sourceId: merge.source.id, targetId: merge.target.id, byId: viewer.actorId });
  });
}

/** Refuses a proposal, or takes it back. */
export async function endMerge(trx: Trx, viewer: Member, id: string): Promise<MergeRow> {
  // As the system: see proposeMerge.
  return withSystem(trx, async () => {
    await mergeById(trx, viewer, id);
    const merge = await lockMerge(trx, viewer, id, ['proposed']);
    if (!canEndMerge(decidingOf(viewer, merge))) throw new Forbidden();
    await trx.updateTable('merge').set({ state: 'ended' }).where('id', '=', id).execute();
    return mergeNow(trx, viewer, id);
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
    return mergeNow(trx, viewer, id);
  });
}
