// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';

/**
 * As the system, with both places locked. What a word of consent was given on, in short: who comes in on either side, who leads it,
 * and how whoever leads the one stands in the other. A word that was given on something else counts for nothing.
 */
export async function termsOf(trx: Trx, { source, target }: { source: { id: string; parentId: string | null }; target: { id: string } }): Promise<string> {
  const both = sql`(${source.id}::uuid, ${target.id}::uuid)`;
  const leads = sql`role = 'admin' and state = 'active' and suspended_until is null`;
  const { rows } = await sql<{ terms: string }>`
    select encode(sha256(convert_to(jsonb_build_object(
      'doors', (select jsonb_agg(jsonb_build_array(p.id, p.access, p.guests_welcome) order by p.id) from place p where p.id in ${both}),
      'admins', (select jsonb_agg(jsonb_build_array(place_id, member_id) order by place_id, member_id) from membership
        where (place_id in ${both} or place_id = ${source.parentId}::uuid) and ${leads}),
      'ties', (select jsonb_agg(jsonb_build_array(tie.place_id, tie.member_id, tie.state) order by tie.place_id, tie.member_id) from membership tie
        where tie.place_id in ${both} and tie.state <> 'active'
          and tie.member_id in (select member_id from membership where place_id in ${both} and role = 'admin' and state = 'active'))
    )::text, 'UTF8')), 'hex') as terms`.execute(trx);
  return rows[0]?.terms ?? '';
}
