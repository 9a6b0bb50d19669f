// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { Conflict } from '../../platform/http/problem.ts';

const DAY = 24 * 3_600_000;
/** How long a merge can be undone. */
export const UNDO_MS = 30 * DAY;

/** What moves is in two places at once: neither may go on to a third, or go, until it is over. */
export class MergeUnderWay extends Conflict {
  constructor() {
    super('merge-under-way', {
      nl: 'Hier wordt nu iets samengevoegd of uit elkaar gehaald. Wacht tot dat klaar is en probeer het dan opnieuw.',
      en: 'Something is being merged or parted here. Wait until that is done and try again.',
    });
  }
}

/**
 * As the system, with the places locked. Looks at what moves into or out of these places, the groups in them and the buildings that
 * they are in.
 * @throws {MergeUnderWay}
 */
export async function requireNothingUnderWay(trx: Trx, sides: readonly { id: string; parentId: string | null }[]): Promise<void> {
  const ids = sides.map(({ id }) => id);
  const around = sides.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]));
  const found = await trx
    .selectFrom('merge as m')
    .innerJoin('place as p', (join) => join.on(sql<boolean>`p.id in (m.source_id, m.target_id)`))
    .select('m.id')
    .where('m.state', 'in', ['moving', 'undoing'])
    .where((where) => where.or([where('p.id', 'in', around), where('p.parent_id', 'in', ids)]))
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) throw new MergeUnderWay();
}

/**
 * As the system. What went up in a place less than 30 days ago is not its alone to delete: those it came from may want it back.
 * @throws {Conflict}
 */
export async function requireNothingToPart(trx: Trx, placeId: string, now: Date): Promise<void> {
  const found = await trx.selectFrom('merge').select('id').where('target_id', '=', placeId).where('state', '=', 'done').where('done_at', '>', new Date(now.getTime() - UNDO_MS)).limit(1).executeTakeFirst();
  if (found === undefined) return;
  throw new Conflict('merge-undoable', {
    nl: 'Hierin is minder dan 30 dagen geleden een andere plek opgegaan. Maak dat eerst ongedaan, of wacht tot die tijd voorbij is.',
    en: 'Another place went up in this one less than 30 days ago. Undo that first, or wait until that time has passed.',
  });
}
