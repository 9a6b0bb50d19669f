// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { dueMoment, type QuietHours } from './moments.ts';
import { writeTellings } from './tell.ts';

/** A transaction each: small enough to hold up neither this process nor the others that push. */
const AT_ONCE = 500;

interface Watched {
  id: string;
  author_id: string;
  place_id: string;
  group_id: string | null;
  audience_id: number;
  root_id: string | null;
}

/**
 * Tells of a post whoever asked to be told of everything in its place or thread, however many, batch by batch. May be broken off and run
 * again: what was told is told once. Whoever is mentioned or answered must have been told before.
 */
export async function tellWatchers({ database, clock }: Pick<Deps, 'database' | 'clock'>, postId: string): Promise<void> {
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null; ) {
    const from: string = after;
    after = await database.asSystem((trx) => tellBatch(trx, postId, from, clock.now()));
  }
}

/** @returns from whom to go on; null after the last. */
async function tellBatch(trx: Trx, postId: string, after: string, now: Date): Promise<string | null> {
  // Looked up for every batch: it may be deleted or hidden, or its place closed, while the first are told.
  const post = await trx.selectFrom('post').select(['id', 'author_id', 'place_id', 'group_id', 'audience_id', 'root_id']).where('id', '=', postId).where('deleted_at', 'is', null).where('withheld', 'is', null).executeTakeFirst();
  if (post === undefined) return null;
  const watchers = await watchersOf(trx, post, after);
  const about = { kind: 'watched' as const, actorId: post.author_id, postId: post.id, rootId: post.root_id ?? post.id, placeId: post.group_id ?? post.place_id, audienceId: post.audience_id, dedupeKey: `post ${post.id}` };
  const moments = new Map<string, Date>();
  const dueAt = (quiet: QuietHours) => {
    const key = `${quiet.timeZone} ${quiet.quietFrom} ${quiet.quietUntil}`;
    const moment = moments.get(key) ?? dueMoment(quiet, now);
    moments.set(key, moment);
    return moment;
  };
  const rows = watchers.filter((each) => each.wanted).map((each) => ({ ...about, recipientId: each.recipientId, dueAt: dueAt(each), byLetter: false }));
  await writeTellings(trx, rows, now);
  return watchers.length < AT_ONCE ? null : (watchers.at(-1)?.recipientId ?? null);
}

/** The next of those who watch, in the order of their ids; `wanted` are those who may read it now and want to hear of its author. */
async function watchersOf(trx: Trx, { author_id: author, place_id: placeId, group_id: groupId, audience_id: audienceId, root_id: rootId, id }: Watched, after: string): Promise<(QuietHours & { recipientId: string; wanted: boolean })[]> {
  const root = rootId ?? id;
  const { rows } = await sql<QuietHours & { recipientId: string; wanted: boolean }>`
    with watching as materialized (
      select owner_id from (
        (select w.owner_id from place_level w
          where w.place_id = ${groupId ?? placeId}::uuid and w.level = 'all' and w.owner_id > ${after}::uuid
            and not exists (select from thread_level t where t.owner_id = w.owner_id and t.root_id = ${root}::uuid)
          order by w.owner_id limit ${sql.lit(AT_ONCE)})
        union all
        (select t.owner_id from thread_level t where t.root_id = ${root}::uuid and t.level = 'all' and t.owner_id > ${after}::uuid order by t.owner_id limit ${sql.lit(AT_ONCE)})) both_ways
      order by owner_id limit ${sql.lit(AT_ONCE)})
    select w.owner_id as "recipientId", s.time_zone as "timeZone", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil",
      w.owner_id <> ${author}::uuid and may.actor_id is not null
        and not exists (select from person_tie tie where tie.owner_id = w.owner_id and tie.person_id = ${author}::uuid)
        and not exists (select from membership m where m.member_id = w.owner_id and m.place_id in (${placeId}::uuid, ${groupId}::uuid) and m.state = 'banned') as wanted
    from watching w
    join notification_setting s on s.owner_id = w.owner_id
    left join may_read_now((select array_agg(${audienceId}::bigint) from watching), (select array_agg(owner_id) from watching)) may on may.actor_id = w.owner_id
    order by w.owner_id`.execute(trx);
  return rows;
}
