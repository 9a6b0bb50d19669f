// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds. @throws after `milliseconds`, with what was last found. */
export async function until<T>(look: () => T | Promise<T>, holds: (found: T) => boolean = Boolean, milliseconds = 10_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    if (performance.now() > end) throw new Error(`waited ${milliseconds} ms in vain; last found: ${JSON.stringify(found)}`);
    await sleep(15);
  }
}
