// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { ActorChanged } from '../../server/identity/public.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { actorDocument } from '../actors/documents.ts';
import { publicActor } from '../actors/read-local.ts';
import { actorUri, followersUri, PUBLIC } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { CONTEXT } from '../translate/vocabulary.ts';
import { withProof } from '../wire/proof.ts';
import { allPeers, thoseWhoKnow } from './readers.ts';
import { targetsOf } from './targets.ts';

/** A new name, photograph or description, or new keys: those who keep a copy of it hear of it. */
export const tellOfActor = subscriber<ActorChanged>({
  name: 'tell-elsewhere-of-actor',
  queue: 'federate',
  types: ['ActorChanged'],
  deliver: ({ actorId }, stored, deps) => tellOfChangedActor(deps, actorId, stored.id),
});

/**
 * Sends the document of a person or place of ours, as everybody may see it now, to who follows it and to where it is a member or has members;
 * that of the square to every instance that we know.
 * Nothing goes of what not everybody may know of.
 * @param key of what happened, under which it is told once
 */
export async function tellOfChangedActor(deps: Deps, actorId: string, key: string): Promise<void> {
  const actor = await publicActor(deps, actorId);
  const document = actor === null || actor.deletedAt !== null ? null : await actorDocument(deps, actor);
  if (actor === null || document === null) return;
  const uri = actorUri(deps.config, actorId);
  const said = await withProof(deps, actorId, { '@context': CONTEXT, id: newActivityId(deps).uri, type: 'Update', actor: uri, published: deps.clock.now().toISOString(), to: [PUBLIC], cc: [followersUri(deps.config, actorId)], object: document });
  await deps.database.asSystem(async (trx) => {
    const to = actor.type === 'instance' ? await allPeers(trx) : actor.type === 'person' ? await thoseWhoKnow(trx, actorId) : ((await targetsOf(trx, { place_id: actorId, audience_id: PUBLIC_AUDIENCE, members_audience_id: -1 }))?.to ?? []);
    await send(trx, deps, { dedupeKey: `${key} actor`, type: 'Update', senderId: actorId, activity: said, orderingKey: uri, to });
  });
}
