// SPDX-License-Identifier: EUPL-1.2

/**
 * An instance that was away for this long is parked: it is sent nothing until it speaks. What it missed of conversations is gone, and
 * counted; it can fetch that from us. What it must not miss is kept for it.
 */
export const PARKED_AFTER_MS = 30 * 24 * 3_600_000;

/** Who is a member and who no longer, and what is not to be kept any longer. */
const kept = ['Follow', 'Join', 'Leave', 'Accept', 'Reject', 'Add', 'Remove', 'Undo', 'Delete', 'Block', 'Move'] as const;

export const keptWhileParked = (type: string): boolean => kept.some((each) => each === type);
export const keptTypes: readonly string[] = kept;
