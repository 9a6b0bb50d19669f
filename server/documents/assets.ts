// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { App } from '../platform/http/app.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

/** Sends what Vite built. Names hold a hash of the content, so browsers may keep them for a year. */
export async function registerAssets(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: `${folder}/assets`, serve: false, preCompressed: true, index: false, cacheControl: false });
  const files = new Set(readdirSync(`${folder}/assets`));
  app.get<{ Params: { '*': string } }>('/assets/*', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, (request, reply) => {
    const name = request.params['*'];
    // Only what was there at the start is sent: no path can lead elsewhere.
    if (!files.has(name)) return reply.callNotFound();
    return reply.header('cache-control', `public, max-age=${YEAR_MS / 1000}, immutable`).sendFile(name);
  });
}
