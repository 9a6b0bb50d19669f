// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { endInReplica, enterReplica } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { Schedule } from '../../server/platform/outbox/handle.ts';
import { publish, type DomainEvent } from '../../server/platform/outbox/publish.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { hostOf, INSTANCE_ACTOR_ID, membersUri, oursAt } from '../addresses.ts';
import { idOf, listOf } from '../translate/read-json.ts';
import { FetchRefused, fetchWith, isActivityJson } from '../wire/fetch.ts';
import { newId } from '../../server/platform/ids.ts';
import { sayLeave } from './ask-home.ts';
import { joinedReplicas, type Replica, replicaById, replicaByUri } from './place-rows.ts';

/**
 * Both ends of a membership know of it, and messages get lost: which of its people an instance has in a place is compared with every delivery
 * for members, and at times by itself (FEP-8fcf). The home decides.
 */

/** The sha-256 of each address, laid over one another. Of nobody it is zero. */
export function digestOf(uris: readonly string[]): string {
  const sum = Buffer.alloc(32);
  for (const uri of uris) {
    const digest = createHash('sha256').update(uri).digest();
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (digest[at] ?? 0);
  }
  return sum.toString('hex');
}

/** The members of a place of ours who are of one instance: addresses. As the system. */
export async function membersOfHost(trx: Trx, placeId: string, host: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('membership as m')
    .innerJoin('remote_actor as r', 'r.actor_id', 'm.member_id')
    .innerJoin('actor as a', 'a.id', 'm.member_id')
    .select('a.uri')
    .where('m.place_id', '=', placeId)
    .where('m.state', '=', 'active')
    .where('r.host', '=', host)
    .orderBy('a.uri')
    .execute();
  return rows.map((row) => row.uri);
}

/** For a delivery to an instance with members of a place of ours. */
export async function synchronizationHeader(deps: Deps, placeId: string, host: string): Promise<string | null> {
  // Who is a member of what is nobody's to read; the instance knows its own.
  const members = await deps.database.asSystem((trx) => membersOfHost(trx, placeId, host));
  const uri = membersUri(deps.config, placeId);
  return members.length === 0 ? null : `collectionId="${uri}", url="${uri}", digest="${digestOf(members)}"`;
}

/** Told by a delivery that its home counts other members of a place here than we do. */
interface MembersDiffer extends DomainEvent { type: 'MembersDiffer'; placeId: string }

/**
 * Looks at the header of something that was delivered: where it says other members than we have, they are compared. It says something about
 * the place that signed it, and nothing else.
 */
export async function compareMembers(deps: Deps, header: string | undefined, actorUri: string): Promise<void> {
  if (header === undefined || header.length > 4_000) return;
  const said = new Map([...header.matchAll(/([A-Za-z]{1,20})="([^"]{1,2000})"/g)].map(([, name, value]) => [name, value]));
  const [uri, url, digest] = ['collectionId', 'url', 'digest'].map((name) => said.get(name));
  if (uri === undefined || digest === undefined || url === undefined || hostOf(url) !== hostOf(actorUri)) return;
  // Who is a member of what is nobody's to read.
  await deps.database.asSystem(async (trx) => {
    const replica = await replicaByUri(trx, actorUri);
    if (replica === null || replica.members !== uri) return;
    if (digestOf((await ourMembers(trx, replica.id)).map((each) => each.uri)) === digest.toLowerCase()) return;
    await publish<MembersDiffer>(trx, { type: 'MembersDiffer', placeId: replica.id });
  });
}

export const repairDrift = subscriber<MembersDiffer>({
  name: 'compare-members-with-home',
  queue: 'federate',
  types: ['MembersDiffer'],
  async deliver({ placeId }, _stored, deps) {
    const replica = await deps.database.asSystem((trx) => replicaById(trx, placeId));
    if (replica !== null) await synchronize(deps, replica);
  },
});

async function ourMembers(trx: Trx, placeId: string): Promise<{ id: string; uri: string }[]> {
  return trx
    .selectFrom('membership as m')
    .innerJoin('actor as a', 'a.id', 'm.member_id')
    .select(['a.id', 'a.uri'])
    .where('m.place_id', '=', placeId)
    .where('m.state', '=', 'active')
    .where('a.domain', 'is', null)
    .orderBy('a.uri')
    .execute();
}

/**
 * Asks the home of a place which of ours are members there, and makes it so here: who is not is out, who asked and is in comes in, and of
 * whom we know nothing, the home hears that they left. A home that says there is no such place for us has put us out.
 */
export async function synchronize(deps: Deps, replica: Replica): Promise<void> {
  if (replica.members === null || !replica.speaksPlein) return;
  const said = await membersAtHome(deps, replica.members);
  if (said === null) return;
  // What the home of a place decides is not decided by anybody here.
  await deps.database.asSystem(async (trx) => {
    const there = new Set(said);
    for (const member of await ourMembers(trx, replica.id)) if (!there.has(member.uri)) await endInReplica(trx, replica.id, member.id);
    const ours = said.flatMap((uri) => {
      const found = oursAt(deps.config, uri);
      return found?.kind === 'actor' ? [found.id] : [];
    });
    for (const { id, state } of await notInThere(trx, replica.id, ours)) {
      // The answer was lost; as after it, what is kept from now on goes when the last one does.
      if (state === null) await sayLeave(trx, deps, replica, id, `not here ${newId()}`, null);
      else if (await enterReplica(trx, deps.clock, replica.id, id)) await trx.updateTable('remote_place').set({ state: 'joined', turned_us_away_at: null }).where('place_id', '=', replica.id).execute();
    }
    await trx.updateTable('remote_place').set({ synced_at: deps.clock.now() }).where('place_id', '=', replica.id).execute();
  });
}

/** Of people of ours: those who asked and are not in, and those of whom nothing is known here (null). */
async function notInThere(trx: Trx, placeId: string, ids: readonly string[]): Promise<{ id: string; state: 'requested' | null }[]> {
  const { rows } = await sql<{ id: string; state: 'requested' | null }>`
    select a.id, m.state from actor a left join membership m on m.member_id = a.id and m.place_id = ${placeId}::uuid
    where a.id = any(${[...new Set(ids)]}::uuid[]) and a.type = 'person' and a.domain is null and (m.state is null or m.state = 'requested') order by a.id`.execute(trx);
  return rows;
}

/** Null when it could not be asked now, or does not say. Of a place that is not there for us: nobody. */
async function membersAtHome(deps: Deps, uri: string): Promise<string[] | null> {
  try {
    const { json } = await fetchWith(deps, uri, { signAs: INSTANCE_ACTOR_ID, accept: 'application/activity+json', types: isActivityJson });
    const items = json['orderedItems'] ?? json['items'];
    // A number alone says nothing of who they are: the home did not know who asked.
    return items === undefined ? null : listOf(items).flatMap((each) => idOf(each) ?? []);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return error.reason === 'not-found' || error.reason === 'gone' ? [] : null;
  }
}

const AT_TIMES_MS = 15 * 60_000;

/** Also where nothing is said for a while: a notice that was lost must not leave what is closed lying here. */
export const synchronizePlaces: Schedule = {
  name: 'synchronize-places',
  everyMs: AT_TIMES_MS,
  queue: 'federate',
  async run(deps) {
    for (let after: string | null = null; ; ) {
      const last: string | null = after;
      const places: Replica[] = await deps.database.asSystem((trx) => joinedReplicas(trx, last));
      for (const replica of places) {
        // One home that fails holds up no other.
        await synchronize(deps, replica).catch((error: unknown) => deps.log.warn({ err: error, place: replica.uri }, 'comparing members'));
      }
      after = places.at(-1)?.id ?? null;
      if (after === null) return;
    }
  },
};
