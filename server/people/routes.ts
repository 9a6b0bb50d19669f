// SPDX-License-Identifier: EUPL-1.2
import { meSchema, readMe } from '../identity/public.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { listOf } from '../platform/http/schemas.ts';
import { changeProfile } from './change-profile.ts';
import { canListPeople } from './policy.ts';
import { findPeople, personByHandle } from './queries.ts';
import { HandleParams, PeopleQuery, personSchema, ProfileChanges } from './schemas.ts';

const tags = ['people'];

export function peopleRoutes(app: App, { database }: Deps): void {
  app.get(
    '/api/v1/people',
    { config: { access: 'account' }, schema: { tags, operationId: 'listPeople', summary: 'People of this instance', querystring: PeopleQuery, response: { 200: listOf(personSchema()) } } },
    async (request) => {
      if (!canListPeople(request.viewer)) throw new SignInNeeded();
      return database.readAs(request.viewer, (trx) => findPeople(trx, request.viewer, request.query));
    },
  );

  app.get(
    '/api/v1/people/:handle',
    { config: { access: 'public' }, schema: { tags, operationId: 'getPerson', summary: 'One person', params: HandleParams, response: { 200: personSchema() } } },
    async (request) => database.readAs(request.viewer, (trx) => personByHandle(trx, request.viewer, request.params.handle)),
  );

  app.patch(
    '/api/v1/me',
    { config: { access: 'account' }, schema: { tags, operationId: 'changeMe', summary: 'Change your profile', body: ProfileChanges, response: { 200: meSchema() } } },
    async (request, reply) => {
      const member = memberOf(request);
      const { name, locale } = request.body;
      await command(database, request, reply, 200, async (trx) => ({ body: await changeProfile(trx, member, request.body) }));
      return readMe(database, { ...member, name: name ?? member.name, locale: locale ?? member.locale });
    },
  );
}
