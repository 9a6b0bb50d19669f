// SPDX-License-Identifier: EUPL-1.2
import { keepReplica, type PlaceAccess } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { peerOf, type RemoteActor, remoteActor, remoteActorByHandle } from '../actors/remote-actors.ts';
import { isObject } from '../wire/bounded-json.ts';
import { FetchRefused, fetchWith, isActivityJson } from '../wire/fetch.ts';
import { INSTANCE_ACTOR_ID } from '../addresses.ts';

type ReplicaDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

/**
 * The row here of a place of another instance, fetched where it is not known, or not lately: what its home says of it, without anything that
 * is in it.
 * @param address of its actor, or its handle: "name@host"
 * @throws {FetchRefused} also for what is no place
 */
export async function replicaOf(deps: ReplicaDeps, address: string, options: { refresh?: boolean } = {}): Promise<{ id: string; host: string }> {
  const actor = /^https?:\/\//i.test(address) ? await remoteActor(deps, address, options) : await remoteActorByHandle(deps, address);
  if (actor.type !== 'building' || actor.goneAt !== null) throw new FetchRefused('not-found', address);
  await peerOf(deps, actor.host);
  const memberCount = await countMembers(deps, actor);
  // What others say of their places is nobody's here to write.
  await deps.database.asSystem((trx) => keep(trx, deps, actor, memberCount));
  return { id: actor.id, host: actor.host };
}

/** As the system. */
async function keep(trx: Trx, { clock }: Pick<Deps, 'clock'>, actor: RemoteActor, memberCount: number | null): Promise<void> {
  await keepReplica(trx, { clock }, { actorId: actor.id, host: actor.host, handle: actor.handle, access: accessOf(actor), memberCount });
  const { audience_id } = await trx.selectFrom('place').select('audience_id').where('id', '=', actor.id).executeTakeFirstOrThrow();
  const count = memberCount === null ? {} : { member_count: memberCount };
  await trx
    .insertInto('remote_place')
    .values({ place_id: actor.id, host: actor.host, audience_id, ...count })
    .onConflict((clash) => clash.column('place_id').doUpdateSet({ audience_id, ...count }))
    .execute();
}

/** `sm:accessType` of Smithereen, where "private" is our hidden; of others whoever must ask is taken to stand before a closed door. */
export function accessOf({ accessType, manuallyApproves }: Pick<RemoteActor, 'accessType' | 'manuallyApproves'>): PlaceAccess {
  if (accessType === 'private' || accessType === 'hidden') return 'hidden';
  return accessType === 'closed' || (accessType === null && manuallyApproves) ? 'closed' : 'open';
}

/** As its home counts; null where it does not say. */
async function countMembers(deps: ReplicaDeps, { members }: RemoteActor): Promise<number | null> {
  if (members === null) return null;
  try {
    const { json } = await fetchWith(deps, members, { signAs: INSTANCE_ACTOR_ID, accept: 'application/activity+json', types: isActivityJson });
    const total = isObject(json) ? json['totalItems'] : null;
    return Number.isSafeInteger(total) && Number(total) >= 0 ? Math.min(Number(total), 2_000_000_000) : null;
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return null;
  }
}
