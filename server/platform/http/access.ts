// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest, RouteOptions } from 'fastify';
import { isMember, type Member, type Scope } from '../db/viewer.ts';
import { Forbidden, SignInNeeded } from './problem.ts';

/** Who may call a route at all; what they may do there is for the room's policy. */
export type Access = 'public' | 'account' | 'administrator';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What an access token needs; read for GET and write for the rest unless said otherwise. */
    scope?: Scope;
    /** A name of {@link ./rate-limit.ts}. */
    limit?: import('./rate-limit.ts').LimitName;
    /** The route keeps its answers for an Idempotency-Key. POST does so unless it says no. */
    idempotent?: boolean;
    /** The same for everybody (assets, health): nobody is looked up and nothing is counted. */
    anonymous?: boolean;
    /**
     * What it does follows from the request alone, whoever sends it from wherever: nobody is looked up, and an Origin of another website
     * is no reason to refuse. For what mail programs send (RFC 8058).
     */
    fromAnywhere?: true;
    /** Sessions only: secrets and sign-in never go through an access token. */
    sessionOnly?: boolean;
    /** Reads a place, and can be read as an outsider or an ordinary member would: see {@link ./view-as.ts}. */
    viewAs?: true;
  }
}

/** Runs for every route as it is declared: one that does not say who may call it stops the start. */
export function requireAccess(route: RouteOptions): void {
  if (route.config?.access === undefined) throw new Error(`${String(route.method)} ${route.url} does not declare who may call it (config.access)`);
}

export function enforceAccess(request: FastifyRequest): void {
  const { access, scope, sessionOnly } = request.routeOptions.config;
  const { viewer } = request;
  if (isMember(viewer) && viewer.scopes !== null) {
    const needed = access === 'administrator' ? 'admin' : (scope ?? (request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write'));
    if (sessionOnly === true || !viewer.scopes.includes(needed)) {
      throw new Forbidden({ nl: `Dit token mag dit niet: het mist "${needed}".`, en: `This token may not do this: it lacks "${needed}".` });
    }
  }
  if (access === 'public' || access === undefined) return;
  if (!isMember(viewer)) throw new SignInNeeded();
  if (access === 'administrator' && !viewer.isAdministrator) throw new Forbidden();
}

/** For handlers of routes with access 'account' or 'administrator'. */
export function memberOf(request: FastifyRequest): Member {
  if (!isMember(request.viewer)) throw new SignInNeeded();
  return request.viewer;
}
