// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';

/** What decides where a post in a place of ours goes. */
export interface Told {
  /** A group for what is in a group. */
  place_id: string;
  audience_id: number;
  members_audience_id: number;
}

export interface Targets {
  /** For `send`: sent only to instances that have a member there at that moment. Null for what is for everybody. */
  membersOf: string | null;
  to: { host: string; inbox: string }[];
}

const inboxes = sql`select distinct r.host, coalesce(r.shared_inbox, r.inbox) as inbox from remote_actor r`;

/**
 * Where what happens in a place of ours is told of: what is for everybody to its followers and the instances of its members; what is for
 * its members to the instances of its members that keep such things closed, and where its admins still allow them; all else (what is for
 * civil servants, for moderators, or held back) to nobody: null. As the system.
 */
export async function targetsOf(trx: Trx, { place_id: placeId, audience_id: audienceId, members_audience_id: membersAudienceId }: Told): Promise<Targets | null> {
  if (audienceId === PUBLIC_AUDIENCE) {
    const { rows } = await sql<Targets['to'][number]>`
      ${inboxes} where r.gone_at is null and (
        exists (select from follower f where f.target_id = ${placeId}::uuid and f.follower_id = r.actor_id)
        or exists (select from membership m where m.place_id = ${placeId}::uuid and m.state = 'active' and m.member_id = r.actor_id))`.execute(trx);
    return { membersOf: null, to: rows };
  }
  return audienceId === membersAudienceId ? { membersOf: placeId, to: await instancesOfMembers(trx, placeId) } : null;
}

/** The inboxes of the instances that may read what is for the members of a place of ours. As the system. */
export async function instancesOfMembers(trx: Trx, placeId: string): Promise<Targets['to']> {
  const { rows } = await sql<Targets['to'][number]>`
    ${inboxes} join membership m on m.member_id = r.actor_id and m.place_id = ${placeId}::uuid and m.state = 'active'
    join place p on p.id = m.place_id and p.host is null and p.deleted_at is null
    join peer on peer.host = r.host and peer.closed_places
    where r.gone_at is null and (p.access = 'open' or exists (select from place_instance i where i.place_id = coalesce(p.parent_id, p.id) and i.host = r.host))`.execute(trx);
  return rows;
}
