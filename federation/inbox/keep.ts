// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { finishing } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';
import { wakeDeliveries } from '../delivery/wake.ts';
import { gather } from '../lanes/gather.ts';
import { peersInOrder } from '../lanes/peers-in-order.ts';
import { isObject } from '../wire/bounded-json.ts';
import type { Activity } from './activity.ts';
import { orderOf, writeOrder } from './order.ts';
import { wakeInbox } from './wake.ts';

export interface Incoming {
  activity: Activity;
  raw: string;
}

/** `kept` also when it was here before; `other` when something else was, under the same name. */
export type Kept = 'kept' | 'other';

const MOST_AT_ONCE = 100;
/** When an instance was last heard of is noted again after this. */
const NOTED_EVERY_SECONDS = 60;

/** Writes down what came in before it is answered for, many in one transaction; and lets what waits for a host go, since it speaks. */
export function createKeeping(deps: Deps): (incoming: Incoming) => Promise<Kept> {
  const { database, clock } = deps;
  return gather<Incoming, Kept>(async (list) => {
    const now = clock.now();
    const hosts = [...new Set(list.map(({ activity }) => activity.host))];
    const hashes = list.map(({ activity }) => contentHash(activity.json));
    const column = <T>(read: (each: Incoming, index: number) => T) => list.map(read);
    // None waits for the answer of another: they are sent together, with the commit, and carried out in this order.
    const [, , found, heard] = await database.asSystem((trx) => finishing(trx, () => Promise.all([
      sql`insert into peer (host, first_seen_at) select h, ${now}::timestamptz from unnest(${hosts}::text[]) h where not exists (select 1 from peer where host = h) order by h on conflict do nothing`.execute(trx),
      sql`
        insert into received_activity (id, uri, body_hash, type, actor_uri, host, ordering_key, body, received_at)
        select t.id, t.uri, decode(t.hash, 'hex'), t.type, t.actor_uri, t.host, t.ordering_key, t.body, ${now}
        from unnest(${column(() => newId())}::uuid[], ${column(({ activity }) => activity.uri)}::text[], ${column((_, index) => hashes[index])}::text[], ${column(({ activity }) => activity.type)}::text[],
          ${column(({ activity }) => activity.actorUri)}::text[], ${column(({ activity }) => activity.host)}::text[], ${column(({ activity }) => writeOrder(orderOf(activity.json)))}::text[], ${column(({ raw }) => raw)}::text[])
          t (id, uri, hash, type, actor_uri, host, ordering_key, body)
        order by t.uri on conflict (uri) do nothing`.execute(trx),
      sql<{ uri: string; hash: string }>`select uri, encode(body_hash, 'hex') as hash from received_activity where uri = any(${column(({ activity }) => activity.uri)}::text[])`.execute(trx),
      sql<{ host: string | null }>`
        with due as materialized (select host, next_try_at is not null or parked_at is not null as waited from peer
          where host in (${peersInOrder(hosts)}) and (next_try_at is not null or parked_at is not null or last_seen_at is null or last_seen_at < ${now}::timestamptz - make_interval(secs => ${NOTED_EVERY_SECONDS})))
        update peer set last_seen_at = ${now}, next_try_at = null, parked_at = null from due where peer.host = due.host returning case when due.waited then peer.host end as host`.execute(trx),
    ])));
    const stored = new Map(found.rows.map(({ uri, hash }) => [uri, hash]));
    const back = heard.rows.flatMap(({ host }) => (host === null ? [] : [host]));
    wakeInbox(deps, hosts);
    if (back.length > 0) wakeDeliveries(deps, back);
    return list.map(({ activity }, index) => (stored.get(activity.uri) === hashes[index] ? 'kept' : 'other'));
  }, MOST_AT_ONCE);
}

/** Of what it says: signatures within it may be made anew each time it is sent, and members stand in any order. */
export function contentHash(json: Record<string, unknown>): string {
  const { signature: _signature, proof: _proof, ...content } = json;
  return createHash('sha256').update(JSON.stringify(content, sorted)).digest('hex');
}

function sorted(_name: string, value: unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}
