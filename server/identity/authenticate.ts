// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Member, Scope } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Authenticate } from '../platform/http/app.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { sessionSecrets } from '../platform/http/session-cookies.ts';
import { VIEW_AS } from '../platform/http/view-as.ts';
import { hashSecret } from '../platform/ids.ts';
import { SESSION_LIFETIME_MS } from './sessions.ts';
import { toMember, type ViewerRow } from './viewers.ts';

/** How often "last seen" is written at most. */
const SEEN_EVERY_MS = 5 * 60_000;
const LONGEST_SECRET = 200;

type AuthDeps = Pick<Deps, 'database' | 'clock' | 'log'>;

/**
 * Who sends a request. A request with an Authorization header never counts as one with a cookie, because the check on
 * its Origin is left out for it. A bad token is refused (RFC 6750, 3.1); an old cookie makes a guest.
 */
export function authenticate(deps: AuthDeps): Authenticate {
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization.slice(0, LONGEST_SECRET))?.[1];
      if (token === undefined) return null;
      const credential = hashSecret(token);
      return { viewer: await memberWithToken(deps, credential, looksOn(request)), credential };
    }
    for (const credential of sessionSecrets(request).map(hashSecret)) {
      const viewer = await memberWithSession(deps, credential, looksOn(request));
      if (viewer !== null) return { viewer, credential };
    }
    return null;
  };
}

/** Who looks with somebody else's eyes leaves no trace of their own. */
function looksOn(request: FastifyRequest): boolean {
  return request.headers[VIEW_AS] !== undefined;
}

async function memberWithSession(deps: AuthDeps, hash: Buffer, unnoted: boolean): Promise<Member | null> {
  const now = deps.clock.now();
  const { rows } = await deps.database.pool.query<ViewerRow & { session_id: string; last_seen_at: Date }>({ name: 'viewer_of_session', text: 'select * from viewer_of_session($1, $2)', values: [hash, now] });
  const row = rows[0];
  if (row === undefined) return null;
  if (!unnoted && now.getTime() - row.last_seen_at.getTime() >= SEEN_EVERY_MS) noteSession(deps, row.session_id, row.account_id, now);
  return toMember(row, { scopes: null, sessionId: row.session_id });
}

async function memberWithToken(deps: AuthDeps, hash: Buffer, unnoted: boolean): Promise<Member> {
  const now = deps.clock.now();
  const { rows } = await deps.database.pool.query<ViewerRow & { token_id: string; last_used_at: Date | null; scopes: Scope[] }>({ name: 'viewer_of_access_token', text: 'select * from viewer_of_access_token($1, $2)', values: [hash, now] });
  const row = rows[0];
  if (row === undefined) throw new SignInNeeded();
  if (!unnoted && now.getTime() - (row.last_used_at?.getTime() ?? 0) >= SEEN_EVERY_MS) noteToken(deps, row.token_id, row.account_id, now);
  return toMember(row, { scopes: row.scopes, sessionId: null });
}

/** Not waited for: nobody's page is to be slower for it, and a lost note is made up for by the next. Keeps the session alive. */
function noteSession({ database, log }: AuthDeps, sessionId: string, accountId: string, now: Date): void {
  void database
    .asSystem(async (trx) => {
      await trx.updateTable('session').set({ last_seen_at: now, expires_at: new Date(now.getTime() + SESSION_LIFETIME_MS) }).where('id', '=', sessionId).execute();
      await trx.updateTable('account').set({ last_seen_at: now }).where('id', '=', accountId).execute();
    })
    .catch((error: unknown) => log.warn({ err: error }, 'last seen'));
}

function noteToken({ database, log }: AuthDeps, tokenId: string, accountId: string, now: Date): void {
  void database
    .asSystem(async (trx) => {
      await trx.updateTable('access_token').set({ last_used_at: now }).where('id', '=', tokenId).execute();
      await trx.updateTable('account').set({ last_seen_at: now }).where('id', '=', accountId).execute();
    })
    .catch((error: unknown) => log.warn({ err: error }, 'last used'));
}
