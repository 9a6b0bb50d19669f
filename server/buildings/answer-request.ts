// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import { changeMembership, managedMembership } from './change-membership.ts';
import { endMembership } from './end-membership.ts';
import { lockPlaceForViewer, type PlaceAddress } from './find-place.ts';

/** Answers a request, with a word that reaches who asked. @throws {NotFound} also when it was answered or withdrawn meanwhile. */
export async function answerRequest(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, id: string, outcome: 'approved' | 'refused', word: string): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const target = await managedMembership(trx, viewer, place, id);
  if (target.state !== 'requested') throw new NotFound();
  if (outcome === 'approved') await changeMembership(trx, clock, viewer, address, id, { state: 'active', word });
  else await endMembership(trx, clock, viewer, address, id, undefined, word);
}
