// SPDX-License-Identifier: EUPL-1.2
import { joinPlaceById } from '../../server/buildings/public.ts';
import { memberOfActor } from '../../server/identity/public.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import type { Deps } from '../../server/platform/deps.ts';

/**
 * Somebody here who has the address of a place elsewhere asks to come in, also where that is hidden: then they do not see it here until its
 * home lets them in.
 * @throws {NotFound} {@link Forbidden}
 */
export async function askReplica({ database, clock }: Pick<Deps, 'database' | 'clock'>, actorId: string, placeId: string, note: string): Promise<'active' | 'requested'> {
  const member = await memberOfActor(database.pool, actorId);
  if (member === null) throw new NotFound();
  const { state } = await database.asViewer(member, (trx) => joinPlaceById(trx, clock, member, placeId, note));
  return state;
}
