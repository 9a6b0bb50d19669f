// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { addressOf, placeRoutes } from '../buildings/public.ts';
import { isMember } from '../platform/db/viewer.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty } from '../platform/http/schemas.ts';
import { appeal } from './appeals.ts';
import { decide, readEscalated } from './decide.ts';
import { houseRulesOf, writeHouseRules } from './house-rules.ts';
import { exportLog, readLog } from './log.ts';
import { myDecisions, myHeldPosts } from './mine.ts';
import { caseForViewer, casesFor } from './queue.ts';
import { putOut } from './put-out.ts';
import { myReports, report } from './report.ts';
import {
  AppealBody, ById, CaseList, CaseSchema, DecisionBody, EscalatedContent, HeldPostList, HouseRulesBody, HouseRulesSchema, LogExportQuery, LogList, LogQuery, MyDecisionList, MyReportList, NewReportBody,
  PageQuery, PutOutBody, QueueQuery, ReportMade,
} from './schemas.ts';

const tags = ['moderation'];

/** What moderators do. */
export function moderationRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  app.post(
    '/api/v1/reports',
    // Guests too: everybody must be able to report (Digital Services Act, article 16).
    { config: { access: 'public', limit: 'report', idempotent: false }, schema: { tags, operationId: 'report', summary: 'Report a post, a person or a place to those who moderate it', body: NewReportBody, response: { 201: ReportMade } } },
    async (request, reply) => {
      const { email } = request.body;
      // What comes of it is mailed to an address that nobody has confirmed.
      if (email !== undefined && !isMember(request.viewer)) await deps.limits.take('mailPerAddressee', request, email);
      return command(database, request, reply, 201, async (trx) => ({ body: await report(trx, clock.now(), request.viewer, request.body) }));
    },
  );

  app.get(
    '/api/v1/reports',
    { config: { access: 'account' }, schema: { tags, operationId: 'listCases', summary: 'What asks for a moderator: reports, posts that wait, appeals', querystring: QueueQuery, response: { 200: CaseList } } },
    (request) => database.readAs(request.viewer, (trx) => casesFor(trx, memberOf(request), request.query)),
  );

  app.get(
    '/api/v1/reports/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'getCase', summary: 'One of them', params: ById, response: { 200: CaseSchema } } },
    (request) => database.readAs(request.viewer, (trx) => caseForViewer(trx, memberOf(request), request.params.id)),
  );

  app.post(
    '/api/v1/reports/:id/decisions',
    { config: { access: 'account', limit: 'moderate' }, schema: { tags, operationId: 'decide', summary: 'Decide about it; whom it concerns reads the reason', params: ById, body: DecisionBody, response: { 201: CaseSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const viewer = memberOf(request);
        await decide(trx, deps, viewer, request.params.id, request.body);
        return { body: await caseForViewer(trx, viewer, request.params.id) };
      }),
  );

  app.post(
    '/api/v1/reports/:id/readings',
    { config: { access: 'administrator', limit: 'moderate', idempotent: false }, schema: { tags, operationId: 'readEscalated', summary: 'Read what was escalated; the log tells of it', params: ById, response: { 201: EscalatedContent } } },
    (request, reply) => command(database, request, reply, 201, async (trx) => ({ body: await readEscalated(trx, deps, memberOf(request), request.params.id) })),
  );

  app.get(
    '/api/v1/moderation-log',
    { config: { access: 'account' }, schema: { tags, operationId: 'readModerationLog', summary: 'What was done, by whom and why, latest first', querystring: LogQuery, response: { 200: LogList } } },
    (request) => database.readAs(request.viewer, (trx) => readLog(trx, memberOf(request), request.query)),
  );

  app.get(
    '/api/v1/moderation-log/export',
    { config: { access: 'account' }, schema: { tags, operationId: 'exportModerationLog', summary: 'The log as CSV, for admins', produces: ['text/csv'], querystring: LogExportQuery, response: { 200: Type.String() } } },
    async (request, reply) => {
      const text = await database.readAs(request.viewer, (trx) => exportLog(trx, memberOf(request), request.query));
      return reply.header('content-disposition', 'attachment; filename="moderation-log.csv"').type('text/csv; charset=utf-8').send(text);
    },
  );
}

/** What everybody meets: house rules, and what was decided about oneself. */
export function ownModerationRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  for (const { prefix, params, withId, named } of placeRoutes) {
    app.post(
      `${prefix}/memberships/:id/bans`,
      { config: { access: 'account', limit: 'moderate' }, schema: { tags, operationId: named('putOut', 'putOutOfGroup'), summary: 'Put a member out, with a reason that they read and may appeal against', params: withId, body: PutOutBody, response: { 204: Empty } } },
      (request, reply) =>
        command(database, request, reply, 204, async (trx) => {
          await putOut(trx, clock.now(), memberOf(request), addressOf(request.params), request.params.id, request.body);
          return { body: null };
        }),
    );

    app.get(
      `${prefix}/house-rules`,
      { config: { access: 'public', viewAs: true }, schema: { tags, operationId: named('getHouseRules', 'getGroupHouseRules'), summary: 'The house rules of a place', params, response: { 200: HouseRulesSchema } } },
      (request) => database.readAs(request.viewer, (trx) => houseRulesOf(trx, request.viewer, addressOf(request.params))),
    );

    app.put(
      `${prefix}/house-rules`,
      { config: { access: 'account' }, schema: { tags, operationId: named('writeHouseRules', 'writeGroupHouseRules'), summary: 'Change the house rules; earlier versions are kept', params, body: HouseRulesBody, response: { 200: HouseRulesSchema } } },
      (request, reply) =>
        command(database, request, reply, 200, async (trx) => ({ body: await writeHouseRules(trx, clock.now(), memberOf(request), addressOf(request.params), request.body.source, request.body.basedOn) })),
    );
  }

  app.get(
    '/api/v1/me/reports',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMyReports', summary: 'What you reported, and what came of it', response: { 200: MyReportList } } },
    async (request) => ({ items: await database.readAs(request.viewer, (trx) => myReports(trx, memberOf(request).actorId)), next: null }),
  );

  app.get(
    '/api/v1/me/decisions',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMyDecisions', summary: 'What moderators decided about you, and why', querystring: PageQuery, response: { 200: MyDecisionList } } },
    (request) => database.readAs(request.viewer, (trx) => myDecisions(trx, clock.now(), memberOf(request), request.query)),
  );

  app.post(
    '/api/v1/me/decisions/:id/appeals',
    { config: { access: 'account', limit: 'report' }, schema: { tags, operationId: 'appeal', summary: 'Ask for another look at a decision about you', params: ById, body: AppealBody, response: { 204: Empty } } },
    (request, reply) =>
      command(database, request, reply, 204, async (trx) => {
        await appeal(trx, clock.now(), memberOf(request), request.params.id, request.body.note);
        return { body: null };
      }),
  );

  app.get(
    '/api/v1/me/held-posts',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMyHeldPosts', summary: 'Your posts that wait for a moderator or are hidden', response: { 200: HeldPostList } } },
    async (request) => ({ items: await database.asViewer(request.viewer, (trx) => myHeldPosts(trx, memberOf(request))), next: null }),
  );
}
