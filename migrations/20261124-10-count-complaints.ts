// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** How often an instance complained lately is asked at each of its complaints. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index received_activity_flags on received_activity (host, handled_at) where type = 'Flag' and outcome = 'done'`.execute(db);
}
