// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { DEFAULT_LIMIT } from '../platform/http/paging.ts';
import { BadInput } from '../platform/http/problem.ts';
import { markRead, type WhatIsRead } from './mark-read.ts';
import { notificationsOf } from './queries.ts';
import { NotificationList, NotificationQuery, ReadAnswer, ReadBody } from './schemas.ts';

export function registerNotifications(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/v1/notifications',
    {
      config: { access: 'account' },
      schema: { tags: ['notifications'], operationId: 'listNotifications', summary: 'What I was told, newest first, bundled per thread', querystring: NotificationQuery, response: { 200: NotificationList } },
    },
    async (request) => {
      const member = memberOf(request);
      const { unread = false, limit = DEFAULT_LIMIT, cursor } = request.query;
      return database.readAs(member, (trx) => notificationsOf(trx, member, { unread, limit, cursor }));
    },
  );

  app.post(
    '/api/v1/notifications/read',
    {
      config: { access: 'account' },
      schema: { tags: ['notifications'], operationId: 'readNotifications', summary: 'Mark lines as read, or all up to one of them', body: ReadBody, response: { 200: ReadAnswer } },
    },
    async (request, reply) => {
      const member = memberOf(request);
      const what = whatIsRead(request.body);
      return command(database, request, reply, 200, async (trx) => ({ body: { unread: await markRead(trx, member, what, clock.now()) } }));
    },
  );
}

function whatIsRead({ ids, upTo }: { ids?: string[]; upTo?: string }): WhatIsRead {
  if (ids !== undefined && upTo === undefined) return { ids };
  if (upTo !== undefined && ids === undefined) return { upTo };
  throw new BadInput('ids', { nl: 'Geef "ids" of "upTo", een van de twee.', en: 'Give "ids" or "upTo", one of the two.' });
}
