// SPDX-License-Identifier: EUPL-1.2
import { provideTagsOfPlaces, provideUnreadCounts } from '../buildings/public.ts';
import { registerMerging } from './merge-posts.ts';
import type { Room } from '../platform/room.ts';
import { registerAudienceMoves } from './audience-moves.ts';
import { feedRoutes } from './routes-feeds.ts';
import { postRoutes } from './routes-posts.ts';
import { reactionRoutes } from './routes-reactions.ts';
import { tagsOfPlaces } from './tags-of-places.ts';
import { unreadCounts } from './unread.ts';
import { writingRoutes } from './routes-writing.ts';

// When the room is loaded: buildings asks for these in its own commands and answers.
registerAudienceMoves();
registerMerging();
provideUnreadCounts(unreadCounts);
provideTagsOfPlaces(tagsOfPlaces);

export const posts: Room = {
  name: 'posts',
  routes(app, deps) {
    postRoutes(app, deps);
    reactionRoutes(app, deps);
    feedRoutes(app, deps);
    writingRoutes(app, deps);
  },
};
