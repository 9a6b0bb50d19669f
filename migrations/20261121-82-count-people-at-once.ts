// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * How many people there are behind every choice of the directory, for who asks.
 *
 * What people show to those who share a place with them is asked of each row by itself behind the lock, which is right for a page
 * and took longer than all the counting when everybody is counted. The function lifts the lock for its own duration, holds to the
 * audiences of who asks, finds once who of those people shares a place with them, and gives numbers only.
 * `among`: only these people; null for everybody. The other parameters are what was chosen; null where nothing was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const shared = (table: string) => `(${table}.audience_id = any ($2) or ${table}.actor_id = $3 or (${table}.level = 'places' and ${table}.actor_id in (select id from theirs)))`;
  const chosen = { organisation: 'f.in_organisation', portfolio: 'f.has_portfolio', role: 'f.has_role', region: 'f.has_region', language: 'f.has_language' };
  const but = (facet: string) => Object.entries(chosen).flatMap(([name, flag]) => (name === facet ? [] : [flag])).join(' and ');
  const trait = (kind: string, parameter: string) => `(${parameter} is null or a.id in (select t.actor_id from told t where t.kind = '${kind}' and t.value = ${parameter}))`;
  for (const table of ['person_trait', 'actor_theme']) await sql`create index ${sql.ref(`${table}_places`)} on ${sql.table(table)} (actor_id) where level = 'places'`.execute(db);
  await sql.raw(`
    create function people_counted(among uuid[], organisation uuid, portfolio uuid, work_role text, region text, spoken text)
    returns table (facet text, value text, count integer) language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      return query execute $sql$
        with theirs as materialized (
          select sharing.actor_id as id
          from (select r.actor_id from person_trait r where r.level = 'places' union select h.actor_id from actor_theme h where h.level = 'places') sharing
          where ($1 is null or sharing.actor_id = any ($1))
            and (select true from membership m where m.member_id = sharing.actor_id and m.state = 'active' and m.members_audience_id = any ($2) limit 1)),
        told as materialized (
          select r.actor_id, r.kind, r.value from person_trait r where ($1 is null or r.actor_id = any ($1)) and ${shared('r')}),
        held as materialized (
          select h.actor_id, h.theme_id from actor_theme h where h.kind = 'portfolio' and ($1 is null or h.actor_id = any ($1)) and ${shared('h')}),
        found as materialized (
          select a.id, a.organisation_id,
            ($4 is null or coalesce(a.organisation_id = $4, false)) as in_organisation,
            ($5 is null or a.id in (select h.actor_id from held h where h.theme_id = $5)) as has_portfolio,
            ${trait('role', '$6')} as has_role, ${trait('region', '$7')} as has_region, ${trait('language', '$8')} as has_language
          from actor a
          where a.type = 'person' and a.domain is null and a.deleted_at is null and a.audience_id = any ($2) and ($1 is null or a.id = any ($1)))
        select 'total', null::text, count(*)::integer from found f where ${but('')}
        union all
        select 'organisation', f.organisation_id::text, count(*)::integer from found f where f.organisation_id is not null and ${but('organisation')} group by f.organisation_id
        union all
        select 'portfolio', h.theme_id::text, count(*)::integer from found f join held h on h.actor_id = f.id where ${but('portfolio')} group by h.theme_id
        union all
        select t.kind, t.value, count(*)::integer from found f join told t on t.actor_id = f.id
        where case t.kind when 'role' then ${but('role')} when 'region' then ${but('region')} else ${but('language')} end group by t.kind, t.value
      $sql$ using among, plein_audiences(), plein_me(), organisation, portfolio, work_role, region, spoken;
      perform set_config('plein.system', before, true);
    end $$`).execute(db);
}
