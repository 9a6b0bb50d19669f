// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';

/** What a rule can ask of a person; all that is given must hold. */
export interface Traits {
  organisationId?: string | null;
  workRole?: string | null;
  themeId?: string | null;
}

/** Local people with an account of whom all this holds. */
function havingTraits(organisationId: RawBuilder<unknown>, workRole: RawBuilder<unknown>, themeId: RawBuilder<unknown>, levels = sql`('public', 'staff')`): RawBuilder<unknown> {
  return sql`
    from actor a join account c on c.actor_id = a.id and c.confirmed_at is not null and c.suspended_at is null
    where a.type = 'person' and a.domain is null and a.deleted_at is null
      and (${organisationId}::uuid is null or a.organisation_id = ${organisationId}::uuid)
      and (${workRole}::text is null or a.id in (select r.actor_id from person_trait r where r.kind = 'role' and r.value = ${workRole} and r.level in ${levels}))
      and (${themeId}::uuid is null or a.id in (select h.actor_id from actor_theme h where h.theme_id = ${themeId}::uuid and h.kind = 'portfolio' and h.level in ${levels}))`;
}

/**
 * Local people with an account who have these traits, at most `limit`, in order of id after `after`. `trx` is the system's.
 *
 * Only what somebody shares with everybody or with civil servants counts: a rule of a place must not tell its admins what a person
 * keeps to themselves.
 */
export async function peopleWithTraits(trx: Trx, traits: Traits, { limit, after = null, among = null }: { limit: number; after?: string | null; among?: readonly string[] | null }): Promise<string[]> {
  const { organisationId = null, workRole = null, themeId = null } = traits;
  const { rows } = await sql<{ id: string }>`
    select a.id ${havingTraits(sql`${organisationId}`, sql`${workRole}`, sql`${themeId}`)}
      and (${among === null}::boolean or a.id = any(${[...(among ?? [])]}::uuid[]))
      and (${after}::uuid is null or a.id > ${after}::uuid)
    order by a.id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}

/**
 * How many people have each of these sets of traits, in one statement and in their order. As {@link peopleWithTraits}, which lists them.
 * @param among what must also hold of somebody; they are `a`
 * @param forStaff a resident is not told how many share with civil servants only what was asked for
 */
export async function countPeopleWithTraits(trx: Trx, sets: readonly Traits[], among: RawBuilder<unknown>, forStaff: boolean): Promise<number[]> {
  const column = (name: keyof Traits) => sql`${sets.map((each) => each[name] ?? null)}`;
  const { rows } = await sql<{ people: number }>`
    select (select count(*)::int ${havingTraits(sql`wanted.organisation_id`, sql`wanted.work_role`, sql`wanted.theme_id`, forStaff ? sql`('public', 'staff')` : sql`('public')`)} and ${among}) as people
    from unnest(${column('organisationId')}::uuid[], ${column('workRole')}::text[], ${column('themeId')}::uuid[]) with ordinality as wanted (organisation_id, work_role, theme_id, n)
    order by wanted.n`.execute(trx);
  return rows.map((row) => row.people);
}
