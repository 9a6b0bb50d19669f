// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Locale } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { publish } from '../platform/outbox/publish.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import { endTokens } from './access-tokens.ts';
import type { PasswordResetAsked } from './events.ts';
import { hashPassword, isPassword, passwordFault } from './password.ts';
import { endSessions } from './sessions.ts';
import { linkSpent, toLocale } from './sign-up.ts';

/** The mail says so too. */
const LINK_LIFETIME_MS = 3_600_000;

/** Notes that somebody asked; whether the address has an account is looked up after the answer, as with a sign-up. */
export async function askPasswordReset(deps: Deps, email: string): Promise<void> {
  const now = deps.clock.now();
  await deps.database.asSystem(async (trx) => {
    const id = newId();
    await trx.insertInto('one_time_token').values({ id, kind: 'password-reset', email, created_at: now, expires_at: new Date(now.getTime() + LINK_LIFETIME_MS) }).execute();
    await publish<PasswordResetAsked>(trx, { type: 'PasswordResetAsked', requestId: id });
  });
}

/** Sends the link where there is an account for it; otherwise forgets the request. Links of before stay good: mail may be slow. */
export const onPasswordResetAsked = subscriber<PasswordResetAsked>({
  name: 'send-password-reset',
  queue: 'mail',
  types: ['PasswordResetAsked'],
  async handle(trx, { requestId }, _stored, { config }) {
    const account = await trx
      .selectFrom('one_time_token as t')
      .innerJoin('account as c', (join) => join.on(sql<boolean>`c.email_key = lower(t.email::text)`))
      .innerJoin('actor as a', 'a.id', 'c.actor_id')
      .select(['c.id', 'c.email', 'c.locale', 'a.name'])
      .where('t.id', '=', requestId)
      .where('t.kind', '=', 'password-reset')
      .where('c.confirmed_at', 'is not', null)
      .where('c.suspended_at', 'is', null)
      .executeTakeFirst();
    if (account === undefined) {
      await trx.deleteFrom('one_time_token').where('id', '=', requestId).execute();
      return;
    }
    const secret = newSecret();
    await trx.updateTable('one_time_token').set({ token_hash: hashSecret(secret), account_id: account.id }).where('id', '=', requestId).execute();
    const { name: instance } = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
    const data = { name: account.name, url: `${config.publicUrl}/reset-password?token=${secret}`, instance };
    await queueMail(trx, { to: account.email, template: 'password-reset', locale: toLocale(account.locale), data });
  },
});

/**
 * Gives the account of a reset link a new password. Every session and access token ends, every other link of its kind is void.
 * @throws {BadInput} naming `token` or `password`
 */
export async function resetPassword(deps: Deps, token: string, password: string): Promise<void> {
  const now = deps.clock.now();
  const found = await deps.database.asSystem((trx) => accountOfLink(trx, token, now));
  if (found === undefined) throw linkSpent();
  const fault = passwordFault(password, found.email, found.name);
  if (fault !== null) throw new BadInput('password', fault);
  const passwordHash = await hashPassword(password);
  await deps.database.asSystem(async (trx) => {
    const spent = await trx.deleteFrom('one_time_token').where('token_hash', '=', hashSecret(token)).where('kind', '=', 'password-reset').where('expires_at', '>', now).returning('id').executeTakeFirst();
    if (spent === undefined) throw linkSpent();
    await givePassword(trx, deps, found, passwordHash, null);
  });
}

/**
 * Replaces the password of somebody who is signed in; their other sessions end, and their access tokens too.
 * @throws {BadInput} naming `current` or `password`
 */
export async function changePassword(deps: Deps, owner: { accountId: string; sessionId: string | null }, given: { current: string; password: string }): Promise<void> {
  const account = await deps.database.asSystem((trx) =>
    trx
      .selectFrom('account as c')
      .innerJoin('actor as a', 'a.id', 'c.actor_id')
      .select(['c.id as accountId', 'c.actor_id as actorId', 'c.email', 'c.locale', 'c.password_hash', 'a.name'])
      .where('c.id', '=', owner.accountId)
      .executeTakeFirstOrThrow(),
  );
  if (!(await isPassword(account.password_hash, given.current))) throw new BadInput('current', { nl: 'Dit is niet je huidige wachtwoord.', en: 'This is not your current password.' });
  const fault = passwordFault(given.password, account.email, account.name);
  if (fault !== null) throw new BadInput('password', fault);
  const passwordHash = await hashPassword(given.password);
  await deps.database.asSystem((trx) => givePassword(trx, deps, { ...account, locale: toLocale(account.locale) }, passwordHash, owner.sessionId));
}

interface Owner {
  accountId: string;
  actorId: string;
  email: string;
  locale: Locale;
  name: string;
}

async function accountOfLink(trx: Trx, token: string, now: Date): Promise<Owner | undefined> {
  const row = await trx
    .selectFrom('one_time_token as t')
    .innerJoin('account as c', 'c.id', 't.account_id')
    .innerJoin('actor as a', 'a.id', 'c.actor_id')
    .select(['c.id as accountId', 'c.actor_id as actorId', 'c.email', 'c.locale', 'a.name'])
    .where('t.token_hash', '=', hashSecret(token))
    .where('t.kind', '=', 'password-reset')
    .where('t.expires_at', '>', now)
    .where('c.suspended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, locale: toLocale(row.locale) };
}

async function givePassword(trx: Trx, { config }: Pick<Deps, 'config'>, owner: Owner, passwordHash: string, keptSession: string | null): Promise<void> {
  await trx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', owner.accountId).execute();
  await trx.deleteFrom('one_time_token').where('account_id', '=', owner.accountId).where('kind', '=', 'password-reset').execute();
  await endSessions(trx, owner, keptSession === null ? 'all' : { except: keptSession });
  // Whoever knew the old password may have made one.
  await endTokens(trx, owner);
  const { name: instance } = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
  const data = { name: owner.name, resetUrl: `${config.publicUrl}/reset-password`, instance };
  await queueMail(trx, { to: owner.email, template: 'password-changed', locale: owner.locale, data });
}
