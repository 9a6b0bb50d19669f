// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { conditionsOf, type ThemeRef, themeByAnyName, thoseBlockedBy, thoseSpared } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput } from '../platform/http/problem.ts';
import type { Target } from './schemas.ts';

export interface Reached {
  actorId: string;
  organisationId: string | null;
}

/** @throws {BadInput} naming `theme` */
export async function themeAsked(trx: Trx, named: string): Promise<ThemeRef> {
  const theme = await themeByAnyName(trx, named);
  if (theme === null) throw new BadInput('theme', { nl: 'Kies een onderwerp uit de lijst.', en: 'Choose a theme from the list.' });
  return theme;
}

/** An organisation can be taken away between choosing and asking. */
export async function requireOrganisation(trx: Trx, id: string | undefined): Promise<void> {
  const found = id === undefined || (await trx.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  if (!found) throw new BadInput('organisation', { nl: 'Deze organisatie is er niet.', en: 'There is no such organisation.' });
}

/**
 * Whom a question is for: who have the theme in their portfolio as far as the asker may see that, and the other traits, with an
 * account that may read the question; without the asker, and whom the asker blocks. The counting before and the sending ask this
 * one question. Who blocks or mutes the asker, or wants no questions about the theme, is among them: left out here, the number would
 * tell of one person what they chose. {@link mayBeTold} passes over them in silence.
 */
export async function reachedBy(trx: Trx, asker: Member, target: Target, theme: ThemeRef, audience: 'public' | 'staff'): Promise<Reached[]> {
  const { organisation, workRole, region } = target;
  const conditions = await conditionsOf(trx, asker, { portfolio: theme.id, ...(organisation === undefined ? {} : { organisation }), ...(workRole === undefined ? {} : { workRole }), ...(region === undefined ? {} : { region }) });
  const all = Object.values(conditions).filter((each): each is RawBuilder<boolean> => each !== null);
  const { rows } = await sql<{ id: string; organisation_id: string | null }>`
    select a.id, a.organisation_id from actor a
    where a.type = 'person' and a.domain is null and a.deleted_at is null and a.id <> ${asker.actorId}::uuid
      and a.audience_id = any(${[...asker.audiences]}::bigint[]) and ${sql.join(all, sql` and `)}`.execute(trx);
  const allowed = await mayRead(trx, rows.map((row) => row.id), audience, asker.actorId);
  return rows.filter((row) => allowed.has(row.id)).map((row) => ({ actorId: row.id, organisationId: row.organisation_id }));
}

/** As the system: whether an account stands is nobody's to see. */
async function mayRead(trx: Trx, candidates: readonly string[], audience: 'public' | 'staff', askerId: string): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  return withSystem(trx, async () => {
    const { rows } = await sql<{ actor_id: string }>`
      select c.actor_id from account c
      where c.actor_id = any(${[...candidates]}::uuid[]) and c.confirmed_at is not null and c.suspended_at is null and (${audience === 'public'}::boolean or c.is_staff)`.execute(trx);
    const ids = rows.map((row) => row.actor_id);
    const blocked = await thoseBlockedBy(trx, askerId, ids);
    return new Set(ids.filter((id) => !blocked.has(id)));
  });
}

/** Of whom a question is for those who are told of it, at the moment of telling. As the system: what somebody does not want to be asked, and by whom, is nobody's to see. */
export async function mayBeTold(trx: Trx, candidates: readonly string[], themeId: string, audience: 'public' | 'staff', askerId: string): Promise<Set<string>> {
  const readers = [...(await mayRead(trx, candidates, audience, askerId))];
  if (readers.length === 0) return new Set();
  return withSystem(trx, async () => {
    const optedOut = await trx.selectFrom('asking_opt_out').select('owner_id').where('theme_id', '=', themeId).where(sql<boolean>`owner_id = any(${readers}::uuid[])`).execute();
    const left = await thoseSpared(trx, askerId, readers);
    for (const { owner_id } of optedOut) left.add(owner_id);
    return new Set(readers.filter((id) => !left.has(id)));
  });
}
