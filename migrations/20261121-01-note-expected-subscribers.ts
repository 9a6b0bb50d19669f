// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Who was asked to act on an event: the subscribers that the relay made jobs for. While two versions run side by side,
 * a worker that does not know one of them must not take the event for done.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table event add column expected text[] not null default '{}'`.execute(db);
}
