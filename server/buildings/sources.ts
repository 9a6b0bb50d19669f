// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { type PlaceAddress, placeForViewer } from './find-place.ts';
import { requireInviter } from './invite.ts';
import type { SourceList, Way } from './schemas.ts';

type Source = Static<typeof SourceList>['items'][number];

/** More links than this nobody compares; the rest of the members are still counted with their way in. */
const MOST_LINKS = 200;

/** How the members of a place came in, counted; each link by itself, also one that nobody used yet. For those who invite. */
export async function sourcesOf(trx: Trx, now: Date, viewer: Member, address: PlaceAddress): Promise<Source[]> {
  const place = await placeForViewer(trx, viewer, address);
  requireInviter(viewer, place, 'member');
  const links = await trx
    .selectFrom('invitation as i')
    .select(['i.id', 'i.source', 'i.uses', 'i.max_uses', 'i.expires_at', 'i.revoked_at'])
    .select(sql<number>`(select count(*)::integer from membership m where m.invitation_id = i.id and m.place_id = i.place_id and m.state = 'active')`.as('members'))
    .where('i.place_id', '=', place.id)
    .where(sql<boolean>`i.audience_id = any(${[...viewer.audiences]}::bigint[])`)
    .where('i.email', 'is', null)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(MOST_LINKS)
    .execute();
  const ways = await trx
    .selectFrom('membership')
    .select(({ fn }) => ['joined_through', fn.countAll<number>().as('members')])
    .where('place_id', '=', place.id)
    .where('state', '=', 'active')
    .where(sql<boolean>`audience_id = any(${[...viewer.audiences]}::bigint[])`)
    .where('joined_through', '!=', 'link')
    .groupBy('joined_through')
    .orderBy('joined_through')
    .execute();
  return [
    ...links.map((row): Source => ({
      way: 'link',
      invitation: { id: row.id, source: row.source, uses: row.uses, maxUses: row.max_uses, expiresAt: row.expires_at.toISOString(), open: row.revoked_at === null && row.expires_at > now && row.uses < row.max_uses },
      members: row.members,
    })),
    // A check constraint keeps `joined_through` to these words.
    ...ways.map((row): Source => ({ way: row.joined_through as Way, invitation: null, members: row.members })),
  ];
}
