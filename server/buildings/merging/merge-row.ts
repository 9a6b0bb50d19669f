// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Viewer } from '../../platform/db/viewer.ts';
import { lockInOrder } from '../find-place.ts';
import { type PlaceAccess, type PlaceRef, toPlaceRef } from '../place-ref.ts';
import { isAdmin, type Standing } from '../policy.ts';
import { knownTo } from '../place-audience.ts';
import type { MergedPlace } from './merge-movers.ts';

export type MergeState = 'proposed' | 'ended' | 'moving' | 'done' | 'undoing' | 'undone';

/** One side of a merge, as the house knows it. Who may know of it is asked elsewhere. */
export interface Side extends MergedPlace {
  ref: PlaceRef;
  parentId: string | null;
  building: { access: PlaceAccess; membersAudienceId: number } | null;
  deletedAt: Date | null;
  mergedInto: string | null;
  agreedBy: string | null;
  /** See {@link ./merge-terms.ts}. */
  agreedOn: string | null;
  /** The viewer agrees for it: as its own admin, or as an admin of its building where it has none. */
  speaks: boolean;
  /** The viewer administers it; of a place that is merged: did so, and administers where it went. */
  administered: boolean;
}

export interface MergeRow {
  id: string;
  state: MergeState;
  source: Side;
  target: Side;
  proposedBy: string | null;
  posts: number;
  moved: number;
  createdAt: Date;
  doneAt: Date | null;
  undoneAt: Date | null;
}

type Asker = Pick<Viewer, 'actorId'>;

/** As the system. The rows of merges that hold `condition` (of `m`), latest first. */
export async function mergeRows(trx: Trx, asker: Asker, condition: ReturnType<typeof sql<boolean>>, most: number): Promise<MergeRow[]> {
  const rows = await trx.selectFrom('merge as m').selectAll('m').where(condition).orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(most).execute();
  if (rows.length === 0) return [];
  const sides = await sidesOf(trx, asker, rows.flatMap((row) => [row.source_id, row.target_id]));
  return rows.flatMap((row) => {
    const [source, target] = [sides.get(row.source_id), sides.get(row.target_id)];
    if (source === undefined || target === undefined) return [];
    return [
      {
        id: row.id,
        // A check constraint keeps it to these words.
        state: row.state as MergeState,
        source: { ...source, agreedBy: row.source_agreed_by, agreedOn: row.source_agreed_on },
        target: { ...target, agreedBy: row.target_agreed_by, agreedOn: row.target_agreed_on },
        proposedBy: row.proposed_by,
        posts: row.posts,
        moved: row.moved,
        createdAt: row.created_at,
        doneAt: row.done_at,
        undoneAt: row.undone_at,
      },
    ];
  });
}

/** As the system. By id. */
export async function sidesOf(trx: Trx, asker: Asker, ids: readonly string[]): Promise<Map<string, Side>> {
  const rows = await trx
    .selectFrom('place as p')
    .innerJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin('place as b', 'b.id', 'p.parent_id')
    .leftJoin('membership as mine', (join) => join.onRef('mine.place_id', '=', 'p.id').on('mine.member_id', '=', asker.actorId))
    .leftJoin('membership as there', (join) => join.onRef('there.place_id', '=', 'p.parent_id').on('there.member_id', '=', asker.actorId))
    .leftJoin('membership as went', (join) => join.onRef('went.place_id', '=', 'p.merged_into').on('went.member_id', '=', asker.actorId))
    .select(['p.id as place_id', 'p.slug as place_slug', 'pa.name as place_name', 'p.access as place_access', 'b.slug as building_slug', 'b.access as building_access'])
    .select(['p.kind', 'p.parent_id', 'p.members_audience_id', 'p.staff_members_audience_id', 'p.moderators_audience_id', 'p.knowing_audience_id', 'p.deleted_at', 'p.merged_into'])
    .select(['b.members_audience_id as building_members_audience_id', 'mine.role', 'mine.state', 'mine.suspended_until', 'there.role as there_role', 'there.state as there_state', 'there.suspended_until as there_suspended_until', 'went.role as went_role', 'went.state as went_state', 'went.suspended_until as went_suspended_until'])
    .select(sql<boolean>`exists (select from membership o where o.place_id = p.id and o.role = 'admin' and o.state = 'active' and o.suspended_until is null)`.as('led'))
    .where('p.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => {
      // Check constraints keep kind, access, role and state to their words.
      const standing = (role: string | null, state: string | null, until: Date | null): Standing => (role === null ? null : ({ role, state, suspended: until !== null } as Standing));
      const stillLeads = row.merged_into === null || isAdmin(standing(row.went_role, row.went_state, row.went_suspended_until));
      const leads = stillLeads && isAdmin(standing(row.role, row.state, row.suspended_until));
      const leadsBuilding = isAdmin(standing(row.there_role, row.there_state, row.there_suspended_until));
      const building = row.building_access === null || row.building_members_audience_id === null ? null : { access: row.building_access as PlaceAccess, membersAudienceId: row.building_members_audience_id };
      const place = { access: row.place_access as PlaceAccess, building, membersAudienceId: row.members_audience_id, knowingAudienceId: row.knowing_audience_id };
      const side: Side = {
        id: row.place_id,
        ref: toPlaceRef(row),
        kind: row.kind as Side['kind'],
        parentId: row.parent_id,
        access: row.place_access as PlaceAccess,
        audienceId: knownTo(place),
        building,
        membersAudienceId: row.members_audience_id,
        staffMembersAudienceId: row.staff_members_audience_id,
        moderatorsAudienceId: row.moderators_audience_id,
        knowingAudienceId: row.knowing_audience_id,
        deletedAt: row.deleted_at,
        mergedInto: row.merged_into,
        agreedBy: null,
        agreedOn: null,
        speaks: leads || (leadsBuilding && !row.led),
        administered: leads || leadsBuilding,
      };
      return [row.place_id, side];
    }),
  );
}

/** As the system: both places, the building that holds them, and what they may go on to. Read again what you know of them afterwards. */
export async function lockSides(trx: Trx, sides: readonly { id: string; parentId: string | null }[]): Promise<void> {
  const ids = sides.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]));
  await lockInOrder(trx).where('id', 'in', [...new Set(ids)]).execute();
}
