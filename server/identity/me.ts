// SPDX-License-Identifier: EUPL-1.2
import { type Static, type TSchema, Type } from 'typebox';
import type { Database, Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { Moment, Nullable, oneOf, Uuid } from '../platform/http/schemas.ts';

const ownFields = {
  id: Uuid,
  handle: Type.String(),
  name: Type.String(),
  email: Type.String(),
  locale: oneOf(['nl', 'en']),
  role: oneOf(['member', 'administrator']),
  isStaff: Type.Boolean(),
  organisation: Nullable(Type.Object({ id: Uuid, name: Type.String() })),
  jobTitle: Nullable(Type.String()),
  about: Nullable(Type.String()),
  createdAt: Moment,
};

export type Me = Static<ReturnType<typeof Type.Object<typeof ownFields>>> & Record<string, unknown>;

/** What another room tells a person about themselves: the fields as they stand in `GET /me`, and how to read them. */
export interface MeExtra {
  fields: Record<string, TSchema>;
  load(trx: Trx, member: Member): Promise<Record<string, unknown>>;
}

const extras = new Map<string, MeExtra>();

/** Rooms to the right add their part of `Me` when they are loaded: `meExtras.register('buildings', { fields, load })`. */
export const meExtras = {
  register(room: string, extra: MeExtra): void {
    extras.set(room, extra);
  },
};

/** Called when routes are declared, after every room was loaded. */
export function meSchema() {
  return Type.Object({ ...ownFields, ...Object.assign({}, ...[...extras.values()].map((extra) => extra.fields)) } as typeof ownFields);
}

export function readMe(database: Database, member: Member): Promise<Me> {
  return database.readAs(member, async (trx) => {
    const row = await trx
      .selectFrom('actor as a')
      .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
      .select(['a.id', 'a.handle', 'a.name', 'a.job_title', 'a.summary', 'a.created_at', 'o.id as organisation_id', 'o.name as organisation_name'])
      .where('a.id', '=', member.actorId)
      .executeTakeFirst();
    if (row === undefined) throw new SignInNeeded();
    const me: Me = {
      id: row.id,
      handle: row.handle,
      name: row.name,
      email: member.email,
      locale: member.locale,
      role: member.isAdministrator ? 'administrator' : 'member',
      isStaff: member.isStaff,
      organisation: row.organisation_id === null || row.organisation_name === null ? null : { id: row.organisation_id, name: row.organisation_name },
      jobTitle: row.job_title,
      about: row.summary === '' ? null : row.summary,
      createdAt: row.created_at.toISOString(),
    };
    for (const extra of extras.values()) Object.assign(me, await extra.load(trx, member));
    return me;
  });
}
