// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { actorRefColumns, toActorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeCursor, pageOf } from '../platform/http/paging.ts';
import { placeForViewer, type PlaceForViewer } from './find-place.ts';
import { canSeeMembers, type MembershipState, type Role } from './policy.ts';
import type { MembershipSchema } from './schemas.ts';

export interface MembershipOptions {
  state?: MembershipState;
  role?: Role;
  q?: string;
  limit?: number;
  cursor?: string;
}

type Membership = Static<typeof MembershipSchema>;

/** Admins first, then moderators, then members, each by name. */
const rank = sql<number>`case m.role when 'admin' then 1 when 'moderator' then 2 else 3 end`;
const sortName = sql<string>`lower(unaccent(a.name)) collate "C"`;

export async function membershipsOf(trx: Trx, viewer: Member, slug: string, options: MembershipOptions): Promise<{ items: Membership[]; next: string | null }> {
  const place = await placeForViewer(trx, viewer, slug);
  const state = options.state ?? 'active';
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (state !== 'active' && !place.can.manageMembers) throw new Forbidden();
  const limit = options.limit ?? DEFAULT_LIMIT;
  const after = cursorAfter(options.cursor);
  let query = selectMemberships(trx, viewer, place).where('m.state', '=', state);
  if (options.role !== undefined) query = query.where('m.role', '=', options.role);
  const q = options.q?.trim() ?? '';
  if (q !== '') query = query.where(sql<boolean>`strpos(lower(unaccent(a.name)), lower(unaccent(${q}))) > 0 or starts_with(a.handle::text, lower(${q}))`);
  if (after !== null) query = query.where(sql<boolean>`(${rank}, ${sortName}, m.id) > (${after.rank}::integer, ${after.name}::text collate "C", ${after.id}::uuid)`);
  const rows = await query.orderBy(rank).orderBy(sortName).orderBy('m.id').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => toMembership(row, place), (row) => [row.rank, row.sort_name, row.id]);
}

/** One of them, after a change. */
export async function membershipForViewer(trx: Trx, viewer: Member, place: PlaceForViewer, id: string): Promise<Membership> {
  const row = await selectMemberships(trx, viewer, place).where('m.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toMembership(row, place);
}

function selectMemberships(trx: Trx, viewer: Member, place: PlaceForViewer) {
  return trx
    .selectFrom('membership as m')
    .innerJoin('actor as a', 'a.id', 'm.member_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('m.place_id', '=', place.id)
    .where((where) => where.or([where('m.audience_id', 'in', [...viewer.audiences]), where('m.member_id', '=', viewer.actorId)]))
    .select(actorRefColumns)
    .select(['m.id', 'm.role', 'm.state', 'm.note', 'm.created_at', rank.as('rank'), sortName.as('sort_name')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMemberships>['executeTakeFirstOrThrow']>>;

function toMembership(row: Row, place: PlaceForViewer): Membership {
  // Check constraints keep role and state to these words.
  return { id: row.id, member: toActorRef(row), role: row.role as Role, state: row.state as MembershipState, note: place.can.manageMembers ? row.note : '', createdAt: row.created_at.toISOString() };
}

function cursorAfter(cursor: string | undefined): { rank: number; name: string; id: string } | null {
  const key = decodeCursor(cursor, ['integer', 'text', 'id']);
  return key === null ? null : { rank: Number(key[0]), name: String(key[1]), id: String(key[2]) };
}
