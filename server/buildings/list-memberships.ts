// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import { actorRefColumns, toActorRef } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { type CursorKey, DEFAULT_LIMIT, decodeCursor, pageOf } from '../platform/http/paging.ts';
import { isUuid } from '../platform/ids.ts';
import { type PlaceAddress, placeForViewer, type PlaceForViewer } from './find-place.ts';
import { canAdminister, canSeeMembers, type MembershipState, type Role } from './policy.ts';
import type { memberSorts, MembershipSchema, Way } from './schemas.ts';

export interface MembershipFilters {
  state?: MembershipState;
  role?: Role;
  guest?: boolean;
  organisation?: string;
  group?: string;
  /** A way in, or the id of an invitation. */
  source?: string;
  q?: string;
}
export type MembershipOptions = MembershipFilters & { sort?: (typeof memberSorts)[number]; limit?: number; cursor?: string };

type Membership = Static<typeof MembershipSchema>;

/** Admins first, then moderators, then members, each by name. */
const rank = sql<number>`case m.role when 'admin' then 1 when 'moderator' then 2 else 3 end`;
const sortName = sql<string>`lower(unaccent(a.name)) collate "C"`;

interface Order {
  first: RawBuilder<unknown>;
  type: 'integer' | 'timestamptz' | 'text';
  descending: boolean;
  keyOf(row: Row): CursorKey;
}

const byName: Order = { first: sortName, type: 'text', descending: false, keyOf: (row) => [row.sort_name, row.id] };
const byMoment = { first: sql`m.created_at`, type: 'timestamptz', keyOf: (row: Row) => [row.created_at.toISOString(), row.id] } as const;
// One text, so that a cursor holds it whole: the digit goes before the name.
const byRole: Order = { first: sql`(${rank}::text || ${sortName}) collate "C"`, type: 'text', descending: false, keyOf: (row) => [`${row.rank}${row.sort_name}`, row.id] };
const orders: Record<(typeof memberSorts)[number], Order> = { role: byRole, name: byName, newest: { ...byMoment, descending: true }, oldest: { ...byMoment, descending: false } };

/** Needs a transaction of the viewer: addresses are looked up as the system. */
export async function membershipsOf(trx: Trx, viewer: Member, address: PlaceAddress, options: MembershipOptions): Promise<{ items: Membership[]; next: string | null }> {
  const place = await placeForViewer(trx, viewer, address);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const order = orders[options.sort ?? 'role'];
  const key = decodeCursor(options.cursor, [order.type === 'timestamptz' ? 'moment' : order.type, 'id']);
  let query = await filteredMemberships(trx, viewer, place, options);
  if (key !== null) query = query.where(sql<boolean>`(${order.first}, m.id) ${sql.raw(order.descending ? '<' : '>')} (${key[0]}::${sql.raw(order.type)}, ${key[1]}::uuid)`);
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const rows = await query.orderBy(sql`${order.first} ${direction}`).orderBy(sql`m.id ${direction}`).limit(limit + 1).execute();
  const emails = await emailsFor(trx, place, rows);
  return pageOf(rows, limit, (row) => toMembership(row, place, emails), order.keyOf);
}

/** Those of a place that a viewer may see and asks for; add order and a limit. */
export async function filteredMemberships(trx: Trx, viewer: Member, place: PlaceForViewer, options: MembershipFilters) {
  const state = options.state ?? 'active';
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if ((state !== 'active' || options.source !== undefined) && !place.can.manageMembers) throw new Forbidden();
  let query = selectMemberships(trx, viewer, place).where('m.state', '=', state);
  const { role, guest, organisation, group, source } = options;
  if (role !== undefined) query = query.where('m.role', '=', role);
  if (guest !== undefined) query = query.where(sql<boolean>`(a.organisation_id is null and a.domain is null) = ${guest}::boolean`);
  if (organisation !== undefined) query = query.where('a.organisation_id', '=', organisation);
  if (source !== undefined) query = isUuid(source) ? query.where('m.invitation_id', '=', source) : query.where('m.joined_through', '=', source);
  if (group !== undefined && group !== '') query = query.where(inGroup(viewer, place, group));
  const q = options.q?.trim() ?? '';
  if (q === '') return query;
  const byAddress = await membersWithAddress(trx, place, q);
  return query.where(sql<boolean>`(strpos(lower(unaccent(a.name)), lower(unaccent(${q}))) > 0 or starts_with(a.handle::text, lower(${q})) or m.member_id = any(${byAddress}::uuid[]))`);
}

function inGroup(viewer: Member, place: PlaceForViewer, slug: string) {
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  return sql<boolean>`exists (
    select from place g join membership gm on gm.place_id = g.id
    where g.parent_id = ${place.id} and g.slug_key = ${sameCase(slug)} and g.deleted_at is null and (g.audience_id = ${audiences} or g.members_audience_id = ${audiences})
      and gm.member_id = m.member_id and gm.state = 'active' and gm.audience_id = ${audiences})`;
}

const MOST_BY_ADDRESS = 500;

/** Whose e-mail address holds what was typed; admins only know addresses. */
async function membersWithAddress(trx: Trx, place: PlaceForViewer, q: string): Promise<string[]> {
  if (!canAdminister(place, place.myMembership)) return [];
  // As the system: accounts are nobody's to read.
  const rows = await withSystem(trx, () =>
    trx
      .selectFrom('membership as m')
      .innerJoin('account as c', 'c.actor_id', 'm.member_id')
      .select('m.member_id')
      .where('m.place_id', '=', place.id)
      .where(sql<boolean>`strpos(c.email_key, lower(${q})) > 0`)
      .limit(MOST_BY_ADDRESS)
      .execute(),
  );
  return rows.map((row) => row.member_id);
}

/** Addresses by member, for the admins of the place. */
export async function emailsFor(trx: Trx, place: PlaceForViewer, rows: readonly { actor_id: string }[]): Promise<ReadonlyMap<string, string>> {
  if (!canAdminister(place, place.myMembership) || rows.length === 0) return new Map();
  // As the system: accounts are nobody's to read.
  const found = await withSystem(trx, () => trx.selectFrom('account').select(['actor_id', 'email']).where(sql<boolean>`actor_id = any(${rows.map((row) => row.actor_id)}::uuid[])`).execute());
  return new Map(found.map((row) => [row.actor_id, row.email]));
}

/** One of them, after a change. */
export async function membershipForViewer(trx: Trx, viewer: Member, place: PlaceForViewer, id: string): Promise<Membership> {
  const row = await selectMemberships(trx, viewer, place).where('m.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toMembership(row, place, await emailsFor(trx, place, [row]));
}

function selectMemberships(trx: Trx, viewer: Member, place: PlaceForViewer) {
  return trx
    .selectFrom('membership as m')
    .innerJoin('actor as a', 'a.id', 'm.member_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .leftJoin('invitation as i', 'i.id', 'm.invitation_id')
    .where('m.place_id', '=', place.id)
    .where(sql<boolean>`(m.audience_id = any(${[...viewer.audiences]}::bigint[]) or m.member_id = ${viewer.actorId})`)
    .select(actorRefColumns(viewer))
    .select(['m.id', 'm.role', 'm.state', 'm.note', 'm.created_at', 'm.joined_through', 'i.source', rank.as('rank'), sortName.as('sort_name')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMemberships>['executeTakeFirstOrThrow']>>;

function toMembership(row: Row, place: PlaceForViewer, emails: ReadonlyMap<string, string>): Membership {
  const manages = place.can.manageMembers;
  const member = toActorRef(row);
  return {
    id: row.id,
    member,
    // Check constraints keep role, state and way to these words.
    role: row.role as Role,
    state: row.state as MembershipState,
    note: manages ? row.note : '',
    isGuest: place.access !== 'open' && member.isResident,
    email: emails.get(member.id) ?? null,
    joinedThrough: manages ? { way: row.joined_through as Way, source: row.source ?? '' } : null,
    createdAt: row.created_at.toISOString(),
  };
}
