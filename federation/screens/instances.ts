// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { DEFAULT_LIMIT, decodeCursor, pageOf } from '../../server/platform/http/paging.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { holds } from '../wire/blocks.ts';
import type { InstanceFacts, relations } from './schemas.ts';

type Relation = (typeof relations)[number];

interface Row {
  host: string;
  name: string;
  software: string;
  neighbour_since: Date | null;
  names_us: boolean;
  closed_places: boolean;
  shares_questions: boolean;
  takes_questions: boolean;
  block: { domain: string; reason: string; since: string } | null;
  members_here: number;
  members_there: number;
  listed_at: Date | null;
  list_fault: string;
  backlog: number;
  dropped: number;
  last_success_at: Date | null;
  last_error_at: Date | null;
  last_error: string;
  next_try_at: Date | null;
  down_since: Date | null;
  parked_at: Date | null;
}

/** Waiting deliveries are counted as far as somebody reads them. */
const MOST_COUNTED = 100_000;

/** What the database writes of a moment in JSON, as JavaScript writes it. */
const moment = (column: string): RawBuilder<string> => sql<string>`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const holdsFor = holds(sql`b.domain`, sql`known.host`);

/** Other instances that are known, and domains that are blocked without being known. As the system: who is a member of what is nobody's to count. */
function instanceRows(condition: RawBuilder<unknown>, limit: number): RawBuilder<Row> {
  return sql<Row>`
    with known as (
      select host, name, software, neighbour_since, names_us, closed_places, shares_questions, takes_questions, listed_at, list_fault, last_success_at, last_error_at, last_error, next_try_at, down_since, parked_at, dropped from peer
      union all
      select b.domain, '', '', null, false, false, false, false, null, '', null, null, '', null, null, null, 0 from peer_block b where not exists (select from peer p where p.host = b.domain)),
    related as (
      select known.*, (select json_build_object('domain', b.domain, 'reason', b.reason, 'since', ${moment('b.created_at')}) from peer_block b where ${holdsFor} order by length(b.domain) desc limit 1) as block from known)
    select r.*,
      (select count(*)::integer from remote_actor ra join membership m on m.member_id = ra.actor_id join place p on p.id = m.place_id where ra.host = r.host and m.state = 'active' and p.host is null and p.deleted_at is null) as members_here,
      (select count(*)::integer from remote_place rp join membership m on m.place_id = rp.place_id where rp.host = r.host and m.state = 'active') as members_there,
      (select count(*)::integer from (select from delivery d where d.host = r.host limit ${sql.lit(MOST_COUNTED)}) d) as backlog
    from related r where ${condition} order by r.host limit ${limit}`;
}

const relationOf = (row: Row): Relation => (row.block !== null ? 'blocked' : row.neighbour_since !== null ? 'neighbour' : 'known');
const isRelated: Record<Relation, RawBuilder<unknown>> = {
  blocked: sql`r.block is not null`,
  neighbour: sql`r.block is null and r.neighbour_since is not null`,
  known: sql`r.block is null and r.neighbour_since is null`,
};

export async function listInstances(trx: Trx, { relation, q, limit = DEFAULT_LIMIT, cursor }: { relation?: Relation; q?: string; limit?: number; cursor?: string }): Promise<{ items: InstanceFacts[]; next: string | null }> {
  const after = decodeCursor(cursor, ['text'])?.[0];
  const wanted = q?.trim().toLowerCase() ?? '';
  const conditions = [
    ...(relation === undefined ? [] : [isRelated[relation]]),
    ...(wanted === '' ? [] : [sql`(strpos(r.host, ${wanted}) > 0 or strpos(lower(r.name), ${wanted}) > 0)`]),
    ...(after === undefined ? [] : [sql`r.host > ${String(after)}`]),
  ];
  const { rows } = await instanceRows(conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `), limit + 1).execute(trx);
  return pageOf(rows, limit, toInstance, (row) => [row.host]);
}

/** @throws {NotFound} of which nothing is known */
export async function instanceOf(trx: Trx, host: string): Promise<InstanceFacts> {
  const row = (await instanceRows(sql`r.host = ${host}`, 1).execute(trx)).rows[0];
  if (row === undefined) throw new NotFound();
  return toInstance(row);
}

function toInstance(row: Row): InstanceFacts {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    host: row.host,
    name: row.name === '' ? row.host : row.name,
    software: row.software,
    relation: relationOf(row),
    neighbourSince: iso(row.neighbour_since),
    namesUs: row.names_us,
    keepsClosedPlaces: row.closed_places,
    sharesQuestions: row.shares_questions,
    takesQuestions: row.takes_questions,
    block: row.block,
    membersHere: row.members_here,
    membersThere: row.members_there,
    listedAt: iso(row.listed_at),
    listFault: row.list_fault,
    delivery: { state: deliveryState(row), backlog: row.backlog, dropped: row.dropped, lastSuccessAt: iso(row.last_success_at), lastErrorAt: iso(row.last_error_at), lastError: row.last_error, nextTryAt: iso(row.next_try_at) },
  };
}

function deliveryState(row: Row): InstanceFacts['delivery']['state'] {
  if (row.parked_at !== null) return 'parked';
  if (row.down_since !== null) return 'down';
  if (row.backlog > 0) return 'busy';
  return row.last_success_at === null ? 'unused' : 'fine';
}
