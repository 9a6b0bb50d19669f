// SPDX-License-Identifier: EUPL-1.2
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Forbidden } from './problem.ts';

/** Headers for every answer. The policy allows nothing inline: what slips past the sanitiser still cannot run. */
export async function registerSecurityHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  const https = publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends our cookie along with requests that other sites make; those carry a foreign `Origin`.
 * With a cookie an Origin of our own is needed; without one a foreign Origin is still refused (sign-in in somebody's name).
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string, hasSession: boolean): void {
  if (safeMethods.has(request.method) && !isWebSocket(request)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    if (hasSession) throw foreign();
    return;
  }
  if (origin !== publicUrl && URL.parse(origin)?.host !== request.headers.host) throw foreign();
}

function isWebSocket(request: FastifyRequest): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

function foreign(): Forbidden {
  return new Forbidden({ nl: 'Dit verzoek komt van een andere website en is geweigerd.', en: 'This request comes from another website and was refused.' });
}
