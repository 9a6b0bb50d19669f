// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';

export interface OwnPause {
  reason: 'bounced' | 'complained';
  since: string;
}

/** Whether mail to the viewer's own address is paused. */
export async function ownPause(trx: Trx): Promise<OwnPause | null> {
  const { rows } = await sql<{ reason: OwnPause['reason']; since: Date }>`select reason, since from my_mail_pause()`.execute(trx);
  const [row] = rows;
  return row === undefined ? null : { reason: row.reason, since: row.since.toISOString() };
}
