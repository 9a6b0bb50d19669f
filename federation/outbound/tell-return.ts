// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { type Sending, send } from '../delivery/send.ts';
import type { PostToTell } from '../translate/object-of-post.ts';
import type { Json } from '../translate/read-json.ts';
import { withProof } from '../wire/proof.ts';
import { passedOn, returnOf, type Speaker } from './activities.ts';
import { type Inbox, inboxesOf } from './readers.ts';

/** Under which activity others were told that it went, so that they hear of its return. */
export async function rememberTakenBack(trx: Trx, postId: string, activityUri: string): Promise<void> {
  await trx.insertInto('taken_back_post').values({ post_id: postId, activity_uri: activityUri }).onConflict((clash) => clash.column('post_id').doUpdateSet({ activity_uri: activityUri })).execute();
}

/** What is to be said first of a post that others were told to be gone: the undoing of that. Null for one that is new to them. */
export async function returnToSay(deps: Deps, post: PostToTell, place: Speaker): Promise<Json | null> {
  const gone = await deps.database.asSystem((trx) => trx.selectFrom('taken_back_post').select('activity_uri').where('post_id', '=', post.id).executeTakeFirst());
  if (gone === undefined) return null;
  const by = post.origin === 'local' ? { id: post.author_id, uri: post.author_uri } : place;
  return withProof(deps, by.id, returnOf(deps, post, by.uri, gone.activity_uri));
}

interface Returning {
  key: string;
  about: Pick<Sending, 'orderingKey' | 'membersOf'>;
  place: Speaker;
  /** Whom its author tells. */
  direct: readonly Inbox[];
  to: readonly Inbox[];
}

/** Goes where its going went; what is said again follows in the same order. */
export async function tellReturn(trx: Trx, deps: Deps, post: PostToTell, said: Json, { key, about, place, direct, to }: Returning): Promise<void> {
  await trx.deleteFrom('taken_back_post').where('post_id', '=', post.id).execute();
  const isLocal = post.origin === 'local';
  if (isLocal) await send(trx, deps, { ...about, dedupeKey: `${key} returned`, type: 'Undo', senderId: post.author_id, activity: said, to: direct });
  const activity = passedOn(deps, place, said, post.audience_id === PUBLIC_AUDIENCE, deps.clock.now());
  await send(trx, deps, { ...about, dedupeKey: `${key} return passed-on`, type: 'Announce', senderId: place.id, activity, to: isLocal ? to : [...to, ...(await inboxesOf(trx, [post.author_id]))] });
}
