// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { Empty } from '../platform/http/schemas.ts';
import { bookmarkFeed } from './feeds.ts';
import { bookmarkPost, dropBookmark, pinPost } from './keep-post.ts';
import { reactorsOf, reactToPost, takeReactionBack } from './react-to-post.ts';
import { ById, ByIdAndName, PageQuery, PostList, ReactionState, ReactorList } from './schemas.ts';

const tags = ['posts'];
const account = { access: 'account' } as const;

/** What people do with a post without writing: each can be sent twice, so none needs an Idempotency-Key. */
export function reactionRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.put(
    '/api/v1/posts/:id/reactions/:name',
    { config: account, schema: { tags, operationId: 'react', summary: 'React to a post: like, thanks, agree or idea', params: ByIdAndName, response: { 200: ReactionState } } },
    (request) => database.asViewer(request.viewer, (trx) => reactToPost(trx, deps, memberOf(request), request.params.id, request.params.name)),
  );

  app.delete(
    '/api/v1/posts/:id/reactions/:name',
    { config: account, schema: { tags, operationId: 'takeReactionBack', summary: 'Take one’s reaction back', params: ByIdAndName, response: { 200: ReactionState } } },
    (request) => database.asViewer(request.viewer, (trx) => takeReactionBack(trx, memberOf(request), request.params.id, request.params.name)),
  );

  app.get(
    '/api/v1/posts/:id/reactions',
    { config: { ...account, viewAs: true }, schema: { tags, operationId: 'listReactions', summary: 'Who reacted, latest first', params: ById, querystring: PageQuery, response: { 200: ReactorList } } },
    (request) => database.readAs(request.viewer, (trx) => reactorsOf(trx, memberOf(request), request.params.id, request.query)),
  );

  app.put(
    '/api/v1/posts/:id/bookmark',
    { config: account, schema: { tags, operationId: 'bookmarkPost', summary: 'Keep a post for oneself', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => bookmarkPost(trx, deps, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/posts/:id/bookmark',
    { config: account, schema: { tags, operationId: 'dropBookmark', summary: 'Keep it no longer', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => dropBookmark(trx, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/bookmarks',
    { config: account, schema: { tags, operationId: 'listBookmarks', summary: 'What one kept, latest first', querystring: PageQuery, response: { 200: PostList } } },
    (request) => database.readAs(request.viewer, (trx) => bookmarkFeed(trx, memberOf(request), request.query)),
  );

  for (const [method, pinned] of [['PUT', true], ['DELETE', false]] as const) {
    app.route({
      method,
      url: '/api/v1/posts/:id/pin',
      config: account,
      schema: { tags, operationId: pinned ? 'pinPost' : 'unpinPost', summary: pinned ? 'Put a thread on top of its building' : 'Take it from the top', params: ById, response: { 204: Empty } },
      handler: async (request, reply) => {
        await database.asViewer(request.viewer, (trx) => pinPost(trx, deps, memberOf(request), request.params.id, pinned));
        return reply.code(204).send(null);
      },
    });
  }
}
