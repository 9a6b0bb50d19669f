// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Locale } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, Conflict } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { endTokens } from './access-tokens.ts';
import { createAccount } from './create-account.ts';
import { cleanName } from './fields.ts';
import { hashPassword, passwordFault } from './password.ts';
import { endSessions, type StartedSession, startSession } from './sessions.ts';
import { linkSpent } from './sign-up.ts';

const LINK_LIFETIME_MS = 24 * 3_600_000;

type Needs = Pick<Deps, 'config' | 'database' | 'clock'>;

/**
 * Sees to it at start that there is an administrator, or a way to become one.
 * @returns a one-time link for whoever reads the console, or null where there is an administrator, now or already
 */
export async function ensureFirstAdministrator(deps: Needs): Promise<string | null> {
  const { config, database, clock } = deps;
  if (await database.asSystem(hasAdministrator)) return null;
  const wanted = config.firstAdministrator;
  const passwordHash = wanted === null ? null : await hashPassword(wanted.password);
  return database.asSystem(async (trx) => {
    await lock(trx);
    if (await hasAdministrator(trx)) return null;
    const now = clock.now();
    if (wanted !== null) {
      const made = await createAccount(trx, config.publicUrl, { email: wanted.email, name: 'Platformbeheer', passwordHash, locale: 'nl', role: 'administrator' }, now);
      // Whoever sets the environment holds the whole instance: the account of that address is theirs.
      if (made === null) {
        const taken = await trx
          .updateTable('account')
          .set({ role: 'administrator', password_hash: passwordHash, suspended_at: null })
          .where('email_key', '=', sameCase(wanted.email))
          .returning(['id as accountId', 'actor_id as actorId'])
          .executeTakeFirstOrThrow();
        await endSessions(trx, taken, 'all');
        await endTokens(trx, taken);
      }
      return null;
    }
    const secret = newSecret();
    await trx.insertInto('one_time_token').values({ id: newId(), kind: 'first-administrator', token_hash: hashSecret(secret), created_at: now, expires_at: new Date(now.getTime() + LINK_LIFETIME_MS) }).execute();
    return `${config.publicUrl}/first-administrator?token=${secret}`;
  });
}

/**
 * Makes the first administrator from that link; every link of its kind is void from then on.
 * @throws {BadInput} naming `token` or `password`; {@link Conflict} naming `email`
 */
export async function becomeFirstAdministrator(deps: Needs, given: { token: string; email: string; name: string; password: string; locale: Locale; userAgent: string | undefined }): Promise<{ accountId: string; session: StartedSession }> {
  const name = cleanName(given.name);
  const now = deps.clock.now();
  if (!(await deps.database.asSystem((trx) => isGood(trx, given.token, now)))) throw linkSpent();
  const fault = passwordFault(given.password, given.email, name);
  if (fault !== null) throw new BadInput('password', fault);
  const passwordHash = await hashPassword(given.password);
  return deps.database.asSystem(async (trx) => {
    await lock(trx);
    if (!(await isGood(trx, given.token, now)) || (await hasAdministrator(trx))) throw linkSpent();
    const made = await createAccount(trx, deps.config.publicUrl, { email: given.email, name, passwordHash, locale: given.locale, role: 'administrator' }, now);
    if (made === null) throw new Conflict('email-taken', { nl: 'Dit e-mailadres heeft al een account. Gebruik voor de eerste beheerder een ander adres.', en: 'This e-mail address has an account already. Use another one for the first administrator.' }, 'email');
    await trx.deleteFrom('one_time_token').where('kind', '=', 'first-administrator').execute();
    return { accountId: made.accountId, session: await startSession(trx, made.accountId, given.userAgent, now) };
  });
}

/** Several processes may start at once, and a link may be opened twice. */
async function lock(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('plein-first-administrator'))`.execute(trx);
}

async function hasAdministrator(trx: Trx): Promise<boolean> {
  const row = await trx.selectFrom('account').select('id').where('role', '=', 'administrator').where('suspended_at', 'is', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

async function isGood(trx: Trx, token: string, now: Date): Promise<boolean> {
  const row = await trx.selectFrom('one_time_token').select('id').where('token_hash', '=', hashSecret(token)).where('kind', '=', 'first-administrator').where('expires_at', '>', now).executeTakeFirst();
  return row !== undefined;
}
