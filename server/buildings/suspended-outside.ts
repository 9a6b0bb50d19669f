// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';

/** Whether a suspension waits in a place, or in the building around it, for somebody who is no member there. */
export async function suspendedOutside(trx: Trx, placeId: string, actorId: string): Promise<boolean> {
  // As the system: what was decided about somebody who is not there is nobody's to read; yes or no is asked.
  const row = await withSystem(trx, () =>
    trx
      .selectFrom('membership_end as e')
      .innerJoin('place as p', (join) => join.on((on) => on.or([on('p.id', '=', on.ref('e.place_id')), on('p.parent_id', '=', on.ref('e.place_id'))])))
      .select('e.place_id')
      .where('p.id', '=', placeId)
      .where('e.member_id', '=', actorId)
      .where('e.suspended_until', 'is not', null)
      .executeTakeFirst(),
  );
  return row !== undefined;
}
