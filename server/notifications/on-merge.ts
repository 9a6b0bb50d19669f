// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type MergeProposed, type Moving, membersToNotify, onMerge, type PlaceMerged, type PlacesParted, stepsBack, stepsForward } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { pushLive, recheckLive } from '../platform/live/push-live.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { Kind } from './kinds.ts';
import { tell, type Telling } from './tell.ts';

/** Notices about a place go along when it goes up in another. Those about posts have the audience of their post already. */
export function registerMerging(): void {
  onMerge('notifications', { count: async () => 0, move, finish, moveBack, finishBack: async () => undefined });
}

async function move(trx: Trx, moving: Moving, most: number): Promise<number> {
  const { mergeId, source, target } = moving;
  const steps = [...stepsForward(moving), { from: PUBLIC_AUDIENCE, to: target.audienceId }];
  const { rows } = await sql`
    with batch as (select id from notification where place_id = ${source.id}::uuid limit ${sql.lit(most)})
    update notification n set place_id = ${target.id}::uuid, merged_by = ${mergeId}::uuid,
      audience_id = coalesce((select p.audience_id from post p where p.id = n.post_id), ${destination(steps)}, n.audience_id)
    from batch where n.id = batch.id returning n.id`.execute(trx);
  return rows.length;
}

function destination(steps: readonly { from: number; to: number }[]) {
  return sql`(select step.destination from unnest(${steps.map(({ from }) => from)}::bigint[], ${steps.map(({ to }) => to)}::bigint[]) as step (origin, destination) where step.origin = n.audience_id limit 1)`;
}

/** What people chose to hear of a place they hear of the other one, unless they chose something there. Sockets that were away fetch anew what is under another name now. */
async function finish(trx: Trx, { source, target }: Moving): Promise<void> {
  await sql`
    insert into place_level (owner_id, place_id, level) select owner_id, ${target.id}::uuid, level from place_level where place_id = ${source.id}::uuid
    on conflict do nothing`.execute(trx);
  await trx.deleteFrom('live_update').where('place_id', '=', source.id).execute();
}

async function moveBack(trx: Trx, moving: Moving, most: number): Promise<number> {
  const { mergeId, source } = moving;
  const steps = [...stepsBack(moving), { from: PUBLIC_AUDIENCE, to: source.audienceId }];
  const { rows } = await sql`
    with batch as (select id from notification where merged_by = ${mergeId}::uuid limit ${sql.lit(most)})
    update notification n set place_id = ${source.id}::uuid, merged_by = null,
      audience_id = coalesce((select p.audience_id from post p where p.id = n.post_id), ${destination(steps)}, n.audience_id)
    from batch where n.id = batch.id returning n.id`.execute(trx);
  return rows.length;
}

/** Those who decide for a side that has not agreed yet. */
export const tellOfProposal = subscriber<MergeProposed>({
  name: 'tell-of-merge-proposed',
  queue: 'notify',
  types: ['MergeProposed'],
  async handle(trx, { sourceId, targetId, byId }, stored, { clock }) {
    for (const placeId of [sourceId, targetId]) await tellMembers(trx, placeId, ['admin'], 'merge-proposed', byId, stored.id, clock.now());
  },
});

/** Both sides hear of it, and whoever has the old page on the screen is shown on. */
export const tellOfMerge = subscriber<PlaceMerged | PlacesParted>({
  name: 'tell-of-merge',
  queue: 'notify',
  types: ['PlaceMerged', 'PlacesParted'],
  async handle(trx, event, stored, { clock }) {
    const now = clock.now();
    if (event.type === 'PlacesParted') {
      for (const placeId of [event.placeId, event.fromId]) await tellMembers(trx, placeId, ['member', 'moderator', 'admin'], 'merge-undone', null, `${stored.id} ${placeId}`, now);
      await recheckLive(trx, { placeId: event.fromId });
      return;
    }
    await tellMembers(trx, event.intoId, ['member', 'moderator', 'admin'], 'merged', null, stored.id, now);
    await recheckLive(trx, { placeId: event.placeId });
    await pushGone(trx, event);
  },
});

async function tellMembers(trx: Trx, placeId: string, roles: Parameters<typeof membersToNotify>[2], kind: Kind, actorId: string | null, key: string, now: Date): Promise<void> {
  const place = await trx.selectFrom('place').select(['members_audience_id', 'knowing_audience_id']).where('id', '=', placeId).where('deleted_at', 'is', null).executeTakeFirst();
  if (place === undefined) return;
  const recipients = await membersToNotify(trx, placeId, roles);
  const audienceId = place.members_audience_id;
  await tell(trx, recipients.map((recipientId): Telling => ({ recipientId, kind, actorId, placeId, audienceId, dedupeKey: `event ${key}` })), now);
}

async function pushGone(trx: Trx, { placeId, intoId }: PlaceMerged): Promise<void> {
  const gone = await trx
    .selectFrom('place as p')
    .innerJoin('place as i', 'i.id', 'p.merged_into')
    .leftJoin('place as b', 'b.id', 'p.parent_id')
    .select(['p.slug', 'p.audience_id', 'b.slug as building_slug'])
    .where('p.id', '=', placeId)
    .where('i.id', '=', intoId)
    .executeTakeFirst();
  if (gone === undefined) return;
  const topic = gone.building_slug === null ? `building:${gone.slug}` : `group:${gone.building_slug}/${gone.slug}`;
  await pushLive(trx, [{ topic, event: 'place.merged', data: { placeId, intoId }, audienceId: gone.audience_id, placeId: intoId }]);
}
