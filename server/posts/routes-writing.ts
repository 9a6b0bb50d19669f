// SPDX-License-Identifier: EUPL-1.2
import type { PlaceAddress } from '../buildings/public.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { Empty } from '../platform/http/schemas.ts';
import { mentionsFor, tagsFor } from './completions.ts';
import { deleteDraft, draftsOf, saveDraft } from './drafts.ts';
import { previewBody } from './preview-body.ts';
import { ById, DraftBody, DraftList, DraftSchema, MentionList, MentionQuery, PageQuery, Preview, PreviewBody, TagList, TagQuery } from './schemas.ts';

const tags = ['writing'];
const account = { access: 'account' } as const;

/** Reading the worst text of the greatest length takes up to half a second; previews of long ones count as posts do. */
const LONG_BODY = 20_000;

function namedPlace({ building, group }: { building?: string; group?: string }): PlaceAddress | undefined {
  return building === undefined || group === undefined ? building : { building, group };
}

/** What helps while somebody writes. */
export function writingRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/drafts',
    { config: account, schema: { tags, operationId: 'listDrafts', summary: 'One’s own drafts, latest first', querystring: PageQuery, response: { 200: DraftList } } },
    (request) => database.readAs(request.viewer, (trx) => draftsOf(trx, memberOf(request), request.query)),
  );

  app.put(
    '/api/v1/drafts/:id',
    { config: account, schema: { tags, operationId: 'saveDraft', summary: 'Keep a draft under an id (UUID) that the client made', params: ById, body: DraftBody, response: { 200: DraftSchema } } },
    (request) => database.asViewer(request.viewer, (trx) => saveDraft(trx, deps, memberOf(request), request.params.id, request.body)),
  );

  app.delete(
    '/api/v1/drafts/:id',
    { config: account, schema: { tags, operationId: 'deleteDraft', summary: 'Throw a draft away', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => deleteDraft(trx, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/previews',
    { config: { access: 'account', limit: 'preview', idempotent: false }, schema: { tags, operationId: 'previewBody', summary: 'How a text will look', body: PreviewBody, response: { 200: Preview } } },
    async (request) => {
      const { body, format = 'markdown' } = request.body;
      if (body.length > LONG_BODY) await deps.limits.take('post', request);
      return database.readAs(request.viewer, (trx) => previewBody(trx, memberOf(request), body, format));
    },
  );

  app.get(
    '/api/v1/mentions',
    { config: account, schema: { tags, operationId: 'listMentions', summary: 'People and buildings to name with @', querystring: MentionQuery, response: { 200: MentionList } } },
    (request) => database.readAs(request.viewer, (trx) => mentionsFor(trx, memberOf(request), request.query.q ?? '', namedPlace(request.query))),
  );

  app.get(
    '/api/v1/tags',
    { config: { access: 'public' }, schema: { tags, operationId: 'listTags', summary: 'Tags in use, most used first', querystring: TagQuery, response: { 200: TagList } } },
    ({ viewer, query }) => database.readAs(viewer, (trx) => tagsFor(trx, viewer, query.q ?? '', query.limit ?? 20)),
  );
}
