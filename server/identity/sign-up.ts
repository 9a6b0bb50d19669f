// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput } from '../platform/http/problem.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { publish } from '../platform/outbox/publish.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import { createAccount } from './create-account.ts';
import type { AccountConfirmed, SignUpAsked } from './events.ts';
import { cleanName } from './fields.ts';
import { hashPassword, passwordFault } from './password.ts';
import { type StartedSession, startSession } from './sessions.ts';

/** The mail says so too. */
const LINK_LIFETIME_MS = 24 * 3_600_000;

/**
 * Notes a request for an account. Does the same work for every address: whether it is known is looked up by
 * {@link onSignUpAsked}, after the answer.
 * @throws {BadInput} naming `password`
 */
export async function askSignUp(deps: Deps, wanted: { email: string; name: string; password: string; locale: Locale }): Promise<void> {
  const name = cleanName(wanted.name);
  const fault = passwordFault(wanted.password, wanted.email, name);
  if (fault !== null) throw new BadInput('password', fault);
  const passwordHash = await hashPassword(wanted.password);
  const now = deps.clock.now();
  await deps.database.asSystem(async (trx) => {
    const id = newId();
    await trx
      .insertInto('one_time_token')
      .values({ id, kind: 'confirmation', email: wanted.email, name, password_hash: passwordHash, locale: wanted.locale, created_at: now, expires_at: new Date(now.getTime() + LINK_LIFETIME_MS) })
      .execute();
    await publish<SignUpAsked>(trx, { type: 'SignUpAsked', requestId: id });
  });
}

/** Sends the link, or tells a known address that it has an account. Of several requests for one address only the newest counts. */
export const onSignUpAsked = subscriber<SignUpAsked>({
  name: 'send-confirmation',
  queue: 'mail',
  types: ['SignUpAsked'],
  async handle(trx, { requestId }, _stored, { config }) {
    const request = await trx.selectFrom('one_time_token').selectAll().where('id', '=', requestId).where('kind', '=', 'confirmation').forUpdate().executeTakeFirst();
    if (request === undefined || request.email === null || request.name === null) return;
    const { email, name } = request;
    const { name: instance } = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
    const known = await trx
      .selectFrom('account as c')
      .innerJoin('actor as a', 'a.id', 'c.actor_id')
      .select(['c.locale', 'a.name'])
      .where('c.email_key', '=', sameCase(email))
      .executeTakeFirst();
    if (known !== undefined) {
      await trx.deleteFrom('one_time_token').where('id', '=', requestId).execute();
      const data = { name: known.name, signInUrl: `${config.publicUrl}/sign-in`, resetUrl: `${config.publicUrl}/reset-password`, instance };
      await queueMail(trx, { to: email, template: 'known-address', locale: toLocale(known.locale), data });
      return;
    }
    const others = trx.selectFrom('one_time_token').select('id').where('email', '=', email).where('kind', '=', 'confirmation');
    if ((await others.where('id', '>', requestId).executeTakeFirst()) !== undefined) {
      await trx.deleteFrom('one_time_token').where('id', '=', requestId).execute();
      return;
    }
    await trx.deleteFrom('one_time_token').where('id', 'in', others.where('id', '<', requestId)).execute();
    const secret = newSecret();
    await trx.updateTable('one_time_token').set({ token_hash: hashSecret(secret) }).where('id', '=', requestId).execute();
    const data = { name, url: `${config.publicUrl}/confirm?token=${secret}`, instance };
    await queueMail(trx, { to: email, template: 'confirmation', locale: toLocale(request.locale), data });
  },
});

/**
 * Makes the account that a confirmation link stands for, and signs in. The link works once.
 * @throws {BadInput} naming `token` when it is used, expired or none of ours
 */
export async function confirmSignUp(deps: Deps, token: string, userAgent: string | undefined): Promise<{ accountId: string; session: StartedSession }> {
  const now = deps.clock.now();
  return deps.database.asSystem(async (trx) => {
    const request = await trx
      .deleteFrom('one_time_token')
      .where('token_hash', '=', hashSecret(token))
      .where('kind', '=', 'confirmation')
      .where('expires_at', '>', now)
      .returning(['email', 'name', 'password_hash', 'locale'])
      .executeTakeFirst();
    if (request === undefined || request.email === null || request.name === null) throw linkSpent();
    const wanted = { email: request.email, name: request.name, passwordHash: request.password_hash, locale: toLocale(request.locale) };
    const made = await createAccount(trx, deps.config.publicUrl, wanted, now);
    if (made === null) throw linkSpent();
    await publish<AccountConfirmed>(trx, { type: 'AccountConfirmed', ...made });
    return { accountId: made.accountId, session: await startSession(trx, made.accountId, userAgent, now) };
  });
}

export function linkSpent(): BadInput {
  return new BadInput('token', { nl: 'Deze link is al gebruikt of verlopen. Vraag een nieuwe aan.', en: 'This link was used already or has expired. Ask for a new one.' });
}

/** A column with a check on it. */
export function toLocale(value: string | null): Locale {
  return value === 'en' ? 'en' : 'nl';
}
