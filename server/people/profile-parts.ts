// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import type { WorkRole } from './schemas.ts';
import { type Level, sharedWith } from './sharing.ts';

type Asker = Pick<Viewer, 'actorId' | 'audiences'>;

/** What somebody tells of themselves, apart from themes. */
export interface Told {
  jobTitle: string | null;
  workRole: WorkRole | null;
  about: string | null;
  region: string | null;
  languages: string[];
  email: string | null;
  phone: string | null;
  links: string[];
  /** The key of the pictures. */
  photo: string | null;
}

export interface ThemeRef {
  id: string;
  slug: string;
  name: string;
}

export const nothingTold: Told = { jobTitle: null, workRole: null, about: null, region: null, languages: [], email: null, phone: null, links: [], photo: null };

/** What the viewer may see of each, put together from the parts that are shared with them; who shares nothing is left out. */
export async function toldOf(trx: Trx, viewer: Asker, ids: readonly string[]): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  if (ids.length === 0) return told;
  const rows = await trx
    .selectFrom('profile_part as part')
    .select(['part.actor_id', 'part.job_title', 'part.work_role', 'part.about', 'part.region', 'part.languages', 'part.email', 'part.phone', 'part.links', 'part.photo'])
    .where(sql<boolean>`part.actor_id = any(${[...ids]}::uuid[])`)
    .where(sharedWith(viewer, 'part'))
    .execute();
  for (const row of rows) {
    const before = told.get(row.actor_id) ?? nothingTold;
    told.set(row.actor_id, {
      jobTitle: before.jobTitle ?? row.job_title,
      // A check constraint keeps the role to these words.
      workRole: before.workRole ?? (row.work_role as WorkRole | null),
      about: before.about ?? row.about,
      region: before.region ?? row.region,
      languages: before.languages.length > 0 ? before.languages : row.languages,
      email: before.email ?? row.email,
      phone: before.phone ?? row.phone,
      links: before.links.length > 0 ? before.links : row.links,
      photo: before.photo ?? row.photo,
    });
  }
  return told;
}

export interface Themes {
  portfolio: ThemeRef[];
  expertise: ThemeRef[];
}

/** The themes of each that the viewer may see, by name. */
export async function themesOf(trx: Trx, viewer: Asker, ids: readonly string[]): Promise<Map<string, Themes>> {
  const themes = new Map<string, Themes>();
  if (ids.length === 0) return themes;
  const rows = await trx
    .selectFrom('actor_theme as held')
    .innerJoin('theme as t', 't.id', 'held.theme_id')
    .select(['held.actor_id', 'held.kind', 't.id', 't.slug', 't.name'])
    .where(sql<boolean>`held.actor_id = any(${[...ids]}::uuid[])`)
    .where(sharedWith(viewer, 'held'))
    .orderBy(sql`lower(t.name)`)
    .execute();
  for (const { actor_id, kind, ...theme } of rows) {
    const own = themes.get(actor_id) ?? { portfolio: [], expertise: [] };
    own[kind === 'portfolio' ? 'portfolio' : 'expertise'].push(theme);
    themes.set(actor_id, own);
  }
  return themes;
}

/** One's own parts, by the level at which each stands. */
export const partColumns = {
  jobTitle: 'job_title', workRole: 'work_role', about: 'about', region: 'region', languages: 'languages', email: 'email', phone: 'phone', links: 'links', photo: 'photo',
} as const satisfies Record<keyof Told, string>;

export function isTold(value: Told[keyof Told]): boolean {
  return value !== null && value.length > 0;
}

/** A row of `profile_part`: of what is told, the fields of one level. Null when there are none. */
export function partAt(told: Told, levelOf: (field: keyof Told) => Level, level: Level): Record<string, unknown> | null {
  const fields = (Object.keys(partColumns) as (keyof Told)[]).filter((field) => levelOf(field) === level && isTold(told[field]));
  return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [partColumns[field], told[field]]));
}
