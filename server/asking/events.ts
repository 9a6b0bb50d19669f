// SPDX-License-Identifier: EUPL-1.2

/** There are people who are still to be told of a question to a portfolio; told of again until there are none. */
export interface PortfolioAsked {
  type: 'PortfolioAsked';
  postId: string;
}

/** A question for everybody, to be put to the people of neighbouring instances as well. */
export interface QuestionPutToNeighbours {
  type: 'QuestionPutToNeighbours';
  postId: string;
  /** Of the neighbours. */
  hosts: string[];
}
