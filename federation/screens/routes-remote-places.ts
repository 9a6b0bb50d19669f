// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../../server/platform/deps.ts';
import { memberOf } from '../../server/platform/http/access.ts';
import type { App } from '../../server/platform/http/app.ts';
import { Uuid } from '../../server/platform/http/schemas.ts';
import { homeOf } from './home-of.ts';
import { askAtAddress, lookUpPlace, lookUpUnknownPlaces } from './look-up.ts';
import { neighboursOnSquare } from './neighbours.ts';
import { ActorHome, AskBody, Asked, FoundPlace, LookupBody, NeighbourList } from './schemas.ts';

const tags = ['federation'];
const ById = Type.Object({ id: Uuid });

/** What people see of other instances: their places, and where somebody or something has its home. */
export function remotePlaceRoutes(app: App, deps: Deps): void {
  const { database } = deps;
  lookUpUnknownPlaces(app, deps);

  app.post(
    '/api/v1/remote-places/lookup',
    { config: { access: 'account', limit: 'lookUp', idempotent: false }, schema: { tags, operationId: 'lookUpPlace', summary: 'Find a place of another instance, by its name or address', body: LookupBody, response: { 200: FoundPlace } } },
    (request) => lookUpPlace(deps, memberOf(request), request.body.address, 'address'),
  );

  app.post(
    '/api/v1/remote-places/requests',
    { config: { access: 'account', limit: 'lookUp', idempotent: false }, schema: { tags, operationId: 'askAtAddress', summary: 'Ask to come in at the address of a place of another instance, which may be hidden', body: AskBody, response: { 202: Asked } } },
    async (request, reply) => {
      const { address, note = '' } = request.body;
      await askAtAddress(deps, memberOf(request), { address, note }, 'address');
      return reply.code(202).send({ asked: true as const });
    },
  );

  app.get(
    '/api/v1/neighbours',
    { config: { access: 'public' }, schema: { tags, operationId: 'listNeighbours', summary: 'Neighbouring squares with their open buildings', response: { 200: NeighbourList } } },
    async ({ viewer }) => ({ items: await database.readAs(viewer, neighboursOnSquare), next: null }),
  );

  app.get(
    '/api/v1/actors/:id/home',
    { config: { access: 'public' }, schema: { tags, operationId: 'getHome', summary: 'Where a person or place of another instance has its home', params: ById, response: { 200: ActorHome } } },
    ({ viewer, params }) => homeOf(deps, viewer, params.id),
  );
}
