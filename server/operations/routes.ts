// SPDX-License-Identifier: EUPL-1.2
import { changeAccount } from '../identity/public.ts';
import { noteAccountRelease, noteAccountSuspension } from '../moderation/public.ts';
import { withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, listOf } from '../platform/http/schemas.ts';
import { accountOf, listAccounts } from './accounts.ts';
import { listMails, readMail } from './mails.ts';
import { failedJobs, queueStates, retryJob, scheduleStates } from './queues.ts';
import { AccountChanges, AccountsQuery, AccountView, FailedJobParams, FailedJobView, IdParams, MailView, MailWithContent, PageQuery, QueueParams, QueueView, ScheduleView } from './schemas.ts';

const tags = ['operations'];

/** The administrator's screens: queues, mail, people. */
export function operationRoutes(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/operations/queues',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listQueues', summary: 'The queues and what waits in them', response: { 200: listOf(QueueView) } } },
    async () => ({ items: await queueStates(deps), next: null }),
  );

  app.get(
    '/api/v1/operations/schedules',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listSchedules', summary: 'What is done once per period, and when next', response: { 200: listOf(ScheduleView) } } },
    async () => ({ items: await scheduleStates(deps), next: null }),
  );

  app.get(
    '/api/v1/operations/queues/:name/failed',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listFailedJobs', summary: 'Jobs that were set aside', params: QueueParams, querystring: PageQuery, response: { 200: listOf(FailedJobView) } } },
    async (request) => failedJobs(deps, request.params.name, request.query),
  );

  app.post(
    '/api/v1/operations/queues/:name/failed/:jobId/retries',
    { config: { access: 'administrator', idempotent: false }, schema: { tags, operationId: 'retryJob', summary: 'Try a job again that was set aside', params: FailedJobParams, response: { 204: Empty } } },
    async (request, reply) => {
      await retryJob(deps, request.params.name, request.params.jobId);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/operations/mails',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listMails', summary: 'Mail that was sent or waits', querystring: PageQuery, response: { 200: listOf(MailView) } } },
    async (request) => listMails(deps, request.query),
  );

  app.get(
    '/api/v1/operations/mails/:id',
    // Mail holds links that sign people in: not for tokens.
    { config: { access: 'administrator', sessionOnly: true }, schema: { tags, operationId: 'getMail', summary: 'One mail, with its content where it is kept on disk', params: IdParams, response: { 200: MailWithContent } } },
    async (request) => readMail(deps, request.params.id),
  );

  app.get(
    '/api/v1/operations/people',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'listAccounts', summary: 'People and their accounts', querystring: AccountsQuery, response: { 200: listOf(AccountView) } } },
    async (request) => database.asSystem((trx) => listAccounts(trx, request.query)),
  );

  app.patch(
    '/api/v1/operations/people/:id',
    { config: { access: 'administrator' }, schema: { tags, operationId: 'changeAccount', summary: "Change somebody's role, or suspend them", params: IdParams, body: AccountChanges, response: { 200: AccountView } } },
    async (request, reply) =>
      command(database, request, reply, 200, (trx) =>
        // Accounts are nobody's to see or write but the system's; who may do this is settled by the route.
        withSystem(trx, async () => {
          const { suspension, ...changes } = request.body;
          const now = deps.clock.now();
          const until = suspension?.days === undefined ? null : new Date(now.getTime() + suspension.days * 24 * 3_600_000);
          const before = await accountOf(trx, request.params.id);
          await changeAccount(trx, request.params.id, { ...changes, ...(until === null || before.suspendedAt !== null ? {} : { suspendedUntil: until }) }, now);
          if (changes.suspended === true && before.suspendedAt === null) await noteAccountSuspension(trx, memberOf(request), request.params.id, suspension?.reason ?? '', until, now);
          if (changes.suspended === false) await noteAccountRelease(trx, request.params.id, now);
          return { body: await accountOf(trx, request.params.id) };
        }),
      ),
  );
}
