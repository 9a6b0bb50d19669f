// SPDX-License-Identifier: EUPL-1.2
import { nextToTell, type PortfolioAsked } from '../asking/public.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { PostPublished } from '../posts/public.ts';
import { tell, type Telling } from './tell.ts';

/** A question to a portfolio, for those who are to be told of it; so many at once. */
export const tellAsked = subscriber<PostPublished | PortfolioAsked>({
  name: 'tell-asked',
  queue: 'notify',
  types: ['PostPublished', 'PortfolioAsked'],
  async handle(trx, { postId }, _stored, { clock }) {
    const post = await trx.selectFrom('post').select(['id', 'author_id', 'place_id', 'audience_id', 'root_id']).where('id', '=', postId).where('deleted_at', 'is', null).where('withheld', 'is', null).executeTakeFirst();
    // Answers are told of by tell-of-post.
    if (post === undefined || post.root_id !== null) return;
    const recipients = await nextToTell(trx, post.id);
    await tell(
      trx,
      recipients.map((recipientId): Telling => ({ recipientId, kind: 'asked', actorId: post.author_id, postId: post.id, rootId: post.id, placeId: post.place_id, audienceId: post.audience_id, dedupeKey: `post ${post.id}` })),
      clock.now(),
    );
  },
});
