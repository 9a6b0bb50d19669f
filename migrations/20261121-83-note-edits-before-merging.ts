// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * How often a post had been edited when it went along: what was written of it since was written for who reads there, and does not
 * become wider by undoing. Of what is under way the edits of before count as made since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table merge_post add column revisions integer not null default 0`.execute(db);
}
