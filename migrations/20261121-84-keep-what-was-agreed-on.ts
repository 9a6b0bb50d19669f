// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * What each side agreed on: a word counts for as long as that stands. And until when somebody was banned who leads the other place,
 * for when the two are parted again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table merge add column source_agreed_on text, add column target_agreed_on text`.execute(db);
  await sql`alter table merge_membership add column banned_until_before timestamptz`.execute(db);
}
