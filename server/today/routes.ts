// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { BadInput } from '../platform/http/problem.ts';
import { Empty } from '../platform/http/schemas.ts';
import { readAll, undoReading } from './read-all.ts';
import { ById, ReadBody, ReadingSchema, TodaySchema } from './schemas.ts';
import { todayOf } from './today.ts';

const tags = ['today'];

export function todayRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  app.get(
    '/api/v1/today',
    { config: { access: 'account' }, schema: { tags, operationId: 'getToday', summary: 'What is new to me since last time, in order of meaning', response: { 200: TodaySchema } } },
    (request) => todayOf(deps, memberOf(request)),
  );

  app.post(
    '/api/v1/today/read',
    { config: { access: 'account' }, schema: { tags, operationId: 'readToday', summary: 'Mark as read what was new until a moment: everything, or a part', body: ReadBody, response: { 201: ReadingSchema } } },
    (request, reply) => {
      if (request.body.only !== undefined && request.body.placeId !== undefined) throw new BadInput('placeId', { nl: 'Geef "only" of "placeId", niet allebei.', en: 'Give "only" or "placeId", not both.' });
      return command(database, request, reply, 201, async (trx) => ({ body: await readAll(trx, memberOf(request), request.body, clock.now()) }));
    },
  );

  app.delete(
    '/api/v1/today/read/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'undoReadToday', summary: 'Make unread again what one press marked as read; within ten minutes', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => undoReading(trx, memberOf(request), request.params.id, clock.now()));
      return reply.code(204).send(null);
    },
  );
}
