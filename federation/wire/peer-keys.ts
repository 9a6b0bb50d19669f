// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Deps } from '../../server/platform/deps.ts';
import { keyFrom, type ListedKey, materialIn, readActor } from '../actors/read-actor.ts';
import { storeActor } from '../actors/store-actor.ts';
import { hostOf, oursAt, sameOrigin } from '../addresses.ts';
import { isObject, type Json } from './bounded-json.ts';
import { FetchRefused } from './fetch-refused.ts';
import { fetchJson } from './fetch.ts';

/** A key of somebody elsewhere, and whose it is: their own document lists it. */
export interface PeerKey {
  actorUri: string;
  key: KeyObject;
}

type KeyDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

/** How long a key is used without being looked up in the database: another process may hear that it was replaced. */
const HOLD_MS = 5 * 60_000;
const MOST_HELD = 5_000;
/** Kept of who is not known here otherwise, such as who only asked for something. */
const KEPT_MS = 24 * 3_600_000;
/** A signature that does not fit has the key fetched anew, so often at most. */
const REFETCH_MS = 3 * 60_000;

/** A key that was refused is not asked for again at every message that names it. */
const REFUSED_MS = 60_000;

interface Memory {
  keys: Map<string, { at: number; found: PeerKey }>;
  refused: Map<string, { at: number; error: FetchRefused }>;
  refetched: Map<string, number>;
  /** Those who ask for the same at the same time wait together. */
  underWay: Map<string, Promise<PeerKey>>;
}

const memories = new WeakMap<object, Memory>();

function memoryOf({ database }: Pick<Deps, 'database'>): Memory {
  const memory = memories.get(database) ?? { keys: new Map(), refused: new Map(), refetched: new Map(), underWay: new Map() };
  memories.set(database, memory);
  return memory;
}

/** Forgets what was held of somebody's keys apart from those that their document lists now. */
export async function forgetOtherKeys(deps: Pick<Deps, 'database'>, { uri, keys: listed }: { uri: string; keys: readonly ListedKey[] }): Promise<void> {
  const { keys } = memoryOf(deps);
  for (const [id, { found }] of keys) if (found.actorUri === uri) keys.delete(id);
  const current = listed.map(({ id }) => `key:${id}`);
  await deps.database.asSystem((trx) => trx.deleteFrom('federation_kv').where('key', 'like', 'key:%').where(sql`value ->> 'uri'`, '=', uri).where(sql<boolean>`not key = any(${current}::text[])`).execute());
}

/** Whether a key may be fetched again because a signature did not fit; saying yes counts. */
export function mayRefetch(deps: Pick<Deps, 'database' | 'clock'>, keyId: string): boolean {
  const { refetched } = memoryOf(deps);
  const now = deps.clock.now().getTime();
  const before = refetched.get(keyId);
  if (before !== undefined && Math.abs(now - before) < REFETCH_MS) return false;
  remember(refetched, keyId, now);
  return true;
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST_HELD) break;
    map.delete(oldest);
  }
}

/**
 * The key of that id. Taken from memory, from what is kept of its owner, or fetched: the actor's document must list it, and a key that
 * stands by itself is believed only when the owner that it names lists it too.
 * @throws {FetchRefused}
 */
export async function keyOfPeer(deps: KeyDeps, keyId: string, { refresh = false }: { refresh?: boolean } = {}): Promise<PeerKey> {
  const { keys, refused, underWay } = memoryOf(deps);
  const now = deps.clock.now().getTime();
  const held = keys.get(keyId);
  if (!refresh && held !== undefined && Math.abs(now - held.at) < HOLD_MS) return held.found;
  const before = refused.get(keyId);
  if (!refresh && before !== undefined && Math.abs(now - before.at) < REFUSED_MS) throw before.error;
  const asked = underWay.get(keyId);
  if (asked !== undefined) return asked;
  const asking = find(deps, keyId, refresh).finally(() => underWay.delete(keyId));
  underWay.set(keyId, asking);
  try {
    const found = await asking;
    remember(keys, keyId, { at: now, found });
    refused.delete(keyId);
    return found;
  } catch (error) {
    // Who is away now may be back at once.
    if (error instanceof FetchRefused && !error.mayPass) remember(refused, keyId, { at: now, error });
    throw error;
  }
}

async function find(deps: KeyDeps, keyId: string, refresh: boolean): Promise<PeerKey> {
  return (refresh ? null : await kept(deps, keyId)) ?? fetched(deps, keyId);
}

async function kept({ database, clock }: KeyDeps, keyId: string): Promise<PeerKey | null> {
  // Whose key it is concerns nobody's reading.
  const row = await database.asSystem(async (trx) => {
    const known = await trx.selectFrom('remote_actor as r').innerJoin('actor as a', 'a.id', 'r.actor_id').select(['a.uri', 'r.keys'])
      .where(sql<boolean>`r.keys @> ${JSON.stringify([{ id: keyId }])}::jsonb`).executeTakeFirst();
    if (known !== undefined) return { uri: known.uri, material: (known.keys as unknown as ListedKey[]).find((each) => each.id === keyId)?.material ?? null };
    const noted = await trx.selectFrom('federation_kv').select('value').where('key', '=', `key:${keyId}`).where('expires_at', '>', clock.now()).executeTakeFirst();
    return noted === undefined ? null : (noted.value as unknown as { uri: string; material: string });
  });
  const key = row === null || row.material === null ? null : keyFrom(row.material);
  return row === null || key === null ? null : { actorUri: row.uri, key };
}

async function fetched(deps: KeyDeps, keyId: string): Promise<PeerKey> {
  const host = hostOf(keyId);
  if (host === null || oursAt(deps.config, keyId) !== null) throw new FetchRefused('key-unusable', keyId);
  const document = await fetchJson(deps, keyId).catch((error: unknown) => {
    if (!(error instanceof FetchRefused)) throw error;
    throw error.reason === 'gone' ? new FetchRefused('actor-gone', keyId, error.status) : error;
  });
  if (document.json['inbox'] !== undefined) return listedBy(deps, document.json, keyId, null);
  const { id: _id, ...alone } = document.json;
  const stated = isObject(alone['publicKey']) ? alone['publicKey'] : alone;
  const owner = stated['owner'] ?? stated['controller'];
  if (document.url !== keyId.split('#')[0] || typeof owner !== 'string') throw new FetchRefused('key-unusable', keyId);
  // Nobody gives out a key for somebody on another host.
  if (!sameOrigin(owner, keyId)) throw new FetchRefused('key-foreign-owner', keyId);
  const actor = await fetchJson(deps, owner);
  if (actor.json['id'] !== owner) throw new FetchRefused('key-foreign-owner', keyId);
  return listedBy(deps, actor.json, keyId, materialIn(stated));
}

async function listedBy(deps: KeyDeps, json: Json, keyId: string, stated: string | null): Promise<PeerKey> {
  const actor = readActor(json);
  if (!sameOrigin(actor.uri, keyId)) throw new FetchRefused('key-foreign-owner', keyId);
  // Some sign with the address of the actor itself (activitypub-express, and what is built on it): then it is their first key.
  const listed = actor.keys.find((each) => each.id === keyId) ?? (keyId === actor.uri ? actor.keys[0] : undefined);
  if (listed === undefined || (listed.material !== null && stated !== null && listed.material !== stated)) throw new FetchRefused('key-not-listed', keyId);
  const material = listed.material ?? stated;
  const key = material === null ? null : keyFrom(material);
  if (material === null || key === null) throw new FetchRefused('key-unusable', keyId);
  await forgetOtherKeys(deps, actor);
  await note(deps, keyId, { uri: actor.uri, material });
  await storeActor(deps, { ...actor, keys: actor.keys.map((each) => (each === listed ? { id: each.id, material } : each)) }, { onlyIfKnown: true });
  return { actorUri: actor.uri, key };
}

async function note({ database, clock }: KeyDeps, keyId: string, value: { uri: string; material: string }): Promise<void> {
  const expires_at = new Date(clock.now().getTime() + KEPT_MS);
  await database.asSystem((trx) =>
    trx.insertInto('federation_kv').values({ key: `key:${keyId}`, value: JSON.stringify(value), expires_at })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value), expires_at })).execute());
}
