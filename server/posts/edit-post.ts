// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import { linkWords, tagsInLinkedHtml } from './body/link-words.ts';
import { type Format, readBody } from './body/read-body.ts';
import type { PostEdited } from './events.ts';
import type { FromElsewhere } from './from-elsewhere.ts';
import { lockPost } from './lock-post.ts';
import { namedInText } from './named-in-text.ts';
import { takingPartAs } from './outsider.ts';
import { allTags, cleanTags, kindAndTitle } from './post-fields.ts';
import { canEditPost } from './policy.ts';
import { writeMentions, writeTags } from './publish-post.ts';
import { ownPost, postForViewer } from './read-posts.ts';
import type { Post, PostKind } from './schemas.ts';
import { linksIn, mustWait } from './screening.ts';
import { withholdPost } from './withhold-post.ts';

export interface PostChange {
  title?: string | null;
  body?: string;
  format?: Format;
  tags?: readonly string[];
  /** Changed on another instance. */
  from?: Pick<FromElsewhere, 'handles'>;
}

/** Changes what was written, and keeps what was there before. Who may read it, and what it answers, never change by this. */
export async function editPost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string, change: PostChange): Promise<Post> {
  // What may have to wait locks what withholding locks, in its order.
  if (!viewer.isStaff) await lockAbove(trx, id);
  const waits = await carryOut(trx, deps, viewer, id, change);
  return waits ? ownPost(trx, viewer, id) : postForViewer(trx, viewer, id);
}

async function lockAbove(trx: Trx, id: string): Promise<void> {
  const found = await trx.selectFrom('post').select(['place_id', 'root_id']).where('id', '=', id).executeTakeFirst();
  if (found === undefined) return;
  await trx.selectFrom('place').select('id').where('id', '=', found.place_id).forNoKeyUpdate().execute();
  if (found.root_id !== null) await trx.selectFrom('post').select('id').where('id', '=', found.root_id).forNoKeyUpdate().execute();
}

/** @returns whether it waits for a moderator now. */
async function carryOut(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string, change: PostChange): Promise<boolean> {
  const { post, facts, place, standing } = await lockPost(trx, viewer, id);
  if (!canEditPost(await takingPartAs(trx, viewer, post.group_id ?? post.place_id), facts, place, standing)) throw new Forbidden();
  const before = await trx.selectFrom('post').select(['title', 'html', 'text', 'source', 'format', 'kind', 'edited_at']).where('id', '=', id).executeTakeFirstOrThrow();

  // Check constraints keep kind and format to their words. A reply has no title.
  const { title } = facts.isReply ? { title: null } : kindAndTitle(before.kind as PostKind, change.title === undefined ? before.title : change.title);
  const source = change.body ?? before.source;
  const format = change.format ?? (before.format as Format);
  const read = readBody(source, format);
  const tagsBefore = await tagsOf(trx, id);
  const inTextBefore = tagsInLinkedHtml(before.html);
  const given = change.tags === undefined ? tagsBefore.filter((tag) => !inTextBefore.has(tag)) : cleanTags(change.tags);
  const tags = allTags(facts.isReply ? [] : given, read.tags);
  const named = await namedInText(trx, viewer, change.from?.handles ?? read.handles, post.audience_id);
  const html = linkWords(read.html, named.links, new Set(tags));
  const sameTags = tags.length === tagsBefore.length && tags.every((tag) => tagsBefore.includes(tag));
  if (html === before.html && title === before.title && source === before.source && format === before.format && sameTags) return false;

  const now = deps.clock.now();
  if (html !== before.html || title !== before.title) {
    await trx
      .insertInto('post_revision')
      .values({ id: newId(), post_id: id, audience_id: post.audience_id, title: before.title, html: before.html, editor_id: post.author_id, written_at: before.edited_at ?? post.published_at })
      .execute();
  }
  await trx
    .updateTable('post')
    .set((row) => ({
      title,
      html,
      text: read.text,
      source,
      format,
      ...(html !== before.html || title !== before.title ? { edited_at: now, revision_count: row('revision_count', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('post_tag').where('post_id', '=', id).execute();
  await writeTags(trx, id, post.audience_id, post.published_at, tags);
  const newMentions = await replaceMentions(trx, id, post.audience_id, named.people);
  // A link that comes later waits as one that was there from the beginning.
  const more = linksIn(read) > linksIn({ html: before.html, text: before.text }) || named.people.length > 0;
  // What is written in a place elsewhere is looked at there.
  if (place.host == null && more && (await mustWait(trx, read, { author: viewer, placeId: post.place_id, standing, now }))) {
    // As the system: the author does not write to the moderators' audience.
    await withSystem(trx, () => withholdPost(trx, id, 'waiting', now));
    return true;
  }
  await publish<PostEdited>(trx, { type: 'PostEdited', postId: id, rootId: post.root_id, placeId: post.place_id, newMentions });
  return false;
}

async function tagsOf(trx: Trx, postId: string): Promise<string[]> {
  const rows = await trx.selectFrom('post_tag').select('tag').where('post_id', '=', postId).execute();
  return rows.map((row) => row.tag);
}

/** @returns who was not named before. */
async function replaceMentions(trx: Trx, postId: string, audienceId: number, people: readonly string[]): Promise<string[]> {
  const gone = await trx.deleteFrom('mention').where('post_id', '=', postId).returning('actor_id').execute();
  await writeMentions(trx, postId, audienceId, people);
  const before = new Set(gone.map((row) => row.actor_id));
  return people.filter((actorId) => !before.has(actorId));
}
