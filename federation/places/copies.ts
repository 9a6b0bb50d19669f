// SPDX-License-Identifier: EUPL-1.2
import { dropReplica, keepReplica, type MembershipEnded, type PlaceAccess, type PlaceForgotten } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { dropPostsFor } from '../../server/posts/public.ts';
import type { Deps } from '../../server/platform/deps.ts';

/**
 * When nobody here is a member of a place elsewhere any more, what is not for everybody goes from here: of a closed or hidden place all of it
 * with whatever hangs on it, of an open one what was for its members. Of a closed one its name stays, as everybody may know it.
 */
export const dropCopies = subscriber<MembershipEnded>({
  name: 'drop-copies-of-place',
  queue: 'federate',
  types: ['MembershipEnded'],
  async handle(trx, { placeId, memberId, byId, reason }, _stored, deps) {
    const place = await trx
      .selectFrom('place as p')
      .innerJoin('remote_place as r', 'r.place_id', 'p.id')
      .select(['p.id', 'p.access', 'p.host', 'p.members_audience_id', 'r.state'])
      .where('p.id', '=', placeId)
      .where('p.host', 'is not', null)
      .forUpdate()
      .executeTakeFirst();
    if (place === undefined || place.state !== 'joined') return;
    const member = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('state', '=', 'active').limit(1).executeTakeFirst();
    if (member !== undefined) return;
    await forgetWhatWasSaid(trx, placeId);
    await publish<PlaceForgotten>(trx, { type: 'PlaceForgotten', placeId });
    if (place.access === 'open') {
      await dropPostsFor(trx, placeId, place.members_audience_id);
      await trx.updateTable('remote_place').set({ state: 'known' }).where('place_id', '=', placeId).execute();
      return;
    }
    const left = await beginAnew(trx, deps, placeId, place.access as PlaceAccess);
    // What told them of it went with the rest.
    if (left !== null && reason === 'removed') await publish<MembershipEnded>(trx, { type: 'MembershipEnded', placeId: left, memberId, byId: byId === null ? null : left, reason });
  },
});

/** What was sent about it, and what came in and could not be handled. */
async function forgetWhatWasSaid(trx: Trx, placeId: string): Promise<void> {
  const { uri } = await trx.selectFrom('actor').select('uri').where('id', '=', placeId).executeTakeFirstOrThrow();
  await trx.deleteFrom('sent_activity').where('members_of', '=', placeId).execute();
  await trx.updateTable('received_activity').set({ body: null }).where('actor_uri', '=', uri).where('handled_at', 'is not', null).execute();
  await trx.deleteFrom('received_activity').where('actor_uri', '=', uri).where('handled_at', 'is', null).execute();
}

/** @returns the place as it is known from now on; null for a hidden one, of which nothing is. */
async function beginAnew(trx: Trx, deps: Pick<Deps, 'clock'>, placeId: string, access: PlaceAccess): Promise<string | null> {
  const actor = await trx.selectFrom('actor').selectAll().where('id', '=', placeId).executeTakeFirstOrThrow();
  const remote = await trx.selectFrom('remote_actor').selectAll().where('actor_id', '=', placeId).executeTakeFirstOrThrow();
  await dropReplica(trx, placeId);
  if (access === 'hidden') return null;
  const id = newId();
  const { uri, domain, handle, name, summary, type, created_at } = actor;
  await trx.insertInto('actor').values({ id, uri, domain, handle, name, summary, type, created_at, audience_id: 1 }).execute();
  await trx.insertInto('remote_actor').values({ ...remote, keys: JSON.stringify(remote.keys), actor_id: id }).execute();
  await keepReplica(trx, deps, { actorId: id, host: remote.host, handle, access, memberCount: null });
  const { audience_id } = await trx.selectFrom('place').select('audience_id').where('id', '=', id).executeTakeFirstOrThrow();
  await trx.insertInto('remote_place').values({ place_id: id, host: remote.host, state: 'ended', audience_id }).execute();
  return id;
}
