// SPDX-License-Identifier: EUPL-1.2
export type { PortfolioAsked, QuestionPutToNeighbours } from './events.ts';
export { takeQuestion } from './take-question.ts';
export { nextToTell } from './next-to-tell.ts';
export { questionsForMe, type QuestionForMe } from './queries.ts';
