// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';

export interface Inbox {
  host: string;
  inbox: string;
}

/** The inboxes of who follows somebody of ours, each once. As the system. */
export async function followersOf(trx: Trx, targetId: string): Promise<Inbox[]> {
  const { rows } = await sql<Inbox>`
    select distinct r.host, coalesce(r.shared_inbox, r.inbox) as inbox from follower f join remote_actor r on r.actor_id = f.follower_id
    where f.target_id = ${targetId}::uuid and r.gone_at is null`.execute(trx);
  return rows;
}

/** The inboxes of these people, as far as they are not of here. As the system. */
export async function inboxesOf(trx: Trx, actorIds: readonly string[]): Promise<Inbox[]> {
  if (actorIds.length === 0) return [];
  const { rows } = await sql<Inbox>`select distinct r.host, coalesce(r.shared_inbox, r.inbox) as inbox from remote_actor r where r.actor_id = any(${[...actorIds]}::uuid[]) and r.gone_at is null`.execute(trx);
  return rows;
}

/** The inboxes of the places elsewhere where somebody of ours is a member, and of who follows them. As the system. */
export async function thoseWhoKnow(trx: Trx, personId: string): Promise<Inbox[]> {
  const { rows } = await sql<Inbox>`
    select distinct r.host, coalesce(r.shared_inbox, r.inbox) as inbox from remote_actor r
    where r.gone_at is null and (
      exists (select from follower f where f.target_id = ${personId}::uuid and f.follower_id = r.actor_id)
      or exists (select from membership m where m.member_id = ${personId}::uuid and m.state = 'active' and m.place_id = r.actor_id))`.execute(trx);
  return rows;
}

/** Every instance that told where it takes in what is for all of it. As the system. */
export async function allPeers(trx: Trx): Promise<Inbox[]> {
  const rows = await trx.selectFrom('peer').select(['host', 'shared_inbox']).where('shared_inbox', 'is not', null).execute();
  return rows.flatMap(({ host, shared_inbox: inbox }) => (inbox === null ? [] : [{ host, inbox }]));
}
