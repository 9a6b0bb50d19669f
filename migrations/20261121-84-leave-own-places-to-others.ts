// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** A report on a place is looked at by an administrator who is no admin of it, or of its building, where there is one. Yes or no. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function is_for_other_administrators(place uuid, asker uuid) returns boolean language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); found boolean;
    begin
      if place is null then return false; end if;
      perform set_config('plein.system', 'on', true);
      with theirs as (
        select m.member_id from membership m
        where m.place_id in (select p.id from place p where p.id = place union select p.parent_id from place p where p.id = place) and m.state = 'active' and m.role = 'admin')
      select exists (select from theirs where member_id = asker)
        and exists (select from account c where c.role = 'administrator' and c.suspended_at is null and c.actor_id not in (select member_id from theirs)) into found;
      perform set_config('plein.system', before, true);
      return found;
    end $$`.execute(db);
}
