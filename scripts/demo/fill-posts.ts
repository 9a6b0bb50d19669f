// SPDX-License-Identifier: EUPL-1.2
import type { Insertable } from 'kysely';
import { linkWords } from '../../server/posts/body/link-words.ts';
import { readBody } from '../../server/posts/body/read-body.ts';
import type { DB } from '../../server/platform/db/schema.gen.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { type DemoIds, type DemoPlace, idOf } from './ids.ts';
import type { DemoPost, DemoReaction, DemoReply } from './types.ts';

const MINUTE = 60_000;

export interface PostRows {
  posts: Insertable<DB['post']>[];
  tags: Insertable<DB['post_tag']>[];
  mentions: Insertable<DB['mention']>[];
  reactions: Insertable<DB['reaction']>[];
}

interface Thread {
  rootId: string;
  place: DemoPlace;
  audienceId: number;
}

/** The rows of every post and reply, rendered as the room of posts renders them; parents before their replies. */
export function rowsOfPosts(posts: readonly DemoPost[], ids: DemoIds, publicUrl: string, now: number): PostRows {
  const rows: PostRows = { posts: [], tags: [], mentions: [], reactions: [] };
  const moment = (minutesAgo: number) => new Date(now - minutesAgo * MINUTE);

  /** @returns the tags that stand in the text. */
  function add(written: { author: string; minutesAgo: number; body: string; reactions: readonly DemoReaction[] }, thread: Thread, rest: Partial<Insertable<DB['post']>>, id: string): string[] {
    const { html, text, handles, tags } = readBody(written.body, 'markdown');
    const known = new Map(handles.flatMap((handle) => linkOf(handle, ids, thread.place)));
    const people = handles.filter((handle) => ids.people.has(handle));
    rows.posts.push({
      id,
      uri: `${publicUrl}/ap/objects/${id}`,
      kind: 'message',
      author_id: idOf(ids.people, written.author),
      place_id: thread.place.id,
      audience_id: thread.audienceId,
      html: linkWords(html, known, new Set(tags)),
      text,
      source: written.body,
      format: 'markdown',
      published_at: moment(written.minutesAgo),
      ...rest,
    });
    rows.mentions.push(...people.map((handle) => ({ post_id: id, actor_id: idOf(ids.people, handle), audience_id: thread.audienceId })));
    rows.reactions.push(
      ...written.reactions.map(({ handle, name }) => ({ post_id: id, actor_id: idOf(ids.people, handle), name, audience_id: thread.audienceId, created_at: moment(Math.max(0, written.minutesAgo - 3)) })),
    );
    return tags;
  }

  function addReply(reply: DemoReply, parentId: string, thread: Thread): void {
    const id = newId();
    const direct = reply.replies ?? [];
    add(reply, thread, { in_reply_to: parentId, root_id: thread.rootId, reply_count: direct.length }, id);
    for (const answer of direct) addReply(answer, id, thread);
  }

  for (const post of posts) {
    const place = idOf(ids.places, post.building);
    const thread: Thread = { rootId: newId(), place, audienceId: audienceOf(post, place) };
    const inText = add(
      post,
      thread,
      { kind: post.kind, title: post.title ?? null, reply_count: countReplies(post.replies), pinned_at: post.pinned === true ? moment(post.minutesAgo) : null },
      thread.rootId,
    );
    const tags = new Set([...post.tags, ...inText]);
    rows.tags.push(...[...tags].map((tag) => ({ post_id: thread.rootId, tag, audience_id: thread.audienceId, published_at: moment(post.minutesAgo) })));
    for (const reply of post.replies) addReply(reply, thread.rootId, thread);
  }
  return rows;
}

function audienceOf(post: DemoPost, place: DemoPlace): number {
  if (post.audience === 'members') return place.membersAudience;
  return post.audience === 'staff' ? STAFF_AUDIENCE : PUBLIC_AUDIENCE;
}

function countReplies(replies: readonly DemoReply[]): number {
  return replies.reduce((total, reply) => total + 1 + countReplies(reply.replies ?? []), 0);
}

/** A hidden building is named by its own posts only. */
function linkOf(handle: string, ids: DemoIds, from: DemoPlace): [string, string][] {
  if (ids.people.has(handle)) return [[handle, `/people/${handle}`]];
  const place = ids.places.get(handle);
  return place === undefined || (place.access === 'hidden' && place.id !== from.id) ? [] : [[handle, `/buildings/${handle}`]];
}
