// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * What was said about something for the members of one place carries that place: so that it is served to nobody else, and goes when what
 * is kept of the place goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sent_activity add column members_of uuid`.execute(db);
  await sql`create index sent_activity_members_of on sent_activity (members_of) where members_of is not null`.execute(db);
  await sql`create index remote_membership_host on remote_membership (place_id, host)`.execute(db);
  // The activity in which one of ours wrote in a place elsewhere, by which its home refuses it.
  await sql`alter table remote_post add column activity_uri text`.execute(db);
  await sql`create unique index remote_post_activity on remote_post (activity_uri) where activity_uri is not null`.execute(db);
}
