// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { Empty, oneOf, pageFields, strict } from '../platform/http/schemas.ts';
import { previewAccess } from './change-access.ts';
import { deletePlace, listDeletedBuildings, restoreBuilding } from './delete-building.ts';
import { editPlace } from './edit-building.ts';
import { placeForViewer } from './find-place.ts';
import { accesses } from './place-ref.ts';
import { placesInDirectory } from './queries.ts';
import {
  AccessPreviewSchema, BuildingChangeBody, BuildingList, BuildingSchema, BySlug, DeletedBuildingList, DirectoryQuery, NewBuildingBody, searchText, SimilarBuildings, SimilarQuery, SlugProposal, toBuilding, toSimilar,
} from './schemas.ts';
import { similarPlaces } from './similar-places.ts';
import { proposeSlug } from './slugs.ts';
import { requireMayStart, startBuilding } from './start-building.ts';

const tags = ['buildings'];
const NameQuery = strict({ name: searchText });

export function buildingRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;
  const asBuilding = (place: Parameters<typeof toBuilding>[0]) => toBuilding(place, clock.now());

  app.get(
    '/api/v1/buildings',
    { config: { access: 'public' }, schema: { tags, operationId: 'listBuildings', summary: 'The directory', querystring: DirectoryQuery, response: { 200: BuildingList } } },
    async ({ viewer, query }) => {
      const page = await database.readAs(viewer, (trx) => placesInDirectory(trx, viewer, query));
      return { items: page.items.map(asBuilding), next: page.next };
    },
  );

  app.get(
    '/api/v1/buildings/similar',
    { config: { access: 'account' }, schema: { tags, operationId: 'listSimilarBuildings', summary: 'Buildings whose name is like this one, for somebody who is choosing a name', querystring: SimilarQuery, response: { 200: SimilarBuildings } } },
    async ({ viewer, query }) => {
      const places = await database.readAs(viewer, (trx) => similarPlaces(trx, viewer, { summary: '', ...query }));
      return { items: places.map(toSimilar), next: null };
    },
  );

  app.get(
    '/api/v1/buildings/slug-proposals',
    { config: { access: 'account' }, schema: { tags, operationId: 'proposeSlug', summary: 'A free address for a name', querystring: NameQuery, response: { 200: SlugProposal } } },
    async (request) => {
      await database.readAs(request.viewer, (trx) => requireMayStart(trx, memberOf(request)));
      const slug = await database.asSystem((trx) => proposeSlug(trx, request.query.name));
      return { slug, free: true as const };
    },
  );

  app.post(
    '/api/v1/buildings',
    { config: { access: 'account', limit: 'startBuilding' }, schema: { tags, operationId: 'startBuilding', summary: 'Start a building', body: NewBuildingBody, response: { 201: BuildingSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const place = await startBuilding(trx, deps, memberOf(request), { summary: '', ...request.body });
        return { body: asBuilding(place), location: `/api/v1/buildings/${place.slug}` };
      }),
  );

  app.get(
    '/api/v1/buildings/:slug',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'getBuilding', summary: 'One building', params: BySlug, response: { 200: BuildingSchema } } },
    async ({ viewer, params }) => asBuilding(await database.readAs(viewer, (trx) => placeForViewer(trx, viewer, params.slug))),
  );

  app.patch(
    '/api/v1/buildings/:slug',
    { config: { access: 'account' }, schema: { tags, operationId: 'editBuilding', summary: 'Change name, summary or access', params: BySlug, body: BuildingChangeBody, response: { 200: BuildingSchema } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: asBuilding(await editPlace(trx, clock, memberOf(request), request.params.slug, request.body)) })),
  );

  app.delete(
    '/api/v1/buildings/:slug',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'deleteBuilding', summary: 'Delete a building; can be undone for 30 days', params: BySlug, querystring: strict({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'As on the sign over the door. The screens ask for it, so that nobody deletes the wrong one; given, it must be right.' })) }), response: { 204: Empty } },
    },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => deletePlace(trx, clock, memberOf(request), request.params.slug, request.query.name));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/buildings/:slug/access-changes',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'previewAccessChange', summary: 'What another access would change', params: BySlug, querystring: strict({ access: oneOf(accesses) }), response: { 200: AccessPreviewSchema } },
    },
    ({ viewer, params, query }) =>
      database.asViewer(viewer, async (trx) => {
        const place = await placeForViewer(trx, viewer, params.slug);
        if (!place.can.edit) throw new Forbidden();
        return previewAccess(trx, place, query.access);
      }),
  );

  app.get(
    '/api/v1/me/deleted-buildings',
    { config: { access: 'account' }, schema: { tags, operationId: 'listDeletedBuildings', summary: 'Deleted buildings that can still come back', querystring: strict(pageFields), response: { 200: DeletedBuildingList } } },
    async (request) => ({ items: await database.asViewer(request.viewer, (trx) => listDeletedBuildings(trx, clock, memberOf(request))), next: null }),
  );

  app.post(
    '/api/v1/me/deleted-buildings/:slug/restorations',
    { config: { access: 'account' }, schema: { tags, operationId: 'restoreBuilding', summary: 'Undo a deletion', params: BySlug, response: { 201: BuildingSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const place = await restoreBuilding(trx, clock, memberOf(request), request.params.slug);
        return { body: asBuilding(place), location: `/api/v1/buildings/${place.slug}` };
      }),
  );
}
