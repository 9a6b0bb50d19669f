// SPDX-License-Identifier: EUPL-1.2
import type { MembershipEnded } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Locale } from '../platform/db/viewer.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { PostDeleted, PostWithheld } from '../posts/public.ts';
import type { AppealDecided, CaseClosed, PersonModerated } from './events.ts';
import { writeLog } from './log.ts';
import { openCase } from './open-case.ts';

/** A post that waits is a case in the same queue as what was reported. */
export const queueWaiting = subscriber<PostWithheld>({
  name: 'queue-waiting-post',
  queue: 'notify',
  types: ['PostWithheld'],
  async handle(trx, { postId, why }, _stored, { clock }) {
    if (why !== 'waiting') return;
    const post = await trx.selectFrom('post').select(['author_id', 'place_id', 'group_id']).where('id', '=', postId).where('withheld', '=', 'waiting').where('deleted_at', 'is', null).executeTakeFirst();
    if (post === undefined) return;
    await openCase(trx, 'waiting', { kind: 'post', id: postId, placeId: post.group_id ?? post.place_id, postId, personId: post.author_id, aboutPlaceId: null }, clock.now());
  },
});

/** What its author took back needs no moderator. */
export const closeDeleted = subscriber<PostDeleted>({
  name: 'close-waiting-post',
  queue: 'notify',
  types: ['PostDeleted'],
  async handle(trx, { postId }, _stored, { clock }) {
    await trx.updateTable('moderation_case').set({ state: 'closed', closed_at: clock.now() }).where('post_id', '=', postId).where('kind', '=', 'waiting').where('state', '=', 'open').execute();
  },
});

/** What those who moderate do outside the queue stands in the log too. What a decision did was written down with it. */
export const logOutsideQueue = subscriber<MembershipEnded | PostDeleted>({
  name: 'log-outside-queue',
  queue: 'notify',
  types: ['MembershipEnded', 'PostDeleted'],
  async handle(trx, event, _stored, { clock }) {
    if (event.byDecision === true) return;
    if (event.type === 'MembershipEnded') {
      // Nobody's decision: their own, or what followed from another membership or from a rule.
      if (event.byId === null || event.reason === 'left' || event.reason === 'building' || event.reason === 'rule') return;
      return logAct(trx, { placeId: event.placeId, byId: event.byId, act: event.reason === 'banned' ? 'ban' : 'put-out', subjectId: event.memberId, personId: event.memberId, kind: 'person' }, clock.now());
    }
    const post = await trx.selectFrom('post').select(['author_id', 'place_id', 'group_id']).where('id', '=', event.postId).executeTakeFirst();
    if (post === undefined || post.author_id === event.byId) return;
    return logAct(trx, { placeId: post.group_id ?? post.place_id, byId: event.byId, act: 'remove', subjectId: event.postId, personId: post.author_id, kind: 'post' }, clock.now());
  },
});

async function logAct(trx: Trx, act: { placeId: string; byId: string | null; act: string; subjectId: string; personId: string; kind: 'post' | 'person' }, now: Date): Promise<void> {
  const place = await trx.selectFrom('place').select(['moderators_audience_id', 'access']).where('id', '=', act.placeId).executeTakeFirst();
  if (place === undefined) return;
  const { kind, ...rest } = act;
  await writeLog(trx, { ...rest, subjectKind: kind, reason: '', audienceId: place.moderators_audience_id, secondAudienceId: place.access === 'open' ? ADMINISTRATORS_AUDIENCE : null }, now);
}

interface Addressee {
  email: string;
  locale: Locale;
  name: string;
}

async function addresseeOf(trx: Trx, personId: string): Promise<Addressee | null> {
  const row = await trx.selectFrom('account as c').innerJoin('actor as a', 'a.id', 'c.actor_id').select(['c.email', 'c.locale', 'a.name']).where('c.actor_id', '=', personId).executeTakeFirst();
  // A check constraint keeps the locale to these words.
  return row === undefined ? null : { email: row.email, locale: row.locale as Locale, name: row.name };
}

/** The name of the place, for who may know of it at this moment; a mail outlives a removal. */
async function placeName(trx: Trx, placeId: string | null, personId: string): Promise<string | null> {
  if (placeId === null) return null;
  const row = await trx
    .selectFrom('place as p')
    .innerJoin('actor as a', 'a.id', 'p.id')
    .leftJoin('membership as m', (join) => join.onRef('m.place_id', '=', 'p.id').on('m.member_id', '=', personId).on('m.state', '=', 'active'))
    .select(['a.name', 'p.access', 'm.id as member'])
    .where('p.id', '=', placeId)
    .executeTakeFirst();
  return row === undefined || (row.access === 'hidden' && row.member === null) ? null : row.name;
}

/** The statement of reasons, by mail. */
export const mailDecision = subscriber<PersonModerated>({
  name: 'mail-decision',
  queue: 'notify',
  types: ['PersonModerated'],
  async handle(trx, { decisionId }, _stored, deps) {
    const decision = await trx.selectFrom('moderation_decision').selectAll().where('id', '=', decisionId).executeTakeFirst();
    const to = decision === undefined ? null : await addresseeOf(trx, decision.person_id);
    if (decision === undefined || to === null) return;
    await queueMail(trx, {
      to: to.email,
      template: 'moderation-decision',
      locale: to.locale,
      data: {
        name: to.name, instance: await instanceName(trx), place: await placeName(trx, decision.place_id, decision.person_id), about: decision.subject_kind === 'place' ? decision.excerpt : null,
        action: decision.subject_kind === 'place' && decision.action === 'warn' ? 'warn-place' : decision.action, reason: decision.reason,
        until: decision.until === null ? null : dayIn(decision.until, to.locale), url: `${deps.config.publicUrl}/about-me`, contact: deps.config.mailFrom,
      },
    });
  },
});

export const mailAppeal = subscriber<AppealDecided>({
  name: 'mail-appeal',
  queue: 'notify',
  types: ['AppealDecided'],
  async handle(trx, { appealId }, _stored, deps) {
    const appeal = await trx.selectFrom('appeal').selectAll().where('id', '=', appealId).executeTakeFirst();
    const to = appeal === undefined ? null : await addresseeOf(trx, appeal.person_id);
    if (appeal === undefined || to === null) return;
    await queueMail(trx, { to: to.email, template: 'appeal-decided', locale: to.locale, data: { name: to.name, instance: await instanceName(trx), overturned: appeal.state === 'overturned', answer: appeal.answer ?? '', url: `${deps.config.publicUrl}/about-me` } });
  },
});

/** Guests have no list of notifications: who left an address hears it there. */
export const mailGuests = subscriber<CaseClosed>({
  name: 'mail-guest-reporters',
  queue: 'notify',
  types: ['CaseClosed'],
  async handle(trx, { caseId }, _stored, deps) {
    const rows = await trx.selectFrom('report').select(['guest_email', 'guest_name', 'outcome']).where('case_id', '=', caseId).where('guest_email', 'is not', null).execute();
    for (const row of rows) {
      if (row.guest_email === null) continue;
      await queueMail(trx, { to: row.guest_email, template: 'report-handled', locale: 'nl', data: { name: row.guest_name, instance: await instanceName(trx), acted: row.outcome === 'acted', url: deps.config.publicUrl } });
    }
  },
});

async function instanceName(trx: Trx): Promise<string> {
  return (await trx.selectFrom('instance').select('name').executeTakeFirstOrThrow()).name;
}

function dayIn(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(moment);
}

