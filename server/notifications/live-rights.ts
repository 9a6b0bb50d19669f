// SPDX-License-Identifier: EUPL-1.2
import type { MembershipApproved, MembershipEnded, MembershipJoined, MembershipRefused, MembershipRequested, MembershipSuspended, MembershipTermEnded, PlaceAccessChanged, PlaceDeleted, PlaceRestored, RoleChanged } from '../buildings/public.ts';
import type { AccountSuspended, SessionEnded, StaffChanged } from '../identity/public.ts';
import { PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { type LiveUpdate, pushLive, recheckLive } from '../platform/live/push-live.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';

type MembershipEvent = MembershipJoined | MembershipRequested | MembershipApproved | MembershipRefused | MembershipEnded | RoleChanged;

/** The person concerned sees what changed at once, on every screen; who reads in the place sees the count. */
export const pushMembership = subscriber<MembershipEvent>({
  name: 'push-membership',
  queue: 'live',
  types: ['MembershipJoined', 'MembershipRequested', 'MembershipApproved', 'MembershipRefused', 'MembershipEnded', 'RoleChanged'],
  async handle(trx, { type, placeId, memberId }) {
    if (type === 'MembershipEnded') await recheckLive(trx, { actorId: memberId });
    const place = await trx
      .selectFrom('place')
      .leftJoin('place as building', 'building.id', 'place.parent_id')
      .select(['place.slug', 'building.slug as building_slug', 'place.access', 'place.audience_id', 'place.members_audience_id', 'place.member_count'])
      .where('place.id', '=', placeId)
      .where('place.deleted_at', 'is', null)
      .executeTakeFirst();
    if (place === undefined) return;
    const concerned: LiveUpdate = { topic: 'me', event: 'membership.changed', data: { placeId }, recipientId: memberId, audienceId: place.audience_id, placeId };
    // Who was put out of a hidden place may not hear its name again, only that something changed.
    const outside: LiveUpdate[] = type === 'MembershipEnded' && place.access === 'hidden' ? [{ topic: 'me', event: 'membership.changed', data: {}, recipientId: memberId }] : [];
    const present: LiveUpdate = {
      topic: place.building_slug === null ? `building:${place.slug}` : `group:${place.building_slug}/${place.slug}`,
      event: 'membership.changed',
      data: { placeId, memberCount: place.member_count },
      audienceId: place.access === 'open' ? PUBLIC_AUDIENCE : place.members_audience_id,
      placeId,
    };
    await pushLive(trx, [concerned, ...outside, present]);
  },
});

/** What a moderator hears ends with the right to moderate. */
export const recheckSuspended = subscriber<MembershipSuspended | MembershipTermEnded>({
  name: 'recheck-suspended',
  queue: 'live',
  types: ['MembershipSuspended', 'MembershipTermEnded'],
  handle: (trx, { memberId }) => recheckLive(trx, { actorId: memberId }),
});

/** Sockets that were let in before a place changed show again what they may hear. */
export const recheckPlace = subscriber<PlaceAccessChanged | PlaceDeleted | PlaceRestored>({
  name: 'recheck-place',
  queue: 'live',
  types: ['PlaceAccessChanged', 'PlaceDeleted', 'PlaceRestored'],
  handle: (trx, { placeId }) => recheckLive(trx, { placeId }),
});

/** A sign-out, a new password or a suspension ends the sockets that were opened before it. */
export const recheckAccount = subscriber<SessionEnded | AccountSuspended>({
  name: 'recheck-account',
  queue: 'live',
  types: ['SessionEnded', 'AccountSuspended'],
  handle: (trx, { actorId }) => recheckLive(trx, { actorId }),
});

export const recheckStaff = subscriber<StaffChanged>({
  name: 'recheck-staff',
  queue: 'live',
  types: ['StaffChanged'],
  handle: (trx) => recheckLive(trx, { everyone: true }),
});
