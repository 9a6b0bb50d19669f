// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { publish } from '../../platform/outbox/publish.ts';
import type { MembershipRulesChanged } from '../events.ts';
import { insideAudience } from '../memberships.ts';
import type { Moving } from './merge-movers.ts';

/** The rules by which people come in hold for the target, those it has already stay behind; lists that were brought in are found there. */
export async function moveRulesAndLists(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    update membership_rule r set place_id = ${target.id}::uuid, audience_id = ${insideAudience(target)}::bigint, merged_by = ${mergeId}::uuid
    where r.place_id = ${source.id}::uuid and not exists (
      select from membership_rule same where same.place_id = ${target.id}::uuid
        and (same.organisation_id, same.work_role, same.theme_id) is not distinct from (r.organisation_id, r.work_role, r.theme_id))`.execute(trx);
  await trx.updateTable('import').set({ place_id: target.id, merged_by: mergeId }).where('place_id', '=', source.id).execute();
  if (numAffectedRows > 0n) await rulesChanged(trx, [target.id]);
}

/** Who came into the target by a rule that goes back leaves it, and comes into the source. */
export async function moveRulesAndListsBack(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    update membership_rule set place_id = ${source.id}::uuid, audience_id = ${insideAudience(source)}::bigint, merged_by = null
    where merged_by = ${mergeId}::uuid and place_id = ${target.id}::uuid`.execute(trx);
  await trx.updateTable('import').set({ place_id: source.id, merged_by: null }).where('merged_by', '=', mergeId).where('place_id', '=', target.id).execute();
  if (numAffectedRows > 0n) await rulesChanged(trx, [source.id, target.id]);
}

async function rulesChanged(trx: Trx, placeIds: readonly string[]): Promise<void> {
  for (const placeId of placeIds) await publish<MembershipRulesChanged>(trx, { type: 'MembershipRulesChanged', placeId, byId: null });
}
