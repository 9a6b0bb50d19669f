// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { sql } from 'kysely';
import { placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import { pushLive } from '../platform/live/push-live.ts';
import type { ReadMarker } from './schemas.ts';
import { unreadCounts } from './unread.ts';

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

/**
 * Only forward: an older window that is left open does not make unread what was read. The viewer's other screens are told when it moves.
 * @returns where it now stands.
 */
export async function markRead(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, scope: string, postId: string): Promise<Marker> {
  const { key, placeId } = await scopeKey(trx, viewer, scope);
  const post = await trx.selectFrom('post').select(['published_at', 'place_id', 'group_id']).where('id', '=', postId).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
  if (post === undefined || (placeId !== null && post.place_id !== placeId && post.group_id !== placeId)) throw new BadInput('postId', { nl: 'Dit bericht staat hier niet.', en: 'This post is not here.' });
  const seen = { post_id: postId, published_at: post.published_at, updated_at: deps.clock.now() };
  const { rows } = await sql<{ moved: boolean }>`
    insert into read_marker as r (owner_id, scope, post_id, published_at, updated_at)
    values (${viewer.actorId}, ${key}, ${seen.post_id}, ${seen.published_at}, ${seen.updated_at})
    on conflict (owner_id, scope) do update
    set post_id = excluded.post_id, published_at = excluded.published_at, updated_at = excluded.updated_at
    where (excluded.published_at, excluded.post_id) > (r.published_at, r.post_id)
    returning true as moved`.execute(trx);
  const marker = await readMarkerOf(trx, viewer, scope);
  if (rows.length > 0) await tellOtherScreens(trx, viewer, placeId);
  // Read by themselves too, so that taking back a press on "all" leaves it (see moveMarkersBack).
  else await trx.updateTable('read_marker').set({ updated_at: seen.updated_at }).where('owner_id', '=', viewer.actorId).where('scope', '=', key).execute();
  return marker;
}

/** What was read on one device is read on all. */
async function tellOtherScreens(trx: Trx, viewer: Member, placeId: string | null): Promise<void> {
  if (placeId === null) return pushLive(trx, [{ topic: 'me', event: 'read.changed', data: {}, recipientId: viewer.actorId }]);
  const placeUnread = (await unreadCounts(trx, viewer, [{ id: placeId }])).get(placeId) ?? 0;
  // Whoever is put out of a hidden place does not hear of it again, not even that they read it.
  const { audience_id: audienceId } = await trx.selectFrom('place').select('audience_id').where('id', '=', placeId).executeTakeFirstOrThrow();
  await pushLive(trx, [{ topic: 'me', event: 'counters', data: { placeId, placeUnread }, recipientId: viewer.actorId, audienceId, placeId }]);
}

/** Beyond every id, for who has read all that was published at a moment. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Where a marker stood before it was moved on; nulls when there was none. */
export interface MarkerBefore {
  scope: string;
  postId: string | null;
  publishedAt: string | null;
}

/**
 * Moves the markers of the viewer's places, and of the square, on to a moment. Only forward.
 * @param only a part of them; all when left out
 * @returns how those that moved stood before: {@link moveMarkersBack}
 */
export async function readUpTo(trx: Trx, viewer: Member, upTo: Date, now: Date, only?: { placeId: string } | 'places' | 'square'): Promise<MarkerBefore[]> {
  // So that none of them moves between looking and writing.
  await trx.selectFrom('read_marker').select('scope').where('owner_id', '=', viewer.actorId).forUpdate().execute();
  const places = sql`select p.kind || ':' || p.id as scope from membership m join place p on p.id = m.place_id where m.member_id = ${viewer.actorId}::uuid and m.state = 'active'`;
  const square = sql`select 'square' as scope`;
  const scopes = only === undefined ? sql`${places} union all ${square}` : only === 'square' ? square : only === 'places' ? places : sql`${places} and p.id = ${only.placeId}::uuid`;
  const { rows } = await sql<{ scope: string; postId: string | null; publishedAt: Date | null }>`
    with scopes as materialized (${scopes}),
    before as materialized (select s.scope, r.post_id, r.published_at from scopes s left join read_marker r on r.owner_id = ${viewer.actorId}::uuid and r.scope = s.scope),
    moved as (
      insert into read_marker (owner_id, scope, post_id, published_at, updated_at)
      select ${viewer.actorId}::uuid, scope, ${LAST_ID}::uuid, ${upTo}::timestamptz, ${now}::timestamptz from scopes
      on conflict (owner_id, scope) do update set post_id = excluded.post_id, published_at = excluded.published_at, updated_at = excluded.updated_at
      where (excluded.published_at, excluded.post_id) > (read_marker.published_at, read_marker.post_id)
      returning scope)
    select b.scope, b.post_id as "postId", b.published_at as "publishedAt" from before b join moved using (scope)`.execute(trx);
  return rows.map(({ scope, postId, publishedAt }) => ({ scope, postId, publishedAt: publishedAt?.toISOString() ?? null }));
}

/** Takes {@link readUpTo} back, but for the feeds that were read since. @param at the `now` of then */
export async function moveMarkersBack(trx: Trx, viewer: Member, markers: readonly MarkerBefore[], at: Date): Promise<void> {
  if (markers.length === 0) return;
  const untouched = sql`r.owner_id = ${viewer.actorId}::uuid and r.updated_at = ${at}::timestamptz`;
  const before = sql`jsonb_to_recordset(${JSON.stringify(markers)}::jsonb) as b (scope text, "postId" uuid, "publishedAt" timestamptz)`;
  await sql`update read_marker r set post_id = b."postId", published_at = b."publishedAt" from ${before} where ${untouched} and r.scope = b.scope and b."postId" is not null`.execute(trx);
  await sql`delete from read_marker r using ${before} where ${untouched} and r.scope = b.scope and b."postId" is null`.execute(trx);
}
