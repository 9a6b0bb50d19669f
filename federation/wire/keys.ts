// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPair, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { ActorChanged } from '../../server/identity/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import { keyUri } from '../addresses.ts';
import { multibaseOf } from './multibase.ts';
import { sealerOf } from './sealing.ts';

/** RSA-2048 (RSASSA-PKCS1-v1_5, SHA-256) signs requests; Ed25519 signs objects (FEP-8b32). */
export type KeyKind = 'rsa' | 'ed25519';
const kinds: readonly KeyKind[] = ['rsa', 'ed25519'];

export interface SigningKey {
  /** Under which others find the public part. */
  keyId: string;
  privateKey: webcrypto.CryptoKey;
}

export type SigningKeys = Record<KeyKind, SigningKey>;

export interface PublicKey {
  keyId: string;
  kind: KeyKind;
  /** Of RSA in PEM (SPKI), of Ed25519 as a Multikey (multibase, base58btc). */
  publicKey: string;
  /** Replaced, and still published for what was signed with it. */
  retired: boolean;
}

type KeyDeps = Pick<Deps, 'config' | 'database' | 'clock'>;

/** For how long a key that was replaced is still published: what others have in their queues is signed with it. */
export const PUBLISHED_AFTER_MS = 7 * 24 * 3_600_000;
/** Another process may have replaced a key; the old one is good for longer than this. */
const HOLD_MS = 10 * 60_000;
const MOST_HELD = 2_000;

const held = new WeakMap<object, Map<string, { at: number; keys: Promise<SigningKeys> }>>();

/** The keys with which somebody of this instance signs: made on first use, unsealed and read once. */
export function signingKeys(deps: KeyDeps, actorId: string): Promise<SigningKeys> {
  const map = heldIn(deps);
  const now = deps.clock.now().getTime();
  const known = map.get(actorId);
  if (known !== undefined && Math.abs(now - known.at) < HOLD_MS) return known.keys;
  const keys = load(deps, actorId);
  map.delete(actorId);
  map.set(actorId, { at: now, keys });
  for (const oldest of map.keys()) {
    if (map.size <= MOST_HELD) break;
    map.delete(oldest);
  }
  keys.catch(() => map.delete(actorId));
  return keys;
}

/** For everybody: the current ones first, then those that were replaced a short while ago. Makes them where there are none yet. */
export async function publicKeysOf(deps: KeyDeps, actorId: string): Promise<PublicKey[]> {
  const published = new Date(deps.clock.now().getTime() - PUBLISHED_AFTER_MS);
  const rows = await withCurrentKeys(deps, actorId, (trx) =>
    trx.selectFrom('actor_key').select(['id', 'kind', 'public_key', 'retired_at']).where('actor_id', '=', actorId)
      .where((where) => where.or([where('retired_at', 'is', null), where('retired_at', '>', published)]))
      .orderBy(sql`retired_at is not null`).orderBy('id', 'desc').execute());
  return rows.map((row) => ({ keyId: keyUri(deps.config, actorId, row.id), kind: row.kind as KeyKind, publicKey: row.public_key, retired: row.retired_at !== null }));
}

/** Replaces both keys. The old ones stay published for {@link PUBLISHED_AFTER_MS}; whoever knows the actor is told of the new ones. */
export async function rotateKeys(deps: KeyDeps, actorId: string): Promise<void> {
  const made = await Promise.all(kinds.map((kind) => makeKey(deps, actorId, kind)));
  await deps.database.asSystem(async (trx) => {
    await trx.updateTable('actor_key').set({ retired_at: deps.clock.now() }).where('actor_id', '=', actorId).where('retired_at', 'is', null).execute();
    await trx.insertInto('actor_key').values(made).execute();
    await trx.deleteFrom('actor_key').where('actor_id', '=', actorId).where('retired_at', '<', new Date(deps.clock.now().getTime() - 2 * PUBLISHED_AFTER_MS)).execute();
    await publish<ActorChanged>(trx, { type: 'ActorChanged', actorId });
  });
  heldIn(deps).delete(actorId);
}

function heldIn({ database }: KeyDeps) {
  const map = held.get(database) ?? new Map<string, { at: number; keys: Promise<SigningKeys> }>();
  held.set(database, map);
  return map;
}

async function load(deps: KeyDeps, actorId: string): Promise<SigningKeys> {
  const rows = await withCurrentKeys(deps, actorId, (trx) =>
    trx.selectFrom('actor_key').select(['id', 'kind', 'private_sealed']).where('actor_id', '=', actorId).where('retired_at', 'is', null).execute());
  const sealer = await sealerOf(deps.config);
  const read = async (kind: KeyKind): Promise<SigningKey> => {
    const row = rows.find((each) => each.kind === kind);
    if (row === undefined) throw new Error(`no ${kind} key of ${actorId}`);
    const der = sealer.open(row.private_sealed, sealedFor(actorId, row.id));
    // Fedify signs with extractable keys only; nothing here takes them out.
    return { keyId: keyUri(deps.config, actorId, row.id), privateKey: await webcrypto.subtle.importKey('pkcs8', der, algorithms[kind], true, ['sign']) };
  };
  const [rsa, ed25519] = await Promise.all([read('rsa'), read('ed25519')]);
  return { rsa, ed25519 };
}

const algorithms = { rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, ed25519: { name: 'Ed25519' } } as const;

/** Keys are nobody's to read, the owner's neither: only the house signs with them. */
async function withCurrentKeys<T extends { kind: string }>(deps: KeyDeps, actorId: string, look: (trx: Trx) => Promise<T[]>): Promise<T[]> {
  const rows = await deps.database.asSystem(look);
  const missing = kinds.filter((kind) => !rows.some((row) => row.kind === kind));
  if (missing.length === 0) return rows;
  const made = await Promise.all(missing.map((kind) => makeKey(deps, actorId, kind)));
  return deps.database.asSystem(async (trx) => {
    // Another process may have been first: then its keys are the ones.
    await trx.insertInto('actor_key').values(made).onConflict((conflict) => conflict.columns(['actor_id', 'kind']).where('retired_at', 'is', null).doNothing()).execute();
    return look(trx);
  });
}

const generate = promisify(generateKeyPair);

/** On a thread of its own, so that nobody waits for the prime numbers. */
async function makeKey(deps: KeyDeps, actorId: string, kind: KeyKind) {
  const id = newId();
  const { publicKey, privateKey } = kind === 'rsa' ? await generate('rsa', { modulusLength: 2048 }) : await generate('ed25519', {});
  const sealer = await sealerOf(deps.config);
  return {
    id, actor_id: actorId, kind,
    public_key: kind === 'rsa' ? (publicKey.export({ type: 'spki', format: 'pem' }) as string) : multibaseOf(publicKey),
    private_sealed: sealer.seal(privateKey.export({ type: 'pkcs8', format: 'der' }), sealedFor(actorId, id)),
    created_at: deps.clock.now(),
  };
}

export const sealedFor = (actorId: string, keyRow: string): string => `${actorId}/${keyRow}`;
