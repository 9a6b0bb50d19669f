// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { send } from '../../delivery/send.ts';
import { passedOn } from '../../outbound/activities.ts';
import { mayPassOn } from '../../outbound/pass-on-bounds.ts';
import { targetsOf } from '../../outbound/targets.ts';
import { speakerOf, threadOf } from '../../outbound/tell-post.ts';
import { postToTell } from '../../translate/object-of-post.ts';
import type { Received } from '../handler.ts';

/**
 * A place of ours passes on what somebody elsewhere said about a post in it, as it came. Nothing of a post that others were not told of: it waits, or
 * is hidden.
 */
export async function passOn(trx: Trx, deps: Deps, received: Pick<Received, 'uri' | 'json' | 'type' | 'raw' | 'actor'>, postId: string): Promise<void> {
  const post = await postToTell(trx, postId);
  const told = await trx.selectFrom('told_post').select('is_public').where('post_id', '=', postId).executeTakeFirst();
  if (post === null || told === undefined || post.place_host !== null || post.withheld !== null) return;
  const targets = await targetsOf(trx, post);
  // Nobody reads along, or it says too much, or too often.
  if (targets === null || targets.to.length === 0 || !(await mayPassOn(deps, { type: received.type, raw: received.raw, host: received.actor.host }))) return;
  const activity = passedOn(deps, speakerOf(post), received.json, post.audience_id === PUBLIC_AUDIENCE, deps.clock.now());
  await send(trx, deps, {
    dedupeKey: `${received.uri} passed-on`, type: 'Announce', senderId: post.place_id, activity, orderingKey: threadOf(post), to: targets.to,
    ...(targets.membersOf === null ? {} : { membersOf: targets.membersOf }),
  });
}
