// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { NotFound } from '../platform/http/problem.ts';
import { Empty, listOf } from '../platform/http/schemas.ts';
import { sessionSecrets } from '../platform/http/session-cookies.ts';
import { createToken, revokeToken, tokensOf } from './access-tokens.ts';
import { meSchema } from './me.ts';
import { welcome } from './routes-accounts.ts';
import { AccessTokenBody, AccessTokenView, IdParams, NewAccessTokenView, SessionView, SignInBody } from './schemas.ts';
import { clearSessionCookie, endSessions, sessionsOf } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { describeUserAgent } from './user-agent.ts';

const tags = ['identity'];

/** Signing in and out, one's own sessions, and tokens for programs. */
export function sessionRoutes(app: App, deps: Deps): void {
  const { database, config } = deps;

  app.post(
    '/api/v1/sessions',
    { config: { access: 'public', limit: 'signInPerAddress' }, schema: { tags, operationId: 'signIn', summary: 'Sign in', body: SignInBody, response: { 201: Type.Object({ account: meSchema() }) } } },
    async (request, reply) => {
      const email = request.body.email.trim();
      // First the narrow one: who is refused there takes nothing of what is the owner's too.
      await deps.limits.take('signInPerAccountAndAddress', request, email);
      await deps.limits.take('signInPerAccount', request, email);
      const started = await signIn(deps, { email, password: request.body.password, userAgent: request.headers['user-agent'], previous: sessionSecrets(request) });
      return welcome(deps, reply, started);
    },
  );

  app.delete(
    '/api/v1/sessions/current',
    // For everybody: signing out of a session that has ended already still clears the cookie.
    { config: { access: 'public' }, schema: { tags, operationId: 'signOut', summary: 'Sign out', response: { 204: Empty } } },
    async (request, reply) => {
      const { viewer } = request;
      if (viewer.accountId !== null && viewer.sessionId !== null) {
        const { sessionId } = viewer;
        await database.asSystem((trx) => endSessions(trx, viewer, { only: sessionId }));
      }
      clearSessionCookie(reply, config);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/sessions',
    { config: { access: 'account', sessionOnly: true }, schema: { tags, operationId: 'listSessions', summary: 'Where you are signed in', response: { 200: listOf(SessionView) } } },
    async (request) => {
      const member = memberOf(request);
      const rows = await database.asSystem((trx) => sessionsOf(trx, member.accountId, deps.clock.now()));
      const items = rows.map((row) => ({
        id: row.id,
        current: row.id === member.sessionId,
        userAgent: describeUserAgent(row.user_agent, member.locale),
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
      }));
      return { items, next: null };
    },
  );

  app.delete(
    '/api/v1/sessions',
    { config: { access: 'account', sessionOnly: true }, schema: { tags, operationId: 'endOtherSessions', summary: 'Sign out everywhere else', response: { 204: Empty } } },
    async (request, reply) => {
      const member = memberOf(request);
      await database.asSystem((trx) => endSessions(trx, member, { except: member.sessionId }));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/sessions/:id',
    { config: { access: 'account', sessionOnly: true }, schema: { tags, operationId: 'endSession', summary: 'Sign out in one place', params: IdParams, response: { 204: Empty } } },
    async (request, reply) => {
      const member = memberOf(request);
      const ended = await database.asSystem((trx) => endSessions(trx, member, { only: request.params.id }));
      if (ended === 0) throw new NotFound();
      if (request.params.id === member.sessionId) clearSessionCookie(reply, config);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/tokens',
    { config: { access: 'account', sessionOnly: true }, schema: { tags, operationId: 'listTokens', summary: 'Your tokens for programs', response: { 200: listOf(AccessTokenView) } } },
    async (request) => ({ items: await tokensOf(deps, memberOf(request).accountId), next: null }),
  );

  app.post(
    '/api/v1/tokens',
    // Not idempotent: the answer holds a secret, which is kept nowhere.
    { config: { access: 'account', sessionOnly: true, idempotent: false, limit: 'token' }, schema: { tags, operationId: 'createToken', summary: 'Make a token; it is shown once', body: AccessTokenBody, response: { 201: NewAccessTokenView } } },
    async (request, reply) => {
      const { name, scopes, expiresAt } = request.body;
      const made = await createToken(deps, memberOf(request), { name: name.trim(), scopes, expiresAt: expiresAt === undefined || expiresAt === null ? null : new Date(expiresAt) });
      reply.code(201);
      return made;
    },
  );

  app.delete(
    '/api/v1/tokens/:id',
    { config: { access: 'account', sessionOnly: true }, schema: { tags, operationId: 'revokeToken', summary: 'Revoke a token', params: IdParams, response: { 204: Empty } } },
    async (request, reply) => {
      await revokeToken(deps, memberOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
