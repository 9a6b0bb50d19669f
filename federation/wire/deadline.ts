// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One end to many questions: each asks of its own accord at most so long, and together they would go on for minutes. It lies around the work
 * and is not handed through, since some of what is asked on the way (who somebody is, a token) is asked deep below.
 */
const ends = new AsyncLocalStorage<number>();

/** Whatever is asked of others in this work ends after so many milliseconds, or with the work around it. */
export function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  return ends.run(Math.min(performance.now() + milliseconds, ends.getStore() ?? Infinity), work);
}

/** When it ends, as `performance.now()` counts; Infinity where nobody set an end. */
export function endOfAsking(): number {
  return ends.getStore() ?? Infinity;
}

export function isTimeOver(): boolean {
  return performance.now() >= endOfAsking();
}
