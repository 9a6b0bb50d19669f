// SPDX-License-Identifier: EUPL-1.2
import type { PostDeleted, PostEdited, PostPublished, PostRefused } from '../posts/public.ts';
import { thoseSpared } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import { pushCounters, tell, type Telling } from './tell.ts';
import { tellWatchers } from './tell-watchers.ts';

/** Somebody who wrote in a thread of thousands tells no more than this many of it. */
const MOST_TOLD = 2_000;

/**
 * An answer for who wrote in the thread, a mention for who is named; then, in batches of their own, everybody who wants to hear all of
 * the place or thread. One per person per post, also after an edit and after a second run.
 */
export const tellOfPost = subscriber<PostPublished | PostEdited>({
  name: 'tell-of-post',
  queue: 'notify',
  types: ['PostPublished', 'PostEdited'],
  async deliver(event, _stored, deps) {
    await deps.database.asSystem((trx) => tellConcerned(trx, event, deps.clock.now()));
    // An edit is no news.
    if (event.type === 'PostPublished') await tellWatchers(deps, event.postId);
  },
});

async function tellConcerned(trx: Trx, event: PostPublished | PostEdited, now: Date): Promise<void> {
  const post = await trx.selectFrom('post').select(['id', 'author_id', 'place_id', 'group_id', 'audience_id', 'root_id', 'in_reply_to']).where('id', '=', event.postId).where('deleted_at', 'is', null).executeTakeFirst();
  if (post === undefined) return;
  const mentioned = event.type === 'PostEdited' ? event.newMentions : await mentionedIn(trx, post.id);
  // An edit may name people; it does not answer again.
  const { answered, present } = event.type === 'PostPublished' && post.root_id !== null ? await writersIn(trx, post.root_id, post.in_reply_to) : { answered: [], present: [] };
  const banned = await bannedFrom(trx, [post.place_id, ...(post.group_id === null ? [] : [post.group_id])], [...mentioned, ...answered, ...present]);
  const about = { actorId: post.author_id, postId: post.id, rootId: post.root_id ?? post.id, placeId: post.group_id ?? post.place_id, audienceId: post.audience_id, dedupeKey: `post ${post.id}` };
  const tellings: Telling[] = [
    ...mentioned.map((recipientId) => ({ ...about, recipientId, kind: 'mention' as const })),
    ...answered.filter((id) => !mentioned.includes(id)).map((recipientId) => ({ ...about, recipientId, kind: 'reply' as const })),
    ...present.filter((id) => !mentioned.includes(id)).map((recipientId) => ({ ...about, recipientId, kind: 'reply' as const, inPassing: true })),
  ];
  const spared = await thoseSpared(trx, post.author_id, tellings.map((each) => each.recipientId));
  await tell(trx, tellings.filter((each) => !banned.has(each.recipientId) && !spared.has(each.recipientId)), now);
}

/** What the home of the place did not take, its author has back. */
export const tellOfRefused = subscriber<PostRefused>({
  name: 'tell-of-refused-post',
  queue: 'notify',
  types: ['PostRefused'],
  async handle(trx, { postId, placeId, authorId, word }, _stored, { clock }) {
    const place = await trx.selectFrom('place').select('audience_id').where('id', '=', placeId).where('deleted_at', 'is', null).executeTakeFirst();
    if (place === undefined) return;
    await tell(trx, [{ recipientId: authorId, kind: 'not-taken', actorId: null, placeId, audienceId: place.audience_id, dedupeKey: `refused ${postId}`, ...(word === '' ? {} : { word }) }], clock.now());
  },
});

/** A transaction each: a post that thousands were told of holds nobody up when it goes. */
const FORGOTTEN_AT_ONCE = 500;

/** Nobody is sent to what is gone. */
export const forgetDeleted = subscriber<PostDeleted>({
  name: 'forget-deleted-post',
  queue: 'notify',
  types: ['PostDeleted'],
  async deliver({ postId }, _stored, { database }) {
    for (let left = true; left; ) {
      left = await database.asSystem(async (trx) => {
        const rows = await trx
          .deleteFrom('notification')
          .where('id', 'in', (query) => query.selectFrom('notification').select('id').where('post_id', '=', postId).limit(FORGOTTEN_AT_ONCE))
          .returning('recipient_id')
          .execute();
        await pushCounters(trx, rows.map((row) => row.recipient_id));
        return rows.length === FORGOTTEN_AT_ONCE;
      });
    }
  },
});

async function mentionedIn(trx: Trx, postId: string): Promise<string[]> {
  const rows = await trx.selectFrom('mention').innerJoin('account', 'account.actor_id', 'mention.actor_id').select('mention.actor_id').where('mention.post_id', '=', postId).limit(MOST_TOLD).execute();
  return rows.map((row) => row.actor_id);
}

/** Of a thread: who is answered, because they began it or wrote what is answered; and who else wrote in it. */
async function writersIn(trx: Trx, rootId: string, inReplyTo: string | null): Promise<{ answered: string[]; present: string[] }> {
  const toldAtOnce = await trx.selectFrom('post').select('author_id').distinct().where('id', 'in', inReplyTo === null ? [rootId] : [rootId, inReplyTo]).where('deleted_at', 'is', null).execute();
  const writers = await trx.selectFrom('post').select('author_id').distinct().where('root_id', '=', rootId).where('deleted_at', 'is', null).limit(MOST_TOLD).execute();
  const answered = toldAtOnce.map((row) => row.author_id);
  return { answered, present: writers.map((row) => row.author_id).filter((id) => !answered.includes(id)) };
}

/** Who was put out of a place hears no more from it, though they may read its public posts like anybody. */
async function bannedFrom(trx: Trx, placeIds: readonly string[], memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await trx.selectFrom('membership').select('member_id').where('place_id', 'in', [...placeIds]).where('state', '=', 'banned').where('member_id', 'in', [...memberIds]).execute();
  return new Set(rows.map((row) => row.member_id));
}
