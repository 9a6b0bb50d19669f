// SPDX-License-Identifier: EUPL-1.2
import { banFrom, lockPlaceForViewer, managedMembership, type PlaceAddress } from '../buildings/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Member } from '../platform/db/viewer.ts';
import { BadInput, Conflict, Forbidden } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PersonModerated } from './events.ts';
import { writeLog } from './log.ts';

const DAY = 24 * 3_600_000;

export interface PuttingOut {
  reason: string;
  /** Without it, until somebody lifts it. */
  days?: number;
}

/** Out by the list of members and without a case: told with its reason, open to an appeal and written down, like any decision. */
export async function putOut(trx: Trx, now: Date, viewer: Member, address: PlaceAddress, membershipId: string, given: PuttingOut): Promise<void> {
  const place = await lockPlaceForViewer(trx, viewer, address);
  const { memberId, state } = await managedMembership(trx, viewer, place, membershipId);
  if (memberId === viewer.actorId) throw new Forbidden({ nl: 'Jezelf wegzetten kan niet. Je kunt wel vertrekken.', en: 'You cannot put yourself out. You can leave.' });
  if (state === 'banned') throw new Conflict('decided-already', { nl: 'Hierover is al besloten.', en: 'This was decided already.' });
  const reason = given.reason.trim();
  if (reason === '') throw new BadInput('reason', { nl: 'Schrijf waarom. De persoon over wie het gaat leest dit.', en: 'Write why. The person it is about reads this.' });
  const until = given.days === undefined ? null : new Date(now.getTime() + given.days * DAY);
  // As the system: it reaches the rows of the person, the place and its members.
  await withSystem(trx, async () => {
    const { moderators_audience_id: audienceId } = await trx.selectFrom('place').select('moderators_audience_id').where('id', '=', place.id).executeTakeFirstOrThrow();
    await banFrom(trx, { placeId: place.id, memberId, byId: viewer.actorId }, until, now);
    const id = newId();
    await trx
      .insertInto('moderation_decision')
      .values({ id, place_id: place.id, audience_id: audienceId, subject_kind: 'person', person_id: memberId, action: 'ban', reason, until, decided_by: viewer.actorId, decided_at: now })
      .execute();
    const secondAudienceId = place.access === 'open' ? ADMINISTRATORS_AUDIENCE : null;
    await writeLog(trx, { placeId: place.id, byId: viewer.actorId, act: 'ban', subjectKind: 'person', subjectId: memberId, personId: memberId, reason, audienceId, secondAudienceId }, now);
    await publish<PersonModerated>(trx, { type: 'PersonModerated', decisionId: id });
  });
}
