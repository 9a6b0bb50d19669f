// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Empty, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { addressOf } from './find-place.ts';
import { placeRoutes } from './place-routes.ts';
import { addRule, reachOfRule, removeRule, rulesOf } from './rules.ts';
import { MembershipRuleList, NewRuleBody, RuleReach } from './schemas.ts';

const tags = ['memberships'];

export function ruleRoutes(app: App, { database, clock }: Deps): void {
  for (const { prefix, params, withId, named } of placeRoutes) {
    app.get(
      `${prefix}/membership-rules`,
      { config: { access: 'account' }, schema: { tags, operationId: named('listRules', 'listGroupRules'), summary: 'Who becomes a member by itself', params, querystring: strict(pageFields), response: { 200: MembershipRuleList } } },
      async (request) => ({ items: await database.asViewer(request.viewer, (trx) => rulesOf(trx, memberOf(request), addressOf(request.params))), next: null }),
    );

    app.get(
      `${prefix}/membership-rules/reach`,
      { config: { access: 'account' }, schema: { tags, operationId: named('getReachOfRule', 'getReachOfGroupRule'), summary: 'How many people a rule would fit', params, querystring: NewRuleBody, response: { 200: RuleReach } } },
      async (request) => ({ people: await database.asViewer(request.viewer, (trx) => reachOfRule(trx, memberOf(request), addressOf(request.params), request.query)) }),
    );

    app.post(
      `${prefix}/membership-rules`,
      { config: { access: 'account', limit: 'rule' }, schema: { tags, operationId: named('addRule', 'addGroupRule'), summary: 'Let people in by what they are', params, body: NewRuleBody, response: { 201: Type.Object({ id: Uuid }) } } },
      (request, reply) => command(database, request, reply, 201, async (trx) => ({ body: { id: await addRule(trx, clock, memberOf(request), addressOf(request.params), request.body) } })),
    );

    app.delete(
      `${prefix}/membership-rules/:id`,
      { config: { access: 'account' }, schema: { tags, operationId: named('removeRule', 'removeGroupRule'), summary: 'End a rule; who came in by it leaves', params: withId, response: { 204: Empty } } },
      async (request, reply) => {
        await database.asViewer(request.viewer, (trx) => removeRule(trx, memberOf(request), addressOf(request.params), request.params.id));
        return reply.code(204).send(null);
      },
    );
  }
}
