// SPDX-License-Identifier: EUPL-1.2

const FIRST_MS = 1_000;
const LONGEST_MS = 6 * 3_600_000;
/** A fifth sooner or later, so that those who failed together do not come back together. */
const SPREAD = 0.2;

/** How long to wait after so many failures in a row: 1 s, 2 s, 4 s … up to six hours, each a little off. */
export function pauseAfter(failures: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, Math.min(failures, 30) - 1));
  return Math.round(whole * (1 - SPREAD + 2 * SPREAD * random()));
}
