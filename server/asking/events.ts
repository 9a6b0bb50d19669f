// SPDX-License-Identifier: EUPL-1.2

/** There are people who are still to be told of a question to a portfolio; told of again until there are none. */
export interface PortfolioAsked {
  type: 'PortfolioAsked';
  postId: string;
}
