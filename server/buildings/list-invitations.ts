// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Clock } from '../platform/clock.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { DEFAULT_LIMIT, decodeMomentCursor, pageOf } from '../platform/http/paging.ts';
import { type PlaceAddress, placeForViewer } from './find-place.ts';
import { requireInviter } from './invite.ts';
import type { Role } from './policy.ts';
import type { InvitationSchema } from './schemas.ts';

type Invitation = Static<typeof InvitationSchema>;

/** Those that somebody could still accept, newest first. */
export async function invitationsOf(trx: Trx, clock: Clock, viewer: Member, address: PlaceAddress, options: { limit?: number; cursor?: string }): Promise<{ items: Invitation[]; next: string | null }> {
  const place = await placeForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const limit = options.limit ?? DEFAULT_LIMIT;
  const after = decodeMomentCursor(options.cursor);
  let query = trx
    .selectFrom('invitation')
    .selectAll()
    .where('place_id', '=', place.id)
    .where('audience_id', 'in', [...viewer.audiences])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .whereRef('uses', '<', 'max_uses');
  if (after !== null) query = query.where(sql<boolean>`(created_at, id) < (${after.moment}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: row.id,
      email: row.email,
      name: row.name,
      source: row.source,
      sentAt: row.sent_at?.toISOString() ?? null,
      // A check constraint keeps `role` to these words.
      role: row.role as Role,
      uses: row.uses,
      maxUses: row.max_uses,
      expiresAt: row.expires_at.toISOString(),
      createdAt: row.created_at.toISOString(),
    }),
    (row) => [row.created_at.toISOString(), row.id],
  );
}
