// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { placeJson, type PlaceRef } from '../buildings/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { canAppeal } from './policy.ts';
import { APPEAL_WITHIN_MS, type DecisionAction, type Reason, type SubjectKind } from './words.ts';

/** The statement of reasons (Digital Services Act, article 17): what was decided, on what ground, why, for how long, and what one can do. */
export interface MyDecision {
  id: string;
  action: DecisionAction;
  ground: Reason | null;
  reason: string;
  /** Null where one may no longer know of the place. */
  place: PlaceRef | null;
  subject: { kind: SubjectKind; excerpt: string };
  until: string | null;
  decidedAt: string;
  endedAt: string | null;
  overturned: boolean;
  appealUntil: string;
  appeal: { note: string; state: 'open' | 'upheld' | 'overturned'; answer: string | null; decidedAt: string | null } | null;
  can: { appeal: boolean };
}

interface Row extends Pick<MyDecision, 'id' | 'action' | 'ground' | 'reason' | 'place' | 'appeal'> {
  subject_kind: SubjectKind;
  excerpt: string;
  until: Date | null;
  decided_at: Date;
  ended_at: Date | null;
  overturned_at: Date | null;
}

/** About oneself, latest first. Who decided and who reported is in none of it. */
export async function myDecisions(trx: Trx, now: Date, viewer: Member, { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string }): Promise<{ items: MyDecision[]; next: string | null }> {
  const after = decodeMomentCursor(cursor);
  const { rows } = await sql<Row>`
    select d.id, d.action, d.ground, d.reason, ${placeJson('d.place_id')} as place, d.subject_kind, d.excerpt, d.until, d.decided_at, d.ended_at, d.overturned_at,
      (select json_build_object('note', a.note, 'state', a.state, 'answer', a.answer, 'decidedAt', to_char(a.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from appeal a where a.decision_id = d.id and a.person_id = ${viewer.actorId}::uuid) as appeal
    from moderation_decision d
    where d.person_id = ${viewer.actorId}::uuid and ${after === null ? sql`true` : sql`(d.decided_at, d.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by d.decided_at desc, d.id desc limit ${limit + 1}`.execute(trx);
  return pageOf(rows, limit, (row) => toItem(row, now, viewer), (row) => [row.decided_at.toISOString(), row.id]);
}

function toItem(row: Row, now: Date, viewer: Member): MyDecision {
  const facts = { personId: viewer.actorId, action: row.action, decidedAt: row.decided_at, overturned: row.overturned_at !== null, appealed: row.appeal !== null };
  return {
    id: row.id,
    action: row.action,
    ground: row.ground,
    reason: row.reason,
    place: row.place,
    subject: { kind: row.subject_kind, excerpt: row.excerpt },
    until: row.until?.toISOString() ?? null,
    decidedAt: row.decided_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    overturned: row.overturned_at !== null,
    appealUntil: new Date(row.decided_at.getTime() + APPEAL_WITHIN_MS).toISOString(),
    appeal: row.appeal,
    can: { appeal: canAppeal(viewer, facts, now) },
  };
}

export interface HeldPost {
  id: string;
  title: string | null;
  html: string;
  withheld: 'hidden' | 'waiting';
  withheldAt: string;
  /** Null where one may no longer know of the place. */
  place: PlaceRef | null;
}

const MOST_HELD = 100;

/** One's own posts that wait or are hidden: their author still reads them, and nobody else but the moderators. Latest first. */
export async function myHeldPosts(trx: Trx, viewer: Member): Promise<HeldPost[]> {
  // As the system for the words, which are the moderators' to read and the author's own; the place is asked as the viewer.
  const rows = await withSystem(trx, () =>
    trx
      .selectFrom('post')
      .select(['id', 'title', 'html', 'withheld', 'withheld_at', 'place_id'])
      .where('author_id', '=', viewer.actorId)
      .where('withheld', 'in', ['hidden', 'waiting'])
      .where('deleted_at', 'is', null)
      .orderBy('withheld_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_HELD)
      .execute(),
  );
  if (rows.length === 0) return [];
  const { rows: places } = await sql<{ id: string; place: PlaceRef | null }>`select p.id, ${placeJson('p.id')} as place from place p where p.id = any(${rows.map((row) => row.place_id)}::uuid[])`.execute(trx);
  const byId = new Map(places.map(({ id, place }) => [id, place]));
  return rows.map((row) => ({ id: row.id, title: row.title, html: row.html, withheld: row.withheld as HeldPost['withheld'], withheldAt: row.withheld_at?.toISOString() ?? '', place: byId.get(row.place_id) ?? null }));
}
