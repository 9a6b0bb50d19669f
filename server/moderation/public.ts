// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of moderation. */
export { noteAccountRelease, noteAccountSuspension } from './note-suspension.ts';
export { isHiddenByDecision } from './hidden-by-decision.ts';
export { openCasesByPlace } from './queue.ts';
export { type NewReport, report, ReportedAlready } from './report.ts';
export type * from './events.ts';
