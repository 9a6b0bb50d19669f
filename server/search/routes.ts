// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { SearchAnswer, SearchQuery, SuggestionList, SuggestionQuery } from './schemas.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';

const tags = ['search'];

export function searchRoutes(app: App, { database, clock }: Deps): void {
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
}
