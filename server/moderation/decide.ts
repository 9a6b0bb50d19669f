// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { banFrom, closePlace, liftMeasure, longest, membersToNotify, suspendFrom } from '../buildings/public.ts';
import { changeAccount } from '../identity/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, Conflict, Forbidden, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import { removePost, releasePost, withholdPost } from '../posts/public.ts';
import type { AppealDecided, CaseClosed, PersonModerated } from './events.ts';
import { writeLog } from './log.ts';
import { caseToDecide } from './queue.ts';
import { type Action, type DecisionAction, decisionActions, type Reason, type SubjectKind } from './words.ts';

const DAY = 24 * 3_600_000;
const EXCERPT_LENGTH = 5_000;

export interface DecisionInput {
  action: Action;
  /** What the person reads. Not needed where nothing is done. */
  reason?: string;
  /** Of a suspension always, of a ban or of a suspended account if it is to end by itself. */
  days?: number;
}

/** The row of a case, locked. */
interface Case {
  id: string;
  kind: string;
  state: string;
  place_id: string | null;
  audience_id: number;
  second_audience_id: number | null;
  subject_kind: SubjectKind;
  subject_id: string;
  post_id: string | null;
  person_id: string | null;
  about_place_id: string | null;
  decision_id: string | null;
}

/** Carries out what a moderator decides, tells whom it concerns and writes it into the log: all of it, or nothing. */
export async function decide(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, caseId: string, input: DecisionInput): Promise<void> {
  // The lock first: of two moderators who decide at once, the second sees what the first did.
  const locked = await trx
    .selectFrom('moderation_case')
    .selectAll()
    .where('id', '=', caseId)
    .where((where) => where.or([where('audience_id', 'in', [...viewer.audiences]), where('second_audience_id', 'in', [...viewer.audiences])]))
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) throw new NotFound();
  // A check constraint keeps the kind to its words.
  const about = locked as Case;
  const { item, facts } = await caseToDecide(trx, viewer, caseId);
  if (about.state === 'closed' && about.kind === 'appeal') throw new Conflict('decided-already', { nl: 'Hierover is al besloten.', en: 'This was decided already.' });
  // Each decision is told by mail: nobody decides twice about the same.
  if (about.state === 'closed' && !item.can.act.includes(input.action)) throw new Conflict('case-closed', { nl: 'Hierover is al besloten.', en: 'This was decided already.' });
  if (item.can.act.length === 0) throw new Forbidden(facts.kind === 'appeal' ? ownDecision : undefined);
  const now = deps.clock.now();
  if (!item.can.act.includes(input.action)) throw new BadInput('action', { nl: 'Dit kan hier niet (meer).', en: 'This is not possible here (any more).' });
  const reason = input.reason?.trim() ?? '';
  if (reason === '' && input.action !== 'dismiss' && input.action !== 'approve' && input.action !== 'restore') throw new BadInput('reason', { nl: 'Schrijf waarom. De persoon over wie het gaat leest dit.', en: 'Write why. The person it is about reads this.' });
  const until = termOf(input, now);
  // As the system: it reaches the rows of the author, the place, its members and those who reported.
  await withSystem(trx, async () => {
    if (input.action === 'uphold' || input.action === 'overturn') await decideAppeal(trx, viewer, about, input.action, reason, now);
    else if (about.about_place_id !== null && isDecision(input.action)) await decideAboutPlace(trx, deps.clock, viewer, about, about.about_place_id, input.action, reason);
    else if (isDecision(input.action)) await makeDecision(trx, viewer, about, input.action, reason, until, now);
    await writeLog(trx, entryOf(about, viewer, input.action, reason, await shownToAdministrators(trx, about)), now);
    await close(trx, about, input.action, now);
  });
}

const ownDecision = { nl: 'Dit besluit nam je zelf. Een andere moderator kijkt ernaar.', en: 'You made this decision yourself. Another moderator looks at it.' };

function isDecision(action: Action): action is DecisionAction {
  return (decisionActions as readonly string[]).includes(action);
}

function termOf({ action, days }: DecisionInput, now: Date): Date | null {
  if (action === 'suspend' && days === undefined) throw new BadInput('days', { nl: 'Kies hoe lang dit duurt.', en: 'Choose how long this lasts.' });
  if (days === undefined || !['suspend', 'ban', 'suspend-account'].includes(action)) return null;
  return new Date(now.getTime() + days * DAY);
}

async function makeDecision(trx: Trx, viewer: Member, about: Case, action: DecisionAction, reason: string, until: Date | null, now: Date): Promise<void> {
  const words = about.post_id === null ? null : await trx.selectFrom('post').select([sql<string>`left(text, ${EXCERPT_LENGTH})`.as('text')]).where('id', '=', about.post_id).executeTakeFirst();
  await carryOut(trx, viewer, about, action, until, now);
  if (about.person_id === null) return;
  const id = newId();
  await trx
    .insertInto('moderation_decision')
    .values({
      id, case_id: about.id, place_id: about.place_id, audience_id: about.audience_id, second_audience_id: about.second_audience_id, subject_kind: about.subject_kind,
      post_id: about.post_id, person_id: about.person_id, action, ground: await groundOf(trx, about), reason, excerpt: words?.text ?? '', until, decided_by: viewer.actorId, decided_at: now,
    })
    .execute();
  await publish<PersonModerated>(trx, { type: 'PersonModerated', decisionId: id });
}

/** What it was reported as most often. */
async function groundOf(trx: Trx, about: Case): Promise<Reason | null> {
  const most = await trx.selectFrom('report').select('reason').where('case_id', '=', about.id).groupBy('reason').orderBy(({ fn }) => fn.countAll(), 'desc').orderBy('reason').limit(1).executeTakeFirst();
  // A check constraint keeps the reason to its words.
  return (most?.reason as Reason | undefined) ?? null;
}

/**
 * Those who answer for a reported place are told, each with the reason and with a way to appeal; of a group without admins those of
 * its building. The decision is the administrators' own: an appeal goes to them and not to who moderates the place.
 */
async function decideAboutPlace(trx: Trx, clock: Deps['clock'], viewer: Member, about: Case, placeId: string, action: DecisionAction, reason: string): Promise<void> {
  const place = await trx.selectFrom('place').innerJoin('actor', 'actor.id', 'place.id').select(['actor.name', 'place.parent_id']).where('place.id', '=', placeId).where('place.deleted_at', 'is', null).executeTakeFirst();
  if (place === undefined) throw new NotFound();
  if (action === 'close-place') await closePlace(trx, clock, viewer, placeId);
  const own = await membersToNotify(trx, placeId, ['admin']);
  const admins = own.length > 0 || place.parent_id === null ? own : await membersToNotify(trx, place.parent_id, ['admin']);
  if (admins.length === 0) return;
  const ground = await groundOf(trx, about);
  const rows = admins.map((personId) => ({
    id: newId(), case_id: about.id, audience_id: ADMINISTRATORS_AUDIENCE, subject_kind: about.subject_kind, person_id: personId, action, ground, reason, excerpt: place.name, decided_by: viewer.actorId, decided_at: clock.now(),
  }));
  await trx.insertInto('moderation_decision').values(rows).execute();
  await publishAll<PersonModerated>(trx, rows.map(({ id }) => ({ type: 'PersonModerated', decisionId: id })));
}

async function carryOut(trx: Trx, viewer: Member, about: Case, action: DecisionAction, until: Date | null, now: Date): Promise<void> {
  const { post_id: postId, person_id: personId, place_id: placeId } = about;
  if (postId !== null) {
    if (action === 'hide' || action === 'refuse') await withholdPost(trx, postId, 'hidden', now);
    if (action === 'restore') await releasePost(trx, postId, false, now);
    if (action === 'approve') await releasePost(trx, postId, true, now);
    if (action === 'remove') await removePost(trx, postId, viewer.actorId, now);
  }
  if (personId === null) return;
  if (action === 'suspend-account') await changeAccount(trx, personId, { suspended: true, suspendedUntil: longest([until, ...(await stillHolding(trx, action, personId, now)).map((other) => other.until)]) }, now);
  if (placeId === null) return;
  const measure = { placeId, memberId: personId, byId: viewer.actorId };
  if (action === 'suspend' && until !== null) await suspendFrom(trx, measure, until, now);
  if (action === 'ban') await banFrom(trx, measure, until, now);
}

async function decideAppeal(trx: Trx, viewer: Member, about: Case, action: 'uphold' | 'overturn', answer: string, now: Date): Promise<void> {
  const decision = await trx.selectFrom('moderation_decision').selectAll().where('id', '=', about.decision_id).forUpdate().executeTakeFirstOrThrow();
  const appeal = await trx
    .updateTable('appeal')
    .set({ state: action === 'uphold' ? 'upheld' : 'overturned', answer, decided_by: viewer.actorId, decided_at: now })
    .where('decision_id', '=', decision.id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirstOrThrow();
  if (action === 'overturn') {
    await trx.updateTable('moderation_decision').set({ overturned_at: now }).where('id', '=', decision.id).execute();
    await undo(trx, decision, now);
  }
  await publish<AppealDecided>(trx, { type: 'AppealDecided', appealId: appeal.id, decisionId: decision.id });
}

/** What was removed is gone: its author still finds the words beside the decision, and may write them again. */
async function undo(trx: Trx, decision: { action: string; post_id: string | null; person_id: string; place_id: string | null; ended_at: Date | null }, now: Date): Promise<void> {
  const { action, post_id: postId, person_id: memberId, place_id: placeId } = decision;
  const standing = postId === null ? undefined : await trx.selectFrom('post').select('id').where('id', '=', postId).where('deleted_at', 'is', null).executeTakeFirst();
  if (postId !== null && standing !== undefined && action === 'hide') await releasePost(trx, postId, false, now);
  if (postId !== null && standing !== undefined && action === 'refuse') await releasePost(trx, postId, true, now);
  if (decision.ended_at !== null) return;
  const left = await stillHolding(trx, action, memberId, now);
  if (action === 'suspend-account' && left.length === 0) await changeAccount(trx, memberId, { suspended: false }, now);
  if (action === 'suspend-account' && left.length > 0) await changeAccount(trx, memberId, { suspended: true, suspendedUntil: longest(left.map(({ until }) => until)) }, now);
  const ofPlaces = left.flatMap(({ place_id, until, decided_at }) => (place_id === null ? [] : [{ placeId: place_id, until, since: decided_at }]));
  if (placeId !== null && action === 'suspend') await liftMeasure(trx, { placeId, memberId }, 'suspended', ofPlaces);
  if (placeId !== null && action === 'ban') await liftMeasure(trx, { placeId, memberId }, 'banned', ofPlaces);
}

/** The other decisions of this kind about somebody of which the term is not over: they hold on when one of them was wrong. */
async function stillHolding(trx: Trx, action: string, personId: string, now: Date): Promise<{ place_id: string | null; until: Date | null; decided_at: Date }[]> {
  return trx
    .selectFrom('moderation_decision')
    .select(['place_id', 'until', 'decided_at'])
    .where('person_id', '=', personId)
    .where('action', '=', action)
    .where('overturned_at', 'is', null)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .execute();
}

/** Those who reported hear of it once, when the case closes; of what is decided later about the same thing they do not. */
async function close(trx: Trx, about: Case, action: Action, now: Date): Promise<void> {
  if (about.state === 'closed') return;
  await trx.updateTable('moderation_case').set({ state: 'closed', closed_at: now }).where('id', '=', about.id).execute();
  const outcome = action === 'dismiss' || action === 'restore' || action === 'approve' ? 'dismissed' : 'acted';
  await trx.updateTable('report').set({ outcome, answered_at: now }).where('case_id', '=', about.id).execute();
  await publish<CaseClosed>(trx, { type: 'CaseClosed', caseId: about.id });
}

/** The administrators read the log of what is for everybody, and of what came to them. */
async function shownToAdministrators(trx: Trx, about: Pick<Case, 'place_id' | 'second_audience_id'>): Promise<boolean> {
  if (about.place_id === null || about.second_audience_id !== null) return true;
  const place = await trx.selectFrom('place').select('access').where('id', '=', about.place_id).executeTakeFirst();
  return place?.access === 'open';
}

function entryOf(about: Case, viewer: Member, act: string, reason: string, forAdministrators: boolean) {
  return {
    placeId: about.place_id, byId: viewer.actorId, act, subjectKind: about.subject_kind, subjectId: about.post_id ?? about.person_id ?? about.about_place_id, personId: about.person_id,
    reason, audienceId: about.audience_id, secondAudienceId: forAdministrators && about.place_id !== null ? ADMINISTRATORS_AUDIENCE : null,
  };
}

/** An administrator reads what was escalated to them, and that is written down. @throws {NotFound} {@link Forbidden} */
export async function readEscalated(trx: Trx, deps: Pick<Deps, 'clock'>, viewer: Member, caseId: string): Promise<{ text: string; title: string | null; html: string }> {
  const { item } = await caseToDecide(trx, viewer, caseId);
  if (!item.can.readContent) throw new Forbidden();
  const about = (await trx.selectFrom('moderation_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()) as Case;
  // As the system: the administrator is no member of the place; what may be read is this one post, because it was escalated.
  return withSystem(trx, async () => {
    const post = await trx.selectFrom('post').select(['text', 'title', 'html']).where('id', '=', about.post_id).where('deleted_at', 'is', null).executeTakeFirst();
    if (post === undefined) throw new NotFound();
    await writeLog(trx, entryOf(about, viewer, 'read', '', true), deps.clock.now());
    return post;
  });
}
