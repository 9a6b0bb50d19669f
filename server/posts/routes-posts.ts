// SPDX-License-Identifier: EUPL-1.2
import { addressOf } from '../buildings/public.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty } from '../platform/http/schemas.ts';
import { deletePost } from './delete-post.ts';
import { editPost } from './edit-post.ts';
import { threadOf } from './feeds.ts';
import { publishPost, replyToPost } from './publish-post.ts';
import { postForViewer } from './read-posts.ts';
import { revisionsOf } from './revisions.ts';
import { ByGroup, ById, BySlug, NewGroupPostBody, NewPostBody, NewReplyBody, PageQuery, PostChangeBody, PostList, PostSchema, RevisionList } from './schemas.ts';

const tags = ['posts'];

export function postRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.post(
    '/api/v1/buildings/:slug/posts',
    { config: { access: 'account', limit: 'post' }, schema: { tags, operationId: 'publishPost', summary: 'Publish in a building', params: BySlug, body: NewPostBody, response: { 201: PostSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx, finish) => {
        const viewer = memberOf(request);
        const { groupSlug, ...post } = request.body;
        const { slug } = request.params;
        const published = await publishPost(trx, deps, viewer, typeof groupSlug === 'string' ? { building: slug, group: groupSlug } : slug, post, finish);
        return { body: published, location: `/api/v1/posts/${published.id}` };
      }),
  );

  app.post(
    '/api/v1/buildings/:slug/groups/:groupSlug/posts',
    { config: { access: 'account', limit: 'post' }, schema: { tags, operationId: 'publishGroupPost', summary: 'Publish in a group', params: ByGroup, body: NewGroupPostBody, response: { 201: PostSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx, finish) => {
        const post = await publishPost(trx, deps, memberOf(request), addressOf(request.params), request.body, finish);
        return { body: post, location: `/api/v1/posts/${post.id}` };
      }),
  );

  app.get(
    '/api/v1/posts/:id',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'getPost', summary: 'One post, or its tombstone where answers hang under it', params: ById, response: { 200: PostSchema } } },
    (request) => database.readAs(request.viewer, (trx) => postForViewer(trx, request.viewer, request.params.id)),
  );

  app.patch(
    '/api/v1/posts/:id',
    { config: { access: 'account', limit: 'post' }, schema: { tags, operationId: 'editPost', summary: 'Change what one wrote; what it said before is kept', params: ById, body: PostChangeBody, response: { 200: PostSchema } } },
    (request, reply) =>
      command(database, request, reply, 200, async (trx) => {
        const viewer = memberOf(request);
        return { body: await editPost(trx, deps, viewer, request.params.id, request.body) };
      }),
  );

  app.delete(
    '/api/v1/posts/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'deletePost', summary: 'Delete a post; a tombstone stays where answers hang under it', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => deletePost(trx, deps, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/posts/:id/replies',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'listReplies', summary: 'The whole thread, oldest first', params: ById, querystring: PageQuery, response: { 200: PostList } } },
    (request) => database.readAs(request.viewer, async (trx) => threadOf(trx, request.viewer, await postForViewer(trx, request.viewer, request.params.id), request.query)),
  );

  app.post(
    '/api/v1/posts/:id/replies',
    { config: { access: 'account', limit: 'post' }, schema: { tags, operationId: 'replyToPost', summary: 'Answer in the thread of a post', params: ById, body: NewReplyBody, response: { 201: PostSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx, finish) => {
        const viewer = memberOf(request);
        const post = await replyToPost(trx, deps, viewer, request.params.id, request.body, finish);
        return { body: post, location: `/api/v1/posts/${post.id}` };
      }),
  );

  app.get(
    '/api/v1/posts/:id/revisions',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'listRevisions', summary: 'What a post said before, latest first', params: ById, querystring: PageQuery, response: { 200: RevisionList } } },
    (request) => database.readAs(request.viewer, (trx) => revisionsOf(trx, request.viewer, request.params.id, request.query)),
  );
}
