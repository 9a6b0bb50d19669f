// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, listOf, pageFields, strict } from '../platform/http/schemas.ts';
import { cleanName } from './fields.ts';
import { changeInstance, readInstance } from './instance.ts';
import { changeOrganisation, createOrganisation, deleteOrganisation, listOrganisations, organisationById } from './organisations.ts';
import { IdParams, InstanceChanges, InstanceView, OrganisationBody, OrganisationChanges, OrganisationView } from './schemas.ts';

const tags = ['identity'];

/** The instance itself and the organisations on it. */
export function organisationRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/instance',
    { config: { access: 'public' }, schema: { tags, operationId: 'getInstance', summary: 'What this instance is', response: { 200: InstanceView } } },
    async () => readInstance(deps),
  );

  app.patch(
    '/api/v1/instance',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'changeInstance', summary: 'Change name, tagline or rules of the instance', body: InstanceChanges, response: { 200: InstanceView } } },
    async (request, reply) => {
      const { name, ...rest } = request.body;
      await command(database, request, reply, 200, async (trx) => ({ body: await changeInstance(trx, name === undefined ? rest : { ...rest, name: cleanName(name) }) }));
      return readInstance(deps);
    },
  );

  app.get(
    '/api/v1/organisations',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listOrganisations', summary: 'Organisations, by name', querystring: strict(pageFields), response: { 200: listOf(OrganisationView) } } },
    async (request) => database.readAs(request.viewer, (trx) => listOrganisations(trx, request.query)),
  );

  app.get(
    '/api/v1/organisations/:id',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'getOrganisation', summary: 'One organisation', params: IdParams, response: { 200: OrganisationView } } },
    async (request) => database.readAs(request.viewer, (trx) => organisationById(trx, request.params.id)),
  );

  app.post(
    '/api/v1/organisations',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'createOrganisation', summary: 'Add an organisation; addresses in its domains make staff', body: OrganisationBody, response: { 201: OrganisationView } } },
    async (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const body = await createOrganisation(trx, { ...request.body, name: cleanName(request.body.name) });
        return { body, location: `/api/v1/organisations/${body.id}` };
      }),
  );

  app.patch(
    '/api/v1/organisations/:id',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'changeOrganisation', summary: 'Change its name or domains', params: IdParams, body: OrganisationChanges, response: { 200: OrganisationView } } },
    async (request, reply) => {
      const { name, domains } = request.body;
      const changes = { ...(name === undefined ? {} : { name: cleanName(name) }), ...(domains === undefined ? {} : { domains }) };
      return command(database, request, reply, 200, async (trx) => ({ body: await changeOrganisation(trx, request.params.id, changes) }));
    },
  );

  app.delete(
    '/api/v1/organisations/:id',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'deleteOrganisation', summary: 'Remove an organisation; its people stay, as residents', params: IdParams, response: { 204: Empty } } },
    async (request, reply) => {
      await command(database, request, reply, 204, async (trx) => ({ body: await deleteOrganisation(trx, request.params.id) }));
      return reply.code(204).send(null);
    },
  );
}
