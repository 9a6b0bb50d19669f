// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../../server/platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import type { ActorDocument, ListedKey } from './read-actor.ts';

/** Somebody, or some place, of another instance, as we know them. */
export interface RemoteActor extends Omit<ActorDocument, 'keys'> {
  /** Of the row here. */
  id: string;
  type: 'person' | 'building' | 'instance';
  keys: readonly ListedKey[];
  fetchedAt: Date;
  /** Told, or found, to be no more. */
  goneAt: Date | null;
}

const types = { Person: 'person', Service: 'person', Organization: 'person', Group: 'building', Application: 'instance' } as const;

/**
 * Writes down, or up to date, what a document said. With `onlyIfKnown` nobody new is added: not everybody who asks for something is to be a row.
 * @throws {FetchRefused} `not-an-actor` where a person became a place, or the reverse
 */
export function storeActor(deps: Pick<Deps, 'database' | 'clock'>, document: ActorDocument, options: { onlyIfKnown: true }): Promise<RemoteActor | null>;
export function storeActor(deps: Pick<Deps, 'database' | 'clock'>, document: ActorDocument): Promise<RemoteActor>;
export async function storeActor({ database, clock }: Pick<Deps, 'database' | 'clock'>, document: ActorDocument, options?: { onlyIfKnown: true }): Promise<RemoteActor | null> {
  // What others say of themselves is nobody's here to write.
  return database.asSystem(async (trx) => {
    const known = await findActor(trx, document.uri);
    if (known === null && options?.onlyIfKnown === true) return null;
    if (known !== null && known.type !== types[document.kind]) throw new FetchRefused('not-an-actor', document.uri);
    // Who took themselves back stays away, whatever is still served in their name.
    if (known !== null && (await isDeleted(trx, known.id))) return known;
    const now = clock.now();
    const { uri, host, kind, name, summary } = document;
    const handle = await freeAmong(trx, document);
    // Of a place that is not for everybody, who may know it is decided when somebody here has to do with it.
    const audience_id = kind === 'Group' && document.accessType !== null && document.accessType !== 'open' ? ADMINISTRATORS_AUDIENCE : PUBLIC_AUDIENCE;
    const { id } = await trx.insertInto('actor')
      .values({ id: newId(), type: types[kind], domain: host, handle, name, summary, uri, audience_id, created_at: now })
      .onConflict((conflict) => conflict.column('uri').doUpdateSet({ handle, name, summary }))
      .returning('id').executeTakeFirstOrThrow();
    const row = {
      host, kind, inbox: document.inbox, shared_inbox: document.sharedInbox, followers: document.followers, members: document.members, outbox: document.outbox, url: document.url,
      access_type: document.accessType, closed_places: document.closedPlaces, keys: JSON.stringify(document.keys), manually_approves: document.manuallyApproves, fetched_at: now, gone_at: null, moved_to: document.movedTo,
    };
    await trx.insertInto('remote_actor').values({ actor_id: id, ...row }).onConflict((conflict) => conflict.column('actor_id').doUpdateSet(row)).execute();
    const stored = await findActor(trx, uri);
    if (stored === null) throw new Error(`${uri} is not there after it was written`);
    return stored;
  });
}

async function isDeleted(trx: Trx, id: string): Promise<boolean> {
  return (await trx.selectFrom('actor').select('id').where('id', '=', id).where('deleted_at', 'is not', null).executeTakeFirst()) !== undefined;
}

/** Two of one host with the same handle: the one who comes later gets the end of their id behind it. */
async function freeAmong(trx: Trx, { uri, host, handle }: ActorDocument): Promise<string> {
  const other = await trx.selectFrom('actor').select('id').where('handle', '=', handle).where('domain', '=', host).where('uri', '<>', uri).executeTakeFirst();
  return other === undefined ? handle : `${handle.slice(0, 50)}_${newId().slice(-6)}`;
}

/** Null when nobody of that address is known; what is ours is nobody elsewhere. */
export async function findActor(trx: Trx, uri: string): Promise<RemoteActor | null> {
  return withSystem(trx, async () => {
    const row = await remoteActors(trx).where('a.uri', '=', uri).executeTakeFirst();
    return row === undefined ? null : toRemoteActor(row);
  });
}

/** By the id of the row. */
export async function remoteActorById(trx: Trx, id: string): Promise<RemoteActor | null> {
  return withSystem(trx, async () => {
    const row = await remoteActors(trx).where('a.id', '=', id).executeTakeFirst();
    return row === undefined ? null : toRemoteActor(row);
  });
}

function remoteActors(trx: Trx) {
  return trx.selectFrom('actor as a').innerJoin('remote_actor as r', 'r.actor_id', 'a.id')
    .select(['a.id', 'a.type', 'a.uri', 'a.handle', 'a.name', 'a.summary', 'r.host', 'r.kind', 'r.inbox', 'r.shared_inbox', 'r.outbox', 'r.followers', 'r.members', 'r.url', 'r.access_type', 'r.closed_places', 'r.keys', 'r.manually_approves', 'r.fetched_at', 'r.moved_to'])
    .select(sql<Date | null>`coalesce(r.gone_at, a.deleted_at)`.as('gone_at'));
}

type Row = Awaited<ReturnType<ReturnType<typeof remoteActors>['executeTakeFirstOrThrow']>>;

function toRemoteActor(row: Row): RemoteActor {
  return {
    id: row.id, uri: row.uri, host: row.host, handle: row.handle, name: row.name, summary: row.summary,
    // Written above, from these words only.
    type: row.type as RemoteActor['type'], kind: row.kind as ActorDocument['kind'], keys: row.keys as unknown as ListedKey[],
    inbox: row.inbox, sharedInbox: row.shared_inbox, outbox: row.outbox, followers: row.followers, members: row.members, url: row.url,
    accessType: row.access_type, closedPlaces: row.closed_places, manuallyApproves: row.manually_approves, movedTo: row.moved_to, fetchedAt: row.fetched_at, goneAt: row.gone_at,
  };
}
