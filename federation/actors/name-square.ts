// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';

/** The square was there before anybody knew under which address it would stand; what is said in its name, and about what is on it, bears this one. */
export async function nameSquare({ config, database }: Pick<Deps, 'config' | 'database'>): Promise<void> {
  const uri = actorUri(config, INSTANCE_ACTOR_ID);
  // Nobody signs in for this.
  await database.asSystem((trx) => trx.updateTable('actor').set({ uri }).where('id', '=', INSTANCE_ACTOR_ID).where('uri', '<>', uri).execute());
}
