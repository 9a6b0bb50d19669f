// SPDX-License-Identifier: EUPL-1.2
import { audienceIdIn, canPost, type ContentAudience, lockPlaceForViewer, lockPlaceOfPost, type PlaceAddress, type PlaceForViewer, squarePlace, uncountedGuests } from '../buildings/public.ts';
import { thoseWhoBlock } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Finish } from '../platform/http/command.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import { linkWords } from './body/link-words.ts';
import { type Format, readBody } from './body/read-body.ts';
import type { PostPublished, PostWithheld } from './events.ts';
import { cameBefore, type FromElsewhere } from './from-elsewhere.ts';
import { countInPlace, placeAddressOf } from './in-place.ts';
import { namedInText } from './named-in-text.ts';
import { allTags, cleanTags, kindAndTitle } from './post-fields.ts';
import { type PostRow, postRow, type Writing } from './post-row.ts';
import { canReply, canTakePart, canTakePartFromOutside } from './policy.ts';
import { takingPartAs } from './outsider.ts';
import { CannotReach, refusalToWrite } from './refusals.ts';
import { mustWait } from './screening.ts';
import { ownPost, postForViewer } from './read-posts.ts';
import type { Post, PostKind } from './schemas.ts';

type Surroundings = Pick<Deps, 'clock' | 'config'>;

export interface NewPost {
  kind?: PostKind;
  title?: string | null;
  body: string;
  format?: Format;
  audience?: ContentAudience;
  tags?: readonly string[];
  /** Written on another instance. */
  from?: FromElsewhere;
}

/**
 * Publishes in a building or a group. The place stays locked until the end, so that it cannot be closed between the question who
 * may read here and the writing of it.
 * @returns the post as its author sees it.
 */
export async function publishPost(trx: Trx, deps: Surroundings, author: Member, address: PlaceAddress, input: NewPost, finish: Finish): Promise<Post> {
  const place = await lockPlaceForViewer(trx, author, address, uncountedGuests);
  const before = await cameBefore(trx, author, input.from);
  if (before !== null) return before;
  const audienceId = wantedAudience(place, author, input.audience);
  const isPublic = audienceId === PUBLIC_AUDIENCE;
  if (!takenByHome(place, input.from) && !canPost(place, place.myMembership) && !canTakePartFromOutside(await takingPartAs(trx, author, place.id), { isPublic }, place, place.myMembership)) throw refusalToWrite(place, place.myMembership);
  const { kind, title } = kindAndTitle(input.kind ?? null, input.title);
  const given = cleanTags(input.tags ?? []);
  const format = input.format ?? 'markdown';
  const now = deps.clock.now();
  const count = () => countInPlace(trx, place, audienceId, 1, now);
  return insertPost(trx, deps, author, { place, audienceId, kind, title, format, source: input.body, given, read: readBody(input.body, format), root: null, inReplyTo: null, now, from: input.from }, count, finish);
}

export interface NewQuestion {
  title?: string | null;
  body: string;
  format?: Format;
  audienceId: number;
  /** Asked on another instance, and put to the people of this one too. */
  from?: FromElsewhere;
}

/** A question on the square itself, for everybody or for civil servants; the caller has asked whether its author may. @returns the post as its author sees it. */
export async function publishQuestionOnSquare(trx: Trx, deps: Surroundings, author: Member, input: NewQuestion): Promise<Post> {
  const place = await squarePlace(trx, author);
  const before = await cameBefore(trx, author, input.from);
  if (before !== null) return before;
  const { kind, title } = kindAndTitle('question', input.title);
  const format = input.format ?? 'markdown';
  const now = deps.clock.now();
  const count = () => countInPlace(trx, place, input.audienceId, 1, now);
  return insertPost(trx, deps, author, { place, audienceId: input.audienceId, kind, title, format, source: input.body, given: [], read: readBody(input.body, format), root: null, inReplyTo: null, now, from: input.from }, count, (send) => send());
}

/** Answers a post: in its thread, for its readers, whoever they are. @returns the reply. */
export async function replyToPost(trx: Trx, deps: Surroundings, author: Member, postId: string, input: { body: string; format?: Format; tags?: readonly string[]; inReplyTo?: string | null; from?: FromElsewhere }, finish: Finish): Promise<Post> {
  const answers = input.inReplyTo ?? postId;
  const [asked, answered] = await Promise.all([findForReply(trx, author, postId), answers === postId ? null : authorOfAnswered(trx, author, answers)]);
  const rootId = asked.root_id ?? asked.id;
  // Sent together, and carried out one after the other: what is read is read when the locks are there, since what it answers may have been
  // deleted, or moved out of sight, in the meantime. Last what is asked as the system.
  const [place, , found, blocking, before, asker] = await Promise.all([
    lockPlaceOfPost(trx, author, placeAddressOf(asked)),
    trx.selectFrom('post').select('id').where('id', '=', rootId).forNoKeyUpdate().execute(),
    findForReply(trx, author, answers).catch(notFound),
    thoseWhoBlock(trx, author.actorId, [answered ?? asked.author_id]),
    cameBefore(trx, author, input.from),
    takingPartAs(trx, author, asked.stands_in),
  ]);
  if (found === null) throw typeof input.inReplyTo === 'string' ? elsewhere() : new NotFound();
  const target = found;
  if ((target.root_id ?? target.id) !== rootId) throw elsewhere();
  // The place went up in another one while this waited for it: once more, where the thread is now.
  if (target.slug !== asked.slug || target.group_slug !== asked.group_slug) return replyToPost(trx, deps, author, postId, input, finish);
  if (before !== null) return before;
  const facts = { authorId: target.author_id, deleted: target.deleted_at !== null, isReply: target.root_id !== null, withheld: target.withheld !== null, isPublic: target.audience_id === PUBLIC_AUDIENCE };
  if (!takenByHome(place, input.from)) {
    if (!canTakePart(asker, facts, place, place.myMembership)) throw refusalToWrite(place, place.myMembership);
    if (!canReply(asker, facts, place, place.myMembership)) throw cannotAnswer(facts);
    // What the home of the place took stands in the thread of all others; whoever blocks its author does not see it.
    if (blocking.size > 0) throw new CannotReach();
  }
  const format = input.format ?? 'markdown';
  const now = deps.clock.now();
  const read = readBody(input.body, format);
  const count = () => [
    trx.updateTable('post').set((post) => ({ reply_count: post('reply_count', '+', 1) })).where('id', 'in', [...new Set([rootId, target.id])]).execute(),
    ...countInPlace(trx, place, target.audience_id, 0, now),
  ];
  return insertPost(trx, deps, author, { place, audienceId: target.audience_id, kind: 'message', title: null, format, source: input.body, given: cleanTags(input.tags ?? []), read, root: rootId, inReplyTo: target.id, now, from: input.from, answered: target.published_at }, count, finish);
}

function cannotAnswer({ deleted }: { deleted: boolean }): BadInput {
  if (deleted) return new BadInput('inReplyTo', { nl: 'Dit is verwijderd; reageren kan niet meer.', en: 'This was deleted; it can no longer be answered.' });
  return new BadInput('inReplyTo', { nl: 'Dit staat verborgen; reageren kan nu niet.', en: 'This is hidden; it cannot be answered now.' });
}

function elsewhere(): BadInput {
  return new BadInput('inReplyTo', { nl: 'Waar je op reageert staat niet in dit gesprek.', en: 'What you answer is not in this thread.' });
}

/** Who wrote what is answered never changes; whether it may be answered is asked when the locks are there. */
async function authorOfAnswered(trx: Trx, viewer: Member, id: string): Promise<string | null> {
  return (await findForReply(trx, viewer, id).catch(notFound))?.author_id ?? null;
}

function notFound(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

/** @throws {NotFound} when the viewer may not read it. */
async function findForReply(trx: Trx, viewer: Member, id: string) {
  const row = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .leftJoin('place as group', 'group.id', 'post.group_id')
    .select(['post.id', 'post.root_id', 'post.author_id', 'post.audience_id', 'post.published_at', 'post.deleted_at', 'post.withheld', 'place.slug', 'group.slug as group_slug'])
    .select((on) => on.fn.coalesce('post.group_id', 'post.place_id').as('stands_in'))
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
  if (id === null) throw new BadInput('audience', { nl: 'Hier schrijf je alleen voor de leden.', en: 'Here you write for the members only.' });
  if (audience === 'staff' && !author.isStaff) throw new BadInput('audience', { nl: 'Alleen ambtenaren kunnen voor ambtenaren schrijven.', en: 'Only civil servants can write for civil servants.' });
  return id;
}

/** Its home is another instance, which took this. */
function takenByHome(place: PlaceForViewer, from: FromElsewhere | undefined): boolean {
  return place.host !== null && from?.takenByHome === true;
}

/** @param count what else changes with it, sent along */
async function insertPost(trx: Trx, deps: Surroundings, author: Member, writing: Writing<PlaceForViewer>, count: () => Promise<unknown>[], finish: Finish): Promise<Post> {
  const { place, audienceId, read, now, from } = writing;
  const id = newId();
  const tags = allTags(writing.given, read.tags);
  const named = await namedInText(trx, author, from?.handles ?? read.handles, audienceId);
  const html = linkWords(read.html, named.links, new Set(tags));
  // What is written in a place elsewhere is looked at there.
  const waits = place.host === null && await mustWait(trx, read, { author, placeId: place.id, standing: place.myMembership, now });
  const row = postRow(deps, id, author, writing, html);
  if (waits) return insertWaiting(trx, author, place, row, tags, named.people, now);
  // None of these waits for the answer of another: they are sent together, and carried out in this order.
  const [post] = await finish(() => {
    const written = [
      trx.insertInto('post').values(row).execute(),
      writeTags(trx, id, audienceId, row.published_at, tags),
      writeMentions(trx, id, audienceId, named.people),
      publish<PostPublished>(trx, { type: 'PostPublished', postId: id, rootId: writing.root, placeId: row.place_id, authorId: author.actorId }),
      ...count(),
    ];
    return Promise.all([postForViewer(trx, author, id), ...written]);
  });
  return post;
}

/** To the moderators first: nobody is told, nothing is counted, and the author sees that it waits. */
async function insertWaiting(trx: Trx, author: Member, place: PlaceForViewer, row: PostRow, tags: readonly string[], people: readonly string[], now: Date): Promise<Post> {
  const audienceId = place.moderatorsAudienceId;
  // As the system: the author does not read what is for the moderators, not even what is their own.
  return withSystem(trx, async () => {
    await trx.insertInto('post').values({ ...row, audience_id: audienceId, withheld: 'waiting', withheld_audience_id: row.audience_id, withheld_at: now }).execute();
    await writeTags(trx, row.id, audienceId, now, tags);
    await writeMentions(trx, row.id, audienceId, people);
    await publish<PostWithheld>(trx, { type: 'PostWithheld', postId: row.id, rootId: row.root_id, placeId: row.place_id, authorId: author.actorId, why: 'waiting' });
    return ownPost(trx, author, row.id);
  });
}

export async function writeTags(trx: Trx, postId: string, audienceId: number, publishedAt: Date, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await trx.insertInto('post_tag').values(tags.map((tag) => ({ post_id: postId, tag, audience_id: audienceId, published_at: publishedAt }))).execute();
}

export async function writeMentions(trx: Trx, postId: string, audienceId: number, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await trx.insertInto('mention').values(people.map((actorId) => ({ post_id: postId, actor_id: actorId, audience_id: audienceId }))).execute();
}
