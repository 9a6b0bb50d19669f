// SPDX-License-Identifier: EUPL-1.2
import { type ActorChanged, cleanName } from '../identity/public.ts';
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import { changeAccess } from './change-access.ts';
import { lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewerById } from './find-place.ts';
import { requireWithin } from './place-audience.ts';
import type { PlaceAccess } from './place-ref.ts';

export interface PlaceChange {
  name?: string;
  summary?: string;
  access?: PlaceAccess;
  guestsWelcome?: boolean;
  /** Of a group. */
  membersMayJoin?: boolean;
}

export async function editPlace(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, change: PlaceChange): Promise<PlaceForViewer> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  if (!place.can.edit) throw new Forbidden();
  const access = change.access ?? place.access;
  const membersMayJoin = change.membersMayJoin ?? (place.membersMayJoin && access === place.access);
  if (place.building !== null) requireWithin(place.building, access, membersMayJoin);
  const texts = {
    ...(change.name === undefined ? {} : { name: cleanName(change.name) }),
    ...(change.summary === undefined ? {} : { summary: change.summary.trim() }),
  };
  if ((texts.name ?? place.name) !== place.name || (texts.summary ?? place.summary) !== place.summary) {
    await trx.updateTable('actor').set(texts).where('id', '=', place.id).execute();
    await publish<ActorChanged>(trx, { type: 'ActorChanged', actorId: place.id });
  }
  if (change.guestsWelcome !== undefined) await trx.updateTable('place').set({ guests_welcome: change.guestsWelcome }).where('id', '=', place.id).execute();
  if (change.access !== undefined && change.access !== place.access) await changeAccess(trx, clock, viewer, place, change.access);
  if (membersMayJoin !== (place.membersMayJoin && access === place.access)) await trx.updateTable('place').set({ members_may_join: membersMayJoin }).where('id', '=', place.id).execute();
  return placeForViewerById(trx, viewer, place.id);
}
