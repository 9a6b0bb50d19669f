// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { isHiddenByDecision } from '../../server/moderation/public.ts';
import { editPost, releasePost, removePost } from '../../server/posts/public.ts';
import { sameOrigin } from '../addresses.ts';
import { readObject } from '../translate/post-of-object.ts';
import { idOf, type Json } from '../translate/read-json.ts';
import type { Reason } from '../wire/reasons.ts';
import { saidIn } from '../translate/said.ts';
import { asMember, keepWritten, mayBeKept, postAt } from './keep-object.ts';
import type { Replica } from './place-rows.ts';
import { hideWritten } from './written.ts';

/** Whoever did something in a place elsewhere; a row here. */
export interface By {
  id: string;
  uri: string;
}

/** One of ours wrote it, and its home took it. */
export async function taken(trx: Trx, replica: Replica, activity: Json): Promise<Reason | null> {
  const uri = idOf(activity['object']);
  const post = uri === null ? null : await postAt(trx, uri);
  if (post === null || post.place_id !== replica.id) return 'unknown-object';
  await trx.updateTable('remote_post').set({ state: 'taken' }).where('post_id', '=', post.id).where('state', '=', 'sent').execute();
  return null;
}

/** Somebody changed what they wrote; what is not here yet comes as it is now. */
export async function changeFromHome(trx: Trx, deps: Deps, replica: Replica, by: By, activity: Json): Promise<Reason | null> {
  const object = readObject(activity['object']);
  if (object === null) return null;
  const written = { object, authorId: by.id, authorUri: by.uri };
  const refusal = mayBeKept(replica, written);
  if (refusal !== null) return refusal;
  const post = await postAt(trx, object.uri);
  if (post === null) return keepWritten(trx, deps, replica, written);
  if (post.author_uri !== by.uri || post.place_id !== replica.id) return 'not-theirs';
  if (post.deleted_at !== null) return null;
  const author = await asMember(trx, replica, by.id);
  if (author === null) return 'actor-gone';
  const { body, title, tags, from } = await saidIn(trx, deps, object);
  if (body !== '') await editPost(trx, deps, author, post.id, { body, title, tags, format: 'html', from });
  return null;
}

/** Its author took it back, or whoever moderates the place at its home. What is not here is remembered, so that it does not come later. */
export async function removeFromHome(trx: Trx, { clock }: Pick<Deps, 'clock'>, replica: Replica, by: By, activity: Json, homeUri: string): Promise<Reason | null> {
  const uri = idOf(activity['object']);
  if (uri === null) return 'not-understood';
  const moderates = sameOrigin(by.uri, homeUri);
  const post = await postAt(trx, uri);
  if (post === null) {
    if (!moderates && !sameOrigin(uri, by.uri)) return 'not-theirs';
    await trx.insertInto('tombstone').values({ uri, actor_uri: by.uri, deleted_at: clock.now() }).onConflict((clash) => (sameOrigin(uri, by.uri) ? clash.column('uri').doUpdateSet({ actor_uri: by.uri }) : clash.doNothing())).execute();
    return null;
  }
  if (post.place_id !== replica.id || (!moderates && post.author_uri !== by.uri)) return 'not-theirs';
  if (post.deleted_at !== null) {
    // From then on it is not the home's to bring back.
    if (post.author_uri === by.uri) await trx.updateTable('remote_post').set({ taken_back_by: by.uri, may_return: false }).where('post_id', '=', post.id).execute();
    return null;
  }
  // Whether it is gone for good is not said: the words of ours lie ready for its return.
  if (moderates && post.origin === 'local') await hideWritten(trx, { clock }, post.id);
  // Of one's own it is the home that says so: what was taken back here is so already.
  else await removePost(trx, post.id, moderates ? replica.id : by.id, clock.now()).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
  await trx.updateTable('remote_post').set({ taken_back_by: by.uri, may_return: false }).where('post_id', '=', post.id).execute();
  return null;
}

/**
 * Whoever took something back undoes that. What one of ours wrote is here and returns at once; the words of all else went, and come with the
 * next that is said of it.
 */
export async function returnFromHome(trx: Trx, { clock }: Pick<Deps, 'clock'>, replica: Replica, by: By, deletion: Json): Promise<Reason | null> {
  const uri = idOf(deletion['object']);
  if (uri === null || idOf(deletion['actor']) !== by.uri) return 'not-theirs';
  const post = await postAt(trx, uri);
  if (post === null) {
    await trx.deleteFrom('tombstone').where('uri', '=', uri).where('actor_uri', '=', by.uri).execute();
    return null;
  }
  const taken = await trx.selectFrom('remote_post').select('state').where('post_id', '=', post.id).where('taken_back_by', '=', by.uri).forUpdate().executeTakeFirst();
  if (post.place_id !== replica.id || taken === undefined) return 'not-theirs';
  const isOurs = post.origin === 'local' && taken.state === 'refused';
  await trx.updateTable('remote_post').set({ taken_back_by: null, ...(isOurs ? { state: 'taken' } : { may_return: true }) }).where('post_id', '=', post.id).execute();
  // What was decided here stays, whatever the home decides.
  if (isOurs && post.deleted_at === null && !(await isHiddenByDecision(trx, post.id))) await releasePost(trx, post.id, false, clock.now());
  return null;
}
