// SPDX-License-Identifier: EUPL-1.2
import { type RemoteActor, remoteActor } from '../actors/remote-actors.ts';
import type { Deps } from '../../server/platform/deps.ts';

/** So long is somebody who says several things in a row taken for who they were at the first. */
const HOLD_MS = 2_000;
const MOST = 1_000;

/** Who speaks, looked up once for what they say within two seconds. Whether they may speak was asked at the door. */
export function createActorMemory(deps: Deps): (uri: string) => Promise<RemoteActor> {
  const held = new Map<string, { at: number; actor: Promise<RemoteActor> }>();
  return (uri) => {
    const now = performance.now();
    const known = held.get(uri);
    if (known !== undefined && now - known.at < HOLD_MS) return known.actor;
    if (held.size >= MOST) held.clear();
    const actor = remoteActor(deps, uri);
    held.set(uri, { at: now, actor });
    // Who could not be had now may be had at the next try.
    actor.catch(() => held.delete(uri));
    return actor;
  };
}
