// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty } from '../platform/http/schemas.ts';
import { changeMembership } from './change-membership.ts';
import { endMembership } from './end-membership.ts';
import { placeForViewer } from './find-place.ts';
import { joinBuilding } from './join-building.ts';
import { membershipForViewer, membershipsOf } from './list-memberships.ts';
import { BySlug, BySlugAndId, JoinBody, JoinedSchema, MembershipChangeBody, MembershipList, MembershipQuery, MembershipSchema, SuccessorQuery } from './schemas.ts';

const tags = ['memberships'];

export function membershipRoutes(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/v1/buildings/:slug/memberships',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMemberships', summary: 'The members; for those who manage also requests and bans', params: BySlug, querystring: MembershipQuery, response: { 200: MembershipList } } },
    (request) => database.readAs(request.viewer, (trx) => membershipsOf(trx, memberOf(request), request.params.slug, request.query)),
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
}
