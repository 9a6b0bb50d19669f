// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { sharedWith } from './sharing.ts';
import { findThemes, type ThemeInList } from './themes.ts';

export type ThemeInUse = ThemeInList & { portfolioCount: number; expertiseCount: number };

/** The vocabulary with how many people have each theme, as far as the viewer may see: counted for the page that is shown, not for all. */
export async function themesInUse(trx: Trx, viewer: Viewer, query: Parameters<typeof findThemes>[1]): Promise<{ items: ThemeInUse[]; next: string | null }> {
  const { items, next } = await findThemes(trx, query);
  const { rows } = await sql<{ theme_id: string; portfolio: number; expertise: number }>`
    select h.theme_id, count(*) filter (where h.kind = 'portfolio')::int as portfolio, count(*) filter (where h.kind = 'expertise')::int as expertise
    from actor_theme h join actor a on a.id = h.actor_id and a.deleted_at is null
    where h.theme_id = any(${items.map((theme) => theme.id)}::uuid[]) and ${sharedWith(viewer, 'h')} group by h.theme_id`.execute(trx);
  const counts = new Map(rows.map((row) => [row.theme_id, row]));
  return { items: items.map((theme) => ({ ...theme, portfolioCount: counts.get(theme.id)?.portfolio ?? 0, expertiseCount: counts.get(theme.id)?.expertise ?? 0 })), next };
}
