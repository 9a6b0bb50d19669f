// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { QuietHours } from './moments.ts';

/**
 * Of a place or thread. `all`: every post and answer at once; `mentions`: only what names or answers me; `digest`: that at once, and
 * what is new in the digest; `none`: nothing about posts there.
 */
export const levels = ['all', 'mentions', 'digest', 'none'] as const;
export type Level = (typeof levels)[number];

/** Of a place that nobody chose a level for. */
export const DEFAULT_LEVEL: Level = 'digest';

/** Whom it would be told, and where it is; a group for what is in a group. */
export interface Where {
  recipientId: string;
  placeId: string | null;
  rootId?: string;
}

export interface Hearing extends QuietHours {
  level: Level;
}

/** How each wants to hear of it, in the order asked: a thread's level wins from its place's. As the system, or of the viewer only. */
export async function hearingOf(trx: Trx, asked: readonly Where[]): Promise<Hearing[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<Hearing>`
    select coalesce(t.level, p.level, ${DEFAULT_LEVEL}) as level,
      coalesce(s.time_zone, 'Europe/Amsterdam') as "timeZone", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil"
    from unnest(${asked.map((each) => each.recipientId)}::uuid[], ${asked.map((each) => each.placeId)}::uuid[], ${asked.map((each) => each.rootId ?? null)}::uuid[])
      with ordinality as asked (recipient_id, place_id, root_id, n)
    left join thread_level t on t.owner_id = asked.recipient_id and t.root_id = asked.root_id
    left join place_level p on p.owner_id = asked.recipient_id and p.place_id = asked.place_id
    left join notification_setting s on s.owner_id = asked.recipient_id
    order by asked.n`.execute(trx);
  return rows;
}
