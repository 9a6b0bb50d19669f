// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Trx } from '../platform/db/database.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PostRefused } from './events.ts';
import { withholdPost } from './withhold-post.ts';

/**
 * The home of the place did not take what one of ours wrote there: nobody reads it, and its author gets the text back as a draft and is told
 * why. Doing so twice changes nothing. Every transaction is the system's.
 * @param word why, in the language of its author; empty where its home did not say
 */
export async function refusePost(trx: Trx, postId: string, word: string, now: Date): Promise<void> {
  if (!(await withholdPost(trx, postId, 'hidden', now))) return;
  const post = await trx
    .selectFrom('post')
    .select(['author_id', 'place_id', 'group_id', 'root_id', 'in_reply_to', 'kind', 'title', 'source', 'format', 'withheld_audience_id'])
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  const tags = await trx.selectFrom('post_tag').select('tag').where('post_id', '=', postId).orderBy('tag').execute();
  await trx
    .insertInto('draft')
    .values({
      id: newId(), owner_id: post.author_id, place_id: post.group_id ?? post.place_id, in_reply_to: post.in_reply_to, kind: post.kind, title: post.title ?? '', body: post.source, format: post.format,
      audience: post.in_reply_to !== null ? null : post.withheld_audience_id === PUBLIC_AUDIENCE ? 'public' : 'members', tags: tags.map((row) => row.tag), updated_at: now,
    })
    .execute();
  await publish<PostRefused>(trx, { type: 'PostRefused', postId, rootId: post.root_id, placeId: post.place_id, authorId: post.author_id, word });
}
