// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What else goes along when a place goes up in another: rules, lists of people that were brought in, and what moderators had to look at or decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['membership_rule', 'import', 'moderation_decision']) {
    await sql`alter table ${sql.table(table)} add column merged_by uuid references merge on delete set null`.execute(db);
    await sql`create index ${sql.ref(`${table}_merged_by`)} on ${sql.table(table)} (merged_by) where merged_by is not null`.execute(db);
  }
  // Somebody reported in both places has one open case: the reports join those of the case that is there.
  await sql`
    create table merge_case (
      merge_id uuid not null references merge on delete cascade,
      case_id uuid not null references moderation_case on delete cascade,
      second_audience_before bigint references audience,
      joined_case_id uuid references moderation_case on delete cascade,
      report_ids uuid[] not null default '{}',
      primary key (merge_id, case_id)
    )`.execute(db);
  await sql`create index merge_case_case on merge_case (case_id)`.execute(db);
  await sql`create index merge_case_joined on merge_case (joined_case_id) where joined_case_id is not null`.execute(db);
  await sql`alter table merge_case enable row level security`.execute(db);
  await sql`alter table merge_case force row level security`.execute(db);
  await sql`create policy reading on merge_case using ((select plein_is_system()))`.execute(db);
}
