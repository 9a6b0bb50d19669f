// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { BadInput } from '../platform/http/problem.ts';
import { Empty, pageFields, strict } from '../platform/http/schemas.ts';
import { acceptInvitation, lookUpInvitation } from './accept-invitation.ts';
import { placeForViewer } from './find-place.ts';
import { inviteByLink, inviteByMail, requireInviter, revokeInvitation } from './invite.ts';
import { invitationsOf } from './list-invitations.ts';
import { BuildingSchema, BySlug, BySlugAndId, InvitationFound, InvitationList, InvitationsMade, NewInvitationBody, toBuilding, TokenBody } from './schemas.ts';

const tags = ['invitations'];

export function invitationRoutes(app: App, deps: Deps): void {
  const { database, clock, limits } = deps;

  app.post(
    '/api/v1/buildings/:slug/invitations',
    { config: { access: 'account' }, schema: { tags, operationId: 'invite', summary: 'Invite by mail, or make a link', params: BySlug, body: NewInvitationBody, response: { 201: InvitationsMade } } },
    async (request, reply) => {
      const { slug } = request.params;
      const viewer = memberOf(request);
      // Asked before counting, so that somebody without the right cannot use up an addressee's mail.
      await database.readAs(viewer, async (trx) => requireInviter(viewer, await placeForViewer(trx, viewer, slug), 'member'));
      await limits.take('invite', request);
      for (const email of request.body.emails ?? []) {
        await limits.take('invite', request);
        await limits.take('mailPerAddressee', request, email);
      }
      return command(database, request, reply, 201, async (trx) => ({ body: await invite(trx, deps, viewer, slug, request.body) }));
    },
  );

  app.get(
    '/api/v1/buildings/:slug/invitations',
    { config: { access: 'account' }, schema: { tags, operationId: 'listInvitations', summary: 'Invitations that can still be accepted', params: BySlug, querystring: strict(pageFields), response: { 200: InvitationList } } },
    (request) => database.readAs(request.viewer, (trx) => invitationsOf(trx, clock, memberOf(request), request.params.slug, request.query)),
  );

  app.delete(
    '/api/v1/buildings/:slug/invitations/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'revokeInvitation', summary: 'Revoke an invitation', params: BySlugAndId, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => revokeInvitation(trx, deps, memberOf(request), request.params.slug, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/invitations/lookups',
    { config: { access: 'public', limit: 'token', scope: 'read' }, schema: { tags, operationId: 'lookUpInvitation', summary: 'What an invitation is for', body: TokenBody, response: { 200: InvitationFound } } },
    // As the system: the invited do not know of the building yet, and may have no account.
    ({ body, viewer }) => database.asSystem((trx) => lookUpInvitation(trx, clock, viewer, body.token)),
  );

  app.post(
    '/api/v1/invitations/acceptances',
    { config: { access: 'account', limit: 'token' }, schema: { tags, operationId: 'acceptInvitation', summary: 'Accept an invitation', body: TokenBody, response: { 201: Type.Object({ building: BuildingSchema }) } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const place = await acceptInvitation(trx, clock, memberOf(request), request.body.token);
        return { body: { building: toBuilding(place, clock.now()) }, location: `/api/v1/buildings/${place.slug}` };
      }),
  );
}

/** @throws {BadInput} for a body that is both, or neither. */
async function invite(trx: Trx, deps: Deps, viewer: Member, slug: string, body: Static<typeof NewInvitationBody>): Promise<Static<typeof InvitationsMade>> {
  const { emails, link, maxUses, role, ...rest } = body;
  if (emails !== undefined && link === undefined) {
    if (maxUses !== undefined) throw new BadInput('maxUses', { nl: 'Een uitnodiging per e-mail werkt één keer.', en: 'An invitation by mail works once.' });
    return { items: await inviteByMail(trx, deps, viewer, slug, { emails, ...(role === undefined ? {} : { role }), ...rest }) };
  }
  if (link !== undefined && emails === undefined) {
    if (role !== undefined && role !== 'member') throw new BadInput('role', { nl: 'Met een link komt iemand binnen als lid.', en: 'With a link somebody comes in as a member.' });
    return inviteByLink(trx, deps, viewer, slug, { ...(maxUses === undefined ? {} : { maxUses }), ...rest });
  }
  throw new BadInput('emails', { nl: 'Geef e-mailadressen, of vraag om een link.', en: 'Give e-mail addresses, or ask for a link.' });
}
