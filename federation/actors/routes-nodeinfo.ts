// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify';
import { readInstance } from '../../server/identity/public.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';

const PROFILE = 'http://nodeinfo.diaspora.software/ns/schema/2.1';

/** What runs here, and how many use it (NodeInfo 2.1); with the instance's actor (FEP-2677). Counted as a guest, and not at each call. */
export function nodeInfoRoutes(app: App, deps: Deps): void {
  const { publicUrl } = deps.config;
  app.get('/.well-known/nodeinfo', { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) =>
    send(reply, 'application/json; charset=utf-8', {
      links: [
        { rel: PROFILE, href: `${publicUrl}/nodeinfo/2.1` },
        { rel: 'https://www.w3.org/ns/activitystreams#Application', href: actorUri(deps.config, INSTANCE_ACTOR_ID) },
      ],
    }));
  app.get('/nodeinfo/2.1', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    const { name, tagline, version, counts } = await readInstance(deps);
    return send(reply, `application/json; profile="${PROFILE}#"; charset=utf-8`, {
      version: '2.1',
      software: { name: 'plein', version },
      protocols: ['activitypub'],
      services: { inbound: [], outbound: [] },
      openRegistrations: true,
      usage: { users: { total: counts.people }, localPosts: counts.posts },
      metadata: { nodeName: name, nodeDescription: tagline, buildings: counts.buildings },
    });
  });
}

function send(reply: FastifyReply, type: string, body: object): FastifyReply {
  return reply.type(type).header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=60').send(JSON.stringify(body));
}
