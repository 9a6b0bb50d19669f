// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { placeJson, csvOf, type PlaceRef } from '../buildings/public.ts';
import { type ActorRef, actorRef } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, type Member } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { canExportLog, canReadLog } from './policy.ts';
import { placeAsked } from './queue.ts';
import type { SubjectKind } from './words.ts';

export interface Entry {
  placeId: string | null;
  /** Null for what happened by itself. */
  byId: string | null;
  act: string;
  subjectKind: SubjectKind;
  subjectId: string | null;
  personId: string | null;
  reason: string;
  audienceId: number;
  secondAudienceId: number | null;
}

/** Adds to the log, in the transaction of what it tells of. The table refuses every change; see the migration. The system's. */
export async function writeLog(trx: Trx, entry: Entry, now: Date): Promise<void> {
  await trx
    .insertInto('moderation_log')
    .values({
      id: newId(), at: now, place_id: entry.placeId, by_id: entry.byId, act: entry.act, subject_kind: entry.subjectKind, subject_id: entry.subjectId, person_id: entry.personId,
      reason: entry.reason, audience_id: entry.audienceId, second_audience_id: entry.secondAudienceId,
    })
    .execute();
}

export interface LogItem {
  id: string;
  at: string;
  act: string;
  by: ActorRef | null;
  person: ActorRef | null;
  place: PlaceRef | null;
  subject: { kind: SubjectKind; id: string | null };
  reason: string;
}

interface Row extends Omit<LogItem, 'at' | 'subject'> {
  moment: Date;
  subject_kind: SubjectKind;
  subject_id: string | null;
}

export interface LogSearch {
  place?: string;
  group?: string;
  limit?: number;
  cursor?: string;
}

/** Latest first. @throws {NotFound} for a place that one may not know of or read in, {@link Forbidden} for who does not moderate it. */
export async function readLog(trx: Trx, viewer: Member, search: LogSearch, to: 'read' | 'export' = 'read'): Promise<{ items: LogItem[]; next: string | null }> {
  const place = await placeAsked(trx, viewer, search);
  const may = to === 'read' ? canReadLog : canExportLog;
  if (!may(viewer, place?.myMembership ?? null, place)) throw new Forbidden();
  const limit = search.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(search.cursor);
  const which = place === null ? sql`(l.audience_id = ${ADMINISTRATORS_AUDIENCE}::bigint or l.second_audience_id = ${ADMINISTRATORS_AUDIENCE}::bigint)` : sql`l.place_id = ${place.id}::uuid`;
  const { rows } = await sql<Row>`
    select l.id, l.at as moment, l.act, ${actorRef(viewer, 'l.by_id')} as by, ${actorRef(viewer, 'l.person_id')} as person, ${placeJson('l.place_id')} as place, l.subject_kind, l.subject_id, l.reason
    from moderation_log l
    where ${which} and (l.audience_id = any (${[...viewer.audiences]}::bigint[]) or l.second_audience_id = any (${[...viewer.audiences]}::bigint[]))
      and ${after === null ? sql`true` : sql`(l.at, l.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by l.at desc, l.id desc limit ${limit + 1}`.execute(trx);
  return pageOf(
    rows,
    limit,
    ({ moment, subject_kind, subject_id, ...row }): LogItem => ({ ...row, at: moment.toISOString(), subject: { kind: subject_kind, id: subject_id } }),
    (row) => [row.moment.toISOString(), row.id],
  );
}

const MOST_EXPORTED = 10_000;

/** The whole log, as a file for a spreadsheet. For admins of the place, and administrators of the instance. */
export async function exportLog(trx: Trx, viewer: Member, search: Pick<LogSearch, 'place' | 'group'>): Promise<string> {
  const { items } = await readLog(trx, viewer, { ...search, limit: MOST_EXPORTED }, 'export');
  const lines = items.map(({ at, act, by, person, place: where, subject, reason }) => [at, act, by?.handle ?? '', person?.handle ?? '', where?.slug ?? '', subject.kind, subject.id ?? '', reason]);
  return csvOf(['at', 'act', 'by', 'person', 'place', 'subject', 'id', 'reason'], lines);
}

