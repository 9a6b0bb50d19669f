// SPDX-License-Identifier: EUPL-1.2

/** The two places of a merge and what somebody may decide of each. */
export interface Deciding {
  isAdministrator: boolean;
  kind: 'building' | 'group';
  administersSource: boolean;
  administersTarget: boolean;
  /** Administers it as one of its own, or as an admin of the building of a group that has none. */
  speaksForSource: boolean;
  speaksForTarget: boolean;
  sourceAgreed: boolean;
  targetAgreed: boolean;
  isProposer: boolean;
}

/** Whoever administers one of the two; of buildings also who administers the instance. It takes both to do it. */
export function canProposeMerge({ isAdministrator, kind, administersSource, administersTarget }: Pick<Deciding, 'isAdministrator' | 'kind' | 'administersSource' | 'administersTarget'>): boolean {
  return administersSource || administersTarget || (isAdministrator && kind === 'building');
}

/**
 * For a side that has not agreed yet, who speaks for it. Nobody agrees for others: content is written for the members of a place, and
 * the admins of a building do not read in its groups.
 */
export function canAgreeToMerge({ speaksForSource, speaksForTarget, sourceAgreed, targetAgreed }: Deciding): boolean {
  return (speaksForSource && !sourceAgreed) || (speaksForTarget && !targetAgreed);
}

/** Refuses, or takes back what one proposed and still might propose. */
export function canEndMerge(deciding: Deciding): boolean {
  return deciding.administersSource || deciding.administersTarget || (deciding.isProposer && canProposeMerge(deciding));
}

/** Those who could agree to it; one is enough, because nothing becomes wider by going back. */
export function canUndoMerge({ administersSource, administersTarget }: Pick<Deciding, 'administersSource' | 'administersTarget'>): boolean {
  return administersSource || administersTarget;
}

/** Who reads of a merge at all. */
export function canSeeMerge(deciding: Deciding): boolean {
  return canEndMerge(deciding);
}
