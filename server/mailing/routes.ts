// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { NotFound } from '../platform/http/problem.ts';
import { Empty, Nullable, oneOf, strict } from '../platform/http/schemas.ts';
import { endPause } from '../platform/mail/pauses.ts';
import { endings, readToken, readUndo, resume, undoToken, unsubscribe, type Unsubscription } from './unsubscribe.ts';
import { nameOf } from './unsubscribe-name.ts';

const tags = ['mailing'];

/** A signed token (JWT) in an address. */
const token = Type.String({ minLength: 1, maxLength: 1_000 });
const TokenBody = strict({ token });
const before = Type.String({ minLength: 1, maxLength: 1_000, description: 'As ending it answered; works for an hour.' });

const UnsubscriptionView = Type.Object({
  what: oneOf(endings),
  name: Nullable(Type.String({ description: 'Of the thread or place, where the person may still read it.' })),
});
const Unsubscribed = Type.Object({ ...UnsubscriptionView.properties, changed: Type.Boolean({ description: 'False when it was ended before, or there is nobody or nothing left.' }), before: Nullable(Type.String({ description: 'For the way back: a signed token that works for an hour.' })) });

export function mailingRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  async function named(given: string): Promise<Unsubscription> {
    const found = await readToken(deps, given);
    if (found === null) throw new NotFound();
    return found;
  }

  app.post(
    '/api/v1/unsubscriptions/lookups',
    { config: { access: 'public', limit: 'unsubscribe', scope: 'read', idempotent: false }, schema: { tags, operationId: 'lookUpUnsubscription', summary: 'What the link at the foot of a mail would end', body: TokenBody, response: { 200: UnsubscriptionView } } },
    async ({ body }) => {
      const found = await named(body.token);
      return { what: found.what, name: await nameOf(deps, found) };
    },
  );

  // Here and below as the system: whoever holds the link need not be signed in, and it names whose it is and what it ends.
  app.post(
    '/api/v1/unsubscriptions',
    { config: { access: 'public', limit: 'unsubscribe', idempotent: false }, schema: { tags, operationId: 'unsubscribe', summary: 'End what the link at the foot of a mail names, and nothing else', body: TokenBody, response: { 200: Unsubscribed } } },
    async ({ body }) => {
      const found = await named(body.token);
      const earlier = await database.asSystem((trx) => unsubscribe(trx, found, clock.now()));
      return { what: found.what, name: await nameOf(deps, found), changed: earlier !== undefined, before: earlier === undefined ? null : await undoToken(deps, found, earlier) };
    },
  );

  app.post(
    '/api/v1/unsubscriptions/undoings',
    { config: { access: 'public', limit: 'unsubscribe', idempotent: false }, schema: { tags, operationId: 'undoUnsubscription', summary: 'The way back: as it stood before', body: strict({ token, before }), response: { 204: Empty } } },
    async ({ body }, reply) => {
      const found = await named(body.token);
      const earlier = await readUndo(deps, found, body.before);
      if (earlier === undefined) throw new NotFound();
      await database.asSystem((trx) => resume(trx, found, earlier, clock.now()));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/me/mail-pause',
    { config: { access: 'account' }, schema: { tags, operationId: 'endMailPause', summary: 'Try my address again', response: { 204: Empty } } },
    async (request, reply) => {
      const { email } = memberOf(request);
      // Pauses are the system's, as addresses are.
      return command(database, request, reply, 204, async (trx) => {
        await withSystem(trx, () => endPause(trx, email));
        return { body: null };
      });
    },
  );

  void app.register(async (scope) => oneClick(scope as unknown as App, deps, named));
}

const FORM = 'application/x-www-form-urlencoded';

/** What a mail program sends for its button (RFC 8058): a form, from wherever, without a cookie. To open the address does nothing. */
function oneClick(app: App, { database, clock }: Deps, named: (token: string) => Promise<Unsubscription>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([FORM, 'multipart/form-data'], { parseAs: 'string', bodyLimit: 1_024 }, (_request, body, done) => done(null, body));
  app.post(
    '/unsubscribe',
    { config: { access: 'public', limit: 'unsubscribe', fromAnywhere: true, idempotent: false }, schema: { hide: true, querystring: strict({ token }) } },
    async (request, reply) => {
      const found = await named(request.query.token);
      await database.asSystem((trx) => unsubscribe(trx, found, clock.now()));
      return reply.type('text/plain; charset=utf-8').send('OK');
    },
  );
}
