// SPDX-License-Identifier: EUPL-1.2

export interface Permits {
  /** Waits for its turn, works, and lets the next one go. */
  with<T>(work: () => Promise<T>): Promise<T>;
}

/** So many at once, in the order in which they asked. */
export function createPermits(most: number): Permits {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    async with(work) {
      if (free > 0) free--;
      else await new Promise<void>((go) => waiting.push(go));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free++;
        else next();
      }
    },
  };
}
