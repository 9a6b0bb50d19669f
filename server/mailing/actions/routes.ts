// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../../platform/deps.ts';
import type { App } from '../../platform/http/app.ts';
import { NotFound } from '../../platform/http/problem.ts';
import { Nullable, oneOf, strict } from '../../platform/http/schemas.ts';
import { carryOut, viewAction } from './act.ts';
import { acts, type MailAction, readAction } from './action-link.ts';

const tags = ['mailing'];
const TokenBody = strict({ token: Type.String({ minLength: 1, maxLength: 1_000 }) });
const ActionSchema = Type.Object({
  act: oneOf(acts),
  state: oneOf(['open', 'approved', 'refused', 'thanked'] as const),
  as: Type.String({ description: 'The name of the person whose link it is.' }),
  person: Type.String({ description: 'Who asks, or who wrote the post.' }),
  place: Type.Object({ name: Type.String(), url: Type.String() }),
  words: Nullable(Type.String({ description: 'The first words of the post.' })),
  url: Type.String(),
});
const CarriedOut = Type.Object({ ...ActionSchema.properties, changed: Type.Boolean({ description: 'False when it had been done before.' }) });

/** For who holds a link out of a mail, signed in or not; the rights are those of the person whose link it is. */
export function actionRoutes(app: App, deps: Deps): void {
  async function named(token: string): Promise<MailAction> {
    const action = await readAction(deps, token);
    if (action === null) throw new NotFound();
    return action;
  }

  app.post(
    '/api/v1/mail-actions/lookups',
    { config: { access: 'public', limit: 'token', scope: 'read', idempotent: false }, schema: { tags, operationId: 'lookUpMailAction', summary: 'What a link out of a mail would do; changes nothing', body: TokenBody, response: { 200: ActionSchema } } },
    async ({ body }) => viewAction(deps, await named(body.token)),
  );

  app.post(
    '/api/v1/mail-actions',
    { config: { access: 'public', limit: 'token', idempotent: false }, schema: { tags, operationId: 'carryOutMailAction', summary: 'Do what a link out of a mail is for, once', body: TokenBody, response: { 200: CarriedOut } } },
    async ({ body }) => carryOut(deps, await named(body.token)),
  );
}
