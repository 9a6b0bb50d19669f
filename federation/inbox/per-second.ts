// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../server/platform/clock.ts';

/** Says of each whether it is among the first so many of its kind in this second. Made for a no that costs nothing: it neither waits nor keeps. */
export function perSecond(most: number, clock: Clock): (kind: string) => boolean {
  let second = 0;
  const counts = new Map<string, number>();
  return (kind) => {
    const now = Math.floor(clock.now().getTime() / 1_000);
    if (now !== second) {
      second = now;
      counts.clear();
    }
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= most;
  };
}
