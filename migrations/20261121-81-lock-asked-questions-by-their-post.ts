// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Who may read what was asked, and of whom, follows from the post as it stands now: hidden or held back by a moderator it moves to
 * another audience. `audience_id` stays what it was asked for, which says who may be told once it is released.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop policy reading on asked_question`.execute(db);
  await sql`
    create policy reading on asked_question using (
      exists (select from post p where p.id = asked_question.post_id and p.audience_id = any ((select plein_audiences())::bigint[]))
      or (select plein_is_system()))`.execute(db);
}
