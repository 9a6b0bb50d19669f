// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config/config.ts';
import type { Trx } from '../platform/db/database.ts';
import { SESSION_COOKIE } from '../platform/http/names.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { SessionEnded } from './events.ts';

/** A session lives this long after it was last used. */
export const SESSION_LIFETIME_MS = 30 * 24 * 3_600_000;
/** The server decides when a session ends; the cookie merely lasts longer than any session that is used. */
const COOKIE_SECONDS = 400 * 24 * 3_600;
const MOST_SESSIONS = 50;
const LONGEST_USER_AGENT = 300;

export interface StartedSession {
  id: string;
  /** For the cookie; only its hash is kept. */
  secret: string;
}

/** A session of its own at every sign-in, so that an id planted before is worth nothing. The transaction is the system's. */
export async function startSession(trx: Trx, accountId: string, userAgent: string | undefined, now: Date): Promise<StartedSession> {
  const [id, secret] = [newId(), newSecret()];
  await trx
    .insertInto('session')
    .values({
      id,
      token_hash: hashSecret(secret),
      account_id: accountId,
      user_agent: (userAgent ?? '').slice(0, LONGEST_USER_AGENT),
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + SESSION_LIFETIME_MS),
    })
    .execute();
  await trx.updateTable('account').set({ last_seen_at: now }).where('id', '=', accountId).execute();
  const surplus = trx.selectFrom('session').select('id').where('account_id', '=', accountId).orderBy('last_seen_at', 'desc').orderBy('id', 'desc').offset(MOST_SESSIONS);
  await trx.deleteFrom('session').where('id', 'in', surplus).execute();
  return { id, secret };
}

/**
 * Ends sessions of one account and tells it, so that their sockets close.
 * @param which one, all but one, or all
 * @returns how many ended
 */
export async function endSessions(trx: Trx, owner: { accountId: string; actorId: string }, which: { only: string } | { except: string | null } | 'all'): Promise<number> {
  let ending = trx.deleteFrom('session').where('account_id', '=', owner.accountId).returning('id');
  if (which !== 'all' && 'only' in which) ending = ending.where('id', '=', which.only);
  else if (which !== 'all' && which.except !== null) ending = ending.where('id', '!=', which.except);
  const ended = await ending.execute();
  if (which === 'all') {
    if (ended.length > 0) await publish<SessionEnded>(trx, { type: 'SessionEnded', accountId: owner.accountId, actorId: owner.actorId });
  } else {
    await publishAll<SessionEnded>(trx, ended.map(({ id }) => ({ type: 'SessionEnded', accountId: owner.accountId, actorId: owner.actorId, sessionId: id })));
  }
  return ended.length;
}

/** Ends the session of a cookie that another sign-in replaces, whosever it was. */
export async function endReplacedSession(trx: Trx, secret: string): Promise<void> {
  const row = await trx
    .selectFrom('session as s')
    .innerJoin('account as c', 'c.id', 's.account_id')
    .select(['s.id', 'c.id as accountId', 'c.actor_id as actorId'])
    .where('s.token_hash', '=', hashSecret(secret))
    .executeTakeFirst();
  if (row !== undefined) await endSessions(trx, row, { only: row.id });
}

/** Newest use first; there are never more than {@link MOST_SESSIONS}. */
export function sessionsOf(trx: Trx, accountId: string, now: Date) {
  return trx
    .selectFrom('session')
    .select(['id', 'user_agent', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SESSIONS)
    .execute();
}

export function setSessionCookie(reply: FastifyReply, config: Config, session: StartedSession): void {
  reply.setCookie(SESSION_COOKIE, session.secret, { ...cookieOptions(config), maxAge: COOKIE_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(config));
}

function cookieOptions(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') } as const;
}
