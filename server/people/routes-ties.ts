// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, listOf, Moment, oneOf } from '../platform/http/schemas.ts';
import { ActorRefSchema } from './actor-ref.ts';
import { HandleParams } from './schemas.ts';
import { tie, tiesOf, untie } from './ties.ts';

const tags = ['people'];
const says = {
  block: ['Block somebody: you see nothing of them, and they cannot reach you; they are not told', 'End a block'],
  mute: ['Mute somebody: you see nothing of them in feeds and notifications', 'Hear somebody again'],
} as const;

export function tieRoutes(app: App, { database, clock }: Deps): void {
  for (const kind of ['block', 'mute'] as const) {
    const [put, end] = says[kind];
    app.put(
      `/api/v1/people/:handle/${kind}`,
      { config: { access: 'account' }, schema: { tags, operationId: `${kind}Person`, summary: put, params: HandleParams, response: { 204: Empty } } },
      (request, reply) =>
        command(database, request, reply, 204, async (trx) => {
          await tie(trx, clock.now(), memberOf(request), request.params.handle, kind);
          return { body: null };
        }),
    );
    app.delete(
      `/api/v1/people/:handle/${kind}`,
      { config: { access: 'account' }, schema: { tags, operationId: `un${kind}Person`, summary: end, params: HandleParams, response: { 204: Empty } } },
      (request, reply) =>
        command(database, request, reply, 204, async (trx) => {
          await untie(trx, memberOf(request), request.params.handle, kind);
          return { body: null };
        }),
    );
  }

  app.get(
    '/api/v1/me/blocks',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMyBlocks', summary: 'Whom you blocked or muted', response: { 200: listOf(Type.Object({ person: ActorRefSchema, kind: oneOf(['block', 'mute']), since: Moment })) } } },
    async (request) => ({ items: await database.readAs(request.viewer, (trx) => tiesOf(trx, memberOf(request))), next: null }),
  );
}
