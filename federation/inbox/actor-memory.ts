// SPDX-License-Identifier: EUPL-1.2
import { type RemoteActor, remoteActor } from '../actors/remote-actors.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { isBlocked } from '../wire/blocks.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';

/** So long is somebody who says several things in a row taken for who they were at the first. */
const HOLD_MS = 2_000;
const MOST = 1_000;

/** Who speaks, looked up once for what they say within two seconds. Whether they may is asked each time: a block holds at once. */
export function createActorMemory(deps: Deps): (uri: string) => Promise<RemoteActor> {
  const held = new Map<string, { at: number; actor: Promise<RemoteActor> }>();

  async function unlessBlocked(actor: RemoteActor): Promise<RemoteActor> {
    if (await isBlocked(deps, actor.host)) throw new FetchRefused('blocked', actor.uri);
    return actor;
  }

  return (uri) => {
    const now = performance.now();
    const known = held.get(uri);
    if (known !== undefined && now - known.at < HOLD_MS) return known.actor.then(unlessBlocked);
    if (held.size >= MOST) held.clear();
    const actor = remoteActor(deps, uri);
    held.set(uri, { at: now, actor });
    // Who could not be had now may be had at the next try.
    actor.catch(() => held.delete(uri));
    return actor;
  };
}
