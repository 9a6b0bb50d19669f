// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of posts. */
export { mineFeed, notSpared, type Page, personFeed, placeFeed, type PostPage, squareFeed, tagFeed, threadOf } from './feeds.ts';
export { type NewQuestion, publishQuestionOnSquare, replyToPost } from './publish-post.ts';
export { postForViewer, postsByKeys, postUrl } from './read-posts.ts';
export { type Post, type PostKind, PostSchema, type ReactionName, reactionNames, withheldStates } from './schemas.ts';
export { removePost } from './delete-post.ts';
export { reactToPost } from './react-to-post.ts';
export { linkWords } from './body/link-words.ts';
export { type Format, type ReadBody, readBody } from './body/read-body.ts';
export { type MarkerBefore, moveMarkersBack, readUpTo } from './read-markers.ts';
export { stillNew, unreadCounts, type UnreadPlace, unreadPlaces } from './unread.ts';
export { threadOfPost, type ThreadOfPost } from './thread-of-post.ts';
export { provideScreening, type Submission } from './screening.ts';
export { onPostsMoved, type PostsMoved, releasePost, withholdPost } from './withhold-post.ts';
export type * from './events.ts';
