// SPDX-License-Identifier: EUPL-1.2
import { audienceIdIn, canPost, type ContentAudience, countPost, lockPlaceForViewer, type PlaceForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Finish } from '../platform/http/command.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import { linkWords } from './body/link-words.ts';
import { type Format, type ReadBody, readBody } from './body/read-body.ts';
import type { PostPublished } from './events.ts';
import { namedInText } from './named-in-text.ts';
import { allTags, cleanTags, kindAndTitle } from './post-fields.ts';
import { canReply } from './policy.ts';
import { refusalToWrite } from './refusals.ts';
import { postForViewer } from './read-posts.ts';
import type { Post, PostKind } from './schemas.ts';

type Surroundings = Pick<Deps, 'clock' | 'config'>;

export interface NewPost {
  kind?: PostKind;
  title?: string | null;
  body: string;
  format?: Format;
  audience?: ContentAudience;
  tags?: readonly string[];
}

/**
 * Publishes in a building. The place stays locked until the end, so that it cannot be closed between the question who
 * may read here and the writing of it.
 * @returns the post as its author sees it.
 */
export async function publishPost(trx: Trx, deps: Surroundings, author: Member, slug: string, input: NewPost, finish: Finish): Promise<Post> {
  const place = await lockPlaceForViewer(trx, author, slug);
  if (!canPost(place, place.myMembership)) throw refusalToWrite(place, place.myMembership);
  const audienceId = wantedAudience(place, author, input.audience);
  const { kind, title } = kindAndTitle(input.kind ?? null, input.title);
  const given = cleanTags(input.tags ?? []);
  const format = input.format ?? 'markdown';
  const now = deps.clock.now();
  const count = () => [countPost(trx, place.id, audienceId, 1, now)];
  return insertPost(trx, deps, author, { place, audienceId, kind, title, format, source: input.body, given, read: readBody(input.body, format), root: null, inReplyTo: null, now }, count, finish);
}

/** Answers a post: in its thread, for its readers, whoever they are. @returns the reply. */
export async function replyToPost(trx: Trx, deps: Surroundings, author: Member, postId: string, input: { body: string; format?: Format; inReplyTo?: string | null }, finish: Finish): Promise<Post> {
  const asked = await findForReply(trx, author, postId);
  const place = await lockPlaceForViewer(trx, author, asked.slug);
  const rootId = asked.root_id ?? asked.id;
  await trx.selectFrom('post').select('id').where('id', '=', rootId).forNoKeyUpdate().execute();
  // Read after the lock: what it answers may have been deleted, or moved out of sight, in the meantime.
  const target = await findForReply(trx, author, input.inReplyTo ?? postId).catch((error: unknown) => {
    throw error instanceof NotFound && typeof input.inReplyTo === 'string' ? elsewhere() : error;
  });
  if ((target.root_id ?? target.id) !== rootId) throw elsewhere();
  if (!canPost(place, place.myMembership)) throw refusalToWrite(place, place.myMembership);
  const facts = { authorId: target.author_id, deleted: target.deleted_at !== null, isReply: target.root_id !== null };
  if (!canReply(author, facts, place, place.myMembership)) throw new BadInput('inReplyTo', { nl: 'Dit is verwijderd; reageren kan niet meer.', en: 'This was deleted; it can no longer be answered.' });
  const format = input.format ?? 'markdown';
  const now = deps.clock.now();
  const read = readBody(input.body, format);
  const count = () => [
    trx.updateTable('post').set((post) => ({ reply_count: post('reply_count', '+', 1) })).where('id', 'in', [...new Set([rootId, target.id])]).execute(),
    countPost(trx, place.id, target.audience_id, 0, now),
  ];
  return insertPost(trx, deps, author, { place, audienceId: target.audience_id, kind: 'message', title: null, format, source: input.body, given: [], read, root: rootId, inReplyTo: target.id, now }, count, finish);
}

function elsewhere(): BadInput {
  return new BadInput('inReplyTo', { nl: 'Waar je op reageert staat niet in dit gesprek.', en: 'What you answer is not in this thread.' });
}

/** @throws {NotFound} when the viewer may not read it. */
async function findForReply(trx: Trx, viewer: Member, id: string) {
  const row = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .select(['post.id', 'post.root_id', 'post.author_id', 'post.audience_id', 'post.deleted_at', 'place.slug'])
    .where('post.id', '=', id)
    .where('post.audience_id', 'in', [...viewer.audiences])
    .where((where) => where.or([where('post.deleted_at', 'is', null), where('post.reply_count', '>', 0)]))
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

/** @throws {BadInput} naming `audience` when the place does not allow it, or it is for staff and the author is not. */
function wantedAudience(place: PlaceForViewer, author: Member, wanted: ContentAudience | undefined): number {
  const audience = wanted ?? (place.access === 'open' ? 'public' : 'members');
  const id = audienceIdIn(place, audience);
  if (id === null) throw new BadInput('audience', { nl: 'In dit gebouw schrijf je alleen voor de leden.', en: 'In this building you write for the members only.' });
  if (audience === 'staff' && !author.isStaff) throw new BadInput('audience', { nl: 'Alleen ambtenaren kunnen voor ambtenaren schrijven.', en: 'Only civil servants can write for civil servants.' });
  return id;
}

interface Writing {
  place: PlaceForViewer;
  audienceId: number;
  kind: PostKind;
  title: string | null;
  format: Format;
  source: string;
  given: readonly string[];
  read: ReadBody;
  root: string | null;
  inReplyTo: string | null;
  now: Date;
}

/** @param count what else changes with it, sent along */
async function insertPost(trx: Trx, deps: Surroundings, author: Member, writing: Writing, count: () => Promise<unknown>[], finish: Finish): Promise<Post> {
  const { place, audienceId, read, now } = writing;
  const id = newId();
  const tags = allTags(writing.given, read.tags);
  const named = await namedInText(trx, author, read.handles, audienceId);
  const html = linkWords(read.html, named.links, new Set(tags));
  const row = {
    id,
    uri: `${deps.config.publicUrl}/ap/objects/${id}`,
    kind: writing.kind,
    author_id: author.actorId,
    place_id: place.id,
    audience_id: audienceId,
    in_reply_to: writing.inReplyTo,
    root_id: writing.root,
    title: writing.title,
    html,
    text: read.text,
    source: writing.source,
    format: writing.format,
    language: author.locale,
    published_at: now,
  };
  // None of these waits for the answer of another: they are sent together, and carried out in this order.
  const [post] = await finish(() => {
    const written = [
      trx.insertInto('post').values(row).execute(),
      writeTags(trx, id, audienceId, now, tags),
      writeMentions(trx, id, audienceId, named.people),
      publish<PostPublished>(trx, { type: 'PostPublished', postId: id, rootId: writing.root, placeId: place.id, authorId: author.actorId }),
      ...count(),
    ];
    return Promise.all([postForViewer(trx, author, id), ...written]);
  });
  return post;
}

export async function writeTags(trx: Trx, postId: string, audienceId: number, publishedAt: Date, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await trx.insertInto('post_tag').values(tags.map((tag) => ({ post_id: postId, tag, audience_id: audienceId, published_at: publishedAt }))).execute();
}

export async function writeMentions(trx: Trx, postId: string, audienceId: number, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await trx.insertInto('mention').values(people.map((actorId) => ({ post_id: postId, actor_id: actorId, audience_id: audienceId }))).execute();
}
