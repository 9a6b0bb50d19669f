// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { type RawBuilder, sql } from 'kysely';
import { placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import type { ReadMarker } from './schemas.ts';

type Marker = Static<typeof ReadMarker>;

/** @throws {NotFound} for a feed that does not exist, or not for this viewer. */
async function scopeKey(trx: Trx, viewer: Member, scope: string): Promise<{ key: string; placeId: string | null }> {
  if (scope === 'square' || scope === 'mine') return { key: scope, placeId: null };
  const [, slug, building, group] = /^(?:building:(.+)|group:([^/]+)\/([^/]+))$/.exec(scope) ?? [];
  const address = slug ?? (building === undefined || group === undefined ? undefined : { building, group });
  if (address === undefined) throw new NotFound();
  const { id, can, building: inside } = await placeForViewer(trx, viewer, address);
  if (!can.read) throw new NotFound();
  // By id: a place may change its address.
  return { key: `${inside === null ? 'building' : 'group'}:${id}`, placeId: id };
}

/** Where somebody was in a feed; nulls when they were nowhere yet. @throws {NotFound} as {@link scopeKey}. */
export async function readMarkerOf(trx: Trx, viewer: Member, scope: string): Promise<Marker> {
  const { key } = await scopeKey(trx, viewer, scope);
  const row = await trx.selectFrom('read_marker').select(['post_id', 'published_at']).where('owner_id', '=', viewer.actorId).where('scope', '=', key).executeTakeFirst();
  if (row === undefined) return { postId: null, publishedAt: null };
  return { postId: row.post_id, publishedAt: row.published_at.toISOString() };
}

/** Only forward: an older window that is left open does not make unread what was read. @returns where it now stands. */
export async function markRead(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, scope: string, postId: string): Promise<Marker> {
  const { key, placeId } = await scopeKey(trx, viewer, scope);
  const post = await trx.selectFrom('post').select(['published_at', 'place_id', 'group_id']).where('id', '=', postId).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
  if (post === undefined || (placeId !== null && post.place_id !== placeId && post.group_id !== placeId)) throw new BadInput('postId', { nl: 'Dit bericht staat hier niet.', en: 'This post is not here.' });
  await sql`
    insert into read_marker (owner_id, scope, post_id, published_at, updated_at)
    values (${viewer.actorId}, ${key}, ${postId}, ${post.published_at}, ${deps.clock.now()})
    on conflict (owner_id, scope) do update
    set post_id = excluded.post_id, published_at = excluded.published_at, updated_at = excluded.updated_at
    where (excluded.published_at, excluded.post_id) > (read_marker.published_at, read_marker.post_id)`.execute(trx);
  return readMarkerOf(trx, viewer, scope);
}

const MOST_UNREAD = 99;

/** Of one audience in one place: each kind of place has an index of its own. */
function newestIn(place: RawBuilder<unknown>, member: string): RawBuilder<unknown> {
  return sql`(
          select from post
          where ${place} and post.audience_id = audience.id and post.in_reply_to is null and post.deleted_at is null and post.withheld is null
            and (post.published_at, post.id) > (place.since, place.since_id)
            and post.author_id <> ${member}::uuid
          order by post.published_at desc, post.id desc
          limit ${MOST_UNREAD})`;
}

/**
 * How many posts of each place are newer than where the viewer was, or than when they joined; 99 at most, one's own not counted.
 * From when on is found first and by itself: behind a lock `coalesce` is not trusted, and no index would be asked for what is newer.
 */
export async function unreadCounts(trx: Trx, viewer: Viewer, places: readonly { id: string }[]): Promise<ReadonlyMap<string, number>> {
  if (viewer.actorId === null || places.length === 0) return new Map();
  const general = viewer.audiences.filter((audience) => audience === PUBLIC_AUDIENCE || audience === STAFF_AUDIENCE);
  const { rows } = await sql<{ id: string; unread: number }>`
    with mine as materialized (
      select place.id, place.kind, place.members_audience_id, place.staff_members_audience_id,
        coalesce(r.published_at, m.created_at) as since, coalesce(r.post_id, '00000000-0000-0000-0000-000000000000') as since_id
      from place
      join membership m on m.place_id = place.id and m.member_id = ${viewer.actorId}::uuid and m.state = 'active'
      left join read_marker r on r.owner_id = ${viewer.actorId}::uuid and r.scope = place.kind || ':' || place.id
      where place.id = any(${places.map((place) => place.id)}::uuid[]))
    select place.id, unread.number as unread
    from mine as place
    cross join lateral (
      select count(*)::integer as number from (
        select from unnest(${general}::bigint[] || array[place.members_audience_id, place.staff_members_audience_id]) as audience (id)
        cross join lateral (${newestIn(sql`place.kind = 'building' and post.place_id = place.id and post.group_id is null`, viewer.actorId)} union all ${newestIn(sql`place.kind = 'group' and post.group_id = place.id`, viewer.actorId)}) newest
        where audience.id = any(${[...viewer.audiences]}::bigint[])
        limit ${MOST_UNREAD}) capped) unread`.execute(trx);
  return new Map(rows.map((row) => [row.id, row.unread]));
}
