// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Locale } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { refusePost, withholdPost } from '../../server/posts/public.ts';
import { reasonGiven } from '../translate/reason-given.ts';
import type { Json } from '../translate/read-json.ts';

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

/** Its home did not take it: nobody there reads it, so nobody here does either; who wrote it has it back as a draft, and hears why. */
export async function refuseWritten(trx: Trx, { clock }: Pick<Deps, 'clock'>, postId: string, said: Json): Promise<void> {
  const { author_id: authorId } = await trx.selectFrom('post').select('author_id').where('id', '=', postId).executeTakeFirstOrThrow();
  const word = reasonGiven(said, await localeOf(trx, authorId));
  await keepFromReaders(trx, postId, () => refusePost(trx, postId, word, clock.now()));
}

/** In which language somebody of ours reads. As the system. */
export async function localeOf(trx: Trx, actorId: string): Promise<Locale> {
  const account = await trx.selectFrom('account').select('locale').where('actor_id', '=', actorId).executeTakeFirst();
  // A check constraint keeps it to these words.
  return (account?.locale ?? 'nl') as Locale;
}

/** Its home took it back, for good or for a while: the words lie ready for their return. */
export async function hideWritten(trx: Trx, { clock }: Pick<Deps, 'clock'>, postId: string): Promise<void> {
  await keepFromReaders(trx, postId, () => withholdPost(trx, postId, 'hidden', clock.now()));
}

async function keepFromReaders(trx: Trx, postId: string, keep: () => Promise<unknown>): Promise<void> {
  await trx.updateTable('remote_post').set({ state: 'refused' }).where('post_id', '=', postId).execute();
  try {
    await keep();
  } catch (error) {
    // Deleted meanwhile.
    if (!(error instanceof NotFound)) throw error;
  }
}
