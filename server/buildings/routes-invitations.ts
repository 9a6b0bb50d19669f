// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { BadInput } from '../platform/http/problem.ts';
import { Empty, Nullable, pageFields, strict } from '../platform/http/schemas.ts';
import { acceptInvitation, lookUpInvitation } from './accept-invitation.ts';
import { addressOf, type PlaceAddress, placeForViewer } from './find-place.ts';
import { addresseeOf, inviteByLink, inviteByMail, linkOf, requireInviter, resendInvitation, revokeInvitation } from './invite.ts';
import { invitationsOf } from './list-invitations.ts';
import { type PlaceRoutes, placeRoutes } from './place-routes.ts';
import { BuildingSchema, GroupSchema, InvitationFound, InvitationList, InvitationsMade, LinkSchema, NewInvitationBody, ResentSchema, toBuilding, toGroup, TokenBody } from './schemas.ts';

const tags = ['invitations'];

export function invitationRoutes(app: App, deps: Deps): void {
  for (const at of placeRoutes) invitationRoutesAt(app, deps, at);
  acceptanceRoutes(app, deps);
}

function invitationRoutesAt(app: App, deps: Deps, { prefix, params, withId, named }: PlaceRoutes): void {
  const { database, clock, limits } = deps;

  app.post(
    `${prefix}/invitations`,
    { config: { access: 'account' }, schema: { tags, operationId: named('invite', 'inviteToGroup'), summary: 'Invite by mail, or make a link', params, body: NewInvitationBody, response: { 201: InvitationsMade } } },
    async (request, reply) => {
      const address = addressOf(request.params);
      const viewer = memberOf(request);
      // Asked before counting, so that somebody without the right cannot use up an addressee's mail.
      await database.readAs(viewer, async (trx) => requireInviter(viewer, await placeForViewer(trx, viewer, address), 'member'));
      await limits.take('invite', request);
      for (const email of request.body.emails ?? []) {
        await limits.take('invite', request);
        await limits.take('mailPerAddressee', request, email);
      }
      return command(database, request, reply, 201, async (trx) => ({ body: await invite(trx, deps, viewer, address, request.body) }));
    },
  );

  app.get(
    `${prefix}/invitations`,
    { config: { access: 'account' }, schema: { tags, operationId: named('listInvitations', 'listGroupInvitations'), summary: 'Invitations that can still be accepted', params, querystring: strict(pageFields), response: { 200: InvitationList } } },
    (request) => database.readAs(request.viewer, (trx) => invitationsOf(trx, clock, memberOf(request), addressOf(request.params), request.query)),
  );

  app.delete(
    `${prefix}/invitations/:id`,
    { config: { access: 'account' }, schema: { tags, operationId: named('revokeInvitation', 'revokeGroupInvitation'), summary: 'Revoke an invitation', params: withId, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => revokeInvitation(trx, deps, memberOf(request), addressOf(request.params), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${prefix}/invitations/:id/link`,
    { config: { access: 'account' }, schema: { tags, operationId: named('getInvitationLink', 'getGroupInvitationLink'), summary: 'The address of a link, to copy or to print', params: withId, response: { 200: LinkSchema } } },
    // A transaction: the address is read as the system.
    (request) => database.asViewer(request.viewer, (trx) => linkOf(trx, deps, memberOf(request), addressOf(request.params), request.params.id)),
  );

  app.post(
    `${prefix}/invitations/:id/mails`,
    { config: { access: 'account' }, schema: { tags, operationId: named('resendInvitation', 'resendGroupInvitation'), summary: 'Send an invitation by mail once more', params: withId, response: { 201: ResentSchema } } },
    async (request, reply) => {
      const { id } = request.params;
      const address = addressOf(request.params);
      const viewer = memberOf(request);
      // Asked before counting, so that somebody without the right cannot use up an addressee's mail.
      const email = await database.readAs(viewer, (trx) => addresseeOf(trx, deps, viewer, address, id));
      await limits.take('invite', request);
      await limits.take('mailPerAddressee', request, email);
      return command(database, request, reply, 201, async (trx) => ({ body: await resendInvitation(trx, deps, viewer, address, id) }));
    },
  );

}

function acceptanceRoutes(app: App, { database, clock }: Deps): void {
  app.post(
    '/api/v1/invitations/lookups',
    { config: { access: 'public', limit: 'token', scope: 'read' }, schema: { tags, operationId: 'lookUpInvitation', summary: 'What an invitation is for', body: TokenBody, response: { 200: InvitationFound } } },
    // As the system: the invited do not know of the building yet, and may have no account.
    ({ body, viewer }) => database.asSystem((trx) => lookUpInvitation(trx, clock, viewer, body.token)),
  );

  app.post(
    '/api/v1/invitations/acceptances',
    { config: { access: 'account', limit: 'token' }, schema: { tags, operationId: 'acceptInvitation', summary: 'Accept an invitation', body: TokenBody, response: { 201: Type.Object({ building: BuildingSchema, group: Nullable(GroupSchema) }) } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const { building, group } = await acceptInvitation(trx, clock, memberOf(request), request.body.token);
        return { body: { building: toBuilding(building, clock.now()), group: group === null ? null : toGroup(group, clock.now()) }, location: `/api/v1${(group ?? building).url}` };
      }),
  );
}

/** @throws {BadInput} for a body that is both, or neither. */
async function invite(trx: Trx, deps: Deps, viewer: Member, address: PlaceAddress, body: Static<typeof NewInvitationBody>): Promise<Static<typeof InvitationsMade>> {
  const { emails, link, maxUses, role, source, ...rest } = body;
  if (emails !== undefined && link === undefined) {
    if (maxUses !== undefined) throw new BadInput('maxUses', { nl: 'Een uitnodiging per e-mail werkt één keer.', en: 'An invitation by mail works once.' });
    if (source !== undefined) throw new BadInput('source', { nl: 'Alleen een link heeft een plek waar hij hangt.', en: 'Only a link has a place where it hangs.' });
    return { items: await inviteByMail(trx, deps, viewer, address, { emails, ...(role === undefined ? {} : { role }), ...rest }) };
  }
  if (link !== undefined && emails === undefined) {
    if (role !== undefined && role !== 'member') throw new BadInput('role', { nl: 'Met een link komt iemand binnen als lid.', en: 'With a link somebody comes in as a member.' });
    return inviteByLink(trx, deps, viewer, address, { ...(maxUses === undefined ? {} : { maxUses }), ...(source === undefined ? {} : { source }), ...rest });
  }
  throw new BadInput('emails', { nl: 'Geef e-mailadressen, of vraag om een link.', en: 'Give e-mail addresses, or ask for a link.' });
}
