// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../server/platform/db/viewer.ts';
import type { Config } from '../server/platform/config/config.ts';
import { oursAt, PUBLIC } from './addresses.ts';
import { isBlocked } from './wire/blocks.ts';

/**
 * The one answer to who of elsewhere may fetch what, for every GET under /ap: what is for everybody goes to anybody who is not blocked, what
 * is for the members of a place to an instance with an active member there, and to nobody else; what is refused looks like what is absent.
 */

/** Another instance, as its signature proved. */
export interface Asker {
  host: string;
  actorUri: string;
  /** Places elsewhere of which it showed a token of their home: that it has members there (FEP-db0e). Ids of places here. */
  vouchedFor?: readonly string[];
}

export type Thing = { kind: 'actor' | 'object' | 'activity' | 'collection'; id: string };

/** What the rules look at; tried over HTTP in `test/federation/closed-leak.test.ts`. */
export interface AudienceFacts {
  isPublic: boolean;
  /** Instances that may read it beside. */
  readers: readonly string[];
}

export function mayRead(host: string | null, { isPublic, readers }: AudienceFacts): boolean {
  return isPublic || (host !== null && readers.includes(host));
}

/**
 * The audiences of an instance: public, and those of the places of ours where it has an active member, is still allowed, and has said that
 * it keeps what is not public to the members. As the system.
 */
export async function audiencesOf(trx: Trx, asker: Asker | null): Promise<number[]> {
  if (asker === null) return [PUBLIC_AUDIENCE];
  const { rows } = await sql<{ audience: number }>`
    select distinct p.members_audience_id as audience from place p
    where ${mayReceiveIn(sql`p.id`, sql`${asker.host}::text`)}`.execute(trx);
  return [PUBLIC_AUDIENCE, ...rows.map((row) => row.audience)];
}

/** In a query as the system: whether what is for the members of a place of ours is for an instance too. Blocks are looked at apart. */
export function mayReceiveIn(place: RawBuilder<unknown>, host: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from membership m join remote_actor r on r.actor_id = m.member_id join peer on peer.host = r.host join place there on there.id = m.place_id
    where m.place_id = ${place} and m.state = 'active' and r.host = ${host} and r.gone_at is null and peer.closed_places
      and there.host is null and there.deleted_at is null and (there.access = 'open' or ${isAllowed(sql`there.id`, host)}))`;
}

/** Of a group the list of its building holds. */
const isAllowed = (place: RawBuilder<unknown>, host: RawBuilder<unknown>) => sql<boolean>`exists (
  select from place_instance i join place here on i.place_id = coalesce(here.parent_id, here.id) where here.id = ${place} and i.host = ${host})`;

/** Whether people of an instance may ask to come into a closed or hidden place of ours: named by its admins, and it says that it keeps such places closed. As the system. */
export async function mayAskAt(trx: Trx, placeId: string, host: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${isAllowed(sql`${placeId}::uuid`, sql`${host}::text`)} and exists (select from peer where host = ${host} and closed_places) as may`.execute(trx);
  return rows[0]?.may === true && !(await isBlocked(trx, host));
}

/** Whether what is for the members of a place of ours goes to an instance at this moment. As the system. */
export async function mayReceive(trx: Trx, placeId: string, host: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select ${mayReceiveIn(sql`${placeId}::uuid`, sql`${host}::text`)} as may`.execute(trx);
  return rows[0]?.may === true && !(await isBlocked(trx, host));
}

/** @param asker null for who did not prove who they are. As the system: whose it is decides, not who reads. */
export async function mayFetch(trx: Trx, config: Pick<Config, 'publicUrl'>, asker: Asker | null, { kind, id }: Thing): Promise<boolean> {
  if (asker !== null && (await isBlocked(trx, asker.host))) return false;
  switch (kind) {
    case 'actor':
      return mayFetchActor(trx, asker, id);
    case 'collection':
      return mayFetchActor(trx, asker, id);
    case 'object':
      return mayFetchObject(trx, asker, id);
    case 'activity':
      return mayFetchActivity(trx, config, asker, id);
  }
}

/** A hidden place is there for those whose people are in it, or whom its admins named. */
async function mayFetchActor(trx: Trx, asker: Asker | null, id: string): Promise<boolean> {
  const actor = await trx
    .selectFrom('actor as a')
    .leftJoin('place as p', 'p.id', 'a.id')
    .select(['a.audience_id', 'p.id as place_id', 'p.parent_id'])
    .where('a.id', '=', id)
    .where('a.domain', 'is', null)
    .where('a.deleted_at', 'is', null)
    .executeTakeFirst();
  if (actor === undefined) return false;
  if (actor.audience_id === PUBLIC_AUDIENCE) return true;
  if (asker === null) return false;
  if ((await audiencesOf(trx, asker)).includes(actor.audience_id)) return true;
  return actor.place_id !== null && (await mayAskAt(trx, actor.place_id, asker.host)) && (actor.parent_id === null || (await mayReceive(trx, actor.parent_id, asker.host)));
}

async function mayFetchObject(trx: Trx, asker: Asker | null, id: string): Promise<boolean> {
  const post = await trx
    .selectFrom('post')
    .innerJoin('place', (join) => join.on((on) => on('place.id', '=', on.fn.coalesce('post.group_id', 'post.place_id'))))
    .select(['post.audience_id', 'place.id as place_id', 'place.host', 'place.deleted_at', 'place.members_audience_id'])
    .where('post.id', '=', id)
    .where('post.origin', '=', 'local')
    .executeTakeFirst();
  if (post === undefined || post.deleted_at !== null) return false;
  if (post.audience_id === PUBLIC_AUDIENCE) return true;
  if (asker === null) return false;
  if (post.host === null) return (await audiencesOf(trx, asker)).includes(post.audience_id);
  // In a place elsewhere: its home, and whom that vouches for.
  return post.audience_id === post.members_audience_id && (asker.host === post.host || asker.vouchedFor?.includes(post.place_id) === true);
}

/** As what it is about; and what is about nothing here (a Join, its answer) to those that it was said to. */
async function mayFetchActivity(trx: Trx, config: Pick<Config, 'publicUrl'>, asker: Asker | null, id: string): Promise<boolean> {
  const sent = await trx.selectFrom('sent_activity').select(['body', 'members_of', 'sender_id']).where('id', '=', id).executeTakeFirst();
  if (sent === undefined) return false;
  const said = JSON.parse(sent.body) as Record<string, unknown>;
  if (sent.members_of !== null) return asker !== null && (await mayFetchOfMembers(trx, asker, sent.members_of));
  const about = objectsIn(said);
  const ours = about.map((uri) => oursAt(config, uri)).find((each) => each?.kind === 'object');
  if (ours !== undefined && ours !== null) return mayFetchObject(trx, asker, ours.id);
  const passedOn = await trx.selectFrom('post').select(['audience_id', 'deleted_at']).where('uri', 'in', ['', ...about]).executeTakeFirst();
  // What somebody elsewhere wrote here, and is for everybody no longer.
  if (passedOn !== undefined && (passedOn.audience_id !== PUBLIC_AUDIENCE || passedOn.deleted_at !== null)) return false;
  const told = [...idsIn(said['to']), ...idsIn(said['cc'])];
  if (told.includes(PUBLIC)) return mayFetchActor(trx, asker, sent.sender_id);
  return asker !== null && told.some((each) => URL.parse(each)?.host === asker.host);
}

async function mayFetchOfMembers(trx: Trx, asker: Asker, placeId: string): Promise<boolean> {
  const place = await trx.selectFrom('place').select('host').where('id', '=', placeId).executeTakeFirst();
  if (place === undefined) return false;
  return place.host === null ? mayReceive(trx, placeId, asker.host) : asker.host === place.host || asker.vouchedFor?.includes(placeId) === true;
}

/** What an activity, or the one in it, is about: addresses. */
function objectsIn(activity: Record<string, unknown>): string[] {
  const found: string[] = [];
  let each: unknown = activity['object'];
  for (let depth = 0; depth < 4; depth++) {
    const inner = typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : null;
    const uri = inner === null ? each : inner['id'];
    if (typeof uri === 'string') found.push(uri);
    if (inner === null) break;
    each = inner['object'];
  }
  return found;
}

function idsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}
