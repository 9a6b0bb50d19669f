// SPDX-License-Identifier: EUPL-1.2
import { cleanName } from '../identity/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Conflict } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { membershipAudience } from './memberships.ts';
import type { PlaceAccess } from './place-ref.ts';
import { knownTo } from './place-audience.ts';
import { groupHandle, isReserved } from './slugs.ts';

export interface NewPlace {
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

/**
 * A new place with its audiences, its actor and its first admin. The caller asked the policy, runs it as the system (nobody is a
 * member yet, so a hidden place would be out of its founder's sight) and publishes what was founded.
 * @param building of a group; locked
 * @throws {SlugTaken}
 */
export async function foundPlace(trx: Trx, { clock, config }: Pick<Deps, 'clock' | 'config'>, viewer: Member, wanted: NewPlace & { membersMayJoin?: boolean }, building: PlaceForViewer | null): Promise<PlaceForViewer> {
  if (isReserved(wanted.slug)) throw new SlugTaken();
  const now = clock.now();
  const id = newId();
  const type = building === null ? 'building' : 'group';
  const handle = building === null ? wanted.slug : groupHandle(building.slug, wanted.slug);
  // Made first, because everything below refers to it; its own reference to the place is checked at the commit.
  const addAudience = async (kind: 'members' | 'staff-members' | 'knowing') => (await trx.insertInto('audience').values({ kind, place_id: id }).returning('id').executeTakeFirstOrThrow()).id;
  const membersAudienceId = await addAudience('members');
  const staffMembersAudienceId = await addAudience('staff-members');
  const knowingAudienceId = building === null ? null : await addAudience('knowing');
  const place = { access: wanted.access, membersAudienceId, knowingAudienceId, building };
  const audienceId = knownTo(place);
  const actor = await trx
    .insertInto('actor')
    .values({ id, type, handle, name: cleanName(wanted.name), summary: wanted.summary.trim(), uri: `${config.publicUrl}/ap/actors/${id}`, audience_id: audienceId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (actor === undefined) throw new SlugTaken();
  await trx
    .insertInto('place')
    .values({
      id, kind: type, parent_id: building?.id ?? null, slug: wanted.slug, access: wanted.access, members_may_join: wanted.membersMayJoin === true, audience_id: audienceId,
      members_audience_id: membersAudienceId, staff_members_audience_id: staffMembersAudienceId, knowing_audience_id: knowingAudienceId,
      member_count: 1, created_by: viewer.actorId, created_at: now, last_activity_at: now, public_activity_at: now,
    })
    .execute();
  await trx
    .insertInto('membership')
    .values({ id: newId(), member_id: viewer.actorId, place_id: id, role: 'admin', state: 'active', joined_through: 'founding', audience_id: membershipAudience(place, 'active'), decided_at: now, created_at: now })
    .execute();
  return placeForViewerById(trx, { ...viewer, audiences: [...viewer.audiences, membersAudienceId] }, id);
}
