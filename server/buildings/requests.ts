// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Locale, Member } from '../platform/db/viewer.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { Conflict, Forbidden, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { MembershipApproved, MembershipRefused } from './events.ts';
import type { PlaceForViewer } from './find-place.ts';
import { insideAudience } from './memberships.ts';
import { placeRefColumns, toPlaceRef } from './place-ref.ts';
import { canSeeMembers } from './policy.ts';
import type { AnsweredRequestSchema, MyRequestSchema } from './schemas.ts';

const DAY = 24 * 3_600_000;
/** Who was refused may ask again after this: long enough to be no nagging, short enough for what was a misunderstanding. */
export const ASK_AGAIN_AFTER_MS = 7 * DAY;
/** Notes and answers are about people: kept no longer than somebody comes back to them. */
export const ANSWERS_KEPT_MS = 180 * DAY;

export class AskedTooSoon extends Conflict {
  constructor(until: Date) {
    super('asked-too-soon', { nl: `Je vraag is kort geleden afgewezen. Je kunt het opnieuw vragen vanaf ${day(until, 'nl')}.`, en: `Your request was refused not long ago. You can ask again from ${day(until, 'en')}.` });
  }
}

const day = (moment: Date, locale: Locale): string => new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(moment);

async function lastAnswer(trx: Trx, viewer: Member, placeId: string) {
  return trx
    .selectFrom('membership_answer')
    .select(['outcome', 'word', 'note', 'asked_at', 'answered_at'])
    .where('member_id', '=', viewer.actorId)
    .where('place_id', '=', placeId)
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** @throws {AskedTooSoon} */
export async function requireMayAskAgain(trx: Trx, now: Date, viewer: Member, placeId: string): Promise<void> {
  const answer = await lastAnswer(trx, viewer, placeId);
  if (answer?.outcome !== 'refused') return;
  const until = new Date(answer.answered_at.getTime() + ASK_AGAIN_AFTER_MS);
  if (until > now) throw new AskedTooSoon(until);
}

type MyRequest = Static<typeof MyRequestSchema>;

/** One's own request at a place, and what was answered to the last one. */
export async function myRequest(trx: Trx, viewer: Member, place: PlaceForViewer): Promise<MyRequest> {
  const mine = place.myMembership;
  const asked = mine?.state !== 'requested' ? undefined : await trx.selectFrom('membership').select(['note', 'created_at']).where('id', '=', mine.id).executeTakeFirst();
  const answer = await lastAnswer(trx, viewer, place.id);
  return {
    asked: mine === null || asked === undefined ? null : { id: mine.id, note: asked.note, askedAt: asked.created_at.toISOString() },
    answer:
      answer === undefined
        ? null
        : {
            // A check constraint keeps `outcome` to these words.
            outcome: answer.outcome as 'approved' | 'refused',
            word: answer.word,
            answeredAt: answer.answered_at.toISOString(),
            mayAskAgainAt: answer.outcome === 'refused' ? new Date(answer.answered_at.getTime() + ASK_AGAIN_AFTER_MS).toISOString() : null,
          },
  };
}

export interface Answer {
  membershipId: string;
  memberId: string;
  outcome: 'approved' | 'refused';
  /** From who answers to who asked; may be empty. */
  word: string;
}

/** Keeps what was asked and answered, before the request itself is changed. @returns its id, for the event that tells of it. */
export async function rememberAnswer(trx: Trx, now: Date, by: Pick<Member, 'actorId'>, place: Pick<PlaceForViewer, 'id' | 'membersAudienceId' | 'knowingAudienceId'>, { membershipId, memberId, outcome, word }: Answer): Promise<string> {
  const id = newId();
  const asked = await trx.selectFrom('membership').select(['note', 'created_at']).where('id', '=', membershipId).executeTakeFirstOrThrow();
  await trx
    .insertInto('membership_answer')
    .values({ id, place_id: place.id, member_id: memberId, audience_id: insideAudience(place), outcome, note: asked.note, word, asked_at: asked.created_at, answered_by: by.actorId, answered_at: now })
    .execute();
  return id;
}

/** The answer reaches who asked by mail too, with the word that came with it. */
export const mailAnswer = subscriber<MembershipApproved | MembershipRefused>({
  name: 'mail-answer',
  queue: 'notify',
  types: ['MembershipApproved', 'MembershipRefused'],
  async handle(trx, { answerId }, _stored, { config }) {
    if (answerId === undefined) return;
    const answer = await trx
      .selectFrom('membership_answer as w')
      .innerJoin('account as c', 'c.actor_id', 'w.member_id')
      .innerJoin('actor as a', 'a.id', 'w.member_id')
      .innerJoin('place as p', 'p.id', 'w.place_id')
      .innerJoin('actor as pa', 'pa.id', 'w.place_id')
      .leftJoin('place as b', 'b.id', 'p.parent_id')
      .select(['w.outcome', 'w.word', 'c.email', 'c.locale', 'a.name', 'b.slug as building_slug', ...placeRefColumns])
      .where('w.id', '=', answerId)
      .where('c.suspended_at', 'is', null)
      .where('p.deleted_at', 'is', null)
      // Whoever was refused does not hear of a place that has gone out of sight since.
      .where(({ or, eb }) => or([eb('w.outcome', '=', 'approved'), eb('p.access', '!=', 'hidden')]))
      .executeTakeFirst();
    if (answer === undefined) return;
    const instance = await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow();
    const { name, url } = toPlaceRef(answer);
    // A check constraint keeps `locale` to these words.
    await queueMail(trx, { to: answer.email, template: 'request-answered', locale: answer.locale as Locale, data: { name: answer.name, place: name, approved: answer.outcome === 'approved', word: answer.word, url: `${config.publicUrl}${url}`, instance: instance.name } });
  },
});

export const forgetAnswers: Schedule = {
  name: 'forget-answered-requests',
  everyMs: DAY,
  run: ({ database, clock }) =>
    database.asSystem(async (trx) => {
      await trx.deleteFrom('membership_answer').where('answered_at', '<', new Date(clock.now().getTime() - ANSWERS_KEPT_MS)).execute();
    }),
};

type AnsweredRequest = Static<typeof AnsweredRequestSchema>;

/** What was asked and answered in a place, latest first; for those who answer. */
export async function answeredRequests(trx: Trx, viewer: Member, place: PlaceForViewer, options: { limit?: number; cursor?: string }): Promise<{ items: AnsweredRequest[]; next: string | null }> {
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!place.can.manageMembers) throw new Forbidden();
  const limit = options.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(options.cursor);
  let query = trx
    .selectFrom('membership_answer')
    .select(['id', 'outcome', 'note', 'word', 'asked_at', 'answered_at', actorRef(viewer, 'membership_answer.member_id').as('member'), actorRef(viewer, 'membership_answer.answered_by').as('answered_by')])
    .where('place_id', '=', place.id)
    .where(sql<boolean>`audience_id = any(${[...viewer.audiences]}::bigint[])`);
  if (after !== null) query = query.where(sql<boolean>`(answered_at, id) < (${after.moment}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('answered_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: row.id,
      member: row.member,
      // A check constraint keeps `outcome` to these words.
      outcome: row.outcome as 'approved' | 'refused',
      note: row.note,
      word: row.word,
      askedAt: row.asked_at.toISOString(),
      answeredAt: row.answered_at.toISOString(),
      answeredBy: row.answered_by,
    }),
    (row) => [row.answered_at.toISOString(), row.id],
  );
}
