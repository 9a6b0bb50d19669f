// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type ContentAudience, placeRefColumns, type Role, type Standing, toPlaceRef } from '../buildings/public.ts';
import { actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { type PostFacts, postCan } from './policy.ts';
import type { Post, PostKind, ReactionName } from './schemas.ts';

export type Asker = Pick<Viewer, 'actorId' | 'audiences'>;

/** Posts with everything that is shown of them, in one statement however many. Add which ones, and a limit. */
function postRows(trx: Trx, viewer: Asker) {
  return trx
    .selectFrom('post')
    .innerJoin('place as p', 'p.id', 'post.place_id')
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin('membership as mine', (join) => join.onRef('mine.place_id', '=', 'p.id').on('mine.member_id', '=', viewer.actorId))
    .where(sql<boolean>`post.audience_id = any(${[...viewer.audiences]}::bigint[])`)
    .select([
      'post.id', 'post.uri', 'post.kind', 'post.title', 'post.html', 'post.text', 'post.language', 'post.audience_id', 'post.author_id',
      'post.in_reply_to', 'post.root_id', 'post.reply_count', 'post.revision_count', 'post.pinned_at', 'post.published_at', 'post.edited_at', 'post.deleted_at',
      'p.staff_members_audience_id', 'mine.role as my_role', 'mine.state as my_state',
    ])
    .select(placeRefColumns)
    .select([
      actorRef('post.author_id').as('author'),
      sql<string[]>`array(select t.tag from post_tag t where t.post_id = post.id order by t.tag)`.as('tags'),
      sql<Partial<Record<ReactionName, number>>>`coalesce((
        select jsonb_object_agg(c.name, c.number) from (select r.name, count(*) as number from reaction r where r.post_id = post.id group by r.name) c), '{}')`.as('reactions'),
      sql<ReactionName[]>`array(select r.name from reaction r where r.post_id = post.id and r.actor_id = ${viewer.actorId}::uuid order by r.name)`.as('my_reactions'),
      sql<boolean>`exists (select from bookmark b where b.post_id = post.id and b.owner_id = ${viewer.actorId}::uuid)`.as('bookmarked'),
    ]);
}

type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['executeTakeFirstOrThrow']>>;

/** In the order of the ids; what is gone or not for this viewer is left out. */
export async function postsByIds(trx: Trx, viewer: Asker, ids: readonly string[]): Promise<Post[]> {
  if (ids.length === 0) return [];
  const rows = await postRows(trx, viewer).where('post.id', 'in', [...ids]).execute();
  const posts = new Map(rows.map((row) => [row.id, toPost(viewer, row)]));
  return ids.flatMap((id) => posts.get(id) ?? []);
}

/**
 * One post, or its tombstone where something living hangs under it. Its author finds what was typed in `source`.
 * @throws {NotFound} when absent, hidden from the viewer, or deleted without replies.
 */
export async function postForViewer(trx: Trx, viewer: Asker, id: string): Promise<Post> {
  const row = await postRows(trx, viewer).select(['post.source', 'post.format']).where('post.id', '=', id).executeTakeFirst();
  if (row === undefined || (row.deleted_at !== null && row.reply_count === 0)) throw new NotFound();
  const post = toPost(viewer, row);
  // A check constraint keeps the format to these words.
  return post.can.edit ? { ...post, source: { body: row.source, format: row.format as 'markdown' | 'html' } } : post;
}

export function postUrl(id: string, rootId: string | null): string {
  return rootId === null ? `/posts/${id}` : `/posts/${rootId}#post-${id}`;
}

/** In words; what is for the civil servants among the members is for civil servants. */
function audienceName(audienceId: number, place: { staff_members_audience_id: number }): ContentAudience {
  if (audienceId === PUBLIC_AUDIENCE) return 'public';
  return audienceId === STAFF_AUDIENCE || audienceId === place.staff_members_audience_id ? 'staff' : 'members';
}

function toPost(viewer: Asker, row: PostRow): Post {
  const building = toPlaceRef(row);
  const deleted = row.deleted_at !== null;
  const facts: PostFacts = { authorId: row.author_id, deleted, isReply: row.root_id !== null };
  // Check constraints keep kind, role and state to their words.
  const standing: Standing = row.my_role === null ? null : ({ role: row.my_role as Role, state: row.my_state } as Standing);
  return {
    id: row.id,
    uri: row.uri,
    url: postUrl(row.id, row.root_id),
    kind: row.kind as PostKind,
    title: row.title,
    html: row.html,
    text: row.text,
    author: deleted ? null : row.author,
    building,
    group: null,
    audience: audienceName(row.audience_id, row),
    tags: row.tags,
    language: row.language,
    publishedAt: row.published_at.toISOString(),
    editedAt: deleted ? null : (row.edited_at?.toISOString() ?? null),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    replyCount: row.reply_count,
    reactions: row.reactions,
    myReactions: row.my_reactions,
    bookmarked: row.bookmarked && !deleted,
    pinned: row.pinned_at !== null,
    inReplyTo: row.in_reply_to,
    root: row.root_id,
    revisionCount: row.revision_count,
    can: postCan(viewer, facts, building, standing),
  };
}
