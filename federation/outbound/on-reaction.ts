// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { isReactionName, type ReactionChanged } from '../../server/posts/public.ts';
import { actorUri } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { type PostToTell, postToTell } from '../translate/object-of-post.ts';
import { contentOfReaction } from '../translate/reactions.ts';
import type { Json } from '../translate/read-json.ts';
import { CONTEXT } from '../translate/vocabulary.ts';
import { withProof } from '../wire/proof.ts';
import { forReadersOf, passedOn, undone } from './activities.ts';
import { inboxesOf } from './readers.ts';
import { targetsOf } from './targets.ts';
import { speakerOf, threadOf } from './tell-post.ts';

/** Somebody of ours reacted to a post in a place of ours, or took that back: passed on by the place, and told to its author. */
export const tellOfReaction = subscriber<ReactionChanged>({
  name: 'tell-elsewhere-of-reaction',
  queue: 'federate',
  types: ['ReactionChanged'],
  async deliver({ postId, actorId, name, given }, stored, deps) {
    const found = await deps.database.asSystem(async (trx) => {
      const post = await postToTell(trx, postId);
      const actor = await trx.selectFrom('actor').select(['domain', 'uri']).where('id', '=', actorId).executeTakeFirst();
      const told = await trx.selectFrom('told_post').select('is_public').where('post_id', '=', postId).executeTakeFirst();
      const before = await trx.selectFrom('reaction_activity').select('activity_uri').where('post_id', '=', postId).where('actor_id', '=', actorId).where('name', '=', name).executeTakeFirst();
      return post === null || actor === undefined || actor.domain !== null || told === undefined ? null : { post, before };
    });
    // What somebody elsewhere gave was passed on when it came.
    if (found === null || found.post.place_host !== null || found.post.deleted_at !== null || !isReactionName(name)) return;
    const { post, before } = found;
    if (!given && before === undefined) return;
    const actor = actorUri(deps.config, actorId);
    const readers = forReadersOf(deps, speakerOf(post), post.audience_id === PUBLIC_AUDIENCE);
    const like = { '@context': CONTEXT, id: given || before === undefined ? newActivityId(deps).uri : before.activity_uri, type: 'Like', actor, object: post.uri, ...contentOfReaction(name), ...readers, audience: post.place_uri };
    const said = await withProof(deps, actorId, given ? like : undone(deps, like, readers));
    await tell(deps, { post, actorId, name, given, said, key: stored.id });
  },
});

interface Reacting {
  post: PostToTell;
  actorId: string;
  name: string;
  given: boolean;
  said: Json;
  key: string;
}

async function tell(deps: Deps, { post, actorId, name, given, said, key }: Reacting): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    const targets = await targetsOf(trx, post);
    if (targets === null) return;
    const isPublic = post.audience_id === PUBLIC_AUDIENCE;
    const about = { orderingKey: threadOf(post), ...(targets.membersOf === null ? {} : { membersOf: targets.membersOf }) };
    const type = String(said['type']);
    await send(trx, deps, { ...about, dedupeKey: `${key} said`, type, senderId: actorId, activity: said, to: isPublic ? await inboxesOf(trx, [post.author_id]) : [] });
    await send(trx, deps, { ...about, dedupeKey: `${key} passed-on`, type: 'Announce', senderId: post.place_id, activity: passedOn(deps, speakerOf(post), said, isPublic, deps.clock.now()), to: targets.to });
    const row = { post_id: post.id, actor_id: actorId, name };
    if (!given) await trx.deleteFrom('reaction_activity').where('post_id', '=', post.id).where('actor_id', '=', actorId).where('name', '=', name).execute();
    else await trx.insertInto('reaction_activity').values({ ...row, activity_uri: String(said['id']) }).onConflict((clash) => clash.columns(['post_id', 'actor_id', 'name']).doUpdateSet({ activity_uri: String(said['id']) })).execute();
  });
}
