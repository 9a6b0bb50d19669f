// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { BadInput, NotFound } from '../../server/platform/http/problem.ts';
import { actorUri, INSTANCE_ACTOR_ID, oursAt } from '../addresses.ts';
import { isOurs, ourHost } from './home.ts';
import { actorOfPage } from './pages.ts';
import { type LocalActor, publicActor, publicActorByHandle, publicPlace } from './read-local.ts';

/** WebFinger (RFC 7033): who is called so here. People, buildings, groups and the instance itself, as everybody may know them. */
export function webFingerRoutes(app: App, deps: Deps): void {
  app.get('/.well-known/webfinger', { config: { access: 'public' }, schema: { hide: true, querystring: Type.Object({ resource: Type.Optional(Type.Unknown()), rel: Type.Optional(Type.Unknown()) }) } }, async (request, reply) => {
    const { resource } = request.query;
    if (typeof resource !== 'string' || resource.length > 1_000) throw malformed();
    const actor = await actorOf(deps, resource);
    if (actor === null || actor.deletedAt !== null) throw new NotFound();
    return answer(reply, await descriptor(deps, actor, request.query.rel));
  });
}

function malformed(): BadInput {
  return new BadInput('resource', { nl: 'Vraag naar acct:naam@host of naar een webadres.', en: 'Ask for acct:name@host, or for a web address.' });
}

/** @throws {BadInput} for what is no name and no address */
async function actorOf(deps: Deps, resource: string): Promise<LocalActor | null> {
  if (resource.startsWith('acct:')) {
    const [, name, host] = /^acct:@?([^@\s/]+)@([^@\s/]+)$/.exec(resource) ?? [];
    if (name === undefined || host === undefined) throw malformed();
    if (!isOurs(deps, host)) return null;
    // By its own host an instance is called by those who know no other name of it.
    return host.toLowerCase() === name.toLowerCase() || name === new URL(deps.config.publicUrl).hostname ? publicActor(deps, INSTANCE_ACTOR_ID) : publicActorByHandle(deps, name);
  }
  const url = URL.parse(resource);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw malformed();
  if (url.origin !== deps.config.publicUrl) return null;
  const named = oursAt(deps.config, url.href);
  if (named !== null) return named.kind === 'actor' ? publicActor(deps, named.id) : null;
  return url.pathname === '/actor' ? publicActor(deps, INSTANCE_ACTOR_ID) : actorOfPage(deps, url.pathname);
}

async function descriptor(deps: Deps, actor: LocalActor, rel: unknown): Promise<object> {
  const { config } = deps;
  const self = actorUri(config, actor.id);
  const page = await pageOf(deps, actor);
  const links = [
    { rel: 'self', type: 'application/activity+json', href: self },
    ...(page === null ? [] : [{ rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: config.publicUrl + page }]),
  ];
  const wanted = Array.isArray(rel) ? rel : rel === undefined ? null : [rel];
  return {
    subject: `acct:${actor.handle}@${ourHost(deps)}`,
    aliases: page === null ? [self] : [self, config.publicUrl + page],
    links: wanted === null ? links : links.filter((link) => wanted.includes(link.rel)),
  };
}

async function pageOf(deps: Deps, actor: LocalActor): Promise<string | null> {
  if (actor.type === 'instance') return '/';
  if (actor.type === 'person') return `/people/${actor.handle}`;
  return (await publicPlace(deps, actor.id))?.url ?? null;
}

function answer(reply: FastifyReply, body: object): FastifyReply {
  return reply.type('application/jrd+json; charset=utf-8').header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=60').send(JSON.stringify(body));
}
