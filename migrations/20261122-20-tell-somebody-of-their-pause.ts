// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Pauses are the system's, because addresses are; whether their own is paused everybody may know. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function my_mail_pause() returns table (reason text, since timestamptz) language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query select p.reason, p.since from mail_pause p join account c on p.address = lower(c.email) where c.actor_id = plein_me();
      perform set_config('plein.system', before, true);
    end $$`.execute(db);
}
