// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { sql } from 'kysely';
import { actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import type { Page } from './feeds.ts';
import { type Asker, postForViewer } from './read-posts.ts';
import type { RevisionList } from './schemas.ts';

/** What a post said before, latest first, for whoever may read the post. */
export async function revisionsOf(trx: Trx, viewer: Asker, postId: string, { limit = DEFAULT_LIMIT, cursor }: Page): Promise<Static<typeof RevisionList>> {
  await postForViewer(trx, viewer, postId);
  const after = decodeMomentCursor(cursor);
  const rows = await trx
    .selectFrom('post_revision as r')
    .select(['r.id', 'r.title', 'r.html', 'r.written_at', actorRef(viewer, 'r.editor_id').as('editor')])
    .where('r.post_id', '=', postId)
    .where('r.audience_id', 'in', [...viewer.audiences])
    .where(after === null ? sql<boolean>`true` : sql<boolean>`(r.written_at, r.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`)
    .orderBy('r.written_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    (row) => ({ id: row.id, title: row.title, html: row.html, editedAt: row.written_at.toISOString(), editor: row.editor }),
    (row) => [row.written_at.toISOString(), row.id],
  );
}
