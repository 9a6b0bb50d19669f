// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { meSchema, readMe } from '../identity/public.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { DEFAULT_LIMIT } from '../platform/http/paging.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { Empty, listOf } from '../platform/http/schemas.ts';
import { changeProfile, welcome } from './change-profile.ts';
import { colleaguesLike } from './colleagues.ts';
import { findPeople } from './directory.ts';
import { facetsOf } from './facets.ts';
import { canListPeople } from './policy.ts';
import { ownProfile, personByHandle } from './queries.ts';
import { ColleaguesQuery, colleaguesSchema, FacetsQuery, FacetsSchema, HandleParams, OwnProfile, PeopleQuery, personSchema, ProfileChanges } from './schemas.ts';
import { vcardOf } from './vcard.ts';

const tags = ['people'];

export function peopleRoutes(app: App, { database, clock, config }: Deps): void {
  app.get(
    '/api/v1/people',
    { config: { access: 'account' }, schema: { tags, operationId: 'listPeople', summary: 'People of this instance', querystring: PeopleQuery, response: { 200: listOf(personSchema()) } } },
    async (request) => {
      if (!canListPeople(request.viewer)) throw new SignInNeeded();
      return database.readAs(request.viewer, (trx) => findPeople(trx, request.viewer, request.query));
    },
  );

  app.get(
    '/api/v1/people-facets',
    { config: { access: 'account' }, schema: { tags, operationId: 'countPeople', summary: 'How many people there are behind every choice of the directory', querystring: FacetsQuery, response: { 200: FacetsSchema } } },
    async (request) => {
      if (!canListPeople(request.viewer)) throw new SignInNeeded();
      return database.readAs(request.viewer, (trx) => facetsOf(trx, request.viewer, request.query));
    },
  );

  app.get(
    '/api/v1/people/:handle',
    { config: { access: 'public' }, schema: { tags, operationId: 'getPerson', summary: 'One person', params: HandleParams, response: { 200: personSchema() } } },
    async (request) => database.readAs(request.viewer, (trx) => personByHandle(trx, request.viewer, request.params.handle)),
  );

  app.get(
    '/api/v1/people/:handle/vcard',
    { config: { access: 'public' }, schema: { tags, operationId: 'getVcard', summary: 'One person for an address book (RFC 6350), with what this viewer may see', produces: ['text/vcard'], params: HandleParams, response: { 200: Type.String({ description: 'text/vcard' }) } } },
    async (request, reply) => {
      const person = await database.readAs(request.viewer, (trx) => personByHandle(trx, request.viewer, request.params.handle));
      return reply
        .header('content-type', 'text/vcard; charset=utf-8')
        .header('content-disposition', `attachment; filename="${person.handle.replace(/[^a-zA-Z0-9-]/g, '-')}.vcf"`)
        .send(vcardOf(person, config.publicUrl));
    },
  );

  app.patch(
    '/api/v1/me',
    { config: { access: 'account' }, schema: { tags, operationId: 'changeMe', summary: 'Change your profile', body: ProfileChanges, response: { 200: meSchema() } } },
    async (request, reply) => {
      const member = memberOf(request);
      const { name, locale } = request.body;
      await command(database, request, reply, 200, async (trx) => ({ body: await changeProfile(trx, member, request.body, clock.now()) }));
      return readMe(database, { ...member, name: name ?? member.name, locale: locale ?? member.locale });
    },
  );

  app.get(
    '/api/v1/me/profile',
    { config: { access: 'account' }, schema: { tags, operationId: 'getMyProfile', summary: 'All that you tell of yourself, and with whom you share it', response: { 200: OwnProfile } } },
    (request) => database.readAs(request.viewer, (trx) => ownProfile(trx, memberOf(request))),
  );

  app.put(
    '/api/v1/me/welcome',
    { config: { access: 'account' }, schema: { tags, operationId: 'finishWelcome', summary: 'The first questions were answered or passed over', response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => welcome(trx, memberOf(request), clock.now()));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/me/colleagues',
    { config: { access: 'account' }, schema: { tags, operationId: 'listColleagues', summary: 'People who do what you do, and why we think so', querystring: ColleaguesQuery, response: { 200: colleaguesSchema() } } },
    (request) => database.readAs(request.viewer, (trx) => colleaguesLike(trx, memberOf(request), request.query.limit ?? DEFAULT_LIMIT)),
  );
}
