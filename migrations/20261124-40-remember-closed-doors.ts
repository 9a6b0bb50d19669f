// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** When the home of a place said that it lets nobody of this instance in; gone as soon as it lets somebody in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table remote_place add column turned_us_away_at timestamptz`.execute(db);
}
