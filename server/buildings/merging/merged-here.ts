// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../platform/db/database.ts';
import type { Viewer } from '../../platform/db/viewer.ts';
import { UNDO_MS } from './under-way.ts';

const MOST_TOLD = 20;

/** What went up in a place in the last 30 days, as far as the viewer might know of it: for the line over its door. */
export async function mergedInto(trx: Trx, viewer: Viewer, placeId: string, now: Date): Promise<{ name: string; slug: string; mergedAt: string }[]> {
  const rows = await trx
    .selectFrom('place as p')
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .select(['pa.name', 'p.slug', 'p.deleted_at'])
    .where('p.merged_into', '=', placeId)
    .where('p.deleted_at', '>', new Date(now.getTime() - UNDO_MS))
    .where('p.audience_id', 'in', [...viewer.audiences])
    .orderBy('p.deleted_at', 'desc')
    .limit(MOST_TOLD)
    .execute();
  return rows.flatMap(({ name, slug, deleted_at: at }) => (at === null ? [] : [{ name, slug, mergedAt: at.toISOString() }]));
}
