// SPDX-License-Identifier: EUPL-1.2
import { cleanName } from '../identity/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { Conflict, Forbidden } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { BuildingFounded } from './events.ts';
import { type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { membershipAudience } from './memberships.ts';
import { canStartBuilding } from './policy.ts';
import type { PlaceAccess } from './place-ref.ts';
import { isReserved } from './slugs.ts';

export interface NewBuilding {
  slug: string;
  name: string;
  summary: string;
  access: PlaceAccess;
}

/** One and the same, whatever it is that has the address: a building of any kind, a deleted one, a person. */
export class SlugTaken extends Conflict {
  constructor() {
    super('slug-taken', { nl: 'Dit adres is al in gebruik. Kies een ander.', en: 'This address is in use already. Choose another.' }, 'slug');
  }
}

/** The one who starts a building is its first admin. */
export async function startBuilding(trx: Trx, { clock, config }: Pick<Deps, 'clock' | 'config'>, viewer: Member, wanted: NewBuilding): Promise<PlaceForViewer> {
  await requireMayStart(trx, viewer);
  if (isReserved(wanted.slug)) throw new SlugTaken();
  const name = cleanName(wanted.name);
  const summary = wanted.summary.trim();
  const now = clock.now();
  const id = newId();
  // As the system: nobody is a member yet, so a hidden building would be out of its founder's sight.
  return withSystem(trx, async () => {
    // Made first, because everything below refers to it; its own reference to the place is checked at the commit.
    const addAudience = (kind: 'members' | 'staff-members') => trx.insertInto('audience').values({ kind, place_id: id }).returning('id').executeTakeFirstOrThrow();
    const audience = await addAudience('members');
    const staffMembers = await addAudience('staff-members');
    const knownTo = placeAudience(wanted.access, audience.id);
    const actor = await trx
      .insertInto('actor')
      .values({ id, type: 'building', handle: wanted.slug, name, summary, uri: `${config.publicUrl}/ap/actors/${id}`, audience_id: knownTo, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (actor === undefined) throw new SlugTaken();
    await trx
      .insertInto('place')
      .values({
        id, kind: 'building', slug: wanted.slug, access: wanted.access, audience_id: knownTo, members_audience_id: audience.id, staff_members_audience_id: staffMembers.id,
        member_count: 1, created_by: viewer.actorId, created_at: now, last_activity_at: now, public_activity_at: now,
      })
      .execute();
    await trx
      .insertInto('membership')
      .values({ id: newId(), member_id: viewer.actorId, place_id: id, role: 'admin', state: 'active', audience_id: membershipAudience({ access: wanted.access, membersAudienceId: audience.id }, 'active'), decided_at: now, created_at: now })
      .execute();
    await publish<BuildingFounded>(trx, { type: 'BuildingFounded', placeId: id, founderId: viewer.actorId });
    return placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, audience.id] }, id);
  });
}

export async function requireMayStart(trx: Trx, viewer: Member): Promise<void> {
  const instance = await trx.selectFrom('instance').select('residents_may_start_buildings').executeTakeFirstOrThrow();
  if (canStartBuilding(viewer, instance.residents_may_start_buildings)) return;
  throw new Forbidden({ nl: 'Op dit plein starten alleen ambtenaren een gebouw.', en: 'On this square only civil servants start buildings.' });
}

/** Who may know of a building: everybody, or of a hidden one its members. */
export function placeAudience(access: PlaceAccess, membersAudienceId: number): number {
  return access === 'hidden' ? membersAudienceId : PUBLIC_AUDIENCE;
}
