// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';

/** A mail that was taken in and not handled yet. */
export interface WaitingMail {
  id: string;
  ownerId: string | null;
  replyAddressId: string | null;
  mailId: string | null;
  envelopeFrom: string;
}

export type Outcome = 'placed' | 'refused' | 'ignored' | 'paused';

/** Holds the mail for this transaction; false where another was faster. As the system for a moment: it is nobody's to read. */
export async function claim(trx: Trx, { id }: WaitingMail): Promise<boolean> {
  const row = await withSystem(trx, () => trx.selectFrom('inbound_mail').select('id').where('id', '=', id).where('state', '=', 'received').forUpdate().executeTakeFirst());
  return row !== undefined;
}

/** Notes what became of it, and forgets what was in it. */
export async function settle(trx: Trx, { clock }: Pick<Deps, 'clock'>, { id }: WaitingMail, state: Outcome, reason: string): Promise<void> {
  await withSystem(trx, () => trx.updateTable('inbound_mail').set({ state, reason: reason.slice(0, 60), content: null, handled_at: clock.now() }).where('id', '=', id).execute());
}

/** For what has no other effect. */
export async function settleAlone(deps: Pick<Deps, 'database' | 'clock'>, mail: WaitingMail, state: Outcome, reason: string): Promise<void> {
  await deps.database.asSystem(async (trx) => {
    if (await claim(trx, mail)) await settle(trx, deps, mail, state, reason);
  });
}
