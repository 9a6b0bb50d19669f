// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, pageFields, strict } from '../platform/http/schemas.ts';
import { answerRequest } from './answer-request.ts';
import { changeMembership } from './change-membership.ts';
import { endMembership } from './end-membership.ts';
import { exportMembers } from './export-members.ts';
import { placeForViewer } from './find-place.ts';
import { joinBuilding } from './join-building.ts';
import { membershipForViewer, membershipsOf } from './list-memberships.ts';
import { answeredRequests, myRequest } from './requests.ts';
import {
  AnswerBody, AnsweredRequestList, BySlug, BySlugAndId, JoinBody, JoinedSchema, memberFilters, MembershipChangeBody, MembershipList, MembershipQuery, MembershipSchema, MyRequestSchema, SourceList, SuccessorQuery,
} from './schemas.ts';
import { sourcesOf } from './sources.ts';

const tags = ['memberships'];

export function membershipRoutes(app: App, { database, clock, limits }: Deps): void {
  app.get(
    '/api/v1/buildings/:slug/memberships',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMemberships', summary: 'The members; for those who manage also requests and bans', params: BySlug, querystring: MembershipQuery, response: { 200: MembershipList } } },
    // A transaction: admins are shown addresses, which are looked up as the system.
    (request) => database.asViewer(request.viewer, (trx) => membershipsOf(trx, memberOf(request), request.params.slug, request.query)),
  );

  app.post(
    '/api/v1/buildings/:slug/memberships',
    { config: { access: 'account' }, schema: { tags, operationId: 'joinBuilding', summary: 'Join an open building, or ask a closed one', params: BySlug, body: JoinBody, response: { 201: JoinedSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const { slug } = request.params;
        const joined = await joinBuilding(trx, clock, memberOf(request), slug, request.body?.note?.trim() ?? '');
        return { body: joined, location: `/api/v1/buildings/${slug}/memberships/${joined.id}` };
      }),
  );

  app.patch(
    '/api/v1/buildings/:slug/memberships/:id',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'changeMembership', summary: 'Approve, give a role, ban or take back', params: BySlugAndId, body: MembershipChangeBody, response: { 200: MembershipSchema } },
    },
    (request, reply) =>
      command(database, request, reply, 200, async (trx) => {
        const viewer = memberOf(request);
        const { slug, id } = request.params;
        await changeMembership(trx, clock, viewer, slug, id, request.body);
        return { body: await membershipForViewer(trx, viewer, await placeForViewer(trx, viewer, slug), id) };
      }),
  );

  app.delete(
    '/api/v1/buildings/:slug/memberships/:id',
    {
      config: { access: 'account' },
      schema: { tags, operationId: 'endMembership', summary: 'Leave, remove, refuse a request or lift a ban', params: BySlugAndId, querystring: SuccessorQuery, response: { 204: Empty } },
    },
    async (request, reply) => {
      const { slug, id } = request.params;
      await database.asViewer(request.viewer, (trx) => endMembership(trx, clock, memberOf(request), slug, id, request.query.successor));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/buildings/:slug/memberships/mine',
    { config: { access: 'account' }, schema: { tags, operationId: 'getMyRequest', summary: 'My request to join, and the last answer', params: BySlug, response: { 200: MyRequestSchema } } },
    (request) => database.readAs(request.viewer, async (trx) => myRequest(trx, memberOf(request), await placeForViewer(trx, request.viewer, request.params.slug))),
  );

  app.get(
    '/api/v1/buildings/:slug/memberships/answers',
    { config: { access: 'account' }, schema: { tags, operationId: 'listAnsweredRequests', summary: 'Requests that were answered, with what was said', params: BySlug, querystring: strict(pageFields), response: { 200: AnsweredRequestList } } },
    (request) => database.readAs(request.viewer, async (trx) => answeredRequests(trx, memberOf(request), await placeForViewer(trx, request.viewer, request.params.slug), request.query)),
  );

  app.post(
    '/api/v1/buildings/:slug/memberships/:id/answers',
    { config: { access: 'account' }, schema: { tags, operationId: 'answerRequest', summary: 'Approve or refuse a request, with a word to who asked', params: BySlugAndId, body: AnswerBody, response: { 204: Empty } } },
    async (request, reply) => {
      const { slug, id } = request.params;
      const viewer = memberOf(request);
      const { outcome, word = '' } = request.body;
      await database.asViewer(viewer, (trx) => answerRequest(trx, clock, viewer, slug, id, outcome, word.trim()));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/buildings/:slug/memberships/sources',
    { config: { access: 'account' }, schema: { tags, operationId: 'listSources', summary: 'How the members came in, counted', params: BySlug, response: { 200: SourceList } } },
    (request) => database.readAs(request.viewer, async (trx) => ({ items: await sourcesOf(trx, clock.now(), memberOf(request), request.params.slug) })),
  );

  app.get(
    '/api/v1/buildings/:slug/memberships/exports',
    { config: { access: 'account' }, schema: { tags, operationId: 'exportMembers', summary: 'The members as CSV, for admins', params: BySlug, querystring: strict(memberFilters), response: { 200: Type.String({ description: 'text/csv' }) } } },
    async (request, reply) => {
      const viewer = memberOf(request);
      const { slug } = request.params;
      const file = await database.asViewer(viewer, (trx) => exportMembers(trx, clock.now(), viewer, slug, request.query));
      // Counted after the question of rights, and who took a list out stands in the log of the server too.
      await limits.take('export', request);
      request.log.info({ slug, by: viewer.actorId }, 'members exported');
      return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="leden.csv"').send(file);
    },
  );
}
