// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import type { MembershipEnded } from './events.ts';
import { lockInOrder } from './find-place.ts';
import { rememberRemovals } from './memberships.ts';

/**
 * Ends what binds people to places across the border with other instances: memberships and requests of their people here, and of
 * our people there. Bans stay. As the system.
 * @param hosts of the other instances
 * @returns how many memberships ended
 */
export async function endWithInstances(trx: Trx, now: Date, hosts: readonly string[], byId: string): Promise<number> {
  const wanted = sql`any(${[...hosts]}::text[])`;
  const found = () =>
    sql<{ id: string; place_id: string; member_id: string; state: string; abroad: boolean }>`
      select m.id, m.place_id, m.member_id, m.state, p.host is not null as abroad
      from membership m join actor a on a.id = m.member_id join place p on p.id = m.place_id
      where m.state <> 'banned' and (a.domain is not null or p.host is not null) and (a.domain = ${wanted} or p.host = ${wanted})
      order by m.place_id, m.id`.execute(trx);
  const places = [...new Set((await found()).rows.map((row) => row.place_id))];
  if (places.length === 0) return 0;
  await lockInOrder(trx).where((where) => where.or([where('id', 'in', places), where('id', 'in', (of) => of.selectFrom('place as inside').select('inside.parent_id').where('inside.id', 'in', places).$castTo<{ parent_id: string }>())])).execute();
  // Read again under the lock: who left meanwhile is not counted twice.
  const { rows } = await found();
  const ending = rows.filter((row) => places.includes(row.place_id));
  if (ending.length === 0) return 0;
  await trx.deleteFrom('membership').where('id', 'in', ending.map((row) => row.id)).execute();
  const active = ending.filter((row) => row.state === 'active');
  await countOff(trx, active.map((row) => row.place_id));
  await rememberRemovals(trx, active.filter((row) => !row.abroad), now);
  await publishAll<MembershipEnded>(trx, active.map((row) => ({ type: 'MembershipEnded', placeId: row.place_id, memberId: row.member_id, byId, reason: 'removed' })));
  return active.length;
}

/** One member less for each time that a place is named. */
async function countOff(trx: Trx, placeIds: readonly string[]): Promise<void> {
  if (placeIds.length === 0) return;
  await sql`
    update place set member_count = member_count - gone.count
    from (select id, count(*)::int as count from unnest(${[...placeIds]}::uuid[]) as named (id) group by id) gone
    where place.id = gone.id`.execute(trx);
}
