// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of posts. */
export { buildingFeed, mineFeed, type Page, personFeed, type PostPage, squareFeed, tagFeed, threadOf } from './feeds.ts';
export { postForViewer, postUrl } from './read-posts.ts';
export { type Post, type PostKind, PostSchema, type ReactionName, reactionNames } from './schemas.ts';
export { linkWords } from './body/link-words.ts';
export { type Format, type ReadBody, readBody } from './body/read-body.ts';
export { unreadCounts } from './read-markers.ts';
export type * from './events.ts';
