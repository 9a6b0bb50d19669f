// SPDX-License-Identifier: EUPL-1.2
import swagger from '@fastify/swagger';
import { Type } from 'typebox';
import type { App } from './app-type.ts';
import { API_VERSION } from './names.ts';

/** The document that describes every route under /api/v1 (OpenAPI 3.1), public and readable from anywhere. */
export async function registerOpenApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Plein',
        version: API_VERSION,
        description: 'A square with buildings around it. Follows the Dutch API Design Rules; errors are RFC 9457 problems. Admins of a place read it as another would with `Plein-View-As: outsider; place=building` or `member; place=building/group`: its page, groups, members, posts and threads, and nothing but reading.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'plein_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    hideUntagged: true,
  });
  app.get(
    '/api/v1/openapi.json',
    { config: { access: 'public' }, schema: { hide: true, response: { 200: Type.Any() } } },
    async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=300');
      return app.swagger();
    },
  );
}
