// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { NotFound } from '../platform/http/problem.ts';
import { type BuildingCan, buildingCan, type MembershipState, type Role } from './policy.ts';
import { type PlaceAccess, placeRefColumns, toPlaceRef } from './place-ref.ts';

/** A building as one viewer meets it. */
export interface PlaceForViewer {
  id: string;
  slug: string;
  name: string;
  summary: string;
  access: PlaceAccess;
  url: string;
  /** Who may know of the place. */
  audienceId: number;
  /** The audience of its members. */
  membersAudienceId: number;
  /** The audience of its members who are civil servants. */
  staffMembersAudienceId: number;
  memberCount: number;
  postCount: number;
  /** Of what everybody may read; so is `publicActivityAt`. */
  publicPostCount: number;
  createdAt: Date;
  lastActivityAt: Date;
  publicActivityAt: Date;
  myMembership: { id: string; role: Role; state: MembershipState } | null;
  can: BuildingCan;
}

type Asker = Pick<Viewer, 'actorId' | 'audiences' | 'isStaff' | 'isAdministrator'>;

/** @throws {NotFound} when there is no such building, when it is deleted, or when the viewer may not know of it. */
export async function placeForViewer(trx: Trx, viewer: Asker, slug: string): Promise<PlaceForViewer> {
  const row = await placesForViewer(trx, viewer).where('p.slug_key', '=', sameCase(slug)).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toPlaceForViewer(viewer, row);
}

/** As {@link placeForViewer}, by id. */
export async function placeForViewerById(trx: Trx, viewer: Asker, id: string): Promise<PlaceForViewer> {
  const row = await placesForViewer(trx, viewer).where('p.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toPlaceForViewer(viewer, row);
}

/** The buildings a viewer may know of, each with the viewer's own membership. Add filters, order and a limit. */
export function placesForViewer(trx: Trx, viewer: Asker) {
  return knownPlaces(trx, viewer)
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin('membership as mine', (join) => join.onRef('mine.place_id', '=', 'p.id').on('mine.member_id', '=', viewer.actorId))
    .select(placeRefColumns)
    .select([
      'pa.summary', 'p.audience_id', 'p.members_audience_id', 'p.staff_members_audience_id', 'p.member_count', 'p.post_count', 'p.public_post_count', 'p.created_at',
      'p.last_activity_at', 'p.public_activity_at',
      'mine.id as my_id', 'mine.role as my_role', 'mine.state as my_state',
    ]);
}

function knownPlaces(trx: Trx, viewer: Asker) {
  // One parameter however many audiences: with one for each, hardly two viewers would send the same statement.
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  return trx
    .selectFrom('place as p')
    .where('p.kind', '=', 'building')
    .where('p.deleted_at', 'is', null)
    .where(sql<boolean>`(p.audience_id = ${audiences} or p.members_audience_id = ${audiences})`);
}

export type PlaceRow = Awaited<ReturnType<ReturnType<typeof placesForViewer>['executeTakeFirstOrThrow']>>;

export function toPlaceForViewer(viewer: Asker, row: PlaceRow): PlaceForViewer {
  const ref = toPlaceRef(row);
  // Check constraints keep role and state to these words; the three columns come from one row.
  const myMembership = row.my_id === null ? null : { id: row.my_id, role: row.my_role as Role, state: row.my_state as MembershipState };
  return {
    ...ref,
    summary: row.summary,
    audienceId: row.audience_id,
    membersAudienceId: row.members_audience_id,
    staffMembersAudienceId: row.staff_members_audience_id,
    memberCount: row.member_count,
    postCount: row.post_count,
    publicPostCount: row.public_post_count,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    publicActivityAt: row.public_activity_at,
    myMembership,
    can: buildingCan(viewer, ref, myMembership),
  };
}

/**
 * As {@link placeForViewer}, and nobody else changes the place, its access or its members until the transaction ends.
 * Everything that writes by what the place allows (a membership, a post with an audience) asks here first: the answer
 * is read after the lock, so a place that was closed in the meantime is closed for what comes next.
 *
 * Not FOR UPDATE: that also keeps out every row that merely refers to the place. The handlers of events write such rows
 * (notifications, updates for sockets) while they hold other locks, and would wait in a circle with who writes here.
 */
export async function lockPlaceForViewer(trx: Trx, viewer: Asker, slug: string): Promise<PlaceForViewer> {
  const found = knownPlaces(trx, viewer).select('p.id').where('p.slug_key', '=', sameCase(slug));
  const lock = trx.selectFrom('place').select('id').where('id', 'in', found).forNoKeyUpdate().execute();
  // Sent together; the second is carried out when the first has the lock, and sees what is true then.
  const [, place] = await Promise.all([lock, placeForViewer(trx, viewer, slug)]);
  return place;
}

/** Of the strength that {@link lockPlaceForViewer} has, and for its reason. */
export async function lockPlace(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('place').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
