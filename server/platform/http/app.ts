// SPDX-License-Identifier: EUPL-1.2
import cookie from '@fastify/cookie';
import websocket from '@fastify/websocket';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { guest, type Locale, type Viewer } from '../db/viewer.ts';
import { newId } from '../ids.ts';
import { boundSilent } from './bound-silent.ts';
import { sendInOnePiece } from '../one-piece.ts';
import type { App } from './app-type.ts';
import { enforceAccess, requireAccess } from './access.ts';
import { problemHandler } from './errors.ts';
import { registerOpenApi } from './openapi.ts';
import { API_VERSION, SESSION_COOKIE } from './names.ts';
import { NotFound, Problem, SignInNeeded } from './problem.ts';
import { refuseForeignOrigin, registerSecurityHeaders } from './security.ts';
import { refuseAddress, refuseConnection } from './unreadable.ts';
import { validatorCompiler } from './validation.ts';
import { putOnView, type ViewAs } from './view-as.ts';

export type { App } from './app-type.ts';

const BODY_LIMIT = 1024 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, with what they may read; loaded once, before anything else. */
    viewer: Viewer;
    /** The hash of the session or access token that told who the viewer is; null for a guest. */
    credential: Buffer | null;
  }
}

/**
 * Finds out who sends a request, by its cookie or access token; null for nobody.
 * @throws {SignInNeeded} for a token that is nobody's
 */
export type Authenticate = (request: FastifyRequest) => Promise<{ viewer: Viewer; credential: Buffer } | null>;

/** The HTTP server without rooms: limits, security, errors, OpenAPI. */
export async function createHttp(deps: Deps, authenticate: Authenticate, viewAs: ViewAs): Promise<App> {
  const { config } = deps;
  const app = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: !['info', 'debug', 'trace'].includes(config.logLevel) }),
    genReqId: () => newId(),
    frameworkErrors: (error, request, reply) => {
      request.viewer = guest(preferredLocale(request.headers['accept-language']));
      refuseAddress(error, request, reply);
    },
    clientErrorHandler: refuseConnection,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy,
    // Whoever opens a connection has this long to say what they want, and then to send all of it. Looked at so often.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // Who comes in while the door is being closed is served, and told not to come back on this connection.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.server.on('connection', sendInOnePiece);
  boundSilent(app.server, { proxied: config.trustProxy !== false });
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler(problemHandler(deps.log));
  app.removeContentTypeParser('text/plain');
  acceptEmptyJson(app);

  // Before our own hooks: it closes the connection of an upgrade that they refuse.
  // The live hub says goodbye to its sockets itself, with a code that tells them to come back.
  await app.register(websocket, {
    options: { maxPayload: 4_096 },
    preClose: (done) => done(),
    // A frame that is too large or broken is the client's fault, and no news.
    errorHandler(error, socket, request) {
      request.log.debug({ err: error }, 'socket');
      // A fault in a frame has begun to close the socket with its code, which is to arrive.
      if (socket.readyState === socket.OPEN) socket.terminate();
    },
  });
  app.decorateRequest('viewer');
  app.decorateRequest('credential', null);
  app.addHook('onRoute', requireAccess);
  const speaking = new Set<string>();
  app.addHook('onRoute', (route) => {
    if (route.wsHandler !== undefined) speaking.add(route.url);
  });
  app.addHook('onRequest', async (request, reply) => {
    request.viewer = guest(preferredLocale(request.headers['accept-language']));
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('api-version', API_VERSION).header('cache-control', 'no-store');
  });
  // At the end of the answer, so that a request from before the stop leaves no connection behind either.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (deps.stopping.begun) reply.header('connection', 'close');
    done();
  });
  await app.register(cookie);
  await registerSecurityHeaders(app as unknown as FastifyInstance, config.publicUrl);
  app.addHook('onRequest', async (request) => {
    // The plugin would open a socket at any address, and wait for it to close.
    if (request.ws && !speaking.has(request.routeOptions.url ?? '')) throw new NotFound();
    refusePacked(request);
    if (request.routeOptions.config.anonymous === true) return;
    if (request.routeOptions.config.fromAnywhere !== true) {
      refuseForeignOrigin(request, config.publicUrl, request.cookies[SESSION_COOKIE] !== undefined && request.headers.authorization === undefined);
      await recognise(request);
    }
    if (request.method === 'GET' || request.method === 'HEAD') await deps.limits.takeRead(request);
    // Each counter is a write to the database: a route with a narrower one of its own is not counted twice.
    else await deps.limits.take(request.routeOptions.config.limit ?? 'write', request);
    await putOnView(request, viewAs);
    enforceAccess(request);
  });
  await registerOpenApi(app);
  return app;

  /** Cookies and tokens that are nobody's are counted per address, and refused unasked when there are too many. */
  async function recognise(request: FastifyRequest): Promise<void> {
    if (request.headers.authorization === undefined && request.cookies[SESSION_COOKIE] === undefined) return;
    await deps.limits.refuseFailing(request);
    const found = await authenticate(request).catch(async (error: unknown) => {
      if (error instanceof SignInNeeded) await deps.limits.noteFailure(request);
      throw error;
    });
    if (found === null) await deps.limits.noteFailure(request);
    else Object.assign(request, found);
  }
}

/** Nothing is unpacked here, so that no small body can become a large one. */
function refusePacked(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new Problem(415, 'packed', { nl: 'Stuur de inhoud onverpakt, zonder content-encoding.', en: 'Send the content as it is, without content-encoding.' });
}

/** Many commands have no body; a client that names a type for nothing is not refused for it. */
function acceptEmptyJson(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** Dutch unless English is asked for and Dutch is not, or less (RFC 9110, 12.5.4). */
export function preferredLocale(header: string | undefined): Locale {
  const weight = (language: Locale): number => {
    for (const part of (header ?? '').slice(0, 200).toLowerCase().split(',')) {
      const [tag = '', ...parameters] = part.trim().split(';');
      if (tag !== language && !tag.startsWith(`${language}-`)) continue;
      const q = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return q === undefined ? 1 : Number(q);
    }
    return 0;
  };
  return weight('en') > weight('nl') ? 'en' : 'nl';
}
