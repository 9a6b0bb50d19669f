// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type PlaceRef, placeForViewerById } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { threadOfPost } from '../posts/public.ts';
import { DEFAULT_LEVEL, type Level } from './levels.ts';
import { setPlaceLevel, setThreadLevel } from './settings.ts';

/** What one chose, and what holds. */
export interface MyLevel {
  /** Null without a choice. */
  chosen: Level | null;
  level: Level;
}

export interface LevelOfPlace extends MyLevel {
  place: PlaceRef;
  /** The building of a group; null for a building. */
  building: { name: string } | null;
}

export interface LevelOfThread {
  post: { id: string; url: string; title: string };
  place: { name: string };
  level: Level;
}

const MOST_PLACES = 500;
const MOST_THREADS = 200;
const TITLE_LENGTH = 120;

/** The places of the viewer, and those that they chose a level for without being a member; by name, each building before its groups. */
export async function levelsOfPlaces(db: Trx, member: Member): Promise<LevelOfPlace[]> {
  const { rows } = await sql<LevelOfPlace>`
    select json_build_object('id', p.id, 'slug', p.slug, 'name', pa.name, 'access', p.access,
        'url', case when p.kind = 'square' then '/' when b.id is null then '/buildings/' || p.slug else '/buildings/' || b.slug || '/groups/' || p.slug end) as place,
      case when b.id is not null then json_build_object('name', ba.name) end as building,
      l.level as chosen, coalesce(l.level, ${DEFAULT_LEVEL}) as level
    from (
      select place_id from membership where member_id = ${member.actorId}::uuid and state = 'active'
      union
      select place_id from place_level where owner_id = ${member.actorId}::uuid) listed
    join place p on p.id = listed.place_id and p.deleted_at is null
    join actor pa on pa.id = p.id
    left join place b on b.id = p.parent_id
    left join actor ba on ba.id = b.id
    left join place_level l on l.place_id = p.id and l.owner_id = ${member.actorId}::uuid
    where p.access = 'open' or p.members_audience_id = any(${[...member.audiences]}::bigint[])
    order by lower(coalesce(ba.name, pa.name)), b.id is not null, lower(pa.name), p.id limit ${sql.lit(MOST_PLACES)}`.execute(db);
  return rows;
}

/** The threads that the viewer chose a level for and may still read, newest first. */
export async function levelsOfThreads(db: Trx, member: Member): Promise<LevelOfThread[]> {
  const { rows } = await sql<LevelOfThread>`
    select json_build_object('id', post.id, 'url', '/posts/' || post.id, 'title', coalesce(nullif(post.title, ''), left(post.text, ${TITLE_LENGTH}))) as post,
      json_build_object('name', a.name) as place, l.level
    from thread_level l
    join post on post.id = l.root_id and post.deleted_at is null and post.audience_id = any(${[...member.audiences]}::bigint[])
    join actor a on a.id = coalesce(post.group_id, post.place_id)
    where l.owner_id = ${member.actorId}::uuid
    order by post.published_at desc, post.id desc limit ${sql.lit(MOST_THREADS)}`.execute(db);
  return rows;
}

/** @throws {NotFound} when the viewer may not read in the place, as if it were not there. */
async function readablePlace(trx: Trx, member: Member, placeId: string): Promise<void> {
  const { can } = await placeForViewerById(trx, member, placeId);
  if (!can.read) throw new NotFound();
}

/** @throws {NotFound} */
export async function levelOfPlace(trx: Trx, member: Member, placeId: string): Promise<MyLevel> {
  await readablePlace(trx, member, placeId);
  const row = await trx.selectFrom('place_level').select('level').where('owner_id', '=', member.actorId).where('place_id', '=', placeId).executeTakeFirst();
  // A check constraint keeps levels to their words.
  const chosen = (row?.level ?? null) as Level | null;
  return { chosen, level: chosen ?? DEFAULT_LEVEL };
}

/** @throws {NotFound} */
export async function choosePlaceLevel(trx: Trx, member: Member, placeId: string, level: Level): Promise<MyLevel> {
  await readablePlace(trx, member, placeId);
  await setPlaceLevel(trx, member.actorId, placeId, level);
  return { chosen: level, level };
}

/** Of the thread that a post belongs to; without a choice as its place. @throws {NotFound} */
export async function levelOfThread(trx: Trx, member: Member, postId: string): Promise<MyLevel> {
  const thread = await threadOfPost(trx, member, postId);
  const { rows } = await sql<{ chosen: Level | null; level: Level }>`
    select t.level as chosen, coalesce(t.level, p.level, ${DEFAULT_LEVEL}) as level
    from (select) nothing
    left join thread_level t on t.owner_id = ${member.actorId}::uuid and t.root_id = ${thread.rootId}::uuid
    left join place_level p on p.owner_id = ${member.actorId}::uuid and p.place_id = ${thread.placeId}::uuid`.execute(trx);
  return rows[0] ?? { chosen: null, level: DEFAULT_LEVEL };
}

/** @throws {NotFound} */
export async function chooseThreadLevel(trx: Trx, member: Member, postId: string, level: Level): Promise<MyLevel> {
  const { rootId } = await threadOfPost(trx, member, postId);
  await setThreadLevel(trx, member.actorId, rootId, level);
  return { chosen: level, level };
}

/** Also of a thread that one may no longer read: it is one's own choice that goes. */
export async function forgetThreadLevel(trx: Trx, member: Member, postId: string): Promise<void> {
  const row = await trx.selectFrom('post').select('root_id').where('id', '=', postId).executeTakeFirst();
  await setThreadLevel(trx, member.actorId, row?.root_id ?? postId, null);
}
