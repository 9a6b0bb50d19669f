// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { Problem } from '../platform/http/problem.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { endReplacedSession, type StartedSession, startSession } from './sessions.ts';
import { sameCase } from '../platform/db/same-case.ts';

/** One sentence for every reason: unknown, unconfirmed, suspended, or a wrong password. */
export class SignInFailed extends Problem {
  constructor() {
    super(401, 'sign-in-failed', { nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw, of vraag een nieuw wachtwoord aan.', en: 'This e-mail address and password do not belong together. Try again, or ask for a new password.' });
  }
}

/**
 * Starts a new session, whatever session the request had before; that one ends.
 * @param previous the secrets of the cookies that came along
 * @throws {SignInFailed}
 */
export async function signIn(deps: Deps, given: { email: string; password: string; userAgent: string | undefined; previous: readonly string[] }): Promise<{ accountId: string; session: StartedSession }> {
  const { database, clock } = deps;
  const account = await database.asSystem((trx) => trx.selectFrom('account').select(['id', 'password_hash', 'confirmed_at', 'suspended_at']).where('email_key', '=', sameCase(given.email)).executeTakeFirst());
  const usable = account !== undefined && account.confirmed_at !== null && account.suspended_at === null;
  // Outside any transaction: hashing takes longer than anything the database does.
  const right = await isPassword(usable ? account.password_hash : null, given.password);
  if (!usable || !right) throw new SignInFailed();
  const renewed = account.password_hash !== null && isOutdated(account.password_hash) ? await hashPassword(given.password) : null;
  const session = await database.asSystem(async (trx) => {
    // Suspended, or given another password, while the old one was checked: this sign-in came too late.
    const still = await trx.selectFrom('account').select('id').where('id', '=', account.id).where('suspended_at', 'is', null).where('password_hash', '=', account.password_hash).forUpdate().executeTakeFirst();
    if (still === undefined) throw new SignInFailed();
    if (renewed !== null) await trx.updateTable('account').set({ password_hash: renewed }).where('id', '=', account.id).execute();
    for (const secret of given.previous) await endReplacedSession(trx, secret);
    return startSession(trx, account.id, given.userAgent, clock.now());
  });
  return { accountId: account.id, session };
}
