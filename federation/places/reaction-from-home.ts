// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { reactToPost, takeReactionBack } from '../../server/posts/public.ts';
import { reactionIn } from '../translate/reactions.ts';
import { idOf, isJson, type Json, typesOf } from '../translate/read-json.ts';
import type { Reason } from '../wire/reasons.ts';
import type { By } from './changes-from-home.ts';
import { asMember, postAt } from './keep-object.ts';
import type { Replica } from './place-rows.ts';

/** Like and its relatives, and taking them back. */
export async function reactionFromHome(trx: Trx, deps: Deps, replica: Replica, by: By, activity: Json): Promise<Reason | null> {
  const undoes = typesOf(activity['type']).includes('Undo');
  const said = undoes ? activity['object'] : activity;
  const name = isJson(said) && typesOf(said['type']).some((each) => each === 'Like' || each === 'EmojiReact') ? reactionIn(said) : null;
  // Of what is undone only its address is there.
  if (!isJson(said) || name === null) return null;
  const uri = idOf(said['object']);
  const post = uri === null ? null : await postAt(trx, uri);
  if (post === null || post.place_id !== replica.id) return 'unknown-object';
  if (post.deleted_at !== null) return null;
  const member = await asMember(trx, replica, by.id);
  // One of ours reacted here already.
  if (member === null) return null;
  if (undoes) await takeReactionBack(trx, member, post.id, name);
  else await reactToPost(trx, deps, member, post.id, name);
  return null;
}
