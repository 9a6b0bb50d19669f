// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { Empty } from '../platform/http/schemas.ts';
import { becomeFirstAdministrator } from './first-administrator.ts';
import { type Me, meSchema, readMe } from './me.ts';
import { askPasswordReset, changePassword, resetPassword } from './reset-password.ts';
import { FirstAdministratorBody, Notice, PasswordBody, ResetBody, ResetConfirmationBody, SignUpBody, TokenBody } from './schemas.ts';
import { type StartedSession, setSessionCookie } from './sessions.ts';
import { askSignUp, confirmSignUp } from './sign-up.ts';
import { SignInFailed } from './sign-in.ts';
import { memberOfAccount } from './viewers.ts';

const tags = ['identity'];

/** Sets the cookie of a session that was just started, and tells whose it is. */
export async function welcome(deps: Deps, reply: FastifyReply, started: { accountId: string; session: StartedSession }): Promise<{ account: Me }> {
  const member = await memberOfAccount(deps.database.pool, started.accountId);
  if (member === null) throw new SignInFailed();
  const account = await readMe(deps.database, { ...member, sessionId: started.session.id });
  setSessionCookie(reply, deps.config, started.session);
  reply.code(201);
  return { account };
}

/** Signing up, confirming, passwords: where secrets go in, so sessions only and never through a token. */
export function accountRoutes(app: App, deps: Deps): void {
  const AccountAnswer = Type.Object({ account: meSchema() });

  app.post(
    '/api/v1/accounts',
    { config: { access: 'public', limit: 'signUp' }, schema: { tags, operationId: 'signUp', summary: 'Ask for an account; a mail with a link follows', body: SignUpBody, response: { 202: Notice } } },
    async (request, reply) => {
      await deps.limits.take('mailPerAddressee', request, request.body.email);
      await askSignUp(deps, { ...request.body, locale: request.body.locale ?? request.viewer.locale });
      reply.code(202);
      return notice(request, {
        nl: 'Kijk in je mail: daar staat een link waarmee je je e-mailadres bevestigt.',
        en: 'Look in your mail: it has a link with which you confirm your e-mail address.',
      });
    },
  );

  app.post(
    '/api/v1/accounts/confirmations',
    { config: { access: 'public', limit: 'token' }, schema: { tags, operationId: 'confirmAccount', summary: 'Confirm an address with the link of the mail, and sign in', body: TokenBody, response: { 201: AccountAnswer } } },
    async (request, reply) => welcome(deps, reply, await confirmSignUp(deps, request.body.token, request.headers['user-agent'])),
  );

  app.post(
    '/api/v1/password-resets',
    { config: { access: 'public', limit: 'signInPerAddress' }, schema: { tags, operationId: 'askPasswordReset', summary: 'Ask for a link to choose a new password', body: ResetBody, response: { 202: Notice } } },
    async (request, reply) => {
      await deps.limits.take('resetPerAddressee', request, request.body.email);
      await askPasswordReset(deps, request.body.email);
      reply.code(202);
      return notice(request, {
        nl: 'Is dit adres bij ons bekend, dan krijg je een mail met een link om een nieuw wachtwoord te kiezen.',
        en: 'If we know this address, you will get a mail with a link to choose a new password.',
      });
    },
  );

  app.post(
    '/api/v1/password-resets/confirmations',
    { config: { access: 'public', limit: 'token' }, schema: { tags, operationId: 'resetPassword', summary: 'Choose a new password with the link of the mail; every session and access token ends', body: ResetConfirmationBody, response: { 204: Empty } } },
    async (request, reply) => {
      await resetPassword(deps, request.body.token, request.body.password);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/api/v1/me/password',
    { config: { access: 'account', sessionOnly: true, limit: 'passwordChange' }, schema: { tags, operationId: 'changePassword', summary: 'Change your password; your other sessions and your access tokens end', body: PasswordBody, response: { 204: Empty } } },
    async (request, reply) => {
      await changePassword(deps, memberOf(request), request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/first-administrator',
    { config: { access: 'public', limit: 'token' }, schema: { tags, operationId: 'becomeFirstAdministrator', summary: 'Become the first administrator with the link printed at the first start', body: FirstAdministratorBody, response: { 201: AccountAnswer } } },
    async (request, reply) => welcome(deps, reply, await becomeFirstAdministrator(deps, { ...request.body, locale: request.viewer.locale, userAgent: request.headers['user-agent'] })),
  );

  app.get(
    '/api/v1/me',
    { config: { access: 'account' }, schema: { tags, operationId: 'getMe', summary: 'Who you are here', response: { 200: meSchema() } } },
    async (request) => readMe(deps.database, memberOf(request)),
  );
}

function notice(request: FastifyRequest, text: { nl: string; en: string }): { detail: string } {
  return { detail: text[request.viewer.locale] };
}
