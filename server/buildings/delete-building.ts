// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { cleanName } from '../identity/public.ts';
import type { Clock } from '../platform/clock.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Member } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { moveAudiences, movesInto } from './audience-moves.ts';
import { groupsIn, showPlace } from './change-access.ts';
import type { PlaceDeleted, PlaceRestored } from './events.ts';
import { lockInOrder, lockPlace, lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { requireNothingToPart, requireNothingUnderWay } from './merging/under-way.ts';
import { type PlaceAccess, type PlaceRef, placeRefColumns, toPlaceRef } from './place-ref.ts';

const DAY = 24 * 3_600_000;
export const KEPT_MS = 30 * DAY;

/**
 * Takes a place and all in it out of everybody's sight, the groups of a building too. Its address stays taken, and for 30 days its admins can undo it.
 * What is being merged, or went up in it lately, is not its alone: that is undone first, or waited for.
 * @param name as on the sign over the door: the screens ask for it, so that nobody deletes the wrong one
 */
export async function deletePlace(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, name?: string): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  if (!place.can.delete) throw new Forbidden();
  if (name !== undefined && cleanName(name) !== place.name) throw new BadInput('name', { nl: 'Dit is niet de naam. Neem hem precies over.', en: 'This is not the name. Copy it exactly.' });
  const now = clock.now();
  // As the system: it reaches rows of every member, notifications among them.
  await withSystem(trx, async () => {
    await requireNothingUnderWay(trx, [{ id: place.id, parentId: place.building?.id ?? null }]);
    await requireNothingToPart(trx, place.id, now);
    if (place.building === null) {
      await lockInOrder(trx).where('parent_id', '=', place.id).execute();
      for (const group of await groupsIn(trx, place.id)) if (group.deletedAt === null) await putAway(trx, viewer, { ...group, building: place }, now);
    }
    await putAway(trx, viewer, place, now);
  });
}

type Standing = Parameters<typeof showPlace>[1] & { staffMembersAudienceId: number };

async function putAway(trx: Trx, viewer: Member, place: Standing, now: Date): Promise<void> {
  await showPlace(trx, place, 'hidden');
  await moveAudiences(trx, { kind: 'narrow', placeId: place.id, moves: movesInto(place), remember: true });
  await trx.updateTable('place').set({ deleted_at: now }).where('id', '=', place.id).execute();
  await trx.updateTable('actor').set({ deleted_at: now }).where('id', '=', place.id).execute();
  await publish<PlaceDeleted>(trx, { type: 'PlaceDeleted', placeId: place.id, byId: viewer.actorId });
}

async function bringBack(trx: Trx, viewer: Member, place: Standing, access: PlaceAccess): Promise<void> {
  await trx.updateTable('place').set({ deleted_at: null }).where('id', '=', place.id).execute();
  await trx.updateTable('actor').set({ deleted_at: null }).where('id', '=', place.id).execute();
  await showPlace(trx, place, access);
  await moveAudiences(trx, { kind: 'restore', placeId: place.id });
  // A group whose building closed while it was away comes back closed.
  if (place.building !== null && access !== 'open') await moveAudiences(trx, { kind: 'narrow', placeId: place.id, moves: movesInto(place), remember: false });
  await publish<PlaceRestored>(trx, { type: 'PlaceRestored', placeId: place.id, byId: viewer.actorId });
}

export type DeletedBuilding = PlaceRef & { deletedAt: string; purgeAt: string };

function deletedBuildings(trx: Trx, viewer: Member, now: Date) {
  return trx
    .selectFrom('place as p')
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .innerJoin('membership as m', 'm.place_id', 'p.id')
    .where('m.member_id', '=', viewer.actorId)
    .where('m.state', '=', 'active')
    .where('m.role', '=', 'admin')
    .where('p.kind', '=', 'building')
    .where('p.deleted_at', '>', new Date(now.getTime() - KEPT_MS))
    // What went up in another place comes back by undoing that.
    .where('p.merged_into', 'is', null)
    .select(placeRefColumns)
    .select(['p.deleted_at', 'p.members_audience_id', 'p.staff_members_audience_id']);
}

const MOST_LISTED = 100;

/** Those that the viewer was admin of and can bring back, latest first. */
export async function listDeletedBuildings(trx: Trx, clock: Clock, viewer: Member): Promise<DeletedBuilding[]> {
  // As the system: the members of a deleted building no longer have its audience.
  const rows = await withSystem(trx, () => deletedBuildings(trx, viewer, clock.now()).orderBy('p.deleted_at', 'desc').limit(MOST_LISTED).execute());
  return rows.flatMap((row) => {
    if (row.deleted_at === null) return [];
    return [{ ...toPlaceRef(row), deletedAt: row.deleted_at.toISOString(), purgeAt: new Date(row.deleted_at.getTime() + KEPT_MS).toISOString() }];
  });
}

/** Brings a building back as it was: its access, members and what was written, each for whom it was before. */
export async function restoreBuilding(trx: Trx, clock: Clock, viewer: Member, slug: string): Promise<PlaceForViewer> {
  // As the system: the members of a deleted building no longer have its audience.
  return withSystem(trx, async () => {
    const wanted = deletedBuildings(trx, viewer, clock.now()).where('p.slug_key', '=', sameCase(slug));
    const found = await wanted.executeTakeFirst();
    if (found !== undefined) await lockPlace(trx, found.place_id);
    const row = await wanted.executeTakeFirst();
    if (row === undefined) throw new NotFound();
    const { place_id: id, members_audience_id: membersAudienceId, deleted_at: deletedAt } = row;
    // A check constraint keeps `access` to these words.
    const building = { access: row.place_access as PlaceAccess, membersAudienceId };
    await lockInOrder(trx).where('parent_id', '=', id).execute();
    await bringBack(trx, viewer, { id, membersAudienceId, staffMembersAudienceId: row.staff_members_audience_id, knowingAudienceId: null, building: null }, building.access);
    // Those that went with it; one that was deleted before stays so.
    for (const group of await groupsIn(trx, id)) if (group.deletedAt?.getTime() === deletedAt?.getTime()) await bringBack(trx, viewer, { ...group, building }, group.access);
    return placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, membersAudienceId] }, id);
  });
}

const PURGED_AT_ONCE = 20;

/** Removes for good what was deleted more than 30 days ago, with everything that was in it. */
export async function purgeBuildings({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  await database.asSystem(async (trx) => {
    const ended = await trx
      .selectFrom('place')
      .select('id')
      .where('deleted_at', '<=', new Date(clock.now().getTime() - KEPT_MS))
      // An address that leads on stays for as long as where it leads.
      .where('merged_into', 'is', null)
      .orderBy(sql`parent_id is not null`)
      .limit(PURGED_AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id } of ended) {
      const groups = await trx.selectFrom('place').select('id').where('parent_id', '=', id).execute();
      const ids = [...groups.map((group) => group.id), id];
      // One after another: of what stands in both, the group's goes first.
      for (const each of ids) await trx.deleteFrom('actor').where('id', '=', each).execute();
      await trx.deleteFrom('audience').where('place_id', 'in', ids).execute();
    }
  });
}

export const purgeSchedule: Schedule = { name: 'purge-buildings', everyMs: 3_600_000, run: purgeBuildings };
