// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';

/** Whether the last word of moderators here about a post is that it is hidden. As the system. */
export async function isHiddenByDecision(trx: Trx, postId: string): Promise<boolean> {
  const last = await trx
    .selectFrom('moderation_decision')
    .select('action')
    .where('post_id', '=', postId)
    .where('action', 'in', ['hide', 'refuse', 'restore', 'approve'])
    .where('overturned_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.action === 'hide' || last?.action === 'refuse';
}
