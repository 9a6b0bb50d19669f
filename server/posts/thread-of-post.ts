// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';

export interface ThreadOfPost {
  rootId: string;
  /** Where it stands; a group for what is in a group. */
  placeId: string;
}

/** The thread that a post belongs to. @throws {NotFound} when the viewer may not read it. */
export async function threadOfPost(trx: Trx, viewer: Member, postId: string): Promise<ThreadOfPost> {
  const row = await trx
    .selectFrom('post')
    .select(['id', 'root_id', 'place_id', 'group_id'])
    .where('id', '=', postId)
    .where('audience_id', 'in', [...viewer.audiences])
    .where((where) => where.or([where('deleted_at', 'is', null), where('reply_count', '>', 0)]))
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return { rootId: row.root_id ?? row.id, placeId: row.group_id ?? row.place_id };
}
