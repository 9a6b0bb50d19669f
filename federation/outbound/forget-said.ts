// SPDX-License-Identifier: EUPL-1.2
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import type { PostDeleted } from '../../server/posts/public.ts';

/** The words of a deleted post stand in what was said of it as well, and in what came of it: both go. That it is taken back stays. */
export const forgetSaid = subscriber<PostDeleted>({
  name: 'forget-what-was-said',
  queue: 'federate',
  types: ['PostDeleted'],
  async handle(trx, { postId }) {
    const post = await trx.selectFrom('post').select('uri').where('id', '=', postId).executeTakeFirst();
    if (post === undefined) return;
    await trx.deleteFrom('sent_activity').where('about', '=', post.uri).execute();
    await trx.updateTable('remote_post').set({ raw_create: null }).where('post_id', '=', postId).where('raw_create', 'is not', null).execute();
  },
});
