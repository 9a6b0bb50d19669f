// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE } from '../platform/db/viewer.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { CaseOpened } from './events.ts';
import type { CaseKind, SubjectKind } from './words.ts';

export interface Subject {
  kind: SubjectKind;
  id: string;
  /** Where it is handled; null for the administrators. */
  placeId: string | null;
  postId: string | null;
  personId: string | null;
  aboutPlaceId: string | null;
}

export interface OpenCase {
  id: string;
  audienceId: number;
  secondAudienceId: number | null;
}

/**
 * The open case of a thing, which is one: ten people who report a post ask for one look at it. What is about those who moderate the
 * place is for the administrators as well from the beginning. The transaction is the system's.
 */
export async function openCase(trx: Trx, kind: CaseKind, subject: Subject, now: Date, decision?: { id: string; secondAudienceId: number | null }): Promise<OpenCase> {
  const audienceId = await audienceOf(trx, subject.placeId);
  const own = subject.placeId !== null && subject.personId !== null && (await moderates(trx, subject.placeId, subject.personId));
  // Who moderates a place elsewhere has no account here.
  const atOnce = own || (subject.placeId !== null && (await standsElsewhere(trx, subject.placeId)));
  const secondAudienceId = atOnce ? ADMINISTRATORS_AUDIENCE : (decision?.secondAudienceId ?? null);
  const id = newId();
  const made = await trx
    .insertInto('moderation_case')
    .values({
      id, kind, place_id: subject.placeId, audience_id: audienceId, second_audience_id: secondAudienceId, subject_kind: subject.kind, subject_id: decision?.id ?? subject.id,
      post_id: subject.postId, person_id: subject.personId, about_place_id: subject.aboutPlaceId, decision_id: decision?.id ?? null, opened_at: now,
      escalated_at: secondAudienceId === null ? null : now, escalated_why: own ? 'own-moderator' : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) {
    await publish<CaseOpened>(trx, { type: 'CaseOpened', caseId: id });
    return { id, audienceId, secondAudienceId };
  }
  const row = await trx
    .selectFrom('moderation_case')
    .select(['id', 'audience_id', 'second_audience_id'])
    .where('subject_id', '=', decision?.id ?? subject.id)
    .where('kind', '=', kind)
    .where(sql<boolean>`place_id is not distinct from ${subject.placeId}::uuid`)
    .where('state', '=', 'open')
    .forNoKeyUpdate()
    .executeTakeFirst();
  // Closed in the moment between: the next look opens another.
  if (row === undefined) return openCase(trx, kind, subject, now, decision);
  return { id: row.id, audienceId: row.audience_id, secondAudienceId: row.second_audience_id };
}

async function audienceOf(trx: Trx, placeId: string | null): Promise<number> {
  if (placeId === null) return ADMINISTRATORS_AUDIENCE;
  const place = await trx.selectFrom('place').select('moderators_audience_id').where('id', '=', placeId).executeTakeFirstOrThrow();
  return place.moderators_audience_id;
}

async function standsElsewhere(trx: Trx, placeId: string): Promise<boolean> {
  return (await trx.selectFrom('place').select('id').where('id', '=', placeId).where('host', 'is not', null).executeTakeFirst()) !== undefined;
}

async function moderates(trx: Trx, placeId: string, personId: string): Promise<boolean> {
  const row = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', personId).where('state', '=', 'active').where('role', '!=', 'member').executeTakeFirst();
  return row !== undefined;
}
