// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Administrators can do something about a place that was reported: warn its admins, or close its door. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table moderation_decision
      drop constraint moderation_decision_action_check,
      add constraint moderation_decision_action_check
        check (action in ('hide', 'restore', 'warn', 'remove', 'suspend', 'ban', 'suspend-account', 'approve', 'refuse', 'close-place'))`.execute(db);
}
