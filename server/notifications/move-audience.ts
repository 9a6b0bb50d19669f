// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { AudienceMove } from '../buildings/public.ts';
import type { PostsMoved } from '../posts/public.ts';
import type { Trx } from '../platform/db/database.ts';

/** Notifications follow the audience of what they are about; what sockets were told of a place that closes is forgotten. */
export async function moveNotifications(trx: Trx, move: AudienceMove): Promise<void> {
  const { placeId } = move;
  if (move.kind === 'narrow') {
    for (const { from, to } of move.moves) {
      await trx.updateTable('notification').set({ audience_id: to }).where('place_id', '=', placeId).where('audience_id', '=', from).execute();
      await trx.deleteFrom('live_update').where('place_id', '=', placeId).where('audience_id', '=', from).execute();
    }
    return;
  }
  // Before or after the posts themselves went back: both give the same. A notice about a membership goes where the place is known again.
  await sql`
    update notification n set audience_id = coalesce(p.audience_before, p.audience_id) from post p
    where n.place_id = ${placeId} and p.id = n.post_id and n.audience_id <> coalesce(p.audience_before, p.audience_id)`.execute(trx);
  await sql`
    update notification n set audience_id = l.audience_id from place l
    where n.place_id = ${placeId} and l.id = n.place_id and n.post_id is null and n.kind <> 'request' and n.audience_id <> l.audience_id`.execute(trx);
}

/** Posts that moderators hide, or bring back, take what was told of them along; updates for sockets that were away are forgotten. */
export async function moveWithPosts(trx: Trx, { postIds, placeId }: PostsMoved): Promise<void> {
  const ids = sql`any(${[...postIds]}::uuid[])`;
  await sql`update notification n set audience_id = p.audience_id from post p where n.post_id = p.id and p.id = ${ids} and n.audience_id <> p.audience_id`.execute(trx);
  await sql`delete from live_update u where u.place_id = ${placeId}::uuid and (u.data ->> 'postId')::uuid = ${ids}`.execute(trx);
}
