// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { isBlocked } from '../wire/blocks.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import { fetchJson, isActivityJson } from '../wire/fetch.ts';
import { forgetOtherKeys } from '../wire/peer-keys.ts';
import { isOurs, originOf } from './home.ts';
import { readActor } from './read-actor.ts';
import { findActor, type RemoteActor, storeActor } from './store-actor.ts';
import { handleOf, lookUp } from './webfinger-lookup.ts';

export { peerOf, type Peer } from './peers.ts';
export { findActor, type RemoteActor, remoteActorById } from './store-actor.ts';

type ActorDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

const FRESH_MS = 24 * 3_600_000;

/**
 * Somebody of another instance, fetched where we do not know them yet, or not lately. Who cannot be reached now is as we knew them;
 * who is gone has `goneAt`.
 * @throws {FetchRefused} for who is not known and not to be had, who is ours, and who is blocked
 */
export async function remoteActor(deps: ActorDeps, uri: string, { refresh = false }: { refresh?: boolean } = {}): Promise<RemoteActor> {
  const host = hostOf(uri);
  if (host === null) throw new FetchRefused('address-refused', uri);
  if (isOurs(deps, host)) throw new FetchRefused('ours', uri);
  if (await isBlocked(deps, host)) throw new FetchRefused('blocked', uri);
  // Whom we know of another instance is no reader's.
  const known = await deps.database.asSystem((trx) => findActor(trx, uri));
  if (known !== null && !refresh && (known.goneAt !== null || deps.clock.now().getTime() - known.fetchedAt.getTime() < FRESH_MS)) return known;
  try {
    const { json } = await fetchJson(deps, uri);
    const stored = await storeActor(deps, readActor(json));
    await forgetOtherKeys(deps, stored);
    return stored;
  } catch (error) {
    if (!(error instanceof FetchRefused) || known === null) throw error;
    if (error.reason === 'gone') return markGone(deps, known);
    if (refresh) throw error;
    deps.log.debug({ err: error }, 'an actor as we knew them');
    return known;
  }
}

async function markGone({ database, clock }: ActorDeps, actor: RemoteActor): Promise<RemoteActor> {
  const goneAt = actor.goneAt ?? clock.now();
  await database.asSystem((trx) => trx.updateTable('remote_actor').set({ gone_at: goneAt, fetched_at: clock.now() }).where('actor_id', '=', actor.id).execute());
  return { ...actor, goneAt };
}

/**
 * Who is called "name@host" (with or without @ before it), by WebFinger (RFC 7033). What is found must be called so by its own host:
 * nobody takes a name elsewhere.
 * @throws {FetchRefused}
 */
export async function remoteActorByHandle(deps: ActorDeps, text: string): Promise<RemoteActor> {
  const handle = handleOf(text);
  if (handle === null) throw new FetchRefused('address-refused', text.slice(0, 200));
  if (isOurs(deps, handle.host)) throw new FetchRefused('ours', text);
  const resource = `acct:${handle.name}@${handle.host}`;
  const found = await lookUp(deps, handle.host, resource);
  const self = found.links.find((link) => link.rel === 'self' && isActivityJson(link.type));
  if (self === undefined) throw new FetchRefused('not-an-actor', resource);
  const actor = await remoteActor(deps, self.href);
  if (actor.host === handle.host) return actor;
  // The name is of one host and the actor of another: that one is to say the same.
  const back = await lookUp(deps, actor.host, `acct:${actor.handle}@${actor.host}`);
  const leads = back.links.some((link) => link.rel === 'self' && link.href === actor.uri);
  if (!leads || found.subject !== back.subject) throw new FetchRefused('handle-not-theirs', resource);
  return actor;
}

/** The origin of a host, as we speak with it. */
export { originOf };
