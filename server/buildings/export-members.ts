// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Locale, Member } from '../platform/db/viewer.ts';
import { Forbidden, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import { csvOf } from './csv.ts';
import type { MembersExported } from './events.ts';
import { type PlaceAddress, placeForViewer, type PlaceForViewer } from './find-place.ts';
import { emailsFor, filteredMemberships, type MembershipFilters } from './list-memberships.ts';
import { insideAudience } from './memberships.ts';
import { canSeeMembers, type Role } from './policy.ts';
import type { Way } from './schemas.ts';

/** More than the largest place has; a bound, so that no single answer can take the memory of the server. */
const MOST_EXPORTED = 20_000;

const heads = {
  nl: ['e-mail', 'naam', 'rol', 'groepen', 'organisatie', 'gast', 'binnengekomen via', 'bron', 'sinds'],
  en: ['email', 'name', 'role', 'groups', 'organisation', 'guest', 'came in through', 'source', 'since'],
};

/** The import reads the roles of both languages. */
const roleWords: Record<Locale, Record<Role, string>> = {
  nl: { member: 'lid', moderator: 'moderator', admin: 'beheerder' },
  en: { member: 'member', moderator: 'moderator', admin: 'admin' },
};

const wayWords: Record<Locale, Record<Way, string>> = {
  nl: { unknown: 'onbekend', founding: 'begonnen', door: 'zelf lid geworden', request: 'erom gevraagd', mail: 'uitnodiging per mail', link: 'link', import: 'lijst', rule: 'regel' },
  en: { unknown: 'unknown', founding: 'started it', door: 'joined themselves', request: 'asked to join', mail: 'invitation by mail', link: 'link', import: 'list', rule: 'rule' },
};

export interface MembersFile {
  name: string;
  content: string;
}

/** The members as a file that can be imported again; admins only, because of the addresses. That it was made is kept, and whose doing it was. */
export async function exportMembers(trx: Trx, now: Date, viewer: Member, address: PlaceAddress, filters: MembershipFilters): Promise<MembersFile> {
  const place = await placeForViewer(trx, viewer, address);
  if (!canSeeMembers(viewer, place, place.myMembership)) throw new NotFound();
  if (!place.can.edit) throw new Forbidden();
  const rows = await (await filteredMemberships(trx, viewer, place, filters)).orderBy('sort_name').orderBy('m.id').limit(MOST_EXPORTED).execute();
  const emails = await emailsFor(trx, place, rows);
  const groups = await groupsByMember(trx, viewer, place);
  const id = newId();
  // As the system: admins read what was exported, but nobody writes it by hand.
  await withSystem(trx, () => trx.insertInto('membership_export').values({ id, place_id: place.id, audience_id: insideAudience(place), by_id: viewer.actorId, rows: rows.length, made_at: now }).execute());
  await publish<MembersExported>(trx, { type: 'MembersExported', placeId: place.id, exportId: id, byId: viewer.actorId });
  const [yes, no] = viewer.locale === 'nl' ? ['ja', 'nee'] : ['yes', 'no'];
  const content = csvOf(
    heads[viewer.locale],
    rows.map((row) => [
      emails.get(row.actor_id) ?? '', row.actor_name, roleWords[viewer.locale][row.role as Role], (groups.get(row.actor_id) ?? []).join('|'), row.actor_organisation ?? '',
      // Check constraints keep roles and ways to their words.
      row.actor_organisation === null ? yes : no, wayWords[viewer.locale][row.joined_through as Way], row.source ?? '', row.created_at.toISOString().slice(0, 10),
    ]),
  );
  return { name: `${viewer.locale === 'nl' ? 'leden' : 'members'}-${place.slug}.csv`, content };
}

/** The groups of each member, as far as the viewer knows of both: by their addresses, because two may have one name. */
async function groupsByMember(trx: Trx, viewer: Member, place: PlaceForViewer): Promise<Map<string, string[]>> {
  const audiences = sql`any(${[...viewer.audiences]}::bigint[])`;
  const rows = await trx
    .selectFrom('membership as m')
    .innerJoin('place as g', 'g.id', 'm.place_id')
    .select(['m.member_id', 'g.slug'])
    .where('g.parent_id', '=', place.id)
    .where('g.deleted_at', 'is', null)
    .where(sql<boolean>`(g.audience_id = ${audiences} or g.members_audience_id = ${audiences})`)
    .where('m.state', '=', 'active')
    .where(sql<boolean>`m.audience_id = ${audiences}`)
    .orderBy('g.slug')
    .limit(MOST_EXPORTED * 5)
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.member_id)].map(([member, theirs]) => [member, theirs.map((row) => row.slug)]));
}
