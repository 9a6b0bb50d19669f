// SPDX-License-Identifier: EUPL-1.2
import { onAudienceMove } from '../../server/buildings/public.ts';
import { onPostsMoved, type PostsMoved } from '../../server/posts/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { sql } from 'kysely';
import type { Handler } from '../inbox/handler.ts';
import { synchronization } from '../delivery/synchronization.ts';
import { accept, reject, removed } from './answer-handlers.ts';
import { answerMembers } from './answer-members.ts';
import { askHome, leaveHome } from './ask-home.ts';
import { catchUp } from './catch-up.ts';
import { dropCopies } from './copies.ts';
import { fromHome } from './from-home.ts';
import { join, leave, undoJoin } from './join-handlers.ts';
import { reactAtHome } from './react-at-home.ts';
import { repairDrift, synchronizationHeader, synchronizePlaces } from './sync.ts';
import { deleteAtHome, editAtHome, giveBackNotBrought, writeToHome } from './write-to-home.ts';

/** Places that people of several instances share. */
export const placeHandlers: readonly Handler[] = [join, leave, undoJoin, accept, reject, removed, fromHome];
export const placeSubscribers = [askHome, leaveHome, catchUp, answerMembers, dropCopies, repairDrift, writeToHome, editAtHome, deleteAtHome, giveBackNotBrought, reactAtHome];
export const placeSchedules = [synchronizePlaces];

/** When the room is loaded. */
export function registerPlaces(): void {
  synchronization.provide(synchronizationHeader);
  onAudienceMove('federation', moveRemotePosts);
  onPostsMoved('federation', moveWithPosts);
}

/** A post that is held back, or given back. */
async function moveWithPosts(trx: Trx, { postIds }: PostsMoved): Promise<void> {
  await sql`update remote_post as kept set audience_id = post.audience_id from post where kept.post_id = post.id and post.id = any(${[...postIds]}::uuid[])`.execute(trx);
}

/** What is kept beside a post goes along with it; see movePosts. */
async function moveRemotePosts(trx: Trx, { placeId }: { placeId: string }): Promise<void> {
  await sql`
    update remote_post as kept set audience_id = post.audience_id from post
    where kept.post_id = post.id and (post.place_id = ${placeId}::uuid or post.group_id = ${placeId}::uuid) and kept.audience_id <> post.audience_id`.execute(trx);
}
