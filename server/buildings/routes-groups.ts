// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { Empty, oneOf, strict } from '../platform/http/schemas.ts';
import { previewAccess } from './change-access.ts';
import { deletePlace } from './delete-building.ts';
import { editPlace } from './edit-building.ts';
import { addressOf, placeForViewer } from './find-place.ts';
import { groupsInBuilding, readableBuilding } from './groups-in-building.ts';
import { accesses } from './place-ref.ts';
import { AccessPreviewSchema, ByGroup, BySlug, DirectoryQuery, GroupChangeBody, GroupList, GroupSchema, NewGroupBody, searchText, SimilarBuildings, SimilarQuery, SlugProposal, toGroup, toSimilar } from './schemas.ts';
import { similarPlaces } from './similar-places.ts';
import { proposeGroupSlug } from './slugs.ts';
import { requireMayStartGroup, startGroup } from './start-group.ts';

const tags = ['groups'];
const NameQuery = strict({ name: searchText });

export function groupRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;
  const asGroup = (place: Parameters<typeof toGroup>[0]) => toGroup(place, clock.now());

  app.get(
    '/api/v1/buildings/:slug/groups',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'listGroups', summary: 'The groups of a building that one may know of', params: BySlug, querystring: DirectoryQuery, response: { 200: GroupList } } },
    async ({ viewer, params, query }) => {
      const page = await database.readAs(viewer, (trx) => groupsInBuilding(trx, viewer, params.slug, query));
      return { items: page.items.map(asGroup), next: page.next };
    },
  );

  app.get(
    '/api/v1/buildings/:slug/groups/similar',
    { config: { access: 'account' }, schema: { tags, operationId: 'listSimilarGroups', summary: 'Groups of a building whose name is like this one', params: BySlug, querystring: SimilarQuery, response: { 200: SimilarBuildings } } },
    async ({ viewer, params, query }) => {
      const groups = await database.readAs(viewer, async (trx) => similarPlaces(trx, viewer, { summary: '', ...query }, (await readableBuilding(trx, viewer, params.slug)).id));
      return { items: groups.map(toSimilar), next: null };
    },
  );

  app.get(
    '/api/v1/buildings/:slug/groups/slug-proposals',
    { config: { access: 'account' }, schema: { tags, operationId: 'proposeGroupSlug', summary: 'A free address in a building for a name', params: BySlug, querystring: NameQuery, response: { 200: SlugProposal } } },
    async ({ viewer, params, query }) => {
      const building = await database.readAs(viewer, (trx) => placeForViewer(trx, viewer, params.slug));
      requireMayStartGroup(building);
      // As the system: addresses of hidden and deleted groups are taken too.
      const slug = await database.asSystem((trx) => proposeGroupSlug(trx, building, query.name));
      return { slug, free: true as const };
    },
  );

  app.post(
    '/api/v1/buildings/:slug/groups',
    { config: { access: 'account', limit: 'startBuilding' }, schema: { tags, operationId: 'startGroup', summary: 'Start a group in a building', params: BySlug, body: NewGroupBody, response: { 201: GroupSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const place = await startGroup(trx, deps, memberOf(request), request.params.slug, { summary: '', membersMayJoin: false, ...request.body });
        return { body: asGroup(place), location: `/api/v1${place.url}` };
      }),
  );

  app.get(
    '/api/v1/buildings/:slug/groups/:groupSlug',
    { config: { access: 'public', viewAs: true }, schema: { tags, operationId: 'getGroup', summary: 'One group', params: ByGroup, response: { 200: GroupSchema } } },
    async ({ viewer, params }) => asGroup(await database.readAs(viewer, (trx) => placeForViewer(trx, viewer, addressOf(params)))),
  );

  app.patch(
    '/api/v1/buildings/:slug/groups/:groupSlug',
    { config: { access: 'account' }, schema: { tags, operationId: 'editGroup', summary: 'Change name, summary or access', params: ByGroup, body: GroupChangeBody, response: { 200: GroupSchema } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: asGroup(await editPlace(trx, clock, memberOf(request), addressOf(request.params), request.body)) })),
  );

  app.delete(
    '/api/v1/buildings/:slug/groups/:groupSlug',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'deleteGroup', summary: 'Delete a group', params: ByGroup, querystring: strict({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'As on the sign over the door; given, it must be right.' })) }), response: { 204: Empty } },
    },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => deletePlace(trx, clock, memberOf(request), addressOf(request.params), request.query.name));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/buildings/:slug/groups/:groupSlug/access-changes',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'previewGroupAccessChange', summary: 'What another access would change', params: ByGroup, querystring: strict({ access: oneOf(accesses) }), response: { 200: AccessPreviewSchema } },
    },
    ({ viewer, params, query }) =>
      database.asViewer(viewer, async (trx) => {
        const place = await placeForViewer(trx, viewer, addressOf(params));
        if (!place.can.edit) throw new Forbidden();
        return previewAccess(trx, place, query.access);
      }),
  );
}
