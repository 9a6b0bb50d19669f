// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Database } from '../platform/db/database.ts';
import { guest, isMember, type Member, NOBODY, PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { Forbidden } from '../platform/http/problem.ts';
import type { ViewAs } from '../platform/http/view-as.ts';
import { type PlaceForViewer, placeForViewer } from './find-place.ts';

/**
 * A place as an outsider or an ordinary member meets it, for its admins. An outsider is a visitor. A member is nobody in particular:
 * with the audiences that membership gives and no others, a civil servant when the admin is one. Both locks read as that viewer.
 */
export function viewAs(database: Database): ViewAs {
  return async (viewer, { kind, building, group }) => {
    const place = await database.readAs(viewer, (db) => placeForViewer(db, viewer, group === null ? building : { building, group }));
    if (!place.can.edit || !isMember(viewer)) throw new Forbidden();
    if (kind === 'outsider') return guest(viewer.locale);
    const member = await ordinaryMember(database, viewer, place);
    // The admins of a building administer its groups and do not read in them: not so either.
    if (!member.audiences.every((audience) => viewer.audiences.includes(audience))) {
      throw new Forbidden({ nl: 'Alleen wie zelf lid is, kan dit bekijken als lid.', en: 'Only somebody who is a member can view this as a member.' });
    }
    return member;
  };
}

async function ordinaryMember(database: Database, viewer: Member, place: PlaceForViewer): Promise<Member> {
  const standsIn = place.building === null ? [place.id] : [place.building.id, place.id];
  const places = await database.readAs(viewer, (db) =>
    db.selectFrom('place').select(['members_audience_id', 'staff_members_audience_id', 'knowing_audience_id']).where(sql<boolean>`id = any(${standsIn}::uuid[])`).execute(),
  );
  const audiences = places.flatMap((each) => [each.members_audience_id, ...(viewer.isStaff ? [each.staff_members_audience_id] : []), ...(each.knowing_audience_id === null ? [] : [each.knowing_audience_id])]);
  return {
    actorId: NOBODY,
    accountId: NOBODY,
    handle: '',
    name: '',
    email: '',
    locale: viewer.locale,
    isStaff: viewer.isStaff,
    isAdministrator: false,
    audiences: [PUBLIC_AUDIENCE, ...(viewer.isStaff ? [STAFF_AUDIENCE] : []), ...audiences],
    scopes: viewer.scopes,
    sessionId: null,
    standsIn,
  };
}
