// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { isUuid } from '../../server/platform/ids.ts';
import { type Asker, mayReceive } from '../access.ts';
import { ActorParams, sendActivityJson } from '../actors/routes-actors.ts';
import { membersUri } from '../addresses.ts';
import { askerOf, provenAsker, requireFetch } from '../asker.ts';
import { issueToken } from './actor-token.ts';
import { membersOfHost } from './sync.ts';

/** What instances ask of a place of ours: which of their own people are members, and a word for others that they have members. */
export function placeRoutes(app: App, deps: Deps): void {
  app.get('/ap/actors/:id/members', { config: { access: 'public' }, schema: { hide: true, params: ActorParams } }, async (request, reply) => {
    const placeId = await placeAsked(deps, request, request.params.id);
    const asker = await askerOf(deps, request);
    const found = await deps.database.asSystem(async (trx) => {
      const place = await trx.selectFrom('place').select(['access', 'member_count']).where('id', '=', placeId).where('host', 'is', null).where('deleted_at', 'is', null).executeTakeFirst();
      if (place === undefined || (place.access !== 'open' && !(asker !== null && (await mayReceive(trx, placeId, asker.host))))) return null;
      return { total: place.member_count, items: asker === null ? null : await membersOfHost(trx, placeId, asker.host) };
    });
    if (found === null) {
      // Only the members' instances are answered; one of theirs whose signature does not hold just now hears that, and not that nobody is in.
      await provenAsker(deps, request);
      throw new NotFound();
    }
    // Of each instance its own: who else is a member is for the members to see.
    const collection = { '@context': 'https://www.w3.org/ns/activitystreams', id: membersUri(deps.config, placeId), type: 'OrderedCollection', totalItems: found.total, ...(found.items === null ? {} : { orderedItems: found.items }) };
    return sendActivityJson(reply.header('cache-control', 'private, no-store'), collection);
  });

  app.get('/ap/actors/:id/token', { config: { access: 'public' }, schema: { hide: true, params: ActorParams } }, async (request, reply) => {
    const placeId = await placeAsked(deps, request, request.params.id);
    const asker = await askerOf(deps, request);
    if (asker === null || !(await mayHaveToken(deps, asker, placeId))) throw new NotFound();
    const token = await issueToken(deps, placeId, asker.actorUri);
    return reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-store').send(JSON.stringify(token));
  });
}

/** @throws {NotFound} */
async function placeAsked(deps: Deps, request: FastifyRequest, id: string): Promise<string> {
  if (!isUuid(id)) throw new NotFound();
  await requireFetch(deps, request, { kind: 'actor', id });
  return id;
}

// Who is a member is nobody's to read; who asks hears yes or no of their own.
const mayHaveToken = (deps: Deps, asker: Asker, placeId: string) => deps.database.asSystem((trx) => mayReceive(trx, placeId, asker.host));
