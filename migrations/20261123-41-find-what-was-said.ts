// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What somebody of ours said to others, latest first: their outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index sent_activity_sender on sent_activity (sender_id, id desc) where type in ('Create', 'Announce')`.execute(db);
}
