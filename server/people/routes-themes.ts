// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { withSystem } from '../platform/db/database.ts';
import { Empty, listOf } from '../platform/http/schemas.ts';
import { canAddTheme, canTendThemes } from './policy.ts';
import { LikelyDuplicates, MergeBody, NewThemeBody, ThemeChanges, ThemeInUse, ThemeParams, ThemeInList, ThemesQuery, ThemeWithPeople } from './schemas.ts';
import { addTheme, changeTheme, deleteTheme, findThemes, likelyDuplicates, mergeThemes, themeFor } from './themes.ts';
import { themesInUse } from './themes-in-use.ts';

const tags = ['themes'];
const administrator = { access: 'administrator' } as const;

export function themeRoutes(app: App, { database }: Deps): void {
  app.get(
    '/api/v1/themes',
    { config: { access: 'public' }, schema: { tags, operationId: 'listThemes', summary: 'Themes of portfolios and expertise, also by their synonyms', querystring: ThemesQuery, response: { 200: listOf(ThemeInList) } } },
    ({ viewer, query }) => database.readAs(viewer, (trx) => findThemes(trx, query)),
  );

  app.post(
    '/api/v1/themes',
    { config: { access: 'account', limit: 'addTheme' }, schema: { tags, operationId: 'addTheme', summary: 'Add a theme; one that has this name already is given back', body: NewThemeBody, response: { 201: ThemeWithPeople } } },
    async (request, reply) => {
      if (!canAddTheme(request.viewer)) throw new Forbidden();
      return command(database, request, reply, 201, async (trx) => {
        const { theme } = await addTheme(trx, request.viewer, request.body.name);
        return { body: theme, location: `/api/v1/themes/${theme.slug}` };
      });
    },
  );

  app.get(
    '/api/v1/themes-in-use',
    { config: administrator, schema: { tags, operationId: 'listThemesInUse', summary: 'The vocabulary, with how many people have each theme', querystring: ThemesQuery, response: { 200: listOf(ThemeInUse) } } },
    ({ viewer, query }) => database.readAs(viewer, (trx) => themesInUse(trx, viewer, query)),
  );

  app.get(
    '/api/v1/themes/duplicates',
    { config: administrator, schema: { tags, operationId: 'listLikelyDuplicateThemes', summary: 'Pairs of themes that may be the same', response: { 200: LikelyDuplicates } } },
    (request) => database.readAs(request.viewer, (trx) => likelyDuplicates(trx, request.viewer)),
  );

  app.get(
    '/api/v1/themes/:theme',
    { config: { access: 'public' }, schema: { tags, operationId: 'getTheme', summary: 'One theme, by id or by any address it has or had', params: ThemeParams, response: { 200: ThemeWithPeople } } },
    ({ viewer, params }) => database.readAs(viewer, (trx) => themeFor(trx, viewer, params.theme)),
  );

  app.patch(
    '/api/v1/themes/:theme',
    { config: administrator, schema: { tags, operationId: 'changeTheme', summary: 'Rename a theme, or change its synonyms', params: ThemeParams, body: ThemeChanges, response: { 200: ThemeWithPeople } } },
    (request, reply) => {
      if (!canTendThemes(request.viewer)) throw new Forbidden();
      return command(database, request, reply, 200, async (trx) => ({ body: await changeTheme(trx, request.viewer, request.params.theme, request.body) }));
    },
  );

  app.post(
    '/api/v1/themes/:theme/merges',
    { config: administrator, schema: { tags, operationId: 'mergeThemes', summary: 'Make two themes one: people move, the old name becomes a synonym', params: ThemeParams, body: MergeBody, response: { 200: ThemeWithPeople } } },
    (request, reply) => {
      const member = memberOf(request);
      if (!canTendThemes(member)) throw new Forbidden();
      return command(database, request, reply, 200, async (trx) => {
        const { id } = await themeFor(trx, member, request.params.theme);
        // As the system: the portfolios of everybody move, also those that the administrator does not see.
        await withSystem(trx, () => mergeThemes(trx, member, id, request.body.into));
        return { body: await themeFor(trx, member, request.body.into) };
      });
    },
  );

  app.delete(
    '/api/v1/themes/:theme',
    { config: administrator, schema: { tags, operationId: 'deleteTheme', summary: 'Take a theme out of the vocabulary, and from every profile', params: ThemeParams, response: { 204: Empty } } },
    async (request, reply) => {
      const member = memberOf(request);
      if (!canTendThemes(member)) throw new Forbidden();
      await database.asViewer(member, async (trx) => {
        const { id } = await themeFor(trx, member, request.params.theme);
        // As the system, as in merging.
        await withSystem(trx, () => deleteTheme(trx, id));
      });
      return reply.code(204).send(null);
    },
  );
}
