// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { type PlaceAddress, placeForViewer } from './find-place.ts';
import { canSeeMembers } from './policy.ts';
import type { MembershipFacets } from './schemas.ts';

type Facets = Static<typeof MembershipFacets>;
const MOST_ORGANISATIONS = 100;
const MOST_GROUPS = 200;

/** How many of the members that the viewer may see are of each organisation, and in each group that the viewer may see the members of: one statement. */
export async function membershipFacetsOf(trx: Trx, viewer: Member, address: PlaceAddress): Promise<Facets> {
  const place = await placeForViewer(trx, viewer, address);
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  const { rows } = await sql<Facets>`
    with seen as materialized (
      select m.member_id, a.organisation_id, a.domain from membership m join actor a on a.id = m.member_id
      where m.place_id = ${place.id}::uuid and m.state = 'active' and (m.audience_id = ${audiences} or m.member_id = ${viewer.actorId}::uuid))
    select (select count(*)::integer from seen) as total,
      (select count(*)::integer from seen where organisation_id is null and domain is null) as guests,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'count', o.count) order by o.count desc, o.name), '[]') from (
        select o.id, o.name, count(*)::integer as count from seen join organisation o on o.id = seen.organisation_id group by o.id order by 3 desc, o.name limit ${sql.lit(MOST_ORGANISATIONS)}) o) as organisations,
      (select coalesce(json_agg(json_build_object('slug', g.slug, 'name', g.name, 'count', g.count) order by g.name), '[]') from (
        select p.slug, ga.name, count(*)::integer as count from place p join actor ga on ga.id = p.id
        join membership gm on gm.place_id = p.id and gm.state = 'active' and gm.audience_id = ${audiences} join seen on seen.member_id = gm.member_id
        where p.parent_id = ${place.id}::uuid and p.deleted_at is null and (p.audience_id = ${audiences} or p.members_audience_id = ${audiences})
        group by p.slug, ga.name order by ga.name limit ${sql.lit(MOST_GROUPS)}) g) as groups`.execute(trx);
  return rows[0] ?? { total: 0, guests: 0, organisations: [], groups: [] };
}
