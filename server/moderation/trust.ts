// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { canModerate } from '../buildings/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Submission } from '../posts/public.ts';

/** What a newcomer is, and what of theirs waits for a moderator: all thresholds stand here. */
export const thresholds = {
  /** An account younger than this is new. */
  newAccountMs: 7 * 24 * 3_600_000,
  /** With fewer accepted posts and answers in a place, one is new there. */
  acceptedPosts: 3,
  /** So many links wait. */
  links: 1,
  /** So many people named at once wait. */
  mentions: 5,
} as const;

export interface Newcomer {
  isStaff: boolean;
  moderates: boolean;
  accountAgeMs: number;
  acceptedPosts: number;
}

/** Civil servants of registered organisations and those who moderate are trusted; others by time and by what was accepted. */
export function isNewcomer({ isStaff, moderates, accountAgeMs, acceptedPosts }: Newcomer): boolean {
  if (isStaff || moderates) return false;
  return accountAgeMs < thresholds.newAccountMs || acceptedPosts < thresholds.acceptedPosts;
}

export function asksForALook({ links, mentions }: Pick<Submission, 'links' | 'mentions'>): boolean {
  return links >= thresholds.links || mentions >= thresholds.mentions;
}

/** Whether a post waits. Asks the database only about somebody who may be a newcomer and writes what newcomers wait with. */
export async function waitsForModerator(trx: Trx, submission: Submission): Promise<boolean> {
  const { author, standing, placeId, now } = submission;
  const moderates = canModerate({ access: 'open' }, standing);
  if (author.isStaff || moderates || !asksForALook(submission)) return false;
  // As the system: the age of an account (of somebody of another instance: since when they are known here), and what of theirs was hidden, is not the author's to read.
  const { rows } = await withSystem(trx, () => sql<{ created_at: Date; accepted: number }>`
    select coalesce(c.created_at, a.created_at) as created_at, (
      select count(*) from (
        select from post where author_id = ${author.actorId}::uuid and place_id = ${placeId}::uuid and deleted_at is null and withheld is null limit ${thresholds.acceptedPosts}) accepted
    ) as accepted from actor a left join account c on c.actor_id = a.id where a.id = ${author.actorId}::uuid`.execute(trx));
  const row = rows[0];
  if (row === undefined) return true;
  return isNewcomer({ isStaff: author.isStaff, moderates, accountAgeMs: now.getTime() - row.created_at.getTime(), acceptedPosts: Number(row.accepted) });
}
