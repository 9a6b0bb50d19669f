// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { thoseWhoBlock } from '../../../server/people/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import { idOf } from '../../translate/read-json.ts';
import type { Handler } from '../handler.ts';
import { done, postHere, refused } from './find.ts';

/**
 * Somebody elsewhere shows a post to those who follow them: how often that was done is counted, once for each, and it is no word in the thread.
 * What a place elsewhere passes on to its members is another matter (federation/places).
 */
export const announce: Handler = {
  types: ['Announce'],
  async handle(trx, _deps, { actor, uri: activityUri, json }) {
    const uri = idOf(json['object']);
    const post = uri === null ? null : await postHere(trx, uri);
    // Of what is not for everybody nobody elsewhere is told that it is there.
    if (post === null || post.audience_id !== PUBLIC_AUDIENCE || post.deleted_at !== null) return refused('unknown-object');
    // The home of its place counts.
    if (post.place_host !== null) return done;
    if ((await thoseWhoBlock(trx, actor.id, [post.author_id])).size > 0) return refused('not-allowed');
    const added = await trx.insertInto('post_share').values({ post_id: post.id, actor_id: actor.id, activity_uri: activityUri }).onConflict((clash) => clash.doNothing()).returning('post_id').executeTakeFirst();
    if (added !== undefined) await trx.updateTable('post').set((row) => ({ share_count: row('share_count', '+', 1) })).where('id', '=', post.id).execute();
    return done;
  },
};

/** By the address of the Announce, or by what was shared. Nothing where they did not share it. */
export async function takeShareBack(trx: Trx, actorId: string, activityUri: string | null, sharedUri: string | null): Promise<boolean> {
  const gone = await trx
    .deleteFrom('post_share')
    .where('actor_id', '=', actorId)
    .where((where) =>
      where.or([
        ...(activityUri === null ? [] : [where('activity_uri', '=', activityUri)]),
        ...(sharedUri === null ? [] : [where('post_id', 'in', where.selectFrom('post').select('id').where('uri', '=', sharedUri))]),
      ]))
    .returning('post_id')
    .execute();
  await countLess(trx, gone.map((row) => row.post_id));
  return gone.length > 0;
}

/** Of somebody who is no more. */
export async function forgetShares(trx: Trx, actorId: string): Promise<void> {
  const gone = await trx.deleteFrom('post_share').where('actor_id', '=', actorId).returning('post_id').execute();
  await countLess(trx, gone.map((row) => row.post_id));
}

/** Locked in one order, so that two who end at the same time do not wait for each other. */
async function countLess(trx: Trx, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  await sql`
    with locked as materialized (select id from post where id = any(${[...postIds]}::uuid[]) and share_count > 0 order by id for no key update)
    update post set share_count = share_count - 1 where id in (select id from locked)`.execute(trx);
}
