// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { objectUri } from '../addresses.ts';
import { postIn } from '../translate/post-in.ts';
import { isJson, type Json } from '../translate/read-json.ts';

/** Of a collection on one page. */
const PAGE = 50;

export interface Cursor {
  moment: Date;
  id: string;
}

export interface Listed {
  items: (string | Json)[];
  /** From where to go on; null after the last. */
  next: Cursor | null;
}

/** The answers to one post, for those for whom it is itself; `thread`: with all that hangs under it, and the post that it began with. As the system. */
export async function answersTo(trx: Trx, postId: string, which: 'answers' | 'thread', after: Cursor | null): Promise<Listed> {
  const hanging = which === 'answers' ? sql`p.in_reply_to = ${postId}::uuid` : sql`(p.root_id = ${postId}::uuid or p.id = ${postId}::uuid)`;
  const { rows } = await sql<{ uri: string; published_at: Date; id: string }>`
    select p.uri, p.published_at, p.id from post p join post asked on asked.id = ${postId}::uuid
    where ${hanging} and p.audience_id = asked.audience_id and p.deleted_at is null and ${after === null ? sql`true` : sql`(p.published_at, p.id) > (${after.moment}::timestamptz, ${after.id}::uuid)`}
    order by p.published_at, p.id limit ${sql.lit(PAGE + 1)}`.execute(trx);
  return page(rows, (row) => row.uri);
}

export async function countAnswers(trx: Trx, postId: string, which: 'answers' | 'thread'): Promise<number> {
  const hanging = which === 'answers' ? sql`p.in_reply_to = ${postId}::uuid` : sql`(p.root_id = ${postId}::uuid or p.id = ${postId}::uuid)`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from post p join post asked on asked.id = ${postId}::uuid where ${hanging} and p.audience_id = asked.audience_id and p.deleted_at is null`.execute(trx);
  return rows[0]?.count ?? 0;
}

/**
 * What a person wrote for everybody, or a place passed on, latest first, as it was said. What was taken back since, or is no longer for everybody,
 * is left out. As the system.
 */
export async function saidBy(trx: Trx, { config }: Pick<Deps, 'config'>, actorId: string, type: 'Create' | 'Announce', before: Cursor | null): Promise<Listed> {
  const rows = await trx
    .selectFrom('sent_activity')
    .select(['id', 'body', 'created_at'])
    .where('sender_id', '=', actorId)
    .where('members_of', 'is', null)
    .where('type', '=', type)
    // Its index is of these two.
    .where('type', 'in', ['Create', 'Announce'])
    .$if(before !== null, (query) => query.where('id', '<', before?.id ?? ''))
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  const read = rows.map((row) => ({ ...row, published_at: row.created_at, json: JSON.parse(row.body) as Json }));
  const uris = read.map(({ json }) => (tellsAnew(json) ? postIn(json) : null));
  const told = await trx.selectFrom('post as p').innerJoin('told_post as t', 't.post_id', 'p.id').select('p.uri').where('t.is_public', '=', true).where('p.audience_id', '=', PUBLIC_AUDIENCE).where('p.deleted_at', 'is', null).where('p.uri', 'in', [...uris.filter((uri) => uri !== null), objectUri(config, actorId)]).execute();
  const still = new Set(told.map((row) => row.uri));
  const { items, next } = page(read, (row) => row.json);
  return { items: items.filter((item, index) => typeof item !== 'string' && still.has(uris[index] ?? '')), next };
}

/** Says or shares something, or passes it on, for the first time: a change that is passed on is no other post. */
function tellsAnew({ type, object }: Json): boolean {
  return type === 'Create' || !isJson(object) || object['type'] === 'Create';
}

export async function countSaid(trx: Trx, actorId: string, type: 'Create' | 'Announce'): Promise<number> {
  const said = trx.selectFrom('told_post as t').innerJoin('post as p', 'p.id', 't.post_id').select(({ fn }) => fn.countAll<number>().as('count')).where('t.is_public', '=', true).where('p.audience_id', '=', PUBLIC_AUDIENCE).where('p.deleted_at', 'is', null);
  const row = await (type === 'Create' ? said.where('p.author_id', '=', actorId) : said.where('t.place_id', '=', actorId)).executeTakeFirst();
  return row?.count ?? 0;
}

/** How many read along from elsewhere; of an open place with its members. Who they are is theirs to say. */
export async function countFollowers(trx: Trx, actorId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from follower f where f.target_id = ${actorId}::uuid)::int + coalesce((select p.member_count from place p where p.id = ${actorId}::uuid and p.access = 'open'), 0) as count`.execute(trx);
  return rows[0]?.count ?? 0;
}

function page<Row extends { id: string; published_at: Date }>(rows: readonly Row[], toItem: (row: Row) => string | Json): Listed {
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { items: shown.map(toItem), next: last === undefined ? null : { moment: last.published_at, id: last.id } };
}
