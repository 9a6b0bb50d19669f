// SPDX-License-Identifier: EUPL-1.2
import type { PlaceAccess, Role, Standing } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import type { PostFacts } from './policy.ts';

/** A post that nobody else changes, moves or deletes until the transaction ends, and what the rules look at. */
export interface LockedPost {
  post: { id: string; author_id: string; place_id: string; audience_id: number; root_id: string | null; in_reply_to: string | null; reply_count: number; published_at: Date; deleted_at: Date | null };
  facts: PostFacts;
  place: { slug: string; access: PlaceAccess };
  standing: Standing;
}

/**
 * @param strength `share` when only its audience matters: many may react at once, and none while the post is moved
 * @throws {NotFound} when absent, deleted, or not for this viewer.
 */
export async function lockPost(trx: Trx, viewer: Member, id: string, strength: 'update' | 'share' = 'update'): Promise<LockedPost> {
  const wanted = trx
    .selectFrom('post')
    .select(['id', 'author_id', 'place_id', 'audience_id', 'root_id', 'in_reply_to', 'reply_count', 'published_at', 'deleted_at'])
    .where('id', '=', id)
    .where('audience_id', 'in', [...viewer.audiences])
    .where('deleted_at', 'is', null);
  const post = await (strength === 'share' ? wanted.forShare() : wanted.forNoKeyUpdate()).executeTakeFirst();
  if (post === undefined) throw new NotFound();
  const place = await trx
    .selectFrom('place')
    .leftJoin('membership as mine', (join) => join.onRef('mine.place_id', '=', 'place.id').on('mine.member_id', '=', viewer.actorId))
    .select(['place.slug', 'place.access', 'mine.role', 'mine.state'])
    .where('place.id', '=', post.place_id)
    .where('place.deleted_at', 'is', null)
    .executeTakeFirst();
  if (place === undefined) throw new NotFound();
  return {
    post,
    facts: { authorId: post.author_id, deleted: false, isReply: post.root_id !== null },
    // Check constraints keep access, role and state to their words.
    place: { slug: place.slug, access: place.access as PlaceAccess },
    standing: place.role === null ? null : ({ role: place.role as Role, state: place.state } as Standing),
  };
}
