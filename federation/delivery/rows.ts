// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { finishing } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { gather } from '../lanes/gather.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { mayReceiveIn } from '../access.ts';
import { blocksThatHold } from '../wire/blocks.ts';

/** Something that is to be brought to one inbox. */
export interface Delivery {
  id: string;
  host: string;
  inbox: string;
  orderingKey: string;
  membersOf: string | null;
  senderId: string;
  body: string;
  /** Address of the post that it says or passes on; see translate/post-in.ts. */
  about: string | null;
}

interface Wanted {
  host: string;
  /** Rows that are in hand already. */
  without: readonly string[];
}

export interface Page {
  rows: Delivery[];
  /** Whether something of this host waits for a later moment. */
  held: boolean;
}

/** Of each host at once. Small: their texts are in memory, and what is further on may have become void. */
export const PAGE = 20;

/** Reads what is next for hosts, in order; leaves out what waits, and what is told in order after that. */
export function createReading({ database, clock }: Pick<Deps, 'database' | 'clock'>): (wanted: Wanted) => Promise<Page> {
  return gather<Wanted, Page>(async (list) => {
    const now = clock.now();
    const hosts = list.map(({ host }) => host);
    const { rows } = await database.asSystem((trx) => finishing(trx, () =>
      sql<Delivery & { lane: string; held: boolean }>`
        with held as materialized (select host, inbox, ordering_key, min(id::text)::uuid as first from delivery where host = any(${hosts}::text[]) and next_try_at > ${now} group by 1, 2, 3)
        select h.host as lane, d.id, d.host, d.inbox, d.ordering_key as "orderingKey", d.members_of as "membersOf", d.sender_id as "senderId", d.body, d.about, exists (select 1 from held where held.host = h.host) as held
        from unnest(${hosts}::text[]) h (host)
        left join lateral (
          select d.*, a.sender_id, a.body, a.about from delivery d join sent_activity a on a.id = d.activity_id
          where d.host = h.host and d.id <> all(${list.flatMap(({ without }) => without)}::uuid[])
            and not exists (select 1 from held where held.host = d.host and held.inbox = d.inbox and held.ordering_key = d.ordering_key and held.first <= d.id)
          order by d.id limit ${PAGE}) d on true
        order by d.id`.execute(trx),
    ));
    const pages = new Map<string, Page>(hosts.map((host) => [host, { rows: [], held: false }]));
    const helds = new Set<string>();
    for (const { held, lane, ...row } of rows) {
      // A host with nothing to send now has one row without a delivery.
      if (row.id !== null) pages.get(lane)?.rows.push(row);
      if (held) helds.add(lane);
    }
    return hosts.map((host) => ({ rows: pages.get(host)?.rows ?? [], held: helds.has(host) }));
  }, 50);
}

interface Asked {
  host: string;
  membersOf: string | null;
  /** Address of the post that it brings. */
  post: string | null;
}

type Refusal = 'blocked' | 'no member' | 'not for them any more';

/** Why something may not leave any more, asked at the moment it would; null when it may. */
export function createRechecking({ database }: Pick<Deps, 'database'>): (asked: Asked) => Promise<Refusal | null> {
  return gather<Asked, Refusal | null>(async (list) => {
    const hosts = [...new Set(list.map(({ host }) => host))];
    const pairs = list.filter((each) => each.membersOf !== null);
    // Blocks and memberships are asked on behalf of nobody who reads.
    const posts = list.flatMap(({ post }) => post ?? []);
    const [blocks, members, gone] = await database.asSystem((trx) => finishing(trx, () => Promise.all([
      trx.selectFrom('peer_block').select('domain').where('domain', '=', sql<string>`any(${[...new Set(hosts.flatMap(blocksThatHold))]}::text[])`).execute(),
      pairs.length === 0 ? [] : sql<{ key: string }>`
        select p.host || ' ' || p.place as key from unnest(${pairs.map(({ host }) => host)}::text[], ${pairs.map(({ membersOf }) => membersOf)}::uuid[]) p (host, place)
        where ${mayReceiveIn(sql`p.place`, sql`p.host`)}`.execute(trx).then(({ rows }) => rows),
      // In a place of ours: deleted, held back, or for everybody no longer, while this waited for its host.
      posts.length === 0 ? [] : sql<{ uri: string; hidden: boolean }>`
        select p.uri, p.deleted_at is not null or p.withheld is not null as hidden from post p join place l on l.id = p.place_id
        where p.uri = any(${posts}::text[]) and l.host is null and (p.deleted_at is not null or p.audience_id <> ${PUBLIC_AUDIENCE}::bigint)`.execute(trx).then(({ rows }) => rows),
    ])));
    const changed = new Map(gone.map(({ uri, hidden }) => [uri, hidden]));
    const isGone = ({ post, membersOf }: Asked): boolean => post !== null && changed.has(post) && (membersOf === null || changed.get(post) === true);
    const [blocked, holds] = [new Set(blocks.map(({ domain }) => domain)), new Set(members.map(({ key }) => key))];
    return list.map((each) => {
      const { host, membersOf } = each;
      if (blocksThatHold(host).some((part) => blocked.has(part))) return 'blocked';
      if (membersOf !== null && !holds.has(`${host} ${membersOf}`)) return 'no member';
      return isGone(each) ? 'not for them any more' : null;
    });
  }, 200);
}
