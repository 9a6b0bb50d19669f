// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import { recountAll, recountPublic } from '../buildings/public.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';

/**
 * Removes for good what is kept here of a place elsewhere for one audience, with everything that hangs on it. As the system.
 */
export async function dropPostsFor(trx: Trx, placeId: string, audienceId: number): Promise<void> {
  await trx.deleteFrom('post').where('place_id', '=', placeId).where('audience_id', '=', audienceId).execute();
  const left = await trx
    .selectFrom('post')
    .select(({ fn }) => [fn.countAll<number>().as('posts'), fn.max('published_at').as('last_at')])
    .where('place_id', '=', placeId)
    .where('audience_id', '=', PUBLIC_AUDIENCE)
    .where('in_reply_to', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  await recountAll(trx, placeId, left.posts);
  await recountPublic(trx, placeId, left.posts, left.last_at);
}
