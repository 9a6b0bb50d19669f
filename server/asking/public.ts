// SPDX-License-Identifier: EUPL-1.2
export type { PortfolioAsked } from './events.ts';
export { nextToTell } from './next-to-tell.ts';
export { questionsForMe, type QuestionForMe } from './queries.ts';
