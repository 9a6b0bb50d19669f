// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { onThemeGone } from '../people/public.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import type { MembershipRulesChanged } from './events.ts';

/** A rule that asks for a theme goes on with the one that it became, so that nobody leaves a place because of a word; with a theme that goes for good its rules go too. */
export function registerRulesOfThemes(): void {
  onThemeGone(async (trx, from, into) => {
    const moved = await sql<{ place_id: string }>`
      update membership_rule r set theme_id = ${into}::uuid
      where r.theme_id = ${from}::uuid and ${into}::uuid is not null and not exists (
        select from membership_rule same where same.place_id = r.place_id and same.theme_id = ${into}::uuid
          and same.organisation_id is not distinct from r.organisation_id and same.work_role is not distinct from r.work_role)
      returning r.place_id`.execute(trx);
    const gone = await sql<{ place_id: string }>`delete from membership_rule where theme_id = ${from}::uuid returning place_id`.execute(trx);
    // Who has the other theme fits these rules now too.
    const places = [...new Set([...moved.rows, ...gone.rows].map((row) => row.place_id))].sort();
    await publishAll<MembershipRulesChanged>(trx, places.map((placeId) => ({ type: 'MembershipRulesChanged', placeId, byId: null })));
  });
}
