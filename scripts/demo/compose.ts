// SPDX-License-Identifier: EUPL-1.2
// Turns drafts into whole posts: absolute times, audiences and the reactions of people who can read them.
import type { PostDraft, ReplyDraft } from './draft.ts';
import { insiders } from './memberships.ts';
import { reactionsTo, usualReactions, usualReplyReactions } from './reactions.ts';
import type { DemoBuilding, DemoPerson, DemoPost, DemoReply } from './types.ts';

/** Drafts are indented with the code around them; Markdown would read that as code. */
function unindented(text: string): string {
  return text.trim().replace(/^[ \t]+/gm, '');
}

function composeReply(draft: ReplyDraft, key: string, parentMinutesAgo: number, readers: string[]): DemoReply {
  const minutesAgo = parentMinutesAgo - draft.after;
  if (draft.after < 1 || minutesAgo < 1) throw new Error(`The reply ${key} does not fall between what it answers and now`);
  const reply: DemoReply = {
    author: draft.author,
    minutesAgo,
    body: unindented(draft.body),
    reactions: reactionsTo(key, draft.author, usualReplyReactions(key), readers),
  };
  if (draft.replies.length === 0) return reply;
  const replies = draft.replies.map((answer, index) => composeReply(answer, `${key}.${index}`, minutesAgo, readers));
  return { ...reply, replies };
}

export function composePost(draft: PostDraft, building: DemoBuilding, people: DemoPerson[]): DemoPost {
  const audience = draft.audience ?? (building.access === 'open' ? 'public' : 'members');
  const residents = new Set(people.filter(({ organisation }) => !organisation).map(({ handle }) => handle));
  const readers = insiders(building).filter((handle) => audience !== 'staff' || !residents.has(handle));
  const { key, author, minutesAgo, title, tags, pinned } = draft;
  return {
    key,
    building: building.slug,
    author,
    minutesAgo,
    kind: draft.kind ?? 'message',
    ...(title === undefined ? {} : { title }),
    body: unindented(draft.body),
    audience,
    tags,
    ...(pinned === undefined ? {} : { pinned }),
    reactions: reactionsTo(key, author, draft.reactions ?? usualReactions(key, readers.length), readers),
    replies: draft.replies.map((answer, index) => composeReply(answer, `${key}.${index}`, minutesAgo, readers)),
  };
}

/** The handles of all who wrote the post or something under it. */
export function writersOf(draft: PostDraft | ReplyDraft): string[] {
  return [draft.author, ...draft.replies.flatMap(writersOf)];
}
