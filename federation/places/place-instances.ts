// SPDX-License-Identifier: EUPL-1.2
import { removeMemberAs } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';

/** Which instances' people may ask to come into a closed or hidden building of ours; the caller has asked whether they administer it. As the system. */

export interface AllowedInstance {
  host: string;
  addedAt: Date;
  /** How many of its people are members now. */
  members: number;
}

export async function instancesOf(trx: Trx, placeId: string): Promise<AllowedInstance[]> {
  const rows = await trx
    .selectFrom('place_instance as i')
    .select(['i.host', 'i.added_at'])
    .select(({ selectFrom, fn }) =>
      selectFrom('membership as m')
        .innerJoin('remote_actor as r', 'r.actor_id', 'm.member_id')
        .whereRef('m.place_id', '=', 'i.place_id')
        .whereRef('r.host', '=', 'i.host')
        .where('m.state', '=', 'active')
        .select(fn.countAll<number>().as('count'))
        .as('members'),
    )
    .where('i.place_id', '=', placeId)
    .orderBy('i.host')
    .execute();
  return rows.map((row) => ({ host: row.host, addedAt: row.added_at, members: row.members ?? 0 }));
}

/** Doing so twice changes nothing. */
export async function allowInstance(trx: Trx, { clock }: Pick<Deps, 'clock'>, placeId: string, host: string, byId: string): Promise<void> {
  const { members_audience_id } = await trx.selectFrom('place').select('members_audience_id').where('id', '=', placeId).executeTakeFirstOrThrow();
  await trx
    .insertInto('place_instance')
    .values({ place_id: placeId, host, audience_id: members_audience_id, added_by: byId, added_at: clock.now() })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** From now on nothing of the building, nor of its groups, goes there; its people who were members or asked are so no longer, and are told. */
export async function disallowInstance(trx: Trx, { clock }: Pick<Deps, 'clock'>, placeId: string, host: string, byId: string): Promise<void> {
  await trx.deleteFrom('place_instance').where('place_id', '=', placeId).where('host', '=', host).execute();
  const people = await trx
    .selectFrom('membership as m')
    .innerJoin('remote_actor as r', 'r.actor_id', 'm.member_id')
    .select('m.member_id')
    .where('m.place_id', '=', placeId)
    .where('m.state', 'in', ['active', 'requested'])
    .where('r.host', '=', host)
    .execute();
  for (const { member_id: memberId } of people) await removeMemberAs(trx, clock, { placeId, memberId, byId });
}
