// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { withholdPost } from '../../server/posts/public.ts';

/** What one of ours wrote in a place elsewhere, by the address of that, or of the activity in which it was said. As the system. */
export async function writtenAs(trx: Trx, uri: string | null): Promise<{ postId: string; placeUri: string } | null> {
  if (uri === null) return null;
  const row = await trx
    .selectFrom('remote_post as r')
    .innerJoin('post as p', 'p.id', 'r.post_id')
    .innerJoin('place as l', 'l.id', 'p.place_id')
    .innerJoin('actor as a', 'a.id', 'l.id')
    .select(['p.id', 'a.uri'])
    .where('l.host', 'is not', null)
    .where('p.origin', '=', 'local')
    .where((where) => where.or([where('r.activity_uri', '=', uri), where('p.uri', '=', uri)]))
    .executeTakeFirst();
  return row === undefined ? null : { postId: row.id, placeUri: row.uri };
}

/** Its home did not take it: nobody there reads it, so nobody here does either but who wrote it, who is told. */
export async function refuseWritten(trx: Trx, { clock }: Pick<Deps, 'clock'>, postId: string): Promise<void> {
  await trx.updateTable('remote_post').set({ state: 'refused' }).where('post_id', '=', postId).execute();
  try {
    await withholdPost(trx, postId, 'hidden', clock.now());
  } catch (error) {
    // Deleted meanwhile.
    if (!(error instanceof NotFound)) throw error;
  }
}
