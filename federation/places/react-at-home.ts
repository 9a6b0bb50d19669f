// SPDX-License-Identifier: EUPL-1.2
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { isReactionName, type ReactionChanged } from '../../server/posts/public.ts';
import { actorUri } from '../addresses.ts';
import { newActivityId } from '../delivery/send.ts';
import { postToTell } from '../translate/object-of-post.ts';
import { contentOfReaction } from '../translate/reactions.ts';
import { replicaById } from './place-rows.ts';
import { say } from './write-to-home.ts';

/** One of ours reacts in a place elsewhere, or takes that back. */
export const reactAtHome = subscriber<ReactionChanged>({
  name: 'react-at-home',
  queue: 'federate',
  types: ['ReactionChanged'],
  async deliver({ postId, placeId, actorId, name, given }, stored, deps) {
    const found = await deps.database.asSystem(async (trx) => {
      const [post, replica] = [await postToTell(trx, postId), await replicaById(trx, placeId)];
      const ours = await trx.selectFrom('actor').select('id').where('id', '=', actorId).where('domain', 'is', null).executeTakeFirst();
      const before = await trx.selectFrom('reaction_activity').select('activity_uri').where('post_id', '=', postId).where('actor_id', '=', actorId).where('name', '=', name).executeTakeFirst();
      return post === null || replica === null || ours === undefined ? null : { post, replica, before: before?.activity_uri };
    });
    if (found === null || found.post.deleted_at !== null || !isReactionName(name)) return;
    const { post, replica, before } = found;
    const actor = actorUri(deps.config, actorId);
    const like = { id: given || before === undefined ? newActivityId(deps).uri : before, type: 'Like', actor, object: post.uri, ...contentOfReaction(name) };
    const said = given ? like : { id: newActivityId(deps).uri, type: 'Undo', actor, object: like };
    const row = { post_id: postId, actor_id: actorId, name };
    await say(deps, replica, actorId, post, `${stored.id} home`, said, async (trx) => {
      if (!given) await trx.deleteFrom('reaction_activity').where('post_id', '=', postId).where('actor_id', '=', actorId).where('name', '=', name).execute();
      else await trx.insertInto('reaction_activity').values({ ...row, activity_uri: like.id }).onConflict((clash) => clash.columns(['post_id', 'actor_id', 'name']).doUpdateSet({ activity_uri: like.id })).execute();
    });
  },
});
