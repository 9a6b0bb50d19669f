// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Keys that are kept of who is not known otherwise go when their owner no longer lists them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index federation_kv_key_owner on federation_kv ((value ->> 'uri')) where key like 'key:%'`.execute(db);
}
