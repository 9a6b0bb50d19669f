// SPDX-License-Identifier: EUPL-1.2

/** What this room tells the others. Ids and plain words, never what somebody wrote. */

/** Something asks for a moderator: the first report of a thing, a post that waits, an appeal. */
export interface CaseOpened { type: 'CaseOpened'; caseId: string }
/** Who reported wants the instance that it came from, if it came from one, to hear of it. */
export interface ReportForHome { type: 'ReportForHome'; reportId: string }
/** The administrators may see it from now on. */
export interface CaseEscalated { type: 'CaseEscalated'; caseId: string }
/** Those who reported hear what came of it. */
export interface CaseClosed { type: 'CaseClosed'; caseId: string }
/** Somebody hears what was decided about them, and why. */
export interface PersonModerated { type: 'PersonModerated'; decisionId: string }
export interface AppealDecided { type: 'AppealDecided'; appealId: string; decisionId: string }
/** A term ended by itself. */
export interface TermEnded { type: 'TermEnded'; decisionId: string }

export type ModerationEvent = CaseOpened | ReportForHome | CaseEscalated | CaseClosed | PersonModerated | AppealDecided | TermEnded;
