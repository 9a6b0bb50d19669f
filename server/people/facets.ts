// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { conditionsOf } from './directory.ts';
import type { FacetsSchema, PeopleFilters, WorkRole } from './schemas.ts';
import { sharedWith } from './sharing.ts';

const MOST_SHOWN = 40;

/**
 * How many people there are behind every choice, counting only what the viewer may see. A choice counts under the other choices that
 * were made, not under its own, so that one can be changed for another.
 */
export async function facetsOf(trx: Trx, viewer: Viewer, wanted: PeopleFilters): Promise<Static<typeof FacetsSchema>> {
  const conditions = await conditionsOf(trx, viewer, wanted);
  const { words, expertise, ...chosen } = conditions;
  const always = [words, expertise].filter((each) => each !== null);
  const flags = Object.entries(chosen).map(([name, condition]) => sql`${condition ?? sql`true`} as ${sql.ref(name)}`);
  const but = (facet: keyof typeof chosen | null) => all((Object.keys(chosen) as (keyof typeof chosen)[]).filter((name) => name !== facet && chosen[name] !== null).map((name) => sql`found.${sql.ref(name)}`));
  const { rows } = await sql<{ facet: string; value: string | null; name: string | null; slug: string | null; count: number }>`
    with found as materialized (
      select a.id, a.organisation_id, ${sql.join(flags)}
      from actor a
      where a.type = 'person' and a.domain is null and a.deleted_at is null and a.audience_id = any(${[...viewer.audiences]}::bigint[]) and ${all(always)}),
    counted as (
      select 'total' as facet, null::text as value, count(*)::int as count from found where ${but(null)}
      union all
      select 'organisation', organisation_id::text, count(*)::int from found where organisation_id is not null and ${but('organisation')} group by organisation_id
      union all
      select 'portfolio', h.theme_id::text, count(*)::int from found join actor_theme h on h.actor_id = found.id
        where h.kind = 'portfolio' and ${sharedWith(viewer, 'h')} and ${but('portfolio')} group by h.theme_id
      union all
      select r.kind, r.value, count(*)::int from found join person_trait r on r.actor_id = found.id
        where ${sharedWith(viewer, 'r')} and case r.kind when 'role' then ${but('workRole')} when 'region' then ${but('region')} else ${but('language')} end
        group by r.kind, r.value),
    ranked as (select counted.*, row_number() over (partition by facet order by count desc, value) as rank from counted)
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

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

