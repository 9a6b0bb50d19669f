// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Which post an activity of ours says or passes on: its words go from there too when the post goes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sent_activity add column about text`.execute(db);
  await sql`create index sent_activity_about on sent_activity (about) where about is not null`.execute(db);
}
