// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';

/** What a rule can ask of a person; all that is given must hold. */
export interface Traits {
  organisationId?: string | null;
  workRole?: string | null;
  themeId?: string | null;
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
    select a.id from actor a join account c on c.actor_id = a.id and c.confirmed_at is not null and c.suspended_at is null
    where a.type = 'person' and a.domain is null and a.deleted_at is null
      and (${organisationId}::uuid is null or a.organisation_id = ${organisationId}::uuid)
      and (${workRole}::text is null or a.id in (select r.actor_id from person_trait r where r.kind = 'role' and r.value = ${workRole} and r.level in ('public', 'staff')))
      and (${themeId}::uuid is null or a.id in (select h.actor_id from actor_theme h where h.theme_id = ${themeId}::uuid and h.kind = 'portfolio' and h.level in ('public', 'staff')))
      and (${among === null}::boolean or a.id = any(${[...(among ?? [])]}::uuid[]))
      and (${after}::uuid is null or a.id > ${after}::uuid)
    order by a.id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}
