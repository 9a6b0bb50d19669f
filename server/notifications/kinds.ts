// SPDX-License-Identifier: EUPL-1.2

/**
 * Why somebody is told. `role`: their role in a place changed; `successor`: they were named admin by the one who left.
 * `request`: somebody asks to join a place they may answer for.
 */
export const kinds = ['reply', 'mention', 'request', 'approved', 'refused', 'invited', 'removed', 'role', 'successor'] as const;
export type Kind = (typeof kinds)[number];
