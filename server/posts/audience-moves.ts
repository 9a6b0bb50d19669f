// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type AudienceMove, countForAudienceMove, onAudienceMove, recountPublic } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';

/** What hangs on a post and carries its audience. */
export const attached = ['post_revision', 'post_tag', 'mention', 'reaction'] as const;

/** Posts of a place, and all that hangs on them, go along when the place changes who may read there. */
export function registerAudienceMoves(): void {
  onAudienceMove('posts', movePosts);
  countForAudienceMove('posts', countPosts);
}

/** What stands in a group is not in the building itself: each is moved by its own. */
function inPlace(placeId: string) {
  return sql<boolean>`((post.place_id = ${placeId}::uuid and post.group_id is null) or post.group_id = ${placeId}::uuid)`;
}

async function movePosts(trx: Trx, move: AudienceMove): Promise<void> {
  if (move.kind === 'narrow') await narrow(trx, move);
  else {
    await sql`update post set audience_id = audience_before, audience_before = null where ${inPlace(move.placeId)} and audience_before is not null`.execute(trx);
  }
  for (const table of attached) {
    await sql`
      update ${sql.table(table)} as child set audience_id = post.audience_id from post
      where child.post_id = post.id and ${inPlace(move.placeId)} and child.audience_id <> post.audience_id`.execute(trx);
  }
  await recount(trx, move.placeId);
}

async function narrow(trx: Trx, { placeId, moves, remember }: Extract<AudienceMove, { kind: 'narrow' }>): Promise<void> {
  // A closed door stays closed: after a move for good, undoing a deletion has nothing wider to go back to.
  await sql`
    update post set audience_id = step.destination, audience_before = case when ${remember} then audience_id end
    from unnest(${moves.map(({ from }) => from)}::bigint[], ${moves.map(({ to }) => to)}::bigint[]) as step (origin, destination)
    where ${inPlace(placeId)} and audience_id = step.origin`.execute(trx);
  // What is hidden comes back, if it does, to those who may read here then.
  if (remember) return;
  await sql`
    update post set withheld_audience_id = step.destination
    from unnest(${moves.map(({ from }) => from)}::bigint[], ${moves.map(({ to }) => to)}::bigint[]) as step (origin, destination)
    where ${inPlace(placeId)} and withheld_audience_id = step.origin`.execute(trx);
}

async function recount(trx: Trx, placeId: string): Promise<void> {
  const row = await trx
    .selectFrom('post')
    .select(({ fn }) => [fn.countAll<number>().filterWhere('in_reply_to', 'is', null).as('posts'), fn.max('published_at').as('last_at')])
    .where(inPlace(placeId))
    .where('audience_id', '=', PUBLIC_AUDIENCE)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  await recountPublic(trx, placeId, row.posts, row.last_at);
}

async function countPosts(trx: Trx, placeId: string, from: readonly number[]): Promise<number> {
  const row = await trx
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(inPlace(placeId))
    .where('audience_id', 'in', [...from])
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
