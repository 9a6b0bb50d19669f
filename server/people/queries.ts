// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { NotFound, SignInNeeded } from '../platform/http/problem.ts';
import { actorNameColumns, type ActorRef, type ActorRefRow, toActorRef } from './actor-ref.ts';
import { loadExtras } from './person-extras.ts';
import { canEditProfile } from './policy.ts';
import { type Photo, photoAt } from './photo-address.ts';
import { nothingTold, type ThemeRef, themesOf, toldOf } from './profile-parts.ts';
import type { OwnProfile, WorkRole } from './schemas.ts';
import { sharingOf } from './sharing.ts';

export type Person = ActorRef & {
  jobTitle: string | null;
  about: string | null;
  workRole: WorkRole | null;
  region: string | null;
  languages: string[];
  portfolio: ThemeRef[];
  expertise: ThemeRef[];
  contact: { email?: string; phone?: string; links: string[] };
  photo: Photo | null;
  joinedAt: string;
  can: { edit: boolean };
} & Record<string, unknown>;

/** The people of this instance, those who are gone left out. */
export function peopleQuery(trx: Trx, viewer: Pick<Viewer, 'audiences'>) {
  return peopleOfAnywhere(trx, viewer).where('a.domain', 'is', null);
}

function peopleOfAnywhere(trx: Trx, viewer: Pick<Viewer, 'audiences'>) {
  return trx
    .selectFrom('actor as a')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([...actorNameColumns, 'a.created_at'])
    .where('a.type', '=', 'person')
    .where('a.deleted_at', 'is', null)
    .where(sql<boolean>`a.audience_id = any (${sql.val([...viewer.audiences])}::bigint[])`);
}

export type PersonRow = Omit<ActorRefRow, 'actor_photo'> & { created_at: Date };

/** With all that this viewer may see of them, in so many statements however many people. */
export async function withWhatTheyShare(trx: Trx, viewer: Viewer, rows: readonly PersonRow[]): Promise<Person[]> {
  const ids = rows.map((row) => row.actor_id);
  const [told, themes, extras] = await Promise.all([toldOf(trx, viewer, ids), themesOf(trx, viewer, ids), loadExtras(trx, viewer, ids)]);
  return rows.map((row) => {
    const { photo, email, phone, links, ...rest } = told.get(row.actor_id) ?? nothingTold;
    return {
      ...toActorRef({ ...row, actor_photo: photo }),
      ...rest,
      ...(themes.get(row.actor_id) ?? { portfolio: [], expertise: [] }),
      contact: { ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }), links },
      joinedAt: row.created_at.toISOString(),
      can: { edit: canEditProfile(viewer, row.actor_id) },
      ...extras.get(row.actor_id),
    };
  });
}

/** @param handle with `@host` for somebody of another instance @throws {NotFound} */
export async function personByHandle(trx: Trx, viewer: Viewer, handle: string): Promise<Person> {
  const [name = '', host] = handle.replace(/^@/, '').split('@');
  const people = host === undefined ? peopleQuery(trx, viewer) : peopleOfAnywhere(trx, viewer).where('a.domain', '=', host.toLowerCase());
  const row = await people.where('a.handle_key', '=', sameCase(name)).executeTakeFirst();
  const [person] = row === undefined ? [] : await withWhatTheyShare(trx, viewer, [row]);
  if (person === undefined) throw new NotFound();
  return person;
}

/** What one wrote about oneself, whoever may see it, and who that is. */
export async function ownProfile(trx: Trx, member: Member): Promise<Static<typeof OwnProfile>> {
  const row = await peopleQuery(trx, member).where('a.id', '=', member.actorId).executeTakeFirst();
  if (row === undefined) throw new SignInNeeded();
  const ids = [member.actorId];
  const [told, themes] = await Promise.all([toldOf(trx, member, ids), themesOf(trx, member, ids)]);
  const kept = await trx.selectFrom('profile').select(['sharing', 'welcomed_at']).where('actor_id', '=', member.actorId).executeTakeFirst();
  const { email, photo, ...rest } = told.get(member.actorId) ?? nothingTold;
  const { portfolio, expertise } = themes.get(member.actorId) ?? { portfolio: [], expertise: [] };
  return { name: row.actor_name, ...rest, portfolio, expertise, contactEmail: email, photo: photoAt(photo), sharing: sharingOf(kept?.sharing), welcomed: kept !== undefined && kept.welcomed_at !== null };
}
