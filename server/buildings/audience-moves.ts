// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';

/**
 * What happens to the content of a place when its audience changes. Runs as the system, in the transaction of the change.
 *
 * - `narrow`: every row of the place whose audience is a `from` gets the `to` beside it. With `remember` (the place is being
 *   deleted, which can be undone) its audience before is kept beside it; without, the move is for good and nothing is kept.
 * - `restore`: the deletion was undone; every row with a remembered audience gets that back, and forgets it.
 *
 * A place that becomes more open moves nothing: what was written for few stays with them.
 */
export type AudienceMove =
  | { kind: 'narrow'; placeId: string; moves: readonly Step[]; remember: boolean }
  | { kind: 'restore'; placeId: string };

export interface Step {
  from: number;
  to: number;
}

/** Into a place that closes: what was for all goes to its members, what was for civil servants to those among its members. */
export function movesInto(place: { membersAudienceId: number; staffMembersAudienceId: number }): Step[] {
  return [
    { from: PUBLIC_AUDIENCE, to: place.membersAudienceId },
    { from: STAFF_AUDIENCE, to: place.staffMembersAudienceId },
  ];
}

type Mover = (trx: Trx, move: AudienceMove) => Promise<void>;
type Counter = (trx: Trx, placeId: string, from: readonly number[]) => Promise<number>;

const movers = new Map<string, Mover>();
const counters = new Map<string, Counter>();

/** A room to the right that keeps content of places registers here, once, by its name. */
export function onAudienceMove(room: string, move: Mover): void {
  movers.set(room, move);
}

/** How many posts would move; the room of posts registers it, for the preview of an access change. */
export function countForAudienceMove(room: string, count: Counter): void {
  counters.set(room, count);
}

export async function moveAudiences(trx: Trx, move: AudienceMove): Promise<void> {
  for (const mover of movers.values()) await mover(trx, move);
}

export async function countAudienceMove(trx: Trx, placeId: string, from: readonly number[]): Promise<number> {
  let total = 0;
  for (const count of counters.values()) total += await count(trx, placeId, from);
  return total;
}
