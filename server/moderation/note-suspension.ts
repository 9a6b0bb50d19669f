// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Member } from '../platform/db/viewer.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PersonModerated } from './events.ts';
import { writeLog } from './log.ts';

/** An account that was suspended on the administrator's screen: told with its reason, and written down, like any decision. The system's. */
export async function noteAccountSuspension(trx: Trx, by: Member, personId: string, reason: string, until: Date | null, now: Date): Promise<void> {
  const id = newId();
  await trx
    .insertInto('moderation_decision')
    .values({ id, audience_id: ADMINISTRATORS_AUDIENCE, subject_kind: 'person', person_id: personId, action: 'suspend-account', reason, until, decided_by: by.actorId, decided_at: now })
    .execute();
  await writeLog(trx, { placeId: null, byId: by.actorId, act: 'suspend-account', subjectKind: 'person', subjectId: personId, personId, reason, audienceId: ADMINISTRATORS_AUDIENCE, secondAudienceId: null }, now);
  await publish<PersonModerated>(trx, { type: 'PersonModerated', decisionId: id });
}

/** An account that was let in again on the administrator's screen: no earlier decision holds it any more. The system's. */
export async function noteAccountRelease(trx: Trx, personId: string, now: Date): Promise<void> {
  await trx.updateTable('moderation_decision').set({ ended_at: now }).where('person_id', '=', personId).where('action', '=', 'suspend-account').where('ended_at', 'is', null).execute();
}
