// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type ActorRef, actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { DEFAULT_LIMIT, decodeCursor, pageOf } from '../platform/http/paging.ts';
import { guestCount, type PlaceForViewer, placesForViewer, toPlaceForViewer } from './find-place.ts';
import { type PlaceAccess, type PlaceRef, type PlaceRefRow, toPlaceRef } from './place-ref.ts';

export interface DirectoryOptions {
  q?: string;
  access?: PlaceAccess;
  sort?: 'activity' | 'name' | 'members' | 'newest';
  mine?: boolean;
  /** The groups of this building; without it buildings. */
  within?: string;
  limit?: number;
  cursor?: string;
}

interface Order {
  value: RawBuilder<unknown>;
  descending: boolean;
  /** How the value travels in a cursor and comes back. */
  type: 'timestamptz' | 'text' | 'integer';
}

const plain = (text: RawBuilder<unknown>) => sql<string>`lower(unaccent(${text}))`;
const nameColumn = sql`pa.name`;
const summaryColumn = sql`pa.summary`;

/** The part of a name or summary that looks most like what was typed, from 0 to 1000: bears typing errors and long compounds. */
function likeness(q: string): RawBuilder<number> {
  const wanted = plain(sql`${q}::text`);
  return sql<number>`(1000 * greatest(
    case when ${plain(nameColumn)} = ${wanted} then 1.5 when starts_with(${plain(nameColumn)}, ${wanted}) then 1.3 when strpos(${plain(nameColumn)}, ${wanted}) > 0 then 1.1 else 0 end,
    case when strpos(p.slug::text, ${wanted}) > 0 then 1.05 else 0 end,
    case when strpos(${plain(summaryColumn)}, ${wanted}) > 0 then 0.9 else 0 end,
    word_similarity(${wanted}, ${plain(nameColumn)}),
    0.8 * word_similarity(${wanted}, ${plain(summaryColumn)})))::integer`;
}
const LIKE_ENOUGH = 450;

function orderOf(options: DirectoryOptions, viewer: Viewer): Order {
  const audiences = [...viewer.audiences];
  switch (options.sort ?? (options.q === undefined ? 'activity' : 'likeness')) {
    case 'name':
      return { value: sql`${plain(nameColumn)} collate "C"`, descending: false, type: 'text' };
    case 'members':
      return { value: sql`p.member_count`, descending: true, type: 'integer' };
    case 'newest':
      return { value: sql`p.created_at`, descending: true, type: 'timestamptz' };
    case 'likeness':
      return { value: likeness(options.q ?? ''), descending: true, type: 'integer' };
    default:
      // Its place in the list must not tell an outsider of what goes on inside: an open building stands by what is public, a closed one where it was started.
      return { value: sql`case when p.members_audience_id = any(${audiences}::bigint[]) then p.last_activity_at when p.access = 'open' then p.public_activity_at else p.created_at end`, descending: true, type: 'timestamptz' };
  }
}

/** The directory: every building, or every group of one building, that the viewer may know of. With `q` and no sort the best match comes first. */
export async function placesInDirectory(trx: Trx, viewer: Viewer, given: DirectoryOptions): Promise<{ items: PlaceForViewer[]; next: string | null }> {
  const q = given.q?.trim();
  const { q: _, ...rest } = given;
  const options: DirectoryOptions = q === undefined || q === '' ? rest : { ...rest, q };
  const limit = options.limit ?? DEFAULT_LIMIT;
  const order = orderOf(options, viewer);
  const after = cursorAfter(options.cursor, order);
  let query = (options.within === undefined ? placesForViewer(trx, viewer).where('p.kind', '=', 'building') : placesForViewer(trx, viewer).where('p.parent_id', '=', options.within)).select(sql<string | number | Date>`(${order.value})::${sql.raw(order.type)}`.as('sort_value'));
  if (options.q !== undefined) query = query.where(sql<boolean>`${likeness(options.q)} >= ${LIKE_ENOUGH}`);
  if (options.access !== undefined) query = query.where('p.access', '=', options.access);
  // The street is that of this square. What stands elsewhere is found by its name, and among one's own.
  if (options.mine !== true && options.q === undefined) query = query.where('p.host', 'is', null);
  if (options.mine === true) query = query.where('mine.state', '=', 'active');
  if (after !== null) {
    const comparison = sql.raw(order.descending ? '<' : '>');
    query = query.where(sql<boolean>`(${order.value}, p.id) ${comparison} (${after.value}::${sql.raw(order.type)}, ${after.id}::uuid)`);
  }
  const direction = order.descending ? 'desc' : 'asc';
  const rows = await query.orderBy(sql`${order.value} ${sql.raw(direction)}`).orderBy('p.id', direction).limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => toPlaceForViewer(viewer, row), (row) => [row.sort_value instanceof Date ? row.sort_value.toISOString() : row.sort_value, row.place_id]);
}

/** @throws {BadInput} for a cursor that belongs to another sort. */
function cursorAfter(cursor: string | undefined, order: Order): { value: string | number; id: string } | null {
  const key = decodeCursor(cursor, [order.type === 'timestamptz' ? 'moment' : order.type, 'id']);
  const [value, id] = key ?? [];
  return value === undefined || id === undefined ? null : { value, id: String(id) };
}

const MOST_OF_MINE = 200;

/** The buildings of which the viewer is a member, latest activity first. */
export async function buildingsOf(trx: Trx, viewer: Viewer): Promise<PlaceForViewer[]> {
  const rows = await placesForViewer(trx, viewer, guestCount).where('p.kind', '=', 'building').where('mine.state', '=', 'active').orderBy('p.last_activity_at', 'desc').orderBy('p.id', 'desc').limit(MOST_OF_MINE).execute();
  return rows.map((row) => toPlaceForViewer(viewer, row));
}

/** The groups of which the viewer is a member, by name; each in its building. */
export async function groupsOf(trx: Trx, viewer: Viewer): Promise<PlaceForViewer[]> {
  const rows = await placesForViewer(trx, viewer, guestCount).where('p.kind', '=', 'group').where('mine.state', '=', 'active').orderBy('pa.name').orderBy('p.id').limit(MOST_OF_MINE).execute();
  return rows.map((row) => toPlaceForViewer(viewer, row));
}

/** Of other people: those that the viewer may know of, and knows them to be a member of. By actor id. */
export async function buildingsOfPeople(trx: Trx, viewer: Viewer, personIds: readonly string[]): Promise<Map<string, PlaceRef[]>> {
  const rows = await placesForViewer(trx, viewer)
    .innerJoin('membership as theirs', 'theirs.place_id', 'p.id')
    .where('p.kind', '=', 'building')
    .where('theirs.member_id', 'in', [...personIds])
    .where('theirs.state', '=', 'active')
    .where('theirs.audience_id', 'in', [...viewer.audiences])
    .select('theirs.member_id')
    .orderBy('pa.name')
    .orderBy('p.id')
    .limit(MOST_OF_MINE * personIds.length)
    .execute();
  const byPerson = new Map<string, PlaceRef[]>();
  for (const row of rows) byPerson.set(row.member_id, [...(byPerson.get(row.member_id) ?? []), toPlaceRef(row)]);
  return byPerson;
}

/** How many requests wait for the viewer to decide on. */
export async function requestsToDecide(trx: Trx, viewer: Viewer): Promise<number> {
  const row = await trx
    .selectFrom('membership as m')
    .innerJoin('membership as mine', 'mine.place_id', 'm.place_id')
    .innerJoin('place as p', 'p.id', 'm.place_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mine.member_id', '=', viewer.actorId)
    .where('mine.state', '=', 'active')
    .where('mine.role', 'in', ['moderator', 'admin'])
    .where('m.state', '=', 'requested')
    .where('p.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Requests that wait for the viewer, by place: how many, and the latest. */
export interface WaitingRequests {
  place: PlaceRef;
  count: number;
  askedAt: Date;
  /** Who asked last; null for who is not to be seen. */
  actor: ActorRef | null;
}

/** Where the viewer is to answer: what they moderate or administer, and groups without anybody in a building that they administer. */
export async function requestsByPlace(trx: Trx, viewer: Member): Promise<WaitingRequests[]> {
  const me = sql`${viewer.actorId}::uuid`;
  const { rows } = await sql<PlaceRefRow & { count: number; asked_at: Date; actor: ActorRef | null }>`
    with mine as materialized (select m.place_id, m.role from membership m where m.member_id = ${me} and m.state = 'active' and m.suspended_until is null and m.role in ('moderator', 'admin')),
    answered as (
      select place_id from mine
      union
      select g.id from mine join place g on g.parent_id = mine.place_id
      where mine.role = 'admin' and g.deleted_at is null
        and not exists (select from membership k where k.place_id = g.id and k.state = 'active' and k.role in ('moderator', 'admin')))
    select p.id as place_id, p.slug as place_slug, pa.name as place_name, p.access as place_access, b.slug as building_slug,
      waiting.count, waiting.asked_at, ${actorRef(viewer, 'waiting.member_id')} as actor
    from answered
    join place p on p.id = answered.place_id and p.deleted_at is null
    join actor pa on pa.id = p.id
    left join place b on b.id = p.parent_id
    cross join lateral (
      select count(*)::integer as count, max(r.created_at) as asked_at, (array_agg(r.member_id order by r.created_at desc, r.id desc))[1] as member_id
      from (select * from membership r where r.place_id = p.id and r.state = 'requested' and r.audience_id = any(${[...viewer.audiences]}::bigint[]) and r.member_id <> ${me} order by r.created_at desc, r.id desc limit ${MOST_OF_MINE}) r
    ) waiting
    where waiting.count > 0
    order by waiting.asked_at desc, p.id limit ${MOST_OF_MINE}`.execute(trx);
  return rows.map((row) => ({ place: toPlaceRef(row), count: row.count, askedAt: row.asked_at, actor: row.actor }));
}
