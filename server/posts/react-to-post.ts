// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { sql } from 'kysely';
import { actorRefColumns, thoseWhoBlock, toActorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { ReactionChanged } from './events.ts';
import type { Page } from './feeds.ts';
import { lockPost } from './lock-post.ts';
import { takingPartAs } from './outsider.ts';
import { canReact } from './policy.ts';
import { CannotReach, refusalToWrite } from './refusals.ts';
import { type ReactionName, reactionNames, type ReactionState, type ReactorList } from './schemas.ts';

type State = Static<typeof ReactionState>;

export function isReactionName(name: string): name is ReactionName {
  return (reactionNames as readonly string[]).includes(name);
}

/** Doing it twice is doing it once. @throws {NotFound} for a name that is none of the four. */
export async function reactToPost(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, id: string, name: string): Promise<State> {
  if (!isReactionName(name)) throw new NotFound();
  const { post, facts, place, standing } = await lockPost(trx, viewer, id, 'share');
  if (!canReact(await takingPartAs(trx, viewer, post.group_id ?? post.place_id), facts, place, standing)) throw refusalToWrite(place, standing);
  if ((await thoseWhoBlock(trx, viewer.actorId, [post.author_id])).size > 0) throw new CannotReach();
  const added = await trx
    .insertInto('reaction')
    .values({ post_id: id, actor_id: viewer.actorId, name, audience_id: post.audience_id, created_at: deps.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  if (added !== undefined) await publish<ReactionChanged>(trx, { type: 'ReactionChanged', postId: id, rootId: post.root_id, placeId: post.place_id, actorId: viewer.actorId, name, given: true });
  return reactionState(trx, viewer, id);
}

/** Also for those who left: one's own reaction can always be taken back. */
export async function takeReactionBack(trx: Trx, viewer: Member, id: string, name: string): Promise<State> {
  if (!isReactionName(name)) throw new NotFound();
  const { post } = await lockPost(trx, viewer, id, 'share');
  const gone = await trx.deleteFrom('reaction').where('post_id', '=', id).where('actor_id', '=', viewer.actorId).where('name', '=', name).returning('name').executeTakeFirst();
  if (gone !== undefined) await publish<ReactionChanged>(trx, { type: 'ReactionChanged', postId: id, rootId: post.root_id, placeId: post.place_id, actorId: viewer.actorId, name, given: false });
  return reactionState(trx, viewer, id);
}

async function reactionState(trx: Trx, viewer: Member, postId: string): Promise<State> {
  const rows = await trx
    .selectFrom('reaction')
    .select(['name', ({ fn }) => fn.countAll<number>().as('count'), sql<boolean>`bool_or(actor_id = ${viewer.actorId}::uuid)`.as('mine')])
    .where('post_id', '=', postId)
    .groupBy('name')
    .orderBy('name')
    .execute();
  // A check constraint keeps the name to the four.
  const reactions: State['reactions'] = {};
  for (const row of rows) reactions[row.name as ReactionName] = row.count;
  return { reactions, myReactions: rows.filter((row) => row.mine).map((row) => row.name as ReactionName) };
}

/** Who reacted and how, latest first. @throws {NotFound} when the post is not for this viewer. */
export async function reactorsOf(trx: Trx, viewer: Member, postId: string, { limit = DEFAULT_LIMIT, cursor }: Page): Promise<Static<typeof ReactorList>> {
  const post = await trx.selectFrom('post').select('id').where('id', '=', postId).where('audience_id', 'in', [...viewer.audiences]).where('deleted_at', 'is', null).executeTakeFirst();
  if (post === undefined) throw new NotFound();
  const after = decodeCursor(cursor, ['moment', 'id', 'text']);
  const rows = await trx
    .selectFrom('reaction as r')
    .innerJoin('actor as a', 'a.id', 'r.actor_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['r.name', 'r.created_at'])
    .select(actorRefColumns(viewer))
    .where('r.post_id', '=', postId)
    .where('r.audience_id', 'in', [...viewer.audiences])
    .where(after === null ? sql<boolean>`true` : sql<boolean>`(r.created_at, r.actor_id, r.name) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid, ${String(after[2])})`)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.actor_id', 'desc')
    .orderBy('r.name', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => ({ name: row.name as ReactionName, actor: toActorRef(row) }), (row) => [row.created_at.toISOString(), row.actor_id, row.name]);
}
