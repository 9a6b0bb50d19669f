// SPDX-License-Identifier: EUPL-1.2
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Deps } from '../../server/platform/deps.ts';

/** What somebody wrote; and all else, which says little more than who, what and which. In characters. */
const LONGEST_WRITING = 128_000;
const LONGEST = 8_000;
/** Of one instance in an hour. What is above it still counts here: who reads along elsewhere sees it when they look. */
const PER_HOST = { points: 300, duration: 3_600 };

const limiters = new WeakMap<object, RateLimiterMemory>();

/**
 * Whether a place of ours passes on what came from elsewhere: each time it goes to all who follow the place, so that one message would become as many
 * as there are instances. What takes something back is always passed on.
 */
export async function mayPassOn({ database, config }: Pick<Deps, 'database' | 'config'>, { type, raw, host }: { type: string; raw: string; host: string }): Promise<boolean> {
  if (raw.length > (isWriting(type) ? LONGEST_WRITING : LONGEST)) return false;
  if (type === 'Delete') return true;
  const limiter = limiters.get(database) ?? new RateLimiterMemory({ ...PER_HOST, points: PER_HOST.points * (config.relaxedLimits ? 1_000 : 1), keyPrefix: 'passed-on' });
  limiters.set(database, limiter);
  return limiter.consume(host).then(() => true, (error: unknown) => {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  });
}

const isWriting = (type: string): boolean => type === 'Create' || type === 'Update';

/** What somebody wrote, and is told of by its address alone. */
export const isTooLongToPassOn = (raw: string): boolean => raw.length > LONGEST_WRITING;
