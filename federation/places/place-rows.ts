// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';

/** A place elsewhere of which we know. */
export interface Replica {
  id: string;
  uri: string;
  host: string;
  inbox: string;
  sharedInbox: string | null;
  /** Its collection of members, where it has one. */
  members: string | null;
  access: string;
  membersAudienceId: number;
  /** Its home says that it keeps closed places closed: then it speaks as we do. */
  speaksPlein: boolean;
}

function replicas(trx: Trx) {
  return trx
    .selectFrom('place as p')
    .innerJoin('actor as a', 'a.id', 'p.id')
    .innerJoin('remote_actor as r', 'r.actor_id', 'p.id')
    .leftJoin('peer', 'peer.host', 'r.host')
    .where('p.host', 'is not', null)
    .where('p.deleted_at', 'is', null)
    .select(['p.id', 'a.uri', 'r.host', 'r.inbox', 'r.shared_inbox', 'r.members', 'p.access', 'p.members_audience_id', 'peer.closed_places']);
}

type Row = Awaited<ReturnType<ReturnType<typeof replicas>['executeTakeFirstOrThrow']>>;

const toReplica = (row: Row): Replica => ({
  id: row.id, uri: row.uri, host: row.host, inbox: row.inbox, sharedInbox: row.shared_inbox, members: row.members, access: row.access, membersAudienceId: row.members_audience_id,
  speaksPlein: row.closed_places === true,
});

/** By its id; null for a place of ours, and for none. As the system. */
export async function replicaById(trx: Trx, placeId: string): Promise<Replica | null> {
  const row = await replicas(trx).where('p.id', '=', placeId).executeTakeFirst();
  return row === undefined ? null : toReplica(row);
}

/** By its address. As the system. */
export async function replicaByUri(trx: Trx, uri: string): Promise<Replica | null> {
  const row = await replicas(trx).where('a.uri', '=', uri).executeTakeFirst();
  return row === undefined ? null : toReplica(row);
}

/** Of a list that may be long, so many at once. */
const PAGE = 100;

/** Those of which somebody here is a member, in the order of their ids, a page after one of them. As the system. */
export async function joinedReplicas(trx: Trx, after: string | null): Promise<Replica[]> {
  const rows = await replicas(trx).$if(after !== null, (query) => query.where('p.id', '>', after ?? '')).where(({ exists, selectFrom }) => exists(selectFrom('membership as m').select('m.id').whereRef('m.place_id', '=', 'p.id').where('m.state', '=', 'active'))).orderBy('p.id').limit(PAGE).execute();
  return rows.map(toReplica);
}

/** Somebody who is not of here, and how to reach them. */
export interface RemotePerson {
  id: string;
  uri: string;
  host: string;
  inbox: string;
}

/** Null for somebody of ours. As the system. */
export async function remotePerson(trx: Trx, actorId: string): Promise<RemotePerson | null> {
  const row = await trx.selectFrom('actor as a').innerJoin('remote_actor as r', 'r.actor_id', 'a.id').select(['a.id', 'a.uri', 'r.host', 'r.inbox']).where('a.id', '=', actorId).where('a.domain', 'is not', null).executeTakeFirst();
  return row ?? null;
}

/** A building or group of ours. As the system. */
export async function ownPlace(trx: Trx, id: string): Promise<{ id: string; access: string; kind: string } | null> {
  const row = await trx.selectFrom('place').select(['id', 'access', 'kind']).where('id', '=', id).where('host', 'is', null).where('deleted_at', 'is', null).where('kind', '!=', 'square').executeTakeFirst();
  return row ?? null;
}

/** Somebody of ours by their address. As the system. */
export async function ownPersonAt(trx: Trx, uri: string): Promise<string | null> {
  const row = await trx.selectFrom('actor').select('id').where('uri', '=', uri).where('domain', 'is', null).where('type', '=', 'person').executeTakeFirst();
  return row?.id ?? null;
}
