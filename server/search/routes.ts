// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, strict } from '../platform/http/schemas.ts';
import { changeSavedSearch, deleteSavedSearch, saveSearch, savedSearchesOf } from './saved-searches.ts';
import { ById, NewSavedSearchBody, SavedSearchChangeBody, SavedSearchList, SavedSearchSchema, SearchAnswer, SearchQuery, SuggestionList, SuggestionQuery } from './schemas.ts';
import { search } from './search.ts';
import { SimilarQuestions, similarQuestions, SimilarQuestionsQuery } from './similar-questions.ts';
import { suggest } from './suggest.ts';

const tags = ['search'];

export function searchRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;
  app.get(
    '/api/v1/search',
    { config: { access: 'public' }, schema: { tags, operationId: 'search', summary: 'Find posts, people, places and labels', querystring: SearchQuery, response: { 200: SearchAnswer } } },
    ({ viewer, query }) => database.readAs(viewer, (db) => search(db, viewer, query, clock.now())),
  );

  app.get(
    '/api/v1/search/suggestions',
    { config: { access: 'public' }, schema: { tags, operationId: 'suggestSearch', summary: 'What is offered while somebody types', querystring: SuggestionQuery, response: { 200: SuggestionList } } },
    ({ viewer, query }) => database.readAs(viewer, (db) => suggest(db, viewer, query.q ?? '', clock.now())),
  );

  app.get(
    '/api/v1/posts/similar',
    { config: { access: 'account' }, schema: { tags, operationId: 'listSimilarQuestions', summary: 'Questions like the one that is being written', querystring: SimilarQuestionsQuery, response: { 200: SimilarQuestions } } },
    async ({ viewer, query }) => ({ items: await database.readAs(viewer, (db) => similarQuestions(db, viewer, query, clock.now())), next: null }),
  );

  app.get(
    '/api/v1/saved-searches',
    { config: { access: 'account' }, schema: { tags, operationId: 'listSavedSearches', summary: 'Searches that one keeps, latest first', querystring: strict({}), response: { 200: SavedSearchList } } },
    async (request) => ({ items: await database.readAs(request.viewer, (db) => savedSearchesOf(db, memberOf(request))), next: null }),
  );

  app.post(
    '/api/v1/saved-searches',
    { config: { access: 'account' }, schema: { tags, operationId: 'saveSearch', summary: 'Keep a search, and be told of what is new', body: NewSavedSearchBody, response: { 201: SavedSearchSchema } } },
    (request, reply) => command(database, request, reply, 201, async (trx) => ({ body: await saveSearch(trx, deps, memberOf(request), request.body) })),
  );

  app.patch(
    '/api/v1/saved-searches/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'changeSavedSearch', summary: 'Rename a kept search, or turn telling on or off', params: ById, body: SavedSearchChangeBody, response: { 200: SavedSearchSchema } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: await changeSavedSearch(trx, memberOf(request), request.params.id, request.body) })),
  );

  app.delete(
    '/api/v1/saved-searches/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'deleteSavedSearch', summary: 'Keep a search no longer', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => deleteSavedSearch(trx, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );
}
