// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Member, Scope } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, Conflict, NotFound, SignInNeeded } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { SessionEnded } from './events.ts';

const MOST_TOKENS = 50;
/** So that scanners of leaked secrets can tell whose it is. */
const PREFIX = 'plein_';

export interface AccessTokenView {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
}

interface AccessTokenRow {
  id: string;
  name: string;
  scopes: string[];
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}

const columns = ['id', 'name', 'scopes', 'created_at', 'last_used_at', 'expires_at'] as const;

function toView(row: AccessTokenRow): AccessTokenView {
  return {
    id: row.id,
    name: row.name,
    // Written through the schema of the route.
    scopes: row.scopes as Scope[],
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}

/** Newest first; there are never more than {@link MOST_TOKENS}. */
export async function tokensOf({ database }: Pick<Deps, 'database'>, accountId: string): Promise<AccessTokenView[]> {
  const rows = await database.asSystem((trx) => trx.selectFrom('access_token').select(columns).where('account_id', '=', accountId).orderBy('id', 'desc').limit(MOST_TOKENS).execute());
  return rows.map(toView);
}

/** @returns the token itself too, which is shown this once and kept only as a hash */
export async function createToken(deps: Deps, member: Member, wanted: { name: string; scopes: readonly Scope[]; expiresAt: Date | null }): Promise<AccessTokenView & { token: string }> {
  const now = deps.clock.now();
  if (wanted.expiresAt !== null && !(wanted.expiresAt > now)) throw new BadInput('expiresAt', { nl: 'Kies een tijdstip dat nog komt.', en: 'Choose a moment that is still to come.' });
  if (wanted.scopes.includes('admin') && !member.isAdministrator) throw new BadInput('scopes', { nl: 'Alleen een platformbeheerder kan "admin" geven.', en: 'Only an administrator can give "admin".' });
  const token = PREFIX + newSecret();
  const row = await deps.database.asSystem(async (trx) => {
    const account = await trx.selectFrom('account').select('id').where('id', '=', member.accountId).where('suspended_at', 'is', null).forUpdate().executeTakeFirst();
    // Suspended, or signed out by a new password, since the request came in: nothing may outlive that.
    const session = await trx.selectFrom('session').select('id').where('id', '=', member.sessionId).executeTakeFirst();
    if (account === undefined || session === undefined) throw new SignInNeeded();
    const { count } = await trx.selectFrom('access_token').select((eb) => eb.fn.countAll<number>().as('count')).where('account_id', '=', member.accountId).executeTakeFirstOrThrow();
    if (count >= MOST_TOKENS) throw new Conflict('too-many-tokens', { nl: `Je hebt al ${MOST_TOKENS} tokens. Trek er eerst een in.`, en: `You have ${MOST_TOKENS} tokens already. Revoke one first.` });
    return trx
      .insertInto('access_token')
      .values({ id: newId(), account_id: member.accountId, name: wanted.name, token_hash: hashSecret(token), scopes: [...new Set(wanted.scopes)], created_at: now, expires_at: wanted.expiresAt })
      .returning(columns)
      .executeTakeFirstOrThrow();
  });
  return { ...toView(row), token };
}

/** Revokes every token of an account and tells it, so that their sockets close. The transaction is the system's. */
export async function endTokens(trx: Trx, { accountId, actorId }: Pick<Member, 'accountId' | 'actorId'>): Promise<void> {
  const gone = await trx.deleteFrom('access_token').where('account_id', '=', accountId).returning('id').execute();
  await publishAll<SessionEnded>(trx, gone.map(({ id }) => ({ type: 'SessionEnded', accountId, actorId, tokenId: id })));
}

export async function revokeToken({ database }: Pick<Deps, 'database'>, { accountId, actorId }: Pick<Member, 'accountId' | 'actorId'>, id: string): Promise<void> {
  await database.asSystem(async (trx) => {
    const gone = await trx.deleteFrom('access_token').where('id', '=', id).where('account_id', '=', accountId).returning('id').executeTakeFirst();
    if (gone === undefined) throw new NotFound();
    await publish<SessionEnded>(trx, { type: 'SessionEnded', accountId, actorId, tokenId: id });
  });
}
