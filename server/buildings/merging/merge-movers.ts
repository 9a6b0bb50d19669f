// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../../platform/db/viewer.ts';
import type { PlaceAccess } from '../place-ref.ts';

/** One of the two places of a merge. */
export interface MergedPlace {
  id: string;
  kind: 'building' | 'group';
  access: PlaceAccess;
  /** Who may know of it, while it stands. */
  audienceId: number;
  membersAudienceId: number;
  staffMembersAudienceId: number;
  moderatorsAudienceId: number;
  knowingAudienceId: number | null;
}

/** What moves, and where to. */
export interface Moving {
  mergeId: string;
  source: MergedPlace;
  target: MergedPlace;
}

/**
 * What a room to the right that keeps things of places does in a merge. Everything runs as the system, with both places locked, and
 * notes what it needs to bring it back.
 */
export interface Mover {
  /** How many rows `move` will move: posts and replies. */
  count(trx: Trx, placeId: string, kind: MergedPlace['kind']): Promise<number>;
  /** Moves some, at most about `most`. @returns how many; 0 when there is nothing left */
  move(trx: Trx, moving: Moving, most: number): Promise<number>;
  /** What is little goes at once, when all the rest has moved. */
  finish(trx: Trx, moving: Moving): Promise<void>;
  /** The way back, some at a time. @returns how many; 0 when there is nothing left */
  moveBack(trx: Trx, moving: Moving, most: number): Promise<number>;
  finishBack(trx: Trx, moving: Moving): Promise<void>;
  /** Whether anything was written or edited in a group since. */
  writtenIn?(trx: Trx, groupId: string, since: Date): Promise<boolean>;
}

const movers = new Map<string, Mover>();

/** A room registers once, by its name. */
export function onMerge(room: string, mover: Mover): void {
  movers.set(room, mover);
}

export function allMovers(): readonly Mover[] {
  return [...movers.values()];
}

interface Step {
  from: number;
  to: number;
}

/**
 * For whom the content of the source is in the target. Members for members, civil servants for civil servants; what is public
 * stays public where the target is open, and is for its members elsewhere. Nothing becomes wider than it was written for, but for
 * the members that the other place brings: to those both sides agreed.
 */
export function stepsForward({ source, target }: Pick<Moving, 'source' | 'target'>): Step[] {
  const narrowing = target.access === 'open' ? [] : [{ from: PUBLIC_AUDIENCE, to: target.membersAudienceId }, { from: STAFF_AUDIENCE, to: target.staffMembersAudienceId }];
  return [...insideSteps(source, target), ...narrowing];
}

/** Of what changed since: for what was not touched, what is noted counts. */
export function stepsBack({ source, target }: Pick<Moving, 'source' | 'target'>): Step[] {
  return stepsForward({ source: target, target: source });
}

function insideSteps(from: MergedPlace, to: MergedPlace): Step[] {
  const steps = [
    { from: from.membersAudienceId, to: to.membersAudienceId },
    { from: from.staffMembersAudienceId, to: to.staffMembersAudienceId },
    { from: from.moderatorsAudienceId, to: to.moderatorsAudienceId },
  ];
  if (from.knowingAudienceId !== null && to.knowingAudienceId !== null) steps.push({ from: from.knowingAudienceId, to: to.knowingAudienceId });
  return steps;
}
