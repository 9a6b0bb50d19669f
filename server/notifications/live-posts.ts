// SPDX-License-Identifier: EUPL-1.2
import type { PostDeleted, PostEdited, PostPinned, PostPublished, PostReleased, PostWithheld, ReactionChanged } from '../posts/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type LiveUpdate, pushLive } from '../platform/live/push-live.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';

interface Told {
  id: string;
  rootId: string;
  isReply: boolean;
  authorId: string;
  audienceId: number;
  /** Of those who read it, or did before it was hidden. */
  readersAudienceId: number;
  placeId: string;
  slug: string;
  /** Null for a post in the building itself. */
  groupSlug: string | null;
  replyCount: number;
  isDeleted: boolean;
}

async function postToTellOf(trx: Trx, postId: string): Promise<Told | null> {
  const row = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .leftJoin('place as group', 'group.id', 'post.group_id')
    .leftJoin('post as root', 'root.id', 'post.root_id')
    .select(['post.id', 'post.author_id', 'post.root_id', 'post.audience_id', 'post.withheld_audience_id', 'post.place_id', 'post.group_id', 'place.slug', 'group.slug as group_slug', 'post.reply_count', 'root.reply_count as root_reply_count', 'post.deleted_at'])
    .where('post.id', '=', postId)
    .where('place.deleted_at', 'is', null)
    .where('group.deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    authorId: row.author_id,
    rootId: row.root_id ?? row.id,
    isReply: row.root_id !== null,
    audienceId: row.audience_id,
    readersAudienceId: row.withheld_audience_id ?? row.audience_id,
    placeId: row.group_id ?? row.place_id,
    slug: row.slug,
    groupSlug: row.group_slug,
    replyCount: row.root_reply_count ?? row.reply_count,
    isDeleted: row.deleted_at !== null,
  };
}

function updates(post: Told, topics: readonly string[], event: string, data: LiveUpdate['data']): LiveUpdate[] {
  return topics.map((topic) => ({ topic, event, data: { postId: post.id, rootId: post.rootId, ...data }, audienceId: post.audienceId, placeId: post.placeId }));
}

/** What is written in a group stands in the feed of its building too, for whoever may read it. */
const feeds = (post: Told) => [...(post.groupSlug === null ? [] : [`group:${post.slug}/${post.groupSlug}`]), `building:${post.slug}`, 'square'];
const thread = (post: Told) => `post:${post.rootId}`;

/** New posts and answers, in the feeds where they stand and the thread they belong to. */
export const pushPublished = subscriber<PostPublished>({
  name: 'push-published',
  queue: 'live',
  types: ['PostPublished'],
  async handle(trx, { postId }) {
    const post = await postToTellOf(trx, postId);
    if (post === null || post.isDeleted) return;
    await pushLive(trx, updates(post, post.isReply ? [thread(post), ...feeds(post)] : feeds(post), post.isReply ? 'reply.published' : 'post.published', { replyCount: post.replyCount, authorId: post.authorId }));
  },
});

/** Edited, deleted, pinned or unpinned: who has it on the screen fetches it again. */
export const pushChanged = subscriber<PostEdited | PostDeleted | PostPinned>({
  name: 'push-changed',
  queue: 'live',
  types: ['PostEdited', 'PostDeleted', 'PostPinned'],
  async handle(trx, { postId }) {
    const post = await postToTellOf(trx, postId);
    if (post === null) return;
    await pushLive(trx, updates(post, [thread(post), ...feeds(post)], 'post.changed', { replyCount: post.replyCount, deleted: post.isDeleted }));
  },
});

/** Hidden, or back: who has the thread on the screen fetches it again. A post that waits was on nobody's. */
export const pushHeldBack = subscriber<PostWithheld | PostReleased>({
  name: 'push-held-back',
  queue: 'live',
  types: ['PostWithheld', 'PostReleased'],
  async handle(trx, event) {
    if (event.type === 'PostWithheld' && event.why === 'waiting') return;
    const post = await postToTellOf(trx, event.postId);
    if (post === null || post.isDeleted) return;
    await pushLive(trx, updates({ ...post, audienceId: post.readersAudienceId }, [thread(post), ...feeds(post)], 'post.changed', { replyCount: post.replyCount }));
  },
});

export const pushReactions = subscriber<ReactionChanged>({
  name: 'push-reactions',
  queue: 'live',
  types: ['ReactionChanged'],
  async handle(trx, { postId }) {
    const post = await postToTellOf(trx, postId);
    if (post === null || post.isDeleted) return;
    const counts = await trx.selectFrom('reaction').select(({ fn }) => ['name', fn.countAll<number>().as('count')]).where('post_id', '=', postId).groupBy('name').execute();
    const reactions = Object.fromEntries(counts.map(({ name, count }) => [name, count]));
    await pushLive(trx, updates(post, [thread(post)], 'reactions.changed', { reactions }));
  },
});
