// SPDX-License-Identifier: EUPL-1.2

/**
 * Why somebody is told. `role`: their role in a place changed; `successor`: they were named admin by the one who left.
 * `asked`: somebody asks all who have a theme in their portfolio.
 * `added`: somebody brought them in with a list.
 * `by-rule`, `rule-ended`: a rule of the place let them in, or holds for them no longer.
 * `search-hit`: something new fits a search that they keep.
 * `merge-proposed`: a place that they administer may go up in another; `merged`, `merge-undone`: that happened to one of theirs.
 * `request`: somebody asks to join a place they may answer for.
 * `reported`: something asks for a moderator; `report-…`: what came of one's own report; `moderated`, `appeal-decided`, `term-ended`: about oneself.
 */
export const kinds = ['reply', 'mention', 'request', 'approved', 'refused', 'invited', 'added', 'removed', 'role', 'successor', 'by-rule', 'rule-ended', 'search-hit', 'asked', 'reported', 'report-acted', 'report-dismissed', 'moderated', 'appeal-decided', 'term-ended', 'merge-proposed', 'merged', 'merge-undone'] as const;
export type Kind = (typeof kinds)[number];
