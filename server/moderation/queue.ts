// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type PlaceAddress, placeForViewer, type PlaceForViewer, placeJson, type PlaceRef, type Role, type Standing } from '../buildings/public.ts';
import { type ActorRef, actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Member } from '../platform/db/viewer.ts';
import { BadInput, Forbidden, NotFound } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { postUrl } from '../posts/public.ts';
import { actionsFor, type CaseFacts, canReadLog } from './policy.ts';
import type { Action, CaseKind, DecisionAction, Reason, SubjectKind } from './words.ts';

const SHOWN_REPORTS = 20;
const SHOWN_DECISIONS = 5;
const EXCERPT_LENGTH = 2_000;

export interface CaseItem {
  id: string;
  kind: CaseKind;
  state: 'open' | 'closed';
  openedAt: string;
  closedAt: string | null;
  escalatedAt: string | null;
  escalatedWhy: 'late' | 'own-moderator' | null;
  place: PlaceRef | null;
  subject: {
    kind: SubjectKind;
    /** Whom it is about: the author of a post, the person reported; null for a place. */
    person: ActorRef | null;
    /** Null when gone, or not the viewer's to read. */
    post: { id: string; url: string; title: string | null; excerpt: string; publishedAt: string; withheld: 'hidden' | 'waiting' | 'with-root' | null } | null;
    building: PlaceRef | null;
  };
  reportCount: number;
  reports: { id: string; reason: Reason; note: string; reporter: ActorRef | null; guest: string | null; earlier: number; earlierRight: number; createdAt: string }[];
  /** About this person in this place, latest first. */
  earlier: { action: DecisionAction; reason: string; decidedAt: string; until: string | null; overturned: boolean }[];
  appeal: { note: string; decision: { action: DecisionAction; reason: string; excerpt: string; decidedAt: string }; } | null;
  can: { act: Action[]; readContent: boolean };
}

interface Row {
  id: string;
  kind: CaseKind;
  state: 'open' | 'closed';
  opened_at: Date;
  closed_at: Date | null;
  escalated_at: Date | null;
  escalated_why: 'late' | 'own-moderator' | null;
  place_id: string | null;
  place: PlaceRef | null;
  subject_kind: SubjectKind;
  post_id: string | null;
  person_id: string | null;
  person: ActorRef | null;
  post: { id: string; rootId: string | null; title: string | null; excerpt: string; publishedAt: string; withheld: 'hidden' | 'waiting' | 'with-root' | null } | null;
  building: PlaceRef | null;
  report_count: number;
  reports: CaseItem['reports'] | null;
  earlier: CaseItem['earlier'] | null;
  appeal: CaseItem['appeal'];
  decided_by: string | null;
  others: boolean;
  person_role: Role | null;
  person_is_remote: boolean | null;
  post_state: 'hidden' | 'waiting' | 'with-root' | 'no' | null;
  my_role: Role | null;
  my_state: string | null;
  my_suspended: boolean | null;
}

export interface QueueSearch {
  place?: string;
  group?: string;
  scope?: 'instance';
  state?: 'open' | 'closed';
  limit?: number;
  cursor?: string;
}

/** What asks for a moderator in a place, or of the administrators: one queue for reports, waiting posts and appeals. Oldest first while open. */
export async function casesFor(trx: Trx, viewer: Member, search: QueueSearch): Promise<{ items: CaseItem[]; next: string | null }> {
  const place = await placeAsked(trx, viewer, search);
  if (!canReadLog(viewer, place?.myMembership ?? null, place) && !(await moderatesAGroup(trx, viewer, place))) throw new Forbidden();
  const state = search.state ?? 'open';
  const limit = search.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(search.cursor);
  const which = place === null ? sql`(c.audience_id = ${ADMINISTRATORS_AUDIENCE}::bigint or c.second_audience_id = ${ADMINISTRATORS_AUDIENCE}::bigint)` : place.building !== null ? sql`c.place_id = ${place.id}::uuid` : sql`(c.place_id = ${place.id}::uuid or c.place_id in (select g.id from place g where g.parent_id = ${place.id}::uuid))`;
  const order = state === 'open' ? sql`asc` : sql`desc`;
  const past = after === null ? sql`true` : sql`(c.opened_at, c.id) ${state === 'open' ? sql`>` : sql`<`} (${after.moment}::timestamptz, ${after.id}::uuid)`;
  const rows = await caseRows(trx, viewer, sql`${which} and c.state = ${state} and ${past} order by c.opened_at ${order}, c.id ${order} limit ${limit + 1}`);
  return pageOf(rows, limit, (row) => toItem(viewer, row), (row) => [row.opened_at.toISOString(), row.id]);
}

/** The building or group of which cases or log are asked; null for the instance. @throws {NotFound} for one that one may not know of, or not read in */
export async function placeAsked(trx: Trx, viewer: Member, { place: slug, group }: { place?: string; group?: string }): Promise<PlaceForViewer | null> {
  if (slug === undefined) {
    if (group !== undefined) throw new BadInput('group', { nl: 'Geef bij een groep ook het gebouw.', en: 'With a group, give its building too.' });
    return null;
  }
  const address: PlaceAddress = group === undefined ? slug : { building: slug, group };
  const place = await placeForViewer(trx, viewer, address);
  if (!place.can.read) throw new NotFound();
  return place;
}

/** The cases of a group stand with those of its building, each seen by its own moderators only: row by row the audience decides. */
async function moderatesAGroup(trx: Trx, viewer: Member, place: Pick<PlaceForViewer, 'id' | 'building'> | null): Promise<boolean> {
  if (place === null || place.building !== null) return false;
  const row = await trx
    .selectFrom('membership as m')
    .innerJoin('place as g', 'g.id', 'm.place_id')
    .select('m.id')
    .where('g.parent_id', '=', place.id)
    .where('m.member_id', '=', viewer.actorId)
    .where('m.state', '=', 'active')
    .where('m.role', '!=', 'member')
    .where('m.suspended_until', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('membership as above').select('above.id').where('above.place_id', '=', place.id).where('above.member_id', '=', viewer.actorId).where('above.suspended_until', 'is not', null))))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** @throws {NotFound} when it is not this viewer's to see. */
export async function caseForViewer(trx: Trx, viewer: Member, id: string): Promise<CaseItem> {
  const row = (await caseRows(trx, viewer, sql`c.id = ${id}::uuid`))[0];
  if (row === undefined) throw new NotFound();
  return toItem(viewer, row);
}

const MOST_COUNTED = 1_000;

/**
 * Open cases that the viewer can handle, by place: how many, and when the latest came. Null is for the administrators: what is of no
 * place, or has come to them.
 */
export async function openCasesByPlace(trx: Trx, viewer: Member): Promise<{ place: PlaceRef | null; count: number; openedAt: Date }[]> {
  const audiences = sql`${[...viewer.audiences]}::bigint[]`;
  const { rows } = await sql<{ place: PlaceRef | null; count: number; openedAt: Date }>`
    select ${placeJson('waiting.place_id')} as place, waiting.count, waiting.opened_at as "openedAt"
    from (
      select c.at as place_id, count(*)::integer as count, max(c.opened_at) as opened_at
      from (
        select case when c.audience_id = any (${audiences}) and c.audience_id <> ${ADMINISTRATORS_AUDIENCE}::bigint then c.place_id end as at, c.opened_at
        from moderation_case c
        where c.state = 'open' and (c.audience_id = any (${audiences}) or c.second_audience_id = any (${audiences}))
          and c.person_id is distinct from ${viewer.actorId}::uuid and not is_for_other_administrators(c.about_place_id, ${viewer.actorId}::uuid)
        order by c.opened_at desc limit ${MOST_COUNTED}) c
      group by c.at) waiting
    order by waiting.opened_at desc`.execute(trx);
  return rows;
}

/** The same, and what the rules look at, for who decides. */
export async function caseToDecide(trx: Trx, viewer: Member, id: string): Promise<{ item: CaseItem; facts: CaseFacts }> {
  const row = (await caseRows(trx, viewer, sql`c.id = ${id}::uuid`))[0];
  if (row === undefined) throw new NotFound();
  return { item: toItem(viewer, row), facts: factsOf(row) };
}

/** Both locks: the audiences here, and row-level security. Nobody sees what is about themselves, or about a place of theirs that another administrator can look at. */
async function caseRows(trx: Trx, viewer: Member, condition: RawBuilder<unknown>): Promise<Row[]> {
  const audiences = sql`${[...viewer.audiences]}::bigint[]`;
  const moment = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.state, c.opened_at, c.closed_at, c.escalated_at, c.escalated_why, c.place_id, ${placeJson('c.place_id')} as place,
      c.subject_kind, c.post_id, c.person_id, ${actorRef(viewer, 'c.person_id')} as person, ${placeJson('c.about_place_id')} as building, c.report_count,
      (select json_build_object('id', p.id, 'rootId', p.root_id, 'title', p.title, 'excerpt', left(p.text, ${EXCERPT_LENGTH}), 'publishedAt', ${moment('p.published_at')}, 'withheld', p.withheld)
        from post p where p.id = c.post_id and p.deleted_at is null and p.audience_id = any (${audiences})) as post,
      moderated_post_state(c.post_id) as post_state,
      (select json_agg(json_build_object('id', r.id, 'reason', r.reason, 'note', r.note, 'reporter', ${actorRef(viewer, 'r.reporter_id')}, 'guest', r.guest_name, 'createdAt', ${moment('r.created_at')},
          'earlier', (select count(*) from report e where e.reporter_id = r.reporter_id and e.id <> r.id and e.audience_id = any (${audiences})),
          'earlierRight', (select count(*) from report e where e.reporter_id = r.reporter_id and e.id <> r.id and e.outcome = 'acted' and e.audience_id = any (${audiences}))) order by r.created_at, r.id)
        from (select * from report r where r.case_id = c.id order by r.created_at, r.id limit ${SHOWN_REPORTS}) r) as reports,
      (select json_agg(json_build_object('action', d.action, 'reason', d.reason, 'decidedAt', ${moment('d.decided_at')}, 'until', ${moment('d.until')}, 'overturned', d.overturned_at is not null) order by d.decided_at desc, d.id desc)
        from (select * from moderation_decision d where d.person_id = c.person_id and d.place_id is not distinct from c.place_id and d.id is distinct from c.decision_id
          order by d.decided_at desc, d.id desc limit ${SHOWN_DECISIONS}) d) as earlier,
      (select json_build_object('note', a.note, 'decision', json_build_object('action', d.action, 'reason', d.reason, 'excerpt', d.excerpt, 'decidedAt', ${moment('d.decided_at')}))
        from appeal a join moderation_decision d on d.id = a.decision_id where a.decision_id = c.decision_id) as appeal,
      decision.decided_by,
      case when c.kind = 'appeal' then others_can_handle(c.place_id, decision.decided_by, c.person_id) else false end as others,
      theirs.role as person_role, (select a.domain is not null from actor a where a.id = c.person_id) as person_is_remote, mine.role as my_role, mine.state as my_state, (mine.suspended_until is not null or above.suspended_until is not null) as my_suspended
    from moderation_case c
    left join moderation_decision decision on decision.id = c.decision_id
    left join membership mine on mine.place_id = c.place_id and mine.member_id = ${viewer.actorId}::uuid
    left join membership above on above.place_id = mine.building_id and above.member_id = mine.member_id
    left join membership theirs on theirs.place_id = c.place_id and theirs.member_id = c.person_id and theirs.state = 'active'
    where (c.audience_id = any (${audiences}) or c.second_audience_id = any (${audiences})) and c.person_id is distinct from ${viewer.actorId}::uuid
      and not is_for_other_administrators(c.about_place_id, ${viewer.actorId}::uuid) and ${condition}`.execute(trx);
  return rows;
}

function factsOf(row: Row): CaseFacts {
  return {
    kind: row.kind,
    closed: row.state === 'closed',
    placeId: row.place_id,
    escalated: row.escalated_at !== null,
    personId: row.person_id,
    subject: row.subject_kind,
    personRole: row.person_role,
    personIsRemote: row.person_is_remote === true,
    placeOpen: row.building?.access === 'open',
    withheld: row.post_state,
    decidedBy: row.decided_by,
    othersCanHandle: row.others,
  };
}

function toItem(viewer: Member, row: Row): CaseItem {
  // Check constraints keep role and state to their words.
  const standing = row.my_role === null ? null : ({ role: row.my_role, state: row.my_state, suspended: row.my_suspended === true } as Standing);
  const act = actionsFor(viewer, factsOf(row), standing);
  const post = row.post === null ? null : { id: row.post.id, url: postUrl(row.post.id, row.post.rootId), title: row.post.title, excerpt: row.post.excerpt, publishedAt: row.post.publishedAt, withheld: row.post.withheld };
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    escalatedWhy: row.escalated_why,
    place: row.place,
    subject: { kind: row.subject_kind, person: row.person, post, building: row.building },
    reportCount: row.report_count,
    reports: row.reports ?? [],
    earlier: row.earlier ?? [],
    appeal: row.appeal,
    can: { act, readContent: row.post_state !== null && post === null && act.length > 0 },
  };
}
