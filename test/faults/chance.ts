// SPDX-License-Identifier: EUPL-1.2

/** Chance that can be repeated: the same seed gives the same choices in the same order. */
export interface Chance {
  /** A whole number from `least` up to and including `most`. */
  between(least: number, most: number): number;
  of<T>(list: readonly T[]): T;
  happens(percent: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state, which is plenty for choosing victims and moments. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    of<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('there is nothing to choose from');
      // The index is within the list.
      return list[between(0, list.length - 1)] as T;
    },
    happens: (percent) => next() * 100 < percent,
    shuffled<T>(list: readonly T[]): T[] {
      return list.map((item) => ({ item, order: next() })).sort((a, b) => a.order - b.order).map(({ item }) => item);
    },
  };
}

/** FAULTS_SEED repeats the choices of an earlier run, which printed its seed. */
export function chosenSeed(): number {
  const given = Number(process.env['FAULTS_SEED'] ?? '');
  return Number.isSafeInteger(given) && given > 0 ? given : Math.floor(Math.random() * 1_000_000_000) + 1;
}
