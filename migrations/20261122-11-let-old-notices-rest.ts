// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Settings for who had an account before there were any. What stood in lists before there was a digest has been seen there, or was left unread; no first digest repeats months of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await sql`insert into notification_setting (owner_id) select actor_id from account on conflict do nothing`.execute(db);
  await sql`update notification set told_at = created_at, told_by = 'digest' where told_at is null and read_at is null`.execute(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
}
