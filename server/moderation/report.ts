// SPDX-License-Identifier: EUPL-1.2
import { type Trx, withSystem } from '../platform/db/database.ts';
import { isMember, type Viewer } from '../platform/db/viewer.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { ReportForHome } from './events.ts';
import { openCase, type Subject } from './open-case.ts';
import { canReport } from './policy.ts';
import type { Reason } from './words.ts';

/** One of the three; with a person, `placeId` is the place where it happened. */
export interface NewReport {
  postId?: string;
  personId?: string;
  placeId?: string;
  reason: Reason;
  note?: string;
  /** Of what came from another instance: it is to hear of it too. */
  tellHome?: boolean;
  name?: string;
  email?: string;
  /** Which instance reports as a whole, by none of its people: of each thing once, as long as nobody looked at it. */
  instance?: string;
}

export class ReportedAlready extends Conflict {
  constructor() {
    super('reported-already', { nl: 'Je hebt dit al gemeld. Je hoort van ons wat ermee gebeurt.', en: 'You reported this already. You will hear what becomes of it.' });
  }
}

/**
 * Tells those who moderate of something that one may read: guests too, because everybody must be able to (Digital Services Act,
 * article 16). @throws {NotFound} for what is absent or not the viewer's to see.
 */
export async function report(trx: Trx, now: Date, viewer: Viewer, input: NewReport): Promise<{ id: string }> {
  const subject = await subjectFor(trx, viewer, input);
  if (!canReport(viewer, subject.personId)) throw new BadInput(input.postId === undefined ? 'personId' : 'postId', { nl: 'Dit is van jezelf. Je kunt het zelf wijzigen of verwijderen.', en: 'This is your own. You can change or delete it yourself.' });
  // As the system: a case is for who moderates, and the one who reports does not read it.
  return withSystem(trx, async () => {
    const opened = await openCase(trx, 'report', subject, now);
    if (input.instance !== undefined && (await reportedBy(trx, opened.id, input.instance))) throw new ReportedAlready();
    const id = newId();
    const rules = subject.placeId === null ? undefined : await trx.selectFrom('house_rules').select(({ fn }) => fn.max('version').as('version')).where('place_id', '=', subject.placeId).executeTakeFirst();
    const written = await trx
      .insertInto('report')
      .values({
        id, case_id: opened.id, reporter_id: viewer.actorId, reason: input.reason, note: input.note?.trim() ?? '', rules_version: rules?.version ?? null,
        audience_id: opened.audienceId, second_audience_id: opened.secondAudienceId, person_id: subject.personId, created_at: now,
        ...(isMember(viewer) ? {} : { guest_name: (input.instance ?? input.name)?.trim() || null, guest_email: input.email ?? null }),
      })
      .onConflict((conflict) => conflict.columns(['case_id', 'reporter_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (written === undefined) throw new ReportedAlready();
    if (input.tellHome === true && isMember(viewer)) await publish<ReportForHome>(trx, { type: 'ReportForHome', reportId: id });
    await trx.updateTable('moderation_case').set((row) => ({ report_count: row('report_count', '+', 1) })).where('id', '=', opened.id).execute();
    return { id };
  });
}

async function reportedBy(trx: Trx, caseId: string, instance: string): Promise<boolean> {
  return (await trx.selectFrom('report').select('id').where('case_id', '=', caseId).where('reporter_id', 'is', null).where('guest_name', '=', instance).limit(1).executeTakeFirst()) !== undefined;
}

async function subjectFor(trx: Trx, viewer: Viewer, { postId, personId, placeId }: NewReport): Promise<Subject> {
  if (postId !== undefined) {
    if (personId !== undefined || placeId !== undefined) throw oneOfThese();
    return postSubject(trx, viewer, postId);
  }
  if (personId !== undefined) return personSubject(trx, viewer, personId, placeId);
  if (placeId === undefined) throw oneOfThese();
  const id = await knownPlace(trx, viewer, placeId);
  return { kind: 'place', id, placeId: null, postId: null, personId: null, aboutPlaceId: id };
}

function oneOfThese(): BadInput {
  return new BadInput('postId', { nl: 'Zeg wat je meldt: een bericht, een persoon of een plek.', en: 'Say what you report: a post, a person or a place.' });
}

async function postSubject(trx: Trx, viewer: Viewer, id: string): Promise<Subject> {
  const post = await trx
    .selectFrom('post')
    .innerJoin('place', 'place.id', 'post.place_id')
    .select(['post.id', 'post.author_id', 'post.place_id', 'post.group_id'])
    .where('post.id', '=', id)
    .where('post.audience_id', 'in', [...viewer.audiences])
    .where('post.deleted_at', 'is', null)
    .executeTakeFirst();
  if (post === undefined) throw new NotFound();
  return { kind: 'post', id, placeId: post.group_id ?? post.place_id, postId: id, personId: post.author_id, aboutPlaceId: null };
}

/** In the place where it happened, when both are known there; else it is for the administrators. */
async function personSubject(trx: Trx, viewer: Viewer, id: string, placeId: string | undefined): Promise<Subject> {
  const person = await trx.selectFrom('actor').select('id').where('id', '=', id).where('type', '=', 'person').where('deleted_at', 'is', null).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
  if (person === undefined) throw new NotFound();
  const subject = { kind: 'person' as const, id, postId: null, personId: id, aboutPlaceId: null };
  if (placeId === undefined) return { ...subject, placeId: null };
  const place = await knownPlace(trx, viewer, placeId);
  const member = await trx.selectFrom('membership').select('id').where('place_id', '=', place).where('member_id', '=', id).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
  return { ...subject, placeId: member === undefined ? null : place };
}

async function knownPlace(trx: Trx, viewer: Viewer, id: string): Promise<string> {
  const audiences = [...viewer.audiences];
  const place = await trx
    .selectFrom('place')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where((where) => where.or([where('audience_id', 'in', audiences), where('members_audience_id', 'in', audiences)]))
    .executeTakeFirst();
  if (place === undefined) throw new NotFound();
  return place.id;
}

/** What one reported oneself, latest first: whether it was looked at, and no more of it. */
export async function myReports(trx: Trx, actorId: string): Promise<{ id: string; reason: Reason; note: string; outcome: 'acted' | 'dismissed' | null; createdAt: string; answeredAt: string | null }[]> {
  const rows = await trx.selectFrom('report').select(['id', 'reason', 'note', 'outcome', 'created_at', 'answered_at']).where('reporter_id', '=', actorId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(100).execute();
  // Check constraints keep reason and outcome to their words.
  return rows.map((row) => ({ id: row.id, reason: row.reason as Reason, note: row.note, outcome: row.outcome as 'acted' | 'dismissed' | null, createdAt: row.created_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null }));
}
