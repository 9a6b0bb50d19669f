// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { addressOf } from '../buildings/public.ts';
import type { Deps } from '../platform/deps.ts';
import { isMember } from '../platform/db/viewer.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { mineFeed, personFeed, placeFeed, squareFeed, tagFeed } from './feeds.ts';
import { markRead, readMarkerOf } from './read-markers.ts';
import { BuildingFeedQuery, ByGroup, ByScope, BySlug, ByTag, FeedQuery, PageQuery, PlaceFeedQuery, PostList, ReadMarker, ReadMarkerBody } from './schemas.ts';

const tags = ['feeds'];
const ByHandle = Type.Object({ handle: Type.String({ maxLength: 200 }) });

export function feedRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/feed',
    { config: { access: 'public' }, schema: { tags, operationId: 'getFeed', summary: 'Newest first: the square (all that one may read) or mine (the buildings one is in)', querystring: FeedQuery, response: { 200: PostList } } },
    ({ viewer, query: { scope, ...page } }) => {
      if (scope === 'mine' && !isMember(viewer)) throw new SignInNeeded();
      return database.readAs(viewer, (trx) => (scope === 'mine' ? mineFeed : squareFeed)(trx, viewer, page));
    },
  );

  app.get(
    '/api/v1/buildings/:slug/posts',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'listPosts', summary: 'Posts of a building and of its groups, or of one group; newest first', params: BySlug, querystring: BuildingFeedQuery, response: { 200: PostList } } },
    ({ viewer, params: { slug }, query: { groupSlug, ...wanted } }) => database.readAs(viewer, (trx) => placeFeed(trx, viewer, groupSlug === undefined ? slug : { building: slug, group: groupSlug }, wanted)),
  );

  app.get(
    '/api/v1/buildings/:slug/groups/:groupSlug/posts',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'listGroupPosts', summary: 'Posts of a group, newest first', params: ByGroup, querystring: PlaceFeedQuery, response: { 200: PostList } } },
    ({ viewer, params, query }) => database.readAs(viewer, (trx) => placeFeed(trx, viewer, addressOf(params), query)),
  );

  app.get(
    '/api/v1/people/:handle/posts',
    { config: { access: 'public' }, schema: { tags, operationId: 'listPostsOfPerson', summary: 'What a person wrote, newest first', params: ByHandle, querystring: PageQuery, response: { 200: PostList } } },
    ({ viewer, params, query }) => database.readAs(viewer, (trx) => personFeed(trx, viewer, params.handle, query)),
  );

  app.get(
    '/api/v1/tags/:tag/posts',
    { config: { access: 'public' }, schema: { tags, operationId: 'listPostsWithTag', summary: 'Posts and replies with a tag, newest first', params: ByTag, querystring: PageQuery, response: { 200: PostList } } },
    ({ viewer, params, query }) => database.readAs(viewer, (trx) => tagFeed(trx, viewer, params.tag, query)),
  );

  app.get(
    '/api/v1/read-markers/:scope',
    { config: { access: 'account' }, schema: { tags, operationId: 'getReadMarker', summary: 'Where one was in a feed', params: ByScope, response: { 200: ReadMarker } } },
    (request) => database.readAs(request.viewer, (trx) => readMarkerOf(trx, memberOf(request), request.params.scope)),
  );

  app.put(
    '/api/v1/read-markers/:scope',
    { config: { access: 'account' }, schema: { tags, operationId: 'markRead', summary: 'Say how far one has read; it only moves forward', params: ByScope, body: ReadMarkerBody, response: { 200: ReadMarker } } },
    (request) => database.asViewer(request.viewer, (trx) => markRead(trx, deps, memberOf(request), request.params.scope, request.body.postId)),
  );
}
