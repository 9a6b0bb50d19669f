// SPDX-License-Identifier: EUPL-1.2
import { placeForViewer } from '../../server/buildings/public.ts';
import { guest } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { INSTANCE_ACTOR_ID } from '../addresses.ts';
import { type LocalActor, publicActor, publicActorByHandle } from './read-local.ts';

const everybody = guest('nl');

/** Whose page is at a path: of a person, a building, a group, or the square; null for any other page, and for what not everybody may know of. */
export async function actorOfPage(deps: Pick<Deps, 'database'>, path: string): Promise<LocalActor | null> {
  if (path === '/' || path === '') return publicActor(deps, INSTANCE_ACTOR_ID);
  const [room, name, groups, group, ...more] = path.replace(/\/$/, '').slice(1).split('/').map(decoded);
  if (name === undefined || name === null || group === null || more.length > 0) return null;
  if (room === 'people' && groups === undefined) return personCalled(deps, name);
  if (room !== 'buildings' || (groups !== undefined && (groups !== 'groups' || group === undefined))) return null;
  const address = group === undefined ? name : { building: name, group };
  const place = await deps.database.readAs(everybody, (db) => placeForViewer(db, everybody, address)).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return place === null || place.host !== null ? null : publicActor(deps, place.id);
}

async function personCalled(deps: Pick<Deps, 'database'>, name: string): Promise<LocalActor | null> {
  const actor = await publicActorByHandle(deps, name.replace(/^@/, ''));
  return actor?.type === 'person' ? actor : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
