// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';

/**
 * This transaction does not wait for the disk. For what is done again when it is lost in a crash, as the note that it was done is lost with
 * it; and whatever is written after it, and does wait, takes it along.
 */
export async function unhurried(trx: Trx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(trx);
}
