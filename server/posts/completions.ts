// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { sql } from 'kysely';
import { type PlaceAddress, placeForViewer } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Asker } from './read-posts.ts';
import type { MentionList, TagList } from './schemas.ts';

/** What is offered while somebody types `@` or `#`: never a name that the viewer may not know. */

type Mentions = Static<typeof MentionList>;
const MOST_OFFERED = 8;

/**
 * People and buildings whose name or address starts so. Given a place, only whom a text there can name: its members
 * where it is closed or hidden (others could not read it), members first where it is open.
 * @throws {NotFound} when the viewer may not know of the building.
 */
export async function mentionsFor(trx: Trx, viewer: Member, typed: string, address: PlaceAddress | undefined): Promise<Mentions> {
  const place = address === undefined ? null : await placeForViewer(trx, viewer, address);
  const wanted = typed.replace(/^@/, '').trim();
  if (wanted === '' || (place !== null && !place.can.read)) return { items: [], next: null };
  const start = `${likeText(wanted)}%`;
  const known = place === null ? null : [PUBLIC_AUDIENCE, place.membersAudienceId];
  const audiences = viewer.audiences.filter((audience) => known === null || known.includes(audience));
  const membersOnly = place !== null && place.access !== 'open';
  const { rows } = await sql<Mentions['items'][number]>`
    select a.type, a.handle::text as handle, a.name, o.name as organisation, (o.id is null and ${membersOnly}) as "isGuest"
    from actor a
    left join organisation o on o.id = a.organisation_id
    left join membership m on m.member_id = a.id and m.place_id = ${place?.id ?? null}::uuid and m.state = 'active'
    where a.type in ('person', 'building') and a.domain is null and a.deleted_at is null
      and a.audience_id = any(${audiences}::bigint[])
      and (a.handle::text ilike ${start} or a.name ilike ${start} or a.name ilike ${`% ${start}`})
      and (a.type = 'building' or not ${membersOnly} or m.id is not null)
      and not exists (select from person_tie t where t.owner_id = ${viewer.actorId}::uuid and t.person_id = a.id and t.kind = 'block')
      and (a.type = 'person' or exists (select from place p where p.id = a.id and p.deleted_at is null))
    order by m.id is null, a.type desc, a.name, a.id
    limit ${MOST_OFFERED}`.execute(trx);
  return { items: rows.map((row) => (row.type === 'person' ? row : { type: row.type, handle: row.handle, name: row.name })), next: null };
}

/** Tags in use, most used first, counting only posts that the viewer may read. */
export async function tagsFor(trx: Trx, viewer: Asker, typed: string, limit: number): Promise<Static<typeof TagList>> {
  const start = `${likeText(typed.replace(/^#/, '').trim().normalize('NFC').toLowerCase())}%`;
  const rows = await trx
    .selectFrom('post_tag')
    .select(['tag as name', ({ fn }) => fn.countAll<number>().as('count')])
    .where('audience_id', 'in', [...viewer.audiences])
    .where('tag', 'like', start)
    .groupBy('tag')
    .orderBy('count', 'desc')
    .orderBy('tag')
    .limit(limit)
    .execute();
  return { items: rows, next: null };
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
