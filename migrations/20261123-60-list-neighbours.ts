// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** What neighbours tell of themselves: their open buildings, which stand on our square too, and whether they name us in turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table neighbour_building (
      uri text primary key,
      host text not null references peer on delete cascade,
      place integer not null,
      handle text not null,
      name text not null,
      summary text not null,
      url text not null,
      member_count integer not null
    )`.execute(db);
  await sql`create index neighbour_building_host on neighbour_building (host, place)`.execute(db);
  await sql`alter table neighbour_building enable row level security`.execute(db);
  await sql`alter table neighbour_building force row level security`.execute(db);
  // For everybody, as on the square where they stand at home.
  await sql`create policy reading on neighbour_building using (1 = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);
  // When the list was last fetched, and why not where that failed since.
  await sql`alter table peer add column listed_at timestamptz, add column list_fault text not null default ''`.execute(db);
  // It would pass on questions of ours to its people; we ask it only where we would do the same for its.
  await sql`alter table peer add column takes_questions boolean not null default false`.execute(db);
}
