// SPDX-License-Identifier: EUPL-1.2
import type { LiveHub } from '../platform/live/hub.ts';

const hubs = new Set<LiveHub>();

/** Remembers a hub of this process, to be counted for as long as it holds sockets. */
export function countSockets(hub: LiveHub): void {
  hubs.add(hub);
}

/** How many sockets are open in this process; for /metrics. */
export function openSockets(): number {
  return [...hubs].reduce((total, hub) => total + hub.size(), 0);
}
