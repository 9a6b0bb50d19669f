// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { questionsForMe } from '../asking/public.ts';
import { mergesToAnswer, requestsByPlace } from '../buildings/public.ts';
import { openCasesByPlace } from '../moderation/public.ts';
import type { NotificationItem } from '../notifications/public.ts';
import type { Database, Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { postUrl } from '../posts/public.ts';
import type { AskSchema } from './schemas.ts';

export type Ask = Static<typeof AskSchema>;

const DAY_MS = 24 * 3_600_000;
/** A question that nobody answered for so long is found on its own page. */
const QUESTIONS_WAIT_MS = 30 * DAY_MS;
const MOST_QUESTIONS = 10;

const nothing = { count: 1, actor: null, place: null, from: null, theme: null, post: null, notificationIds: [] };

/** What waits for the member's answer, whether they were told and read of it or not. @param told their unread notifications */
export async function asksOf(trx: Trx, database: Database, member: Member, told: readonly NotificationItem[], now: Date): Promise<Ask[]> {
  const waiting = [...(await requestAsks(trx, member, told)), ...(await questionAsks(trx, member, told, now)), ...(await reportAsks(trx, member, told)), ...(await mergeAsks(database, member, told)), ...(await invitationAsks(trx, member, told))];
  return waiting.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Marked as new by what the member was told of it and did not read. */
function by(told: readonly NotificationItem[], fits: (each: NotificationItem) => boolean): Pick<Ask, 'isNew' | 'notificationIds'> {
  const about = told.filter(fits);
  return { isNew: about.length > 0, notificationIds: about.map((each) => each.id) };
}

async function requestAsks(trx: Trx, member: Member, told: readonly NotificationItem[]): Promise<Ask[]> {
  const places = await requestsByPlace(trx, member);
  return places.map(({ place, count, askedAt, actor }) => ({
    ...nothing, ...by(told, (each) => each.kind === 'request' && each.building?.id === place.id), id: `requests ${place.id}`, kind: 'requests', url: `${place.url}/members`, count, actor, place, at: askedAt.toISOString(),
  }));
}

async function questionAsks(trx: Trx, member: Member, told: readonly NotificationItem[], now: Date): Promise<Ask[]> {
  const seen = sql`exists (select from thread_read t where t.owner_id = ${member.actorId}::uuid and t.root_id = p.id)`;
  const questions = await questionsForMe(trx, member, { since: new Date(now.getTime() - QUESTIONS_WAIT_MS), limit: MOST_QUESTIONS, seen });
  return questions.map(({ postId, title, excerpt, asker, theme, askedAt }) => ({
    ...nothing, ...by(told, (each) => each.post?.rootId === postId), id: `question ${postId}`, kind: 'question', url: postUrl(postId, null), actor: asker, theme: theme.name, post: { id: postId, title, excerpt }, at: askedAt.toISOString(),
  }));
}

async function reportAsks(trx: Trx, member: Member, told: readonly NotificationItem[]): Promise<Ask[]> {
  const places = await openCasesByPlace(trx, member);
  return places.map(({ place, count, openedAt }) => ({
    ...nothing, ...by(told, (each) => each.kind === 'reported' && (each.building?.id ?? null) === (place?.id ?? null)), id: `reports ${place?.id ?? ''}`, kind: 'reports', url: place === null ? '/administration/moderation' : `${place.url}/moderation`, count, place, at: openedAt.toISOString(),
  }));
}

async function mergeAsks(database: Database, member: Member, told: readonly NotificationItem[]): Promise<Ask[]> {
  // A transaction of its own: what is agreed between two places is read as the system.
  const merges = await database.asViewer(member, (trx) => mergesToAnswer(trx, member));
  return merges.map(({ id, source, target, createdAt }) => ({
    ...nothing, ...by(told, (each) => each.kind === 'merge-proposed' && [source.id, target.id].includes(each.building?.id ?? '')), id: `merge ${id}`, kind: 'merge', url: `/merges/${id}`, place: target, from: source, at: createdAt.toISOString(),
  }));
}

/** Until it was read, or followed. */
async function invitationAsks(trx: Trx, member: Member, told: readonly NotificationItem[]): Promise<Ask[]> {
  const invited = told.filter((each) => each.kind === 'invited' && each.building !== null);
  const in_ = await trx.selectFrom('membership').select('place_id').where('member_id', '=', member.actorId).where('state', '=', 'active').where(sql<boolean>`place_id = any (${invited.map((each) => each.building?.id ?? '')}::uuid[])`).execute();
  const joined = new Set(in_.map((row) => row.place_id));
  return invited
    .filter((each) => !joined.has(each.building?.id ?? ''))
    .map((each) => ({ ...nothing, id: `invitation ${each.id}`, kind: 'invitation', url: each.building?.url ?? '/', actor: each.actor, place: each.building, at: each.createdAt, isNew: true, notificationIds: [each.id] }));
}
