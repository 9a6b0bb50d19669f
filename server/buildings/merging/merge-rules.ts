// SPDX-License-Identifier: EUPL-1.2

/** The two places of a merge and what somebody may decide of each. */
export interface Deciding {
  isAdministrator: boolean;
  kind: 'building' | 'group';
  administersSource: boolean;
  administersTarget: boolean;
  sourceAgreed: boolean;
  targetAgreed: boolean;
  isProposer: boolean;
}

/** Whoever administers one of the two; of buildings also who administers the instance. It takes both to do it. */
export function canProposeMerge({ isAdministrator, kind, administersSource, administersTarget }: Pick<Deciding, 'isAdministrator' | 'kind' | 'administersSource' | 'administersTarget'>): boolean {
  return administersSource || administersTarget || (isAdministrator && kind === 'building');
}

/** For a side that has not agreed yet, an admin of that side. Nobody agrees for others: content is written for the members of a place. */
export function canAgreeToMerge({ administersSource, administersTarget, sourceAgreed, targetAgreed }: Deciding): boolean {
  return (administersSource && !sourceAgreed) || (administersTarget && !targetAgreed);
}

/** Refuses, or takes back what one proposed. */
export function canEndMerge({ administersSource, administersTarget, isProposer }: Deciding): boolean {
  return administersSource || administersTarget || isProposer;
}

/** Those who could agree to it; one is enough, because nothing becomes wider by going back. */
export function canUndoMerge({ administersSource, administersTarget }: Pick<Deciding, 'administersSource' | 'administersTarget'>): boolean {
  return administersSource || administersTarget;
}

/** Who reads of a merge at all. */
export function canSeeMerge(deciding: Deciding): boolean {
  return canEndMerge(deciding);
}
