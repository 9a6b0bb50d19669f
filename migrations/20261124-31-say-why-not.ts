// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What the home of a place elsewhere said with its no, beside the notification of it; it goes with the notification. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notification add column word text`.execute(db);
}
