// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { choicesOf } from './directory.ts';
import type { FacetsSchema, PeopleFilters, WorkRole } from './schemas.ts';

const MOST_SHOWN = 40;

/**
 * How many people there are behind every choice, counting only what the viewer may see. A choice counts under the other choices that
 * were made, not under its own, so that one can be changed for another.
 */
export async function facetsOf(trx: Trx, viewer: Viewer, wanted: PeopleFilters): Promise<Static<typeof FacetsSchema>> {
  const { among, organisation, portfolio, workRole, region, language } = await choicesOf(trx, viewer, wanted);
  const { rows } = await sql<{ facet: string; value: string | null; name: string | null; slug: string | null; count: number }>`
    with ranked as (
      select c.facet, c.value, c.count, row_number() over (partition by c.facet order by c.count desc, c.value) as rank
      from people_counted(${among === null ? sql`null` : sql`array(select a.id from actor a where ${among})`}::uuid[], ${organisation}::uuid, ${portfolio}::uuid, ${workRole}::text, ${region}::text, ${language}::text) c)
    select ranked.facet, ranked.value, coalesce(o.name, t.name) as name, t.slug, ranked.count
    from ranked
    left join organisation o on o.id = case when ranked.facet = 'organisation' then ranked.value::uuid end
    left join theme t on t.id = case when ranked.facet = 'portfolio' then ranked.value::uuid end
    where ranked.rank <= ${sql.lit(MOST_SHOWN)}
    order by ranked.count desc, coalesce(o.name, t.name, ranked.value)`.execute(trx);
  const of = (facet: string) => rows.filter((row) => row.facet === facet).map(({ value, name, slug, count }) => ({ value: value ?? '', name: name ?? '', slug: slug ?? '', count }));
  return {
    total: of('total')[0]?.count ?? 0,
    organisations: of('organisation').map(({ value, name, count }) => ({ id: value, name, count })),
    portfolios: of('portfolio').map(({ value, name, slug, count }) => ({ id: value, slug, name, count })),
    // A check constraint keeps roles to these words.
    workRoles: of('role').map(({ value, count }) => ({ value: value as WorkRole, count })),
    regions: of('region').map(({ value, count }) => ({ value, count })),
    languages: of('language').map(({ value, count }) => ({ value, count })),
  };
}
