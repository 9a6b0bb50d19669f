// SPDX-License-Identifier: EUPL-1.2
import { subscriber } from '../platform/outbox/subscriber.ts';
import { tell } from './tell.ts';

/** As the room of searching tells it. */
interface SavedSearchesMatched {
  type: 'SavedSearchesMatched';
  postId: string;
  matches: { searchId: string; ownerId: string }[];
}

/** Something new fits a search that somebody kept. Looked at again: the search may be off by now, and the post gone or not for them. */
export const tellOfSearchHit = subscriber<SavedSearchesMatched>({
  name: 'tell-of-search-hit',
  queue: 'notify',
  types: ['SavedSearchesMatched'],
  async handle(trx, { postId, matches }, _stored, { clock }) {
    const post = await trx.selectFrom('post').select(['id', 'author_id', 'place_id', 'group_id', 'audience_id', 'root_id']).where('id', '=', postId).where('deleted_at', 'is', null).executeTakeFirst();
    if (post === undefined) return;
    const wanted = await trx.selectFrom('saved_search').select(['id', 'owner_id']).where('id', 'in', matches.map((each) => each.searchId)).where('notify', '=', true).execute();
    await tell(
      trx,
      wanted.map((search) => ({
        recipientId: search.owner_id,
        kind: 'search-hit' as const,
        actorId: post.author_id,
        postId: post.id,
        rootId: post.root_id ?? post.id,
        placeId: post.group_id ?? post.place_id,
        searchId: search.id,
        audienceId: post.audience_id,
        dedupeKey: `search ${search.id} post ${post.id}`,
      })),
      clock.now(),
    );
  },
});
