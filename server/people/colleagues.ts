// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { ThemeRef } from './profile-parts.ts';
import { type Person, peopleQuery, withWhatTheyShare } from './queries.ts';
import { sharedWith } from './sharing.ts';

/** A theme that thousands share makes nobody more of a colleague; so many of them are looked at. */
const MOST_LOOKED_AT = 5_000;

export type Colleague = Person & { why: { themes: ThemeRef[]; sameOrganisation: boolean; sameWorkRole: boolean } };

interface Row {
  actor_id: string;
  themes: ThemeRef[];
  same_organisation: boolean;
  same_role: boolean;
}

/**
 * Who does what the member does: themes in common count most, those of both portfolios double; the same kind of work and another
 * organisation come next, as those are the colleagues one has not met. With what is not shared with the member nobody is found.
 */
export async function colleaguesLike(trx: Trx, member: Member, limit: number): Promise<{ items: Colleague[]; next: null }> {
  const me = sql`${member.actorId}::uuid`;
  const { rows } = await sql<Row>`
    with mine as (select theme_id, bool_or(kind = 'portfolio') as portfolio from actor_theme where actor_id = ${me} group by theme_id),
    my_role as (select value from person_trait where actor_id = ${me} and kind = 'role'),
    looked_at as (
      select h.actor_id, h.theme_id, (h.kind = 'portfolio' and mine.portfolio) as portfolio
      from mine join actor_theme h on h.theme_id = mine.theme_id
      where h.actor_id <> ${me} and ${sharedWith(member, 'h')} limit ${sql.lit(MOST_LOOKED_AT)}),
    alike as (select actor_id, count(distinct theme_id) + count(distinct theme_id) filter (where portfolio) as points, array_agg(distinct theme_id) as theme_ids from looked_at group by actor_id)
    select alike.actor_id,
      array(select json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) from theme t where t.id = any(alike.theme_ids) order by lower(t.name) limit 5) as themes,
      coalesce(a.organisation_id = own.organisation_id, false) as same_organisation,
      exists (select from person_trait r join my_role on my_role.value = r.value where r.actor_id = a.id and r.kind = 'role' and ${sharedWith(member, 'r')}) as same_role
    from alike
    join actor a on a.id = alike.actor_id and a.deleted_at is null and a.domain is null and a.type = 'person' and a.audience_id = any(${[...member.audiences]}::bigint[])
    cross join (select organisation_id from actor where id = ${me}) own
    order by alike.points desc, same_role desc, same_organisation, a.sort_name, a.id limit ${limit}`.execute(trx);
  const people = new Map((await withWhatTheyShare(trx, member, rows.length === 0 ? [] : await peopleQuery(trx, member).where('a.id', 'in', rows.map((row) => row.actor_id)).execute())).map((person) => [person.id, person]));
  const items = rows.flatMap((row) => {
    const person = people.get(row.actor_id);
    return person === undefined ? [] : [{ ...person, why: { themes: row.themes, sameOrganisation: row.same_organisation, sameWorkRole: row.same_role } } as Colleague];
  });
  return { items, next: null };
}
