// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import type { Locale } from '../platform/db/viewer.ts';
import { Conflict, NotFound } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import { endTokens } from './access-tokens.ts';
import type { AccountSuspended } from './events.ts';
import { endSessions } from './sessions.ts';

/** What other rooms do with accounts. All transactions here are the system's. */

export interface AccountChanges {
  role?: 'member' | 'administrator';
  suspended?: boolean;
  /** With `suspended`: when it ends by itself; null, or not given for who was not suspended yet, lasts until somebody ends it. */
  suspendedUntil?: Date | null;
}

/**
 * Changes somebody's role on the instance, or suspends them: their sessions and access tokens end at once, for good.
 * @param actorId of the person
 * @throws {NotFound} and {@link Conflict} when nobody would be left to administer
 */
export async function changeAccount(trx: Trx, actorId: string, changes: AccountChanges, now: Date): Promise<void> {
  // All administrators, in one order: two who demote each other wait here, and the second is refused.
  const administrators = await trx.selectFrom('account').select('actor_id').where('role', '=', 'administrator').where('suspended_at', 'is', null).orderBy('id').forUpdate().execute();
  const account = await trx.selectFrom('account').select(['id', 'suspended_at']).where('actor_id', '=', actorId).forUpdate().executeTakeFirst();
  if (account === undefined) throw new NotFound();
  const losesOne = changes.role === 'member' || changes.suspended === true;
  if (losesOne && administrators.length === 1 && administrators[0]?.actor_id === actorId) {
    throw new Conflict('last-administrator', { nl: 'Dit is de laatste platformbeheerder. Maak eerst iemand anders platformbeheerder.', en: 'This is the last administrator. Make somebody else administrator first.' });
  }
  if (changes.role !== undefined) await trx.updateTable('account').set({ role: changes.role }).where('id', '=', account.id).execute();
  if (changes.suspended === true && account.suspended_at === null) {
    await trx.updateTable('account').set({ suspended_at: now, suspended_until: changes.suspendedUntil ?? null }).where('id', '=', account.id).execute();
    await endSessions(trx, { accountId: account.id, actorId }, 'all');
    await endTokens(trx, { accountId: account.id, actorId });
    await publish<AccountSuspended>(trx, { type: 'AccountSuspended', accountId: account.id, actorId });
  } else if (changes.suspended === true && changes.suspendedUntil !== undefined) await trx.updateTable('account').set({ suspended_until: changes.suspendedUntil }).where('id', '=', account.id).execute();
  if (changes.suspended === false) await trx.updateTable('account').set({ suspended_at: null, suspended_until: null }).where('id', '=', account.id).execute();
}

/** Lets in again whose suspension had a term that has passed: each once, whoever runs this at the same time. @returns their actor ids. */
export async function endAccountTerms(trx: Trx, now: Date): Promise<string[]> {
  const rows = await trx.updateTable('account').set({ suspended_at: null, suspended_until: null }).where('suspended_until', '<=', now).returning('actor_id').execute();
  return rows.map((row) => row.actor_id);
}

export async function changeLocale(trx: Trx, accountId: string, locale: Locale): Promise<void> {
  await trx.updateTable('account').set({ locale }).where('id', '=', accountId).execute();
}
