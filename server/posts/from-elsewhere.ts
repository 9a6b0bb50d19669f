// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { ownPost } from './read-posts.ts';
import type { Post } from './schemas.ts';

/** What is known of a post that was written on another instance, beside what it says. */
export interface FromElsewhere {
  /** Its address there, by which it is taken once. */
  uri: string;
  /** As its author says; what lies ahead counts as now. */
  publishedAt: Date;
  language: string | null;
  /** Handles of ours that it names. A bare `@name` in its text is a name of where it comes from, not of here. */
  handles: readonly string[];
  /** The home of the place, another instance, took it: what is asked of who writes here was asked there. Only for places whose home that is. */
  takenByHome?: boolean;
}

/**
 * A moment that lies ahead would stand on top of every feed until then.
 * @param answered when what it answers was written: no answer is older, whatever the clock of its author said
 */
export function momentOf(from: Pick<FromElsewhere, 'publishedAt'> | undefined, now: Date, answered: Date | null): Date {
  if (from === undefined || Number.isNaN(from.publishedAt.getTime()) || from.publishedAt > now) return now;
  return answered !== null && from.publishedAt < answered ? answered : from.publishedAt;
}

/** The post with this address as its author sees it, where it came before; null where it is new. */
export async function cameBefore(trx: Trx, author: Member, from: FromElsewhere | undefined): Promise<Post | null> {
  if (from === undefined) return null;
  // As the system: it may be held back, where its author does not read it.
  const row = await withSystem(trx, () => trx.selectFrom('post').select('id').where('uri', '=', from.uri).where('author_id', '=', author.actorId).executeTakeFirst());
  return row === undefined ? null : ownPost(trx, author, row.id);
}
