// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { bigints } from './read-posts.ts';

const NEWEST_LOOKED_AT = 100;

/** The tags of what is newest in each place, as far as these audiences may read it. */
export async function tagsOfPlaces(db: Trx, audiences: readonly number[], placeIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ place_id: string; tags: string[] }>`
    select asked.id as place_id, array_agg(distinct t.tag) as tags
    from unnest(${[...placeIds]}::uuid[]) as asked (id)
    cross join lateral (
      select newest.id from post newest
      where (newest.place_id = asked.id or newest.group_id = asked.id) and newest.audience_id = any(${bigints(audiences)}) and newest.in_reply_to is null and newest.deleted_at is null and newest.withheld is null
      order by newest.published_at desc limit ${NEWEST_LOOKED_AT}) post
    join post_tag t on t.post_id = post.id
    group by asked.id`.execute(db);
  return new Map(rows.map((row) => [row.place_id, new Set(row.tags)]));
}
