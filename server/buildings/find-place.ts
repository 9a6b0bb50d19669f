// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { NotFound } from '../platform/http/problem.ts';
import { type BuildingCan, buildingCan, type MembershipState, type Role, type Standing } from './policy.ts';
import { membershipsAround } from './memberships-around.ts';
import { type PlaceAccess, type PlaceRef, placeRefColumns, toPlaceRef } from './place-ref.ts';

/** Where a place is found: a building by its slug, a group by that of its building and its own. */
export type PlaceAddress = string | { building: string; group: string };

/** A place as one viewer meets it. */
export interface PlaceForViewer {
  id: string;
  /** Of a group: where it stands, and what the viewer is there. Null for a building. */
  building: (PlaceRef & { membersAudienceId: number; standing: Standing }) | null;
  slug: string;
  /** Of a place whose home is another instance: which. Null for one of ours. */
  host: string | null;
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
  /** The audience of those who moderate it: what is hidden, or waits. */
  moderatorsAudienceId: number;
  /** Whether people who are no civil servants may come in. */
  guestsWelcome: boolean;
  /** How many such people are in; null for who does not read inside, and where everybody reads anyway. */
  guestCount: number | null;
  /** Of a group: its members and the admins of its building. */
  knowingAudienceId: number | null;
  /** Of a closed group: the members of its building come in at once. */
  membersMayJoin: boolean;
  memberCount: number;
  postCount: number;
  /** Of what everybody may read; so is `publicActivityAt`. */
  publicPostCount: number;
  createdAt: Date;
  lastActivityAt: Date;
  publicActivityAt: Date;
  myMembership: { id: string; role: Role; state: MembershipState; suspended: boolean } | null;
  can: BuildingCan;
}

type Asker = Pick<Viewer, 'actorId' | 'audiences' | 'isStaff' | 'isAdministrator' | 'standsIn'>;

/** @throws {NotFound} when there is no such place, when it is deleted, or when the viewer may not know of it. */
export async function placeForViewer(trx: Trx, viewer: Asker, address: PlaceAddress, guests: RawBuilder<number | null> = guestCount): Promise<PlaceForViewer> {
  const places = placesForViewer(trx, viewer, guests);
  const row = await (typeof address === 'string'
    ? places.where('p.kind', '=', 'building').where('p.slug_key', '=', sameCase(address))
    : places.where('p.kind', '=', 'group').where('p.slug_key', '=', sameCase(address.group)).where('b.slug_key', '=', sameCase(address.building))
  ).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toPlaceForViewer(viewer, row);
}

/** As {@link placeForViewer}, by id. */
export async function placeForViewerById(trx: Trx, viewer: Asker, id: string): Promise<PlaceForViewer> {
  const row = await placesForViewer(trx, viewer, guestCount).where('p.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toPlaceForViewer(viewer, row);
}

/** Counted only for its members, and only where a guest reads what others do not. It reads all members of the place, so not in the directory. */
export const guestCount = sql<number | null>`case when mine.state = 'active' and p.access <> 'open' then (
  select count(*)::integer from membership gm join actor ga on ga.id = gm.member_id
  where gm.place_id = p.id and gm.state = 'active' and ga.organisation_id is null and ga.domain is null) end`;

/** For who does not show the number: writing costs the same in a place of ten thousand. */
export const uncountedGuests = sql<number | null>`null::integer`;

/** The buildings and groups a viewer may know of, each with the viewer's own membership. Add which of the two, filters, order and a limit. */
export function placesForViewer(trx: Trx, viewer: Asker, guests: RawBuilder<number | null> = uncountedGuests) {
  return knownPlaces(trx, viewer)
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin(membershipsAround(viewer).as('mine'), (join) => join.onRef('mine.place_id', '=', 'p.id').on('mine.member_id', '=', viewer.actorId))
    .leftJoin('place as b', 'b.id', 'p.parent_id')
    .leftJoin('actor as ba', 'ba.id', 'b.id')
    .leftJoin(membershipsAround(viewer).as('there'), (join) => join.onRef('there.place_id', '=', 'b.id').on('there.member_id', '=', viewer.actorId))
    .select(placeRefColumns)
    .select([
      'b.id as building_id', 'b.slug as building_slug', 'ba.name as building_name', 'b.access as building_access', 'b.members_audience_id as building_members_audience_id',
      'there.role as building_role', 'there.state as building_state', 'there.suspended_until as building_suspended_until', 'p.knowing_audience_id', 'p.members_may_join',
      'p.host', 'pa.summary', 'p.audience_id', 'p.members_audience_id', 'p.staff_members_audience_id', 'p.moderators_audience_id', 'p.guests_welcome', 'p.member_count', 'p.post_count', 'p.public_post_count', 'p.created_at',
      'p.last_activity_at', 'p.public_activity_at',
      'mine.id as my_id', 'mine.role as my_role', 'mine.state as my_state', 'mine.suspended_until as my_suspended_until',
    ])
    .select(guests.as('guest_count'));
}

function knownPlaces(trx: Trx, viewer: Asker) {
  // One parameter however many audiences: with one for each, hardly two viewers would send the same statement.
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  return trx
    .selectFrom('place as p')
    .where('p.deleted_at', 'is', null)
    .where(sql<boolean>`(p.audience_id = ${audiences} or p.members_audience_id = ${audiences})`);
}

export type PlaceRow = Awaited<ReturnType<ReturnType<typeof placesForViewer>['executeTakeFirstOrThrow']>>;

export function toPlaceForViewer(viewer: Asker, row: PlaceRow): PlaceForViewer {
  const ref = toPlaceRef(row);
  // Check constraints keep role and state to these words; the three columns come from one row.
  const myMembership = row.my_id === null ? null : { id: row.my_id, role: row.my_role as Role, state: row.my_state as MembershipState, suspended: row.my_suspended_until !== null };
  const building = buildingOf(row);
  return {
    ...ref,
    building,
    host: row.host,
    summary: row.summary,
    audienceId: row.audience_id,
    membersAudienceId: row.members_audience_id,
    staffMembersAudienceId: row.staff_members_audience_id,
    moderatorsAudienceId: row.moderators_audience_id,
    guestsWelcome: row.guests_welcome,
    guestCount: row.guest_count,
    knowingAudienceId: row.knowing_audience_id,
    membersMayJoin: row.members_may_join,
    memberCount: row.member_count,
    postCount: row.post_count,
    publicPostCount: row.public_post_count,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    publicActivityAt: row.public_activity_at,
    myMembership,
    can: buildingCan(viewer, { access: ref.access, host: row.host, building, membersMayJoin: row.members_may_join, guestsWelcome: row.guests_welcome }, myMembership),
  };
}

function buildingOf(row: PlaceRow): PlaceForViewer['building'] {
  const { building_id: id, building_slug: slug, building_name: name, building_access: access, building_members_audience_id: membersAudienceId } = row;
  if (id === null || slug === null || name === null || access === null || membersAudienceId === null) return null;
  // Check constraints keep role and state to these words; the three columns come from one row.
  const standing = row.building_role === null ? null : ({ role: row.building_role, state: row.building_state, suspended: row.building_suspended_until !== null } as Standing);
  return { ...toPlaceRef({ place_id: id, place_slug: slug, place_name: name, place_access: access }), membersAudienceId, standing };
}

/**
 * As {@link placeForViewer}, and nobody else changes the place, its access or its members until the transaction ends. Of a group
 * its building is locked too, and first: what the one allows follows from the other.
 * Everything that writes by what the place allows (a membership, a post with an audience) asks here first: the answer
 * is read after the lock, so a place that was closed in the meantime is closed for what comes next.
 *
 * Not FOR UPDATE: that also keeps out every row that merely refers to the place. The handlers of events write such rows
 * (notifications, updates for sockets) while they hold other locks, and would wait in a circle with who writes here.
 */
export async function lockPlaceForViewer(trx: Trx, viewer: Asker, address: PlaceAddress, guests: RawBuilder<number | null> = guestCount): Promise<PlaceForViewer> {
  const lock = typeof address === 'string' ? lockBuilding(trx, viewer, address) : lockGroup(trx, viewer, address);
  // Sent together; the second is carried out when the first has the lock, and sees what is true then.
  const [, place] = await Promise.all([lock, placeForViewer(trx, viewer, address, guests)]);
  return place;
}

function lockBuilding(trx: Trx, viewer: Asker, slug: string): Promise<unknown> {
  const found = knownPlaces(trx, viewer).select('p.id').where('p.kind', '=', 'building').where('p.slug_key', '=', sameCase(slug));
  return trx.selectFrom('place').select('id').where('id', 'in', found).forNoKeyUpdate().execute();
}

function lockGroup(trx: Trx, viewer: Asker, address: { building: string; group: string }): Promise<unknown> {
  const found = knownPlaces(trx, viewer)
    .innerJoin('place as b', 'b.id', 'p.parent_id')
    .where('p.slug_key', '=', sameCase(address.group))
    .where('b.slug_key', '=', sameCase(address.building))
    .select(sql<string>`unnest(array[b.id, p.id])`.as('id'));
  return lockInOrder(trx).where('id', 'in', found).execute();
}

/** Of the strength that {@link lockPlaceForViewer} has, and for its reason: the place, and of a group its building. As the system. */
export async function lockPlace(trx: Trx, id: string): Promise<void> {
  await lockInOrder(trx).where((where) => where.or([where('id', '=', id), where('id', '=', (of) => of.selectFrom('place as p').select('p.parent_id').where('p.id', '=', id))])).execute();
}

/** Buildings before groups, and those in the order of their ids: who locks several never waits in a circle. */
export function lockInOrder(trx: Trx) {
  return trx.selectFrom('place').select('id').orderBy(sql`parent_id is not null`).orderBy('id').forNoKeyUpdate();
}

/** As a route is asked: with `groupSlug` for a group. */
export function addressOf(params: { slug: string; groupSlug?: string }): PlaceAddress {
  return params.groupSlug === undefined ? params.slug : { building: params.slug, group: params.groupSlug };
}
