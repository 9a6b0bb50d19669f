// SPDX-License-Identifier: EUPL-1.2
import type { MembershipApproved } from '../../server/buildings/public.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { postIn } from '../translate/post-in.ts';
import { within } from '../wire/deadline.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { type Replica, replicaById } from './place-rows.ts';
import { fetchAll, PATIENCE_MS, readCollection } from './fetch-many.ts';

const MOST_RECENT = 50;

/** When somebody is the first here in a place elsewhere, what was said there lately for everybody is fetched, so that they come into no empty room. */
export const catchUp = subscriber<MembershipApproved>({
  name: 'catch-up-with-place',
  queue: 'federate',
  types: ['MembershipApproved'],
  async deliver({ placeId }, _stored, deps) {
    const found = await deps.database.asSystem(async (trx) => {
      const replica = await replicaById(trx, placeId);
      const row = await trx.selectFrom('remote_actor').select('outbox').where('actor_id', '=', placeId).executeTakeFirst();
      const kept = await trx.selectFrom('post').select('id').where('place_id', '=', placeId).limit(1).executeTakeFirst();
      return replica === null || row?.outbox == null || kept !== undefined ? null : { replica, outbox: row.outbox };
    });
    if (found !== null) await fetchRecent(deps, found.replica, found.outbox);
  },
});

async function fetchRecent(deps: Deps, replica: Replica, outbox: string): Promise<void> {
  try {
    await within(PATIENCE_MS, async () => {
      const { items } = await readCollection(deps, replica, outbox);
      const uris = items.flatMap((item) => postIn(item) ?? []);
      // The oldest first: what is answered comes before its answers.
      await fetchAll(deps, replica, [...new Set(uris)].slice(0, MOST_RECENT).reverse());
    });
  } catch (error) {
    // It goes on from here on in any case.
    if (!(error instanceof FetchRefused)) throw error;
    deps.log.debug({ err: error, place: replica.uri }, 'what was said lately in a place elsewhere');
  }
}
