// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { endTerms } from '../buildings/public.ts';
import { endAccountTerms } from '../identity/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { CaseEscalated, TermEnded } from './events.ts';
import { writeLog } from './log.ts';
import { APPEAL_WITHIN_MS, ESCALATE_AFTER_MS, type SubjectKind } from './words.ts';

type Surroundings = Pick<Deps, 'database' | 'clock'>;
const AT_ONCE = 200;

/** Ends what has lasted its term: suspensions, bans and suspended accounts. Each once, and written down. */
export async function endPassedTerms({ database, clock }: Surroundings): Promise<void> {
  const now = clock.now();
  await database.asSystem(async (trx) => {
    await endTerms(trx, now);
    await endAccountTerms(trx, now);
    const over = trx.selectFrom('moderation_decision').select('id').where('until', '<=', now).where('ended_at', 'is', null).limit(AT_ONCE).forUpdate().skipLocked();
    const ended = await trx.updateTable('moderation_decision').set({ ended_at: now }).where('id', 'in', over).returningAll().execute();
    for (const row of ended.filter(({ overturned_at }) => overturned_at === null)) {
      // Check constraints keep the kind to its words.
      await writeLog(trx, { placeId: row.place_id, byId: null, act: `${row.action}-ended`, subjectKind: row.subject_kind as SubjectKind, subjectId: row.person_id, personId: row.person_id, reason: '', audienceId: row.audience_id, secondAudienceId: row.second_audience_id }, now);
      await publish<TermEnded>(trx, { type: 'TermEnded', decisionId: row.id });
    }
  });
}

/** What a place leaves lying goes to the administrators too, and the log says so. */
export async function escalateLate({ database, clock }: Surroundings): Promise<void> {
  const now = clock.now();
  await database.asSystem(async (trx) => {
    const late = trx
      .selectFrom('moderation_case')
      .select('id')
      .where('state', '=', 'open')
      .where('kind', '!=', 'waiting')
      .where('place_id', 'is not', null)
      .where('escalated_at', 'is', null)
      .where('opened_at', '<=', new Date(now.getTime() - ESCALATE_AFTER_MS))
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked();
    const cases = await trx.updateTable('moderation_case').set({ escalated_at: now, escalated_why: 'late', second_audience_id: ADMINISTRATORS_AUDIENCE }).where('id', 'in', late).returningAll().execute();
    if (cases.length === 0) return;
    const ids = cases.map((each) => each.id);
    await trx.updateTable('report').set({ second_audience_id: ADMINISTRATORS_AUDIENCE }).where('case_id', 'in', ids).execute();
    await sql`update moderation_decision d set second_audience_id = ${ADMINISTRATORS_AUDIENCE} from moderation_case c where c.id = any(${ids}::uuid[]) and d.id = c.decision_id`.execute(trx);
    await sql`update appeal a set second_audience_id = ${ADMINISTRATORS_AUDIENCE} from moderation_case c where c.id = any(${ids}::uuid[]) and a.decision_id = c.decision_id`.execute(trx);
    for (const each of cases) {
      await writeLog(trx, { placeId: each.place_id, byId: null, act: 'escalated', subjectKind: each.subject_kind as SubjectKind, subjectId: each.post_id ?? each.person_id, personId: each.person_id, reason: '', audienceId: each.audience_id, secondAudienceId: ADMINISTRATORS_AUDIENCE }, now);
    }
    await publishAll<CaseEscalated>(trx, ids.map((caseId) => ({ type: 'CaseEscalated', caseId })));
  });
}

/** The words of a post that was removed are kept for an appeal, and no longer. */
export async function forgetWords(trx: Trx, now: Date): Promise<void> {
  await trx
    .updateTable('moderation_decision')
    .set({ excerpt: '' })
    .where('excerpt', '!=', '')
    .where('decided_at', '<=', new Date(now.getTime() - APPEAL_WITHIN_MS))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('appeal').select('appeal.id').whereRef('appeal.decision_id', '=', 'moderation_decision.id').where('appeal.state', '=', 'open'))))
    .execute();
}

export const schedules: readonly Schedule[] = [
  { name: 'end-moderation-terms', everyMs: 60_000, run: endPassedTerms },
  { name: 'escalate-reports', everyMs: 3_600_000, run: escalateLate },
  { name: 'forget-moderated-words', everyMs: 24 * 3_600_000, run: ({ database, clock }) => database.asSystem((trx) => forgetWords(trx, clock.now())) },
];
