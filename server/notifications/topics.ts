// SPDX-License-Identifier: EUPL-1.2
import type { TopicResolver } from '../platform/live/topic-resolver.ts';
import { isUuid } from '../platform/ids.ts';
import { sameCase } from '../platform/db/same-case.ts';

/**
 * Who may listen to what: the square everybody, a building whoever may read in it, a post whoever may read it.
 * `me` is the hub's own. Runs as the viewer, so row-level security answers for posts.
 */
export const resolveTopic: TopicResolver = async (trx, viewer, topic) => {
  if (topic === 'square') return { placeId: null };
  const [kind, name = ''] = topic.split(':', 2);
  if (kind === 'building') {
    const place = await trx
      .selectFrom('place')
      .select(['id', 'slug'])
      .where('kind', '=', 'building')
      .where('slug_key', '=', sameCase(name))
      .where('deleted_at', 'is', null)
      .where((where) => where.or([where('access', '=', 'open'), where('members_audience_id', 'in', [...viewer.audiences])]))
      .executeTakeFirst();
    // Slugs are found whatever their case, but a topic has one name.
    return place?.slug === name ? { placeId: place.id } : null;
  }
  if (kind === 'post' && isUuid(name) && name === name.toLowerCase()) {
    const post = await trx.selectFrom('post').select('place_id').where('id', '=', name).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
    return post === undefined ? null : { placeId: post.place_id };
  }
  return null;
};
