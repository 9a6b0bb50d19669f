// SPDX-License-Identifier: EUPL-1.2

/** The one source of time, so that tests can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
