// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { Conflict, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { openCase } from './open-case.ts';
import { canAppeal } from './policy.ts';
import type { DecisionAction, SubjectKind } from './words.ts';

/** Asks for another look at what was decided about oneself. Once. */
export async function appeal(trx: Trx, now: Date, viewer: Member, decisionId: string, note: string): Promise<void> {
  const mine = await trx.selectFrom('moderation_decision').selectAll().where('id', '=', decisionId).where('person_id', '=', viewer.actorId).executeTakeFirst();
  if (mine === undefined) throw new NotFound();
  // As the system: whoever appeals puts it in a queue that they do not read.
  await withSystem(trx, async () => {
    await trx.selectFrom('moderation_decision').select('id').where('id', '=', decisionId).forUpdate().execute();
    const earlier = await trx.selectFrom('appeal').select('id').where('decision_id', '=', decisionId).executeTakeFirst();
    // A check constraint keeps the action to its words.
    const facts = { personId: mine.person_id, action: mine.action as DecisionAction, decidedAt: mine.decided_at, overturned: mine.overturned_at !== null, appealed: earlier !== undefined };
    if (!canAppeal(viewer, facts, now)) throw new Conflict('no-appeal', { nl: 'Hiertegen kun je geen bezwaar (meer) maken.', en: 'You cannot appeal this (any more).' });
    await trx
      .insertInto('appeal')
      .values({ id: newId(), decision_id: decisionId, person_id: viewer.actorId, audience_id: mine.audience_id, second_audience_id: mine.second_audience_id, note: note.trim(), created_at: now })
      .execute();
    const subject = { kind: mine.subject_kind as SubjectKind, id: decisionId, placeId: mine.place_id, postId: mine.post_id, personId: mine.person_id, aboutPlaceId: null };
    await openCase(trx, 'appeal', subject, now, { id: decisionId, secondAudienceId: mine.second_audience_id });
  });
}
