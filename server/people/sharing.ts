// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';

/** For whom somebody tells something of themselves: everybody, civil servants, who is a member of a place together with them, nobody. */
export const levels = ['public', 'staff', 'places', 'nobody'] as const;
export type Level = (typeof levels)[number];

/** What a person decides about by itself. Their name, address on the square and organisation are everybody's: those stand beside all they write. */
export const sharedFields = ['photo', 'jobTitle', 'workRole', 'portfolio', 'expertise', 'about', 'region', 'languages', 'email', 'phone', 'links'] as const;
export type SharedField = (typeof sharedFields)[number];
export type Sharing = Record<SharedField, Level>;

/** Who came to be found is found; how to reach somebody outside is theirs to give away. */
const unlessSaid: Sharing = {
  photo: 'public', jobTitle: 'public', workRole: 'public', portfolio: 'public', expertise: 'public', about: 'public',
  region: 'public', languages: 'public', email: 'nobody', phone: 'nobody', links: 'public',
};

/** @param kept of the profile: what its person said, and perhaps words of another version */
export function sharingOf(kept: unknown): Sharing {
  const said = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  return Object.fromEntries(sharedFields.map((field) => [field, levels.find((level) => level === said[field]) ?? unlessSaid[field]])) as Sharing;
}

/** The audience of a level; of `places` it depends on who looks, of `nobody` there is none. */
export function audienceOf(level: Level): number | null {
  return level === 'public' ? PUBLIC_AUDIENCE : level === 'staff' ? STAFF_AUDIENCE : null;
}

/** The first lock on a row with `actor_id`, `level` and `audience_id`; the second is its policy. */
export function sharedWith(viewer: Pick<Viewer, 'actorId' | 'audiences'>, table: string): RawBuilder<boolean> {
  const audiences = sql`${[...viewer.audiences]}::bigint[]`;
  const own = viewer.actorId === null ? sql`` : sql`or ${sql.ref(`${table}.actor_id`)} = ${viewer.actorId}::uuid`;
  // A guest is a member of nothing.
  const places =
    viewer.actorId === null
      ? sql``
      : sql`or (${sql.ref(`${table}.level`)} = 'places' and (
          select true from membership theirs
          where theirs.member_id = ${sql.ref(`${table}.actor_id`)} and theirs.state = 'active' and theirs.members_audience_id = any(${audiences}) limit 1))`;
  return sql<boolean>`(${sql.ref(`${table}.audience_id`)} = any(${audiences}) ${own} ${places})`;
}
