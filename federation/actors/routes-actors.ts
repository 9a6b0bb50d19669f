// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { isUuid } from '../../server/platform/ids.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';
import type { Json } from '../wire/bounded-json.ts';
import { requireFetch } from '../asker.ts';
import { actorDocument, placeDocument, tombstoneOf } from './documents.ts';
import { formerPlace, knownPlace, publicActor } from './read-local.ts';

export const ActorParams = Type.Object({ id: Type.String({ maxLength: 100 }) });

/** Documents for other instances. What not everybody may know of is asked for with a signature, and looks otherwise like what is not there. */
export function actorRoutes(app: App, deps: Deps): void {
  app.get('/ap/actors/:id', { config: { access: 'public' }, schema: { hide: true, params: ActorParams } }, async (request, reply) => {
    const { id } = request.params;
    const actor = isUuid(id) ? ((await publicActor(deps, id)) ?? (await formerPlace(deps, id))) : null;
    if (actor === null) return sendActivityJson(reply.header('cache-control', 'private, no-store'), await hiddenPlace(deps, request, id));
    if (actor.deletedAt !== null) return sendActivityJson(reply.code(410), tombstoneOf(deps, actor));
    const document = await actorDocument(deps, actor);
    if (document === null) throw new NotFound();
    return sendActivityJson(reply.header('cache-control', 'public, max-age=60'), document);
  });
  app.get('/actor', { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.redirect(actorUri(deps.config, INSTANCE_ACTOR_ID), 302));
}

/** Of a place that not everybody may know of, for an instance of its members, or that its admins named. @throws {NotFound} */
async function hiddenPlace(deps: Deps, request: FastifyRequest, id: string): Promise<Json> {
  if (!isUuid(id)) throw new NotFound();
  await requireFetch(deps, request, { kind: 'actor', id });
  const found = await knownPlace(deps, id);
  if (found === null) throw new NotFound();
  return placeDocument(deps, found.actor, found.place);
}

/** As the standard has it (ActivityPub, 3.2); readable for programs in browsers too. */
export function sendActivityJson(reply: FastifyReply, document: Json): FastifyReply {
  return reply.type('application/activity+json; charset=utf-8').header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('vary', 'accept, signature').send(JSON.stringify(document));
}
