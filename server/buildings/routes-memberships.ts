// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, pageFields, strict } from '../platform/http/schemas.ts';
import { answerRequest } from './answer-request.ts';
import { membershipFacetsOf } from './count-memberships.ts';
import { changeMembership } from './change-membership.ts';
import { endMembership } from './end-membership.ts';
import { exportMembers } from './export-members.ts';
import { addressOf, placeForViewer } from './find-place.ts';
import { joinPlace } from './join-building.ts';
import { membershipForViewer, membershipsOf } from './list-memberships.ts';
import { type PlaceRoutes, placeRoutes } from './place-routes.ts';
import { answeredRequests, myRequest } from './requests.ts';
import {
  AnswerBody, AnsweredRequestList, JoinBody, JoinedSchema, memberFilters, MembershipChangeBody, MembershipFacets, MembershipList, MembershipQuery, MembershipSchema, MyRequestSchema, SourceList, SuccessorQuery,
} from './schemas.ts';
import { sourcesOf } from './sources.ts';

const tags = ['memberships'];

export function membershipRoutes(app: App, deps: Deps): void {
  for (const at of placeRoutes) membershipRoutesAt(app, deps, at);
}

function membershipRoutesAt(app: App, { database, clock, limits }: Deps, { prefix, params, withId, named }: PlaceRoutes): void {
  app.get(
    `${prefix}/memberships`,
    { config: { access: 'account', viewAs: true }, schema: { tags, operationId: named('listMemberships', 'listGroupMemberships'), summary: 'The members; for those who manage also requests and bans', params, querystring: MembershipQuery, response: { 200: MembershipList } } },
    // A transaction: admins are shown addresses, which are looked up as the system.
    (request) => database.asViewer(request.viewer, (trx) => membershipsOf(trx, memberOf(request), addressOf(request.params), request.query)),
  );

  app.get(
    `${prefix}/membership-facets`,
    { config: { access: 'account', viewAs: true }, schema: { tags, operationId: named('countMembers', 'countGroupMembers'), summary: 'How many members there are behind every choice of the list', params, response: { 200: MembershipFacets } } },
    (request) => database.readAs(request.viewer, (trx) => membershipFacetsOf(trx, memberOf(request), addressOf(request.params))),
  );

  app.post(
    `${prefix}/memberships`,
    { config: { access: 'account' }, schema: { tags, operationId: named('joinBuilding', 'joinGroup'), summary: 'Join an open building, or ask a closed one', params, body: JoinBody, response: { 201: JoinedSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const address = addressOf(request.params);
        const joined = await joinPlace(trx, clock, memberOf(request), address, request.body?.note?.trim() ?? '');
        return { body: joined, location: `${request.url.replace(/[?#].*/, '')}/${joined.id}` };
      }),
  );

  app.patch(
    `${prefix}/memberships/:id`,
    {
      config: { access: 'account' },
      schema: { tags, operationId: named('changeMembership', 'changeGroupMembership'), summary: 'Approve, give a role, ban or take back', params: withId, body: MembershipChangeBody, response: { 200: MembershipSchema } },
    },
    (request, reply) =>
      command(database, request, reply, 200, async (trx) => {
        const viewer = memberOf(request);
        const { id } = request.params;
        const address = addressOf(request.params);
        await changeMembership(trx, clock, viewer, address, id, request.body);
        return { body: await membershipForViewer(trx, viewer, await placeForViewer(trx, viewer, address), id) };
      }),
  );

  app.delete(
    `${prefix}/memberships/:id`,
    {
      config: { access: 'account' },
      schema: { tags, operationId: named('endMembership', 'endGroupMembership'), summary: 'Leave, remove, refuse a request or lift a ban', params: withId, querystring: SuccessorQuery, response: { 204: Empty } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const address = addressOf(request.params);
      await database.asViewer(request.viewer, (trx) => endMembership(trx, clock, memberOf(request), address, id, request.query.successor));
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${prefix}/memberships/mine`,
    { config: { access: 'account' }, schema: { tags, operationId: named('getMyRequest', 'getMyGroupRequest'), summary: 'My request to join, and the last answer', params, response: { 200: MyRequestSchema } } },
    (request) => database.readAs(request.viewer, async (trx) => myRequest(trx, memberOf(request), await placeForViewer(trx, request.viewer, addressOf(request.params)))),
  );

  app.get(
    `${prefix}/memberships/answers`,
    { config: { access: 'account' }, schema: { tags, operationId: named('listAnsweredRequests', 'listAnsweredGroupRequests'), summary: 'Requests that were answered, with what was said', params, querystring: strict(pageFields), response: { 200: AnsweredRequestList } } },
    (request) => database.readAs(request.viewer, async (trx) => answeredRequests(trx, memberOf(request), await placeForViewer(trx, request.viewer, addressOf(request.params)), request.query)),
  );

  app.post(
    `${prefix}/memberships/:id/answers`,
    { config: { access: 'account' }, schema: { tags, operationId: named('answerRequest', 'answerGroupRequest'), summary: 'Approve or refuse a request, with a word to who asked', params: withId, body: AnswerBody, response: { 204: Empty } } },
    async (request, reply) => {
      const { id } = request.params;
      const address = addressOf(request.params);
      const viewer = memberOf(request);
      const { outcome, word = '' } = request.body;
      await database.asViewer(viewer, (trx) => answerRequest(trx, clock, viewer, address, id, outcome, word.trim()));
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${prefix}/memberships/sources`,
    { config: { access: 'account' }, schema: { tags, operationId: named('listSources', 'listGroupSources'), summary: 'How the members came in, counted', params, response: { 200: SourceList } } },
    (request) => database.readAs(request.viewer, async (trx) => ({ items: await sourcesOf(trx, clock.now(), memberOf(request), addressOf(request.params)) })),
  );

  app.get(
    `${prefix}/memberships/exports`,
    { config: { access: 'account' }, schema: { tags, operationId: named('exportMembers', 'exportGroupMembers'), summary: 'The members as CSV, for admins', produces: ['text/csv'], params, querystring: strict(memberFilters), response: { 200: Type.String({ description: 'text/csv' }) } } },
    async (request, reply) => {
      const viewer = memberOf(request);
      const address = addressOf(request.params);
      const file = await database.asViewer(viewer, (trx) => exportMembers(trx, clock.now(), viewer, address, request.query));
      // Counted after the question of rights, and who took a list out stands in the log of the server too.
      await limits.take('export', request);
      request.log.info({ address, by: viewer.actorId }, 'members exported');
      return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${file.name}"`).send(file.content);
    },
  );
}
