// SPDX-License-Identifier: EUPL-1.2
import { remoteMember } from '../../../server/identity/public.ts';
import { unblockAs } from '../../../server/people/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { takeReactionBack } from '../../../server/posts/public.ts';
import { oursAt } from '../../addresses.ts';
import { reactionIn } from '../../translate/reactions.ts';
import { idOf, isJson, type Json, typesOf } from '../../translate/read-json.ts';
import type { Handled, Handler, Received } from '../handler.ts';
import { done, oursNamed, type PostHere, postHere, refused } from './find.ts';
import { handOn } from './hand-on.ts';
import { passOn } from './pass-on.ts';
import { takeShareBack } from './share.ts';

/** Somebody takes back what they did: their own, by its address or as it stands there, and never what another did. */
export const undo: Handler = {
  types: ['Undo'],
  async handle(trx, deps, received) {
    const { object } = received.json;
    const uri = idOf(object);
    const said = isJson(object) ? object : null;
    if (uri !== null && oursAt(deps.config, uri) !== null) return refused('not-theirs');
    const by = said === null ? null : idOf(said['actor']);
    if (by !== null && by !== received.actor.uri) return refused('not-theirs');
    if (uri !== null && (await isOfAnother(trx, uri, received.actor.id))) return refused('not-theirs');
    const type = said === null ? null : (typesOf(said['type'])[0] ?? null);
    if (await unfollow(trx, deps, received, uri, type === 'Follow' ? said : null)) return done;
    const reaction = await reactionMeant(trx, received, uri, said, type);
    const elsewhere = reaction === null ? null : await postElsewhere(trx, said);
    if (elsewhere !== null) return handOn(trx, deps, received, elsewhere);
    if (reaction !== null) return unreact(trx, deps, received, reaction);
    if (type === 'Block' && said !== null) return unblock(trx, deps, received, said);
    if (await takeShareBack(trx, received.actor.id, uri, type === 'Announce' ? idOf(said?.['object']) : null)) return done;
    // Of what was never counted nothing is left.
    if (type === 'Announce' || type === 'Dislike') return done;
    if (type === 'Delete' && said !== null) return undelete(trx, received, said);
    return refused('unknown-object');
  },
};

async function isOfAnother(trx: Trx, uri: string, actorId: string): Promise<boolean> {
  const [follow, reaction, share] = await Promise.all([
    trx.selectFrom('follower').select('follower_id').where('follow_uri', '=', uri).where('follower_id', '!=', actorId).limit(1).executeTakeFirst(),
    trx.selectFrom('reaction_activity').select('actor_id').where('activity_uri', '=', uri).where('actor_id', '!=', actorId).limit(1).executeTakeFirst(),
    trx.selectFrom('post_share').select('actor_id').where('activity_uri', '=', uri).where('actor_id', '!=', actorId).limit(1).executeTakeFirst(),
  ]);
  return follow !== undefined || reaction !== undefined || share !== undefined;
}

/** By the address of the Follow, or by whom it was of: some forget the address. */
async function unfollow(trx: Trx, deps: Deps, { actor }: Received, uri: string | null, said: Json | null): Promise<boolean> {
  const followed = said === null ? null : await oursNamed(trx, deps, idOf(said['object']) ?? '');
  const gone = await trx
    .deleteFrom('follower')
    .where('follower_id', '=', actor.id)
    .where((where) => where.or([...(uri === null ? [] : [where('follow_uri', '=', uri)]), ...(followed === null ? [] : [where('target_id', '=', followed.id)])]))
    .returning('target_id')
    .execute();
  return gone.length > 0 || followed !== null;
}

interface Reaction {
  postId: string;
  name: string;
}

async function reactionMeant(trx: Trx, { actor }: Received, uri: string | null, said: Json | null, type: string | null): Promise<Reaction | null> {
  const known = uri === null ? undefined : await trx.selectFrom('reaction_activity').select(['post_id', 'name']).where('activity_uri', '=', uri).where('actor_id', '=', actor.id).executeTakeFirst();
  if (known !== undefined) return { postId: known.post_id, name: known.name };
  if (said === null || type === null || !['Like', 'EmojiReact', 'EmojiReaction'].includes(type)) return null;
  const post = await postHere(trx, idOf(said['object']) ?? '');
  return post === null ? null : { postId: post.id, name: reactionIn(said) };
}

/** What was reacted to, where the home of its place is not here. */
async function postElsewhere(trx: Trx, said: Json | null): Promise<PostHere | null> {
  const post = await postHere(trx, idOf(said?.['object']) ?? '');
  return post?.place_host == null ? null : post;
}

async function unreact(trx: Trx, deps: Deps, received: Received, { postId, name }: Reaction): Promise<Handled> {
  const member = await remoteMember(trx, received.actor.id);
  if (member === null) return refused('actor-gone');
  const given = await trx.selectFrom('reaction').select('name').where('post_id', '=', postId).where('actor_id', '=', member.actorId).where('name', '=', name).executeTakeFirst();
  // What was never given needs not be told of.
  if (given === undefined) return refused('unknown-object');
  await passOn(trx, deps, received, postId);
  await takeReactionBack(trx, member, postId, name);
  await trx.deleteFrom('reaction_activity').where('post_id', '=', postId).where('actor_id', '=', member.actorId).where('name', '=', name).execute();
  return done;
}

async function unblock(trx: Trx, deps: Deps, { actor }: Received, said: Json): Promise<Handled> {
  const [person, member] = [await oursNamed(trx, deps, idOf(said['object']) ?? ''), await remoteMember(trx, actor.id)];
  if (person === null || member === null) return refused('unknown-object');
  if (person.type === 'person') await unblockAs(trx, member, person.id);
  return done;
}

/** What was hidden there for a while may come again. */
async function undelete(trx: Trx, { actor }: Received, said: Json): Promise<Handled> {
  await trx.deleteFrom('tombstone').where('uri', '=', idOf(said['object']) ?? '').where('actor_uri', '=', actor.uri).execute();
  return done;
}
