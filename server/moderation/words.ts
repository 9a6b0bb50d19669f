// SPDX-License-Identifier: EUPL-1.2

/** The words that the database keeps, in one place. */
export const reasons = ['spam', 'abuse', 'privacy', 'misleading', 'copyright', 'other'] as const;
export type Reason = (typeof reasons)[number];

export const caseKinds = ['report', 'waiting', 'appeal'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const subjectKinds = ['post', 'person', 'place'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What the person it concerns is told of. `hide` and `refuse` keep a post from its readers, `restore` and `approve` give it to them. */
export const decisionActions = ['hide', 'restore', 'warn', 'remove', 'suspend', 'ban', 'suspend-account', 'approve', 'refuse', 'close-place'] as const;
export type DecisionAction = (typeof decisionActions)[number];
/** And what closes a case: nothing was wrong; or, of an appeal, that the decision stands or falls. */
export const actions = [...decisionActions, 'dismiss', 'uphold', 'overturn'] as const;
export type Action = (typeof actions)[number];

const DAY = 24 * 3_600_000;
/** Days that a place has to handle a report before the administrators may. */
export const ESCALATE_AFTER_MS = 7 * DAY;
/** Half a year, as article 20 of the Digital Services Act asks. */
export const APPEAL_WITHIN_MS = 183 * DAY;
export const LONGEST_TERM_DAYS = 3_650;
