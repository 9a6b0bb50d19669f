// SPDX-License-Identifier: EUPL-1.2
import { remoteMember } from '../../../server/identity/public.ts';
import { reactToPost } from '../../../server/posts/public.ts';
import { reactionIn } from '../../translate/reactions.ts';
import { idOf } from '../../translate/read-json.ts';
import type { Handler } from '../handler.ts';
import { done, postHere, refused } from './find.ts';
import { handOn } from './hand-on.ts';
import { passOn } from './pass-on.ts';

/** A Like, or the emoji that Misskey and Pleroma send: one of our four. */
export const react: Handler = {
  types: ['Like', 'EmojiReact', 'EmojiReaction'],
  async handle(trx, deps, received) {
    const uri = idOf(received.json['object']);
    const post = uri === null ? null : await postHere(trx, uri);
    if (post === null || post.deleted_at !== null) return refused('unknown-object');
    if (post.place_host !== null) return handOn(trx, deps, received, post);
    const member = await remoteMember(trx, received.actor.id);
    if (member === null) return refused('actor-gone');
    const name = reactionIn(received.json);
    await reactToPost(trx, deps, member, post.id, name);
    const row = { post_id: post.id, actor_id: member.actorId, name };
    await trx.insertInto('reaction_activity').values({ ...row, activity_uri: received.uri }).onConflict((clash) => clash.columns(['post_id', 'actor_id', 'name']).doUpdateSet({ activity_uri: received.uri })).execute();
    await passOn(trx, deps, received, post.id);
    return done;
  },
};

/** Nobody here dislikes; it is understood, and changes nothing. */
export const dislike: Handler = {
  types: ['Dislike'],
  handle: () => Promise.resolve(done),
};
