// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../../platform/deps.ts';
import { memberOf } from '../../platform/http/access.ts';
import type { App } from '../../platform/http/app.ts';
import { command } from '../../platform/http/command.ts';
import { pageFields, strict } from '../../platform/http/schemas.ts';
import { BySlug, BySlugAndId } from '../schemas.ts';
import { allLines, faultyLines, importById, importLines, listImports } from './list-imports.ts';
import { decodeText } from './read-csv.ts';
import { ImportBody, ImportLineList, ImportLineQuery, ImportList, ImportQuery, ImportSchema, PreviewSchema, StartedSchema } from './schemas.ts';
import { countGroupsToMake, previewImport, startImport } from './start-import.ts';

const tags = ['imports'];
const path = '/api/v1/buildings/:slug/memberships/imports';

export function importRoutes(app: App, deps: Deps): void {
  const { database, limits } = deps;

  // A scope of its own: no other route reads CSV.
  void app.register(async (scope) => {
    const routes = scope as unknown as App;
    routes.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, decodeText(body as Buffer)));
    routes.post(
      path,
      {
        config: { access: 'account' },
        schema: { tags, operationId: 'importMembers', summary: 'Bring in people from a list; or with `preview`, say what would happen', consumes: ['text/csv'], params: BySlug, querystring: ImportQuery, body: ImportBody, response: { 200: PreviewSchema, 202: StartedSchema } },
      },
      async (request, reply) => {
        const { slug } = request.params;
        const viewer = memberOf(request);
        const { preview = false, createGroups = false } = request.query;
        await limits.take(preview ? 'importPreview' : 'import', request);
        if (preview) return database.asViewer(viewer, (trx) => previewImport(trx, deps, viewer, slug, request.body, createGroups));
        const toMake = createGroups ? await database.asViewer(viewer, (trx) => countGroupsToMake(trx, viewer, slug, request.body)) : 0;
        for (let made = 0; made < toMake; made++) await limits.take('startBuilding', request);
        return command(database, request, reply, 202, async (trx) => {
          const id = await startImport(trx, deps, viewer, slug, request.body, createGroups);
          const started = await importById(trx, viewer, slug, id);
          return { body: { ...started, items: await allLines(trx, viewer, id) }, location: `/api/v1/buildings/${slug}/memberships/imports/${id}` };
        });
      },
    );
  });

  app.get(
    path,
    { config: { access: 'account' }, schema: { tags, operationId: 'listImports', summary: 'My imports of the last 30 days', params: BySlug, querystring: strict(pageFields), response: { 200: ImportList } } },
    (request) => database.readAs(request.viewer, (trx) => listImports(trx, memberOf(request), request.params.slug, request.query)),
  );

  app.get(
    `${path}/:id`,
    { config: { access: 'account' }, schema: { tags, operationId: 'getImport', summary: 'How far an import is', params: BySlugAndId, response: { 200: ImportSchema } } },
    (request) => database.readAs(request.viewer, (trx) => importById(trx, memberOf(request), request.params.slug, request.params.id)),
  );

  app.get(
    `${path}/:id/lines`,
    { config: { access: 'account' }, schema: { tags, operationId: 'listImportLines', summary: 'What became of each line', params: BySlugAndId, querystring: ImportLineQuery, response: { 200: ImportLineList } } },
    (request) => database.readAs(request.viewer, (trx) => importLines(trx, memberOf(request), request.params.slug, request.params.id, request.query)),
  );

  app.get(
    `${path}/:id/faults`,
    { config: { access: 'account' }, schema: { tags, operationId: 'downloadFaultyLines', summary: 'The lines that were not carried out, as CSV to mend', produces: ['text/csv'], params: BySlugAndId, response: { 200: Type.String({ description: 'text/csv' }) } } },
    async (request, reply) => {
      const file = await database.readAs(request.viewer, (trx) => faultyLines(trx, memberOf(request), request.params.slug, request.params.id));
      return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="te-herstellen.csv"').send(file);
    },
  );
}
