// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of posts. */
export { mineFeed, notSpared, type Page, personFeed, placeFeed, type PostPage, squareFeed, tagFeed, threadOf } from './feeds.ts';
export { type NewPost, type NewQuestion, publishPost, publishQuestionOnSquare, replyToPost } from './publish-post.ts';
export { type AnswerFromElsewhere, answersFromElsewhere } from './answers-from-elsewhere.ts';
export type { FromElsewhere } from './from-elsewhere.ts';
export { postForViewer, postsByKeys, postUrl } from './read-posts.ts';
export { type Post, type PostKind, PostSchema, LONGEST_TITLE, MOST_TAGS, type ReactionName, reactionNames, withheldStates } from './schemas.ts';
export { dropPostsFor } from './drop-posts.ts';
export { deletePost, removePost } from './delete-post.ts';
export { editPost } from './edit-post.ts';
export { refusePost } from './refuse-post.ts';
export { returnPost } from './return-post.ts';
export { isReactionName, reactToPost, takeReactionBack } from './react-to-post.ts';
export { tagName } from './body/find-words.ts';
export { linkWords } from './body/link-words.ts';
export { cleanText, type Format, LONGEST_BODY, type ReadBody, readBody, textOfHtml } from './body/read-body.ts';
export { type MarkerBefore, moveMarkersBack, readUpTo } from './read-markers.ts';
export { stillNew, unreadCounts, type UnreadPlace, unreadPlaces } from './unread.ts';
export { threadOfPost, type ThreadOfPost } from './thread-of-post.ts';
export { provideScreening, type Submission } from './screening.ts';
export { onPostsMoved, type PostsMoved, releasePost, withholdPost } from './withhold-post.ts';
export type * from './events.ts';
