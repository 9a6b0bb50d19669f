// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';

export interface ThreadOfPost {
  rootId: string;
  /** Where it stands; a group for what is in a group. */
  placeId: string;
  /** Who may know of that place. */
  placeAudienceId: number;
}

/** The thread that a post belongs to. @throws {NotFound} when the viewer may not read it. */
export async function threadOfPost(trx: Trx, viewer: Member, postId: string): Promise<ThreadOfPost> {
  const row = await trx
    .selectFrom('post as p')
    .innerJoin('place as l', (join) => join.on((on) => on('l.id', '=', on.fn.coalesce('p.group_id', 'p.place_id'))))
    .select(['p.id', 'p.root_id', 'l.id as place_id', 'l.audience_id'])
    .where('p.id', '=', postId)
    .where('p.audience_id', 'in', [...viewer.audiences])
    .where((where) => where.or([where('p.deleted_at', 'is', null), where('p.reply_count', '>', 0)]))
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return { rootId: row.root_id ?? row.id, placeId: row.place_id, placeAudienceId: row.audience_id };
}
