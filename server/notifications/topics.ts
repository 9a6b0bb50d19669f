// SPDX-License-Identifier: EUPL-1.2
import type { TopicResolver } from '../platform/live/topic-resolver.ts';
import { isUuid } from '../platform/ids.ts';
import { sameCase } from '../platform/db/same-case.ts';

/**
 * Who may listen to what, by the word before the colon of a topic: the square everybody, a building or group whoever may read in it,
 * a post whoever may read it. `me` is the hub's own. Each runs as the viewer and is given what stands behind the colon.
 */
export const topicResolvers: Record<string, TopicResolver> = {
  square: async (_trx, _viewer, name) => (name === '' ? { placeId: null } : null),

  async building(trx, viewer, name) {
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
  },

  async group(trx, viewer, name) {
    const [buildingSlug = '', slug = ''] = name.split('/');
    const place = await trx
      .selectFrom('place')
      .innerJoin('place as building', 'building.id', 'place.parent_id')
      .select(['place.id', 'place.slug', 'building.slug as building_slug'])
      .where('place.slug_key', '=', sameCase(slug))
      .where('building.slug_key', '=', sameCase(buildingSlug))
      .where('place.deleted_at', 'is', null)
      .where((where) => where.or([where('place.access', '=', 'open'), where('place.members_audience_id', 'in', [...viewer.audiences])]))
      .executeTakeFirst();
    return place !== undefined && `${place.building_slug}/${place.slug}` === name ? { placeId: place.id } : null;
  },

  async post(trx, viewer, name) {
    if (!isUuid(name) || name !== name.toLowerCase()) return null;
    const post = await trx.selectFrom('post').select(['place_id', 'group_id']).where('id', '=', name).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
    return post === undefined ? null : { placeId: post.group_id ?? post.place_id };
  },
};

export const resolveTopic: TopicResolver = async (trx, viewer, topic) => {
  const [kind = '', ...name] = topic.split(':');
  const resolver = Object.hasOwn(topicResolvers, kind) ? topicResolvers[kind] : undefined;
  return resolver === undefined ? null : resolver(trx, viewer, name.join(':'));
};
