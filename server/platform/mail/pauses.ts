// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { TemplateName } from './templates.ts';

/** An address that no mail goes to until its owner says that it works again. */
export interface MailPause {
  reason: 'bounced' | 'complained';
  /** What the other server said. */
  detail: string;
  since: Date;
}

const LONGEST_DETAIL = 500;

/** Without these somebody could not get into their account, or would not hear that somebody else did. */
const alwaysTried = new Set<TemplateName>(['confirmation', 'known-address', 'password-reset', 'password-changed']);

export function isAlwaysTried(template: TemplateName): boolean {
  return alwaysTried.has(template);
}

/** Whose address is paused already keeps the first reason. As the system. */
export async function pauseAddress(trx: Trx, address: string, reason: MailPause['reason'], detail: string, now: Date): Promise<void> {
  await trx
    .insertInto('mail_pause')
    .values({ address: address.toLowerCase(), reason, detail: detail.slice(0, LONGEST_DETAIL), since: now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
}

/** As the system: a viewer may ask for their own address only. */
export async function pauseOf(trx: Trx, address: string): Promise<MailPause | null> {
  const row = await trx.selectFrom('mail_pause').select(['reason', 'detail', 'since']).where('address', '=', address.toLowerCase()).executeTakeFirst();
  // A column with a check on it.
  return row === undefined ? null : { ...row, reason: row.reason as MailPause['reason'] };
}

/** Of these addresses, in lower case, those that are paused. As the system. */
export async function pausedAmong(trx: Trx, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await trx.selectFrom('mail_pause').select('address').where('address', 'in', addresses.map((each) => each.toLowerCase())).execute();
  return new Set(rows.map((row) => row.address));
}

/** As the system. @returns whether there was a pause. */
export async function endPause(trx: Trx, address: string): Promise<boolean> {
  return (await trx.deleteFrom('mail_pause').where('address', '=', address.toLowerCase()).returning('address').execute()).length > 0;
}
