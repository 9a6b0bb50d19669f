// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { themeFor } from '../people/public.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { Empty } from '../platform/http/schemas.ts';
import { PostSchema } from '../posts/public.ts';
import { Type } from 'typebox';
import { askedToday, askPortfolio, audienceFor, MOST_A_DAY } from './ask-portfolio.ts';
import { canAskPortfolio } from './policy.ts';
import { askedAbout, askedByMe, askedOfMe, optOutsOf } from './queries.ts';
import { reachedBy, themeAsked } from './reach.ts';
import { AskedList, AskedQuery, MineQuery, NewQuestionBody, OptOuts, Reach, ReachQuery, ThemeParams } from './schemas.ts';

const tags = ['asking'];
const account = { access: 'account' } as const;

export function askingRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  app.get(
    '/api/v1/asked-questions/reach',
    { config: account, schema: { tags, operationId: 'countReach', summary: 'How many people a question to a portfolio would reach', querystring: ReachQuery, response: { 200: Reach } } },
    (request) => {
      const asker = memberOf(request);
      const audience = audienceFor(asker, request.query.audience);
      // A transaction, because what is counted last is nobody's to see.
      return database.asViewer(asker, async (trx) => {
        const reached = await reachedBy(trx, asker, request.query, await themeAsked(trx, request.query.theme), audience);
        const organisations = new Set(reached.map((each) => each.organisationId).filter((id) => id !== null));
        return { people: reached.length, organisations: organisations.size, left: Math.max(0, MOST_A_DAY - (await askedToday(trx, asker, clock.now())).length) };
      });
    },
  );

  app.post(
    '/api/v1/asked-questions',
    { config: { access: 'account', limit: 'post' }, schema: { tags, operationId: 'askPortfolio', summary: 'Ask everybody with a theme in their portfolio', body: NewQuestionBody, response: { 201: Type.Object({ id: Type.String({ format: 'uuid' }), post: PostSchema, reach: Type.Integer() }) } } },
    (request, reply) => {
      const asker = memberOf(request);
      if (!canAskPortfolio(asker)) throw new SignInNeeded();
      return command(database, request, reply, 201, async (trx) => {
        const asked = await askPortfolio(trx, deps, asker, request.body);
        return { body: asked, location: `/api/v1/posts/${asked.id}` };
      });
    },
  );

  app.get(
    '/api/v1/me/asked-questions',
    { config: account, schema: { tags, operationId: 'listQuestionsForMe', summary: 'Questions to whoever has your portfolio, latest first', querystring: MineQuery, response: { 200: AskedList } } },
    (request) => database.readAs(request.viewer, (trx) => askedOfMe(trx, memberOf(request), request.query)),
  );

  app.get(
    '/api/v1/asked-questions',
    { config: account, schema: { tags, operationId: 'listMyQuestions', summary: 'What you asked portfolios, latest first', querystring: MineQuery, response: { 200: AskedList } } },
    (request) => database.readAs(request.viewer, (trx) => askedByMe(trx, memberOf(request), request.query)),
  );

  app.get(
    '/api/v1/themes/:theme/asked-questions',
    { config: { access: 'public' }, schema: { tags, operationId: 'listQuestionsAboutTheme', summary: 'What was asked of those who have a theme in their portfolio', params: ThemeParams, querystring: AskedQuery, response: { 200: AskedList } } },
    ({ viewer, params, query }) => database.readAs(viewer, async (trx) => askedAbout(trx, viewer, (await themeFor(trx, viewer, params.theme)).id, query)),
  );

  app.get(
    '/api/v1/me/asking-opt-outs',
    { config: account, schema: { tags, operationId: 'listOptOuts', summary: 'Themes about which you want no questions', response: { 200: OptOuts } } },
    (request) => database.readAs(request.viewer, (trx) => optOutsOf(trx, memberOf(request))),
  );

  for (const [method, out] of [['PUT', true], ['DELETE', false]] as const) {
    app.route({
      method,
      url: '/api/v1/me/asking-opt-outs/:theme',
      config: account,
      schema: { tags, operationId: out ? 'optOut' : 'optIn', summary: out ? 'Get no more questions about a theme' : 'Get questions about a theme again', params: ThemeParams, response: { 204: Empty } },
      handler: async (request, reply) => {
        const { actorId } = memberOf(request);
        await database.asViewer(request.viewer, async (trx) => {
          const { id } = await themeFor(trx, request.viewer, (request.params as { theme: string }).theme);
          if (out) await sql`insert into asking_opt_out (owner_id, theme_id) values (${actorId}::uuid, ${id}::uuid) on conflict do nothing`.execute(trx);
          else await trx.deleteFrom('asking_opt_out').where('owner_id', '=', actorId).where('theme_id', '=', id).execute();
        });
        return reply.code(204).send(null);
      },
    });
  }
}
