// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Who comes into a place by what they are: all that a rule names must hold, and one rule is enough. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table membership_rule (
      id uuid primary key,
      place_id uuid not null references place on delete cascade,
      audience_id bigint not null references audience,
      organisation_id uuid references organisation on delete cascade,
      work_role text,
      theme_id uuid,
      created_by uuid references actor on delete set null,
      created_at timestamptz not null,
      check (num_nonnulls(organisation_id, work_role, theme_id) > 0),
      unique nulls not distinct (place_id, organisation_id, work_role, theme_id)
    )`.execute(db);
  await sql`create index membership_rule_organisation on membership_rule (organisation_id)`.execute(db);
  await sql`alter table membership_rule enable row level security`.execute(db);
  await sql`alter table membership_rule force row level security`.execute(db);
  await sql`create policy reading on membership_rule using (audience_id = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);
}
