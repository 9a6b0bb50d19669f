// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import type { Viewer } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { isBlocked } from '../wire/blocks.ts';
import { nameOf } from './names.ts';
import type { ActorHome } from './schemas.ts';

/** @throws {NotFound} for who is of here, absent, or not for this viewer */
export async function homeOf({ database }: Deps, viewer: Viewer, actorId: string): Promise<Static<typeof ActorHome>> {
  const actor = await database.readAs(viewer, (trx) =>
    trx.selectFrom('actor').select(['id', 'domain', 'uri']).where('id', '=', actorId).where('domain', 'is not', null).where('audience_id', 'in', [...viewer.audiences]).where('deleted_at', 'is', null).executeTakeFirst());
  if (actor?.domain == null) throw new NotFound();
  const host = actor.domain;
  // As the system: what is noted beside an actor, and how its instance is doing, is in tables that nobody reads; of it only this is told.
  const [beside, peer, turnedAway, blocked] = await database.asSystem((trx) =>
    Promise.all([
      trx.selectFrom('remote_actor').select(['url', 'gone_at']).where('actor_id', '=', actor.id).executeTakeFirst(),
      trx.selectFrom('peer').select(['down_since', 'neighbour_since']).where('host', '=', host).executeTakeFirst(),
      trx.selectFrom('remote_place').select('turned_us_away_at').where('place_id', '=', actor.id).executeTakeFirst(),
      isBlocked(trx, host),
    ]));
  const state = blocked ? 'blocked' : beside?.gone_at != null ? 'gone' : peer?.down_since != null ? 'down' : 'fine';
  return { host, hostName: await database.readAs(viewer, (trx) => nameOf(trx, host)), url: beside?.url ?? actor.uri, isNeighbour: peer?.neighbour_since != null, state, turnedUsAwayAt: turnedAway?.turned_us_away_at?.toISOString() ?? null };
}
