// SPDX-License-Identifier: EUPL-1.2
import { type PlaceForViewer, placeForViewerById } from '../../server/buildings/public.ts';
import { personByHandle, type Person } from '../../server/people/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { sameCase } from '../../server/platform/db/same-case.ts';
import { guest, PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';

/** Somebody or some place of ours, as everybody may know them. */
export interface LocalActor {
  id: string;
  type: 'person' | 'building' | 'group' | 'instance';
  handle: string;
  name: string;
  summary: string;
  createdAt: Date;
  deletedAt: Date | null;
}

type Reading = Pick<Deps, 'database'>;
/** Who asks from outside, before anything is known of them: what is not everybody's is not there. */
const everybody = guest('nl');

function localActors(trx: Trx) {
  return trx.selectFrom('actor').select(['id', 'type', 'handle', 'name', 'summary', 'created_at', 'deleted_at']).where('domain', 'is', null);
}

function toLocalActor(row: Awaited<ReturnType<ReturnType<typeof localActors>['executeTakeFirstOrThrow']>>): LocalActor {
  // A check constraint keeps the type to these words.
  return { id: row.id, type: row.type as LocalActor['type'], handle: row.handle, name: row.name, summary: row.summary, createdAt: row.created_at, deletedAt: row.deleted_at };
}

export async function publicActor({ database }: Reading, id: string): Promise<LocalActor | null> {
  const row = await database.readAs(everybody, (db) => localActors(db).where('id', '=', id).where('audience_id', '=', PUBLIC_AUDIENCE).executeTakeFirst());
  return row === undefined ? null : toLocalActor(row);
}

/** By handle: people, places and the instance share one namespace. Who is gone is not found. */
export async function publicActorByHandle({ database }: Reading, handle: string): Promise<LocalActor | null> {
  const row = await database.readAs(everybody, (db) => localActors(db).where('handle_key', '=', sameCase(handle)).where('audience_id', '=', PUBLIC_AUDIENCE).where('deleted_at', 'is', null).executeTakeFirst());
  return row === undefined ? null : toLocalActor(row);
}

/** Null for a place that not everybody may know of, and for one that has its home elsewhere. */
export async function publicPlace({ database }: Reading, id: string): Promise<PlaceForViewer | null> {
  const place = await database.readAs(everybody, (db) => placeForViewerById(db, everybody, id)).catch(absent);
  return place === null || place.host !== null ? null : place;
}

/** Also one that is hidden: whoever calls this has asked whether it may be known. Null for one that has its home elsewhere. */
export async function knownPlace({ database }: Reading, id: string): Promise<{ actor: LocalActor; place: PlaceForViewer } | null> {
  // As the system: an instance reads as nobody here.
  return database.asSystem(async (trx) => {
    const row = await localActors(trx).where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst();
    const audiences = row === undefined ? undefined : await trx.selectFrom('place').select(['members_audience_id', 'audience_id']).where('id', '=', id).where('host', 'is', null).executeTakeFirst();
    if (row === undefined || audiences === undefined) return null;
    const place = await placeForViewerById(trx, { ...everybody, audiences: [audiences.members_audience_id, audiences.audience_id] }, id).catch(absent);
    return place === null ? null : { actor: toLocalActor(row), place };
  });
}

/** A place of ours that was deleted, and that everybody could know of until then; null for all else. */
export async function formerPlace({ database }: Reading, id: string): Promise<LocalActor | null> {
  // As the system: what is deleted is out of everybody's sight, also that it was there for all to see.
  const row = await database.asSystem((trx) =>
    localActors(trx)
      .where('id', '=', id)
      .where('deleted_at', 'is not', null)
      .where('id', 'in', (query) =>
        query.selectFrom('place as p').leftJoin('place as b', 'b.id', 'p.parent_id').select('p.id').where('p.id', '=', id).where('p.host', 'is', null)
          .where((where) => where.or([where.and([where('p.kind', '=', 'building'), where('p.access', '<>', 'hidden')]), where.and([where('p.access', '=', 'open'), where('b.access', '<>', 'hidden')])])))
      .executeTakeFirst());
  return row === undefined ? null : toLocalActor(row);
}

/** With what they share with everybody. */
export async function publicPerson({ database }: Reading, handle: string): Promise<Person | null> {
  return database.readAs(everybody, (db) => personByHandle(db, everybody, handle)).catch(absent);
}

function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
